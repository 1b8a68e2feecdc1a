import type { Change, ChangeRecord, Explanation, Known, Standing } from '../../changes/change.ts';
import type { Changes } from '../../changes/index.ts';
import { changeKinds } from '../../changes/kinds.ts';
import { changeTitle } from '../../changes/sentence.ts';
import { dateInWords, dayInWords } from '../../plan/calendar.ts';
import type { Plan } from '../../plan/plan.ts';
import { sentence } from '../../plan/words.ts';
import { ownerCell, requirementsCell } from './action-cells.ts';
import { answeredByCell } from './coverage.ts';
import { itemCell, keyOf, nameOf, namedCell, referenceCell, titleCell } from './items.ts';
import { assuranceCell, lateCell, progressCell, stateCell } from './judgements.ts';
import { ratingCell } from './ratings.ts';
import { dateCell, missingInWords } from './values.ts';
import { absent, many, tag, text, type Cell, type Row, type Table } from './table.ts';

/** What changed, a row a change: what the item was, what it is, and what the plan says of why. */
export function changesTable({ before, after, changes }: Changes): Table {
  const rows = new Map<string, number>();
  return {
    id: 'changes',
    title: 'What has changed',
    caption:
      'Each change of an item, by its reference: what it was and what it is, with the record that says so.',
    columns: [
      { id: 'ref', heading: 'Ref' },
      { id: 'what', heading: 'What it is', prose: true },
      { id: 'change', heading: 'Change' },
      { id: 'before', heading: 'Before' },
      { id: 'now', heading: 'Now' },
      { id: 'record', heading: 'When, by whom and why', prose: true },
      { id: 'sro', heading: 'SRO' },
    ],
    rows: changes.map((change) => {
      const { kind, item } = change;
      const about = `${kind}-${item.kind}-${keyOf(item).id}`;
      const nth = (rows.get(about) ?? 0) + 1;
      rows.set(about, nth);
      return rowOf(change, nth === 1 ? about : `${about}:${String(nth)}`, before, after);
    }),
    whenEmpty: 'Nothing has changed.',
    notes: [],
  };
}

function rowOf(change: Change, key: string, then: Standing, now: Standing): Row {
  const { kind, item, before, after, place } = change;
  const isGone = kind === 'removed' || kind === 'removed-explained';
  const { plan } = isGone ? then : now;
  return {
    key,
    // What is gone has no place in the plan that the reader has.
    place: isGone ? undefined : place,
    cells: [
      itemCell(plan, item),
      titleCell(item),
      tag(changeTitle(change), changeKinds[kind].tone),
      kind === 'new' ? absent('Not in the plan') : knownCell(then, before, isGone),
      isGone ? absent('Not in the plan') : knownCell(now, after, kind === 'new'),
      recordCell(now.plan, change),
      item.kind === 'action' || item.kind === 'requirement'
        ? ownerCell(plan, item)
        : absent('Does not apply'),
    ],
  };
}

/**
 * What is known of one side, in the cells that the other tables have for it.
 * @param alone whether the item is on this side alone: that is what there is to say of most
 */
export function knownCell({ plan, asAt }: Standing, known: Known | undefined, alone = false): Cell {
  switch (known?.of) {
    case undefined:
      return alone ? text('In the plan') : absent('Nothing recorded');
    case 'record':
      return tag(changeKinds[known.kind].title, changeKinds[known.kind].tone);
    case 'state':
      return stateCell(known.position);
    case 'progress':
      return progressCell(known.position);
    case 'assurance':
      return assuranceCell(known.position);
    case 'lateness':
      return known.position.late === undefined ? absent('Not overdue') : lateCell(known.position);
    case 'date':
      return dateCell(known.value, known.day, 'Not given');
    case 'reference':
      return referenceCell(plan, known.kind, known.value, namedCell, 'None named');
    case 'references':
      return requirementsCell(plan, known.value);
    case 'texts':
      return many('lines', known.values.map(wordsCell), absent('Not given'));
    case 'answers':
      return answeredByCell(plan, known.requirement, asAt);
    case 'rating':
      return ratingCell(known.cell);
  }
}

const wordsCell = (value: Parameters<typeof missingInWords>[0] & { value: string | undefined }) =>
  value.value === undefined ? absent(missingInWords(value), value.given) : text(value.value);

function recordCell(plan: Plan, { record, explanation, after }: Change): Cell {
  // Nobody records that a day has passed.
  if (after?.of === 'lateness') {
    const { day } = after.position.deadline;
    return day === undefined ? absent('Nothing recorded') : text(`Due ${dayInWords(day)}`);
  }
  if (explanation !== undefined) return text(explanationInWords(plan, explanation));
  const words = record === undefined ? '' : recordInWords(plan, record);
  return words === '' ? absent('Nothing recorded') : text(sentence(words));
}

/** “14 June 2018, by Clinical Effectiveness Group, minute 18/52: two wards are late” */
function recordInWords(plan: Plan, { on, by, minute, because }: ChangeRecord): string {
  const facts = [
    on?.value === undefined ? undefined : dateInWords(on.value),
    by?.value === undefined ? undefined : `by ${nameOf(plan, by.value)}`,
    minute?.value === undefined ? undefined : `minute ${minute.value}`,
  ].filter((fact) => fact !== undefined);
  const why = because?.value;
  return [facts.join(', '), ...(why === undefined ? [] : [why])]
    .filter((part) => part !== '')
    .join(': ');
}

/** What explains that something is no longer in the plan, in a sentence. */
function explanationInWords(plan: Plan, explanation: Explanation): string {
  switch (explanation.by) {
    case 'withdrawn': {
      const words = recordInWords(plan, explanation.record);
      return words === '' ? 'Withdrawn' : `Withdrawn: ${words}`;
    }
    case 'successor':
      return `${explanation.item.id} takes it up`;
    case 'other-name':
      return `It is ${explanation.item.id} now`;
    case 'note':
      return explanation.text;
  }
}
