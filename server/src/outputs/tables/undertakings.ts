import type { IsoDate } from '../../language/dates.ts';
import type { Entity, Plan } from '../../plan/plan.ts';
import { listed, sentence } from '../../plan/words.ts';
import { answersTo, type Answers } from './answers.ts';
import { facetsOfRequirement } from './facets.ts';
import {
  itemCell,
  keyOf,
  nameOf,
  rowAbout,
  shortCell,
  shortNamesNote,
  titleCell,
} from './items.ts';
import { dateCell, missingInWords } from './values.ts';
import { absent, many, text, type Cell, type Row, type Table } from './table.ts';

/** What was undertaken to a regulator, and where each obligation stands; none without undertakings. */
export function undertakingsTables(plan: Plan, asAt: IsoDate): Table[] {
  const obligations = plan
    .all('requirement')
    .filter(
      ({ item, parent }) =>
        item.keyword === 'undertaking' || parent?.item.keyword === 'undertakings',
    );
  if (obligations.length === 0) return [];
  return [
    {
      id: 'undertakings',
      title: 'Undertakings',
      caption: 'What was undertaken to regulators, by whom and when, and what is recorded of it.',
      columns: [
        { id: 'ref', heading: 'Ref' },
        { id: 'obligation', heading: 'Obligation', prose: true },
        { id: 'source', heading: 'Source' },
        { id: 'by', heading: 'By' },
        { id: 'when', heading: 'When' },
        { id: 'with', heading: 'With, or unless agreed' },
        { id: 'position', heading: 'Position' },
      ],
      rows: obligations.map((obligation) => undertakingRow(plan, asAt, obligation)),
      whenEmpty: 'Nothing was undertaken.',
      notes: shortNamesNote(obligations.map(({ parent }) => parent)),
    },
  ];
}

type Requirement = Entity<'requirement'>;

function undertakingRow(plan: Plan, asAt: IsoDate, obligation: Requirement): Row {
  const { item, parent } = obligation;
  const words = item.text?.text.value;
  return {
    ...rowAbout(plan, obligation),
    facets: facetsOfRequirement(plan, obligation, asAt),
    cells: [
      { type: 'item', ...keyOf(obligation), label: item.ref?.printed.value ?? obligation.id },
      words === undefined
        ? titleCell(obligation)
        : { type: 'lines', cells: [titleCell(obligation), text(words)] },
      parent === undefined ? absent('None') : shortCell(plan, parent),
      byCell(plan, obligation),
      dateCell(item.when?.when, undefined, 'Not said'),
      agreementCell(plan, obligation),
      positionCell(plan, answersTo(plan, obligation, asAt)),
    ],
  };
}

/** Who must do it: the trust, where nobody else is named. */
export function byCell(plan: Plan, { item }: Requirement): Cell {
  const parties = item.by?.parties;
  if (parties === undefined) return text('The trust');
  if (parties.value === undefined) return absent(missingInWords(parties), parties.given);
  return text(sentence(listed(parties.value.map((party) => nameOf(plan, party)))));
}

/** With whom it is done, with whom its date is agreed, and who may agree otherwise. */
function agreementCell(plan: Plan, { item }: Requirement): Cell {
  const { when, with: company } = item;
  const parties = (company?.parties.value ?? []).map((party) => nameOf(plan, party));
  const dateWith = when?.with?.value;
  const unless = when?.unlessAgreed?.value;
  const lines = [
    parties.length > 0 ? `With ${listed(parties)}` : undefined,
    dateWith === undefined ? undefined : `Date agreed with ${nameOf(plan, dateWith)}`,
    unless === undefined ? undefined : `Unless ${nameOf(plan, unless)} agrees otherwise`,
  ];
  return many('lines', lines.filter((line) => line !== undefined).map(text), absent('None'));
}

function positionCell(plan: Plan, { live, recorded }: Answers): Cell {
  const actions: Cell[] = live.map(({ action }) => itemCell(plan, action));
  const answeredBy: Cell[] =
    actions.length > 0 ? [text('Answered by:'), many('list', actions, text(''))] : [];
  return many('lines', [...recorded, ...answeredBy], absent('Nothing recorded'));
}
