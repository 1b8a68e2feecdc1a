import { removeLine, replace } from '../../checks/shared/fixes.ts';
import type { AnySaid, Said, Value } from '../../language/items.ts';
import { requirementsOf } from '../../plan/facts/coverage.ts';
import type { Edit } from '../../plan/flag.ts';
import type { Entity, Plan } from '../../plan/plan.ts';
import { dateOf, itemNamed, longTextOf, partyOf, textOf } from '../../writing/answers.ts';
import { dateIn, dateInText } from '../recognise/dates.ts';
import type { FieldId } from '../recognise/fields.ts';
import { missingIn } from '../recognise/missing.ts';
import { dateValue } from '../written/due.ts';
import { added, byHand, same, type ChangedCell, type Write, type Written } from './changed-cell.ts';
import { writeAssurance } from './register-ratings.ts';
import { withMarks } from './wording.ts';

/** What a cell of the register that somebody has changed becomes in the plan that the register was written of. */

type Action = Entity<'action'>;

/** By column; a column that is not here says by what a row is known. */
export const cellWriters: Readonly<Partial<Record<FieldId, Write>>> = {
  directorate: named('directorate', ({ item }) => item.directorate?.directorate),
  source: named('source', ({ item }) => item.source?.source, false),
  sro: named('sro', ({ item }) => item.sro?.owner),
  committee: writeGroup,
  impact: (changed) => writeProse(changed, 'impact', changed.action.item.impact),
  resources: writeResources,
  measure: writeMeasures,
  action: writeAction,
  requirement: writeRequirement,
  due: writeDue,
  assurance: writeAssurance,
};

function named(
  kind: 'directorate' | 'source' | 'sro',
  valueOf: (action: Action) => Value<Parameters<Plan['find']>[1]> | undefined,
  mayBeNew = true,
): Write {
  return ({ plan, action, text }) => {
    const value = valueOf(action);
    const now = text === '' ? undefined : itemNamed(plan, [kind], text);
    if (now !== undefined && now === plan.find(kind, value?.value)) return undefined;
    if (now === undefined && !mayBeNew && missingIn(text) === undefined)
      return byHand(`the plan has no ${kind} of that name`);
    const written = missingIn(text) ?? partyOf(plan, [kind], text);
    if (value !== undefined)
      return text === ''
        ? gone(action, value)
        : { edits: [replace(action.unit, withMarks(action.unit, value), written)] };
    return text === '' ? undefined : added(`${kind} ${written}`);
  };
}

/** Takes out the line that a value stands on. */
function gone(action: Action, { span }: Value<unknown>): Written {
  const line = Object.values(action.item)
    .flat()
    .find(
      (said: unknown): said is AnySaid =>
        isSaid(said) && said.span.start <= span.start && span.end <= said.span.end,
    );
  return line === undefined ? undefined : { edits: [removeLine(action.unit, line.span)] };
}

const isSaid = (one: unknown): one is AnySaid =>
  typeof one === 'object' && one !== null && 'keywordSpan' in one && !('headerSpan' in one);

/** Those that deliver it where it names them, else the committee that oversees it. */
function writeGroup({ plan, action, text }: ChangedCell): Written {
  const { deliveredBy, committee } = action.item;
  const names = text.split('\n').filter((line) => line !== '');
  const value = deliveredBy?.committees ?? committee?.committee;
  if (deliveredBy === undefined && names.length > 1) return byHand('it names several groups');
  const written =
    missingIn(text) ?? names.map((name) => partyOf(plan, ['committee'], name)).join(', ');
  const before =
    value === undefined ? '' : action.unit.text.slice(value.span.start, value.span.end);
  if (same(before, written)) return undefined;
  if (value === undefined) return text === '' ? undefined : added(`committee ${written}`);
  return text === ''
    ? gone(action, value)
    : { edits: [replace(action.unit, withMarks(action.unit, value), written)] };
}

/** A text as it stands at the end of a line, or within one. */
const proseOf = (text: string, isLast: boolean): string =>
  missingIn(text) ?? (isLast ? longTextOf(text) : undefined) ?? textOf(text);

function writeProse(
  { action, text }: ChangedCell,
  keyword: string,
  said: (Said & { readonly text: Value<string> }) | undefined,
): Written {
  if (said === undefined)
    return text === '' ? undefined : added(`${keyword} ${proseOf(text, true)}`);
  if (text === '') return { edits: [removeLine(action.unit, said.span)] };
  return { edits: [valueOf(action, said, said.text, text)] };
}

/** Another text in place of one, the rest of its line as it is. */
function valueOf(of: Entity, { span }: Said, value: Value<string>, text: string): Edit {
  const place = withMarks(of.unit, value);
  return replace(of.unit, place, proseOf(text, place.end === span.end));
}

function writeResources(changed: ChangedCell): Written {
  const { action, old, text } = changed;
  const said = action.item.resources;
  const extra = [said?.escalate, said?.risk].filter((one) => one?.value !== undefined).length;
  if (said === undefined || extra === 0) return writeProse(changed, 'resources', said);
  const [before, now] = [old.split('\n'), text.split('\n')];
  if (String(before.slice(-extra)) !== String(now.slice(-extra)))
    return byHand('where it is escalated has changed');
  return writeProse({ ...changed, text: now.slice(0, -extra).join('\n') }, 'resources', said);
}

/** A measure a line; one alone may have several. */
function writeMeasures(changed: ChangedCell): Written {
  const { action, old, text } = changed;
  const { measures } = action.item;
  const [only] = measures;
  const now = text === '' ? [] : text.split('\n');
  if (only === undefined) {
    return now.length === 0
      ? undefined
      : { edits: [], lines: now.map((line) => ({ line: `measure ${textOf(line)}`, below: [] })) };
  }
  const before = old.split('\n');
  if (measures.length === 1 && only.indicator === undefined && before.length > 1)
    return {
      edits: [
        text === '' ? removeLine(action.unit, only.span) : valueOf(action, only, only.text, text),
      ],
    };
  if (before.length !== measures.length) return byHand('its measures run over several lines');
  const edits = measures.flatMap((measure, index): Edit[] => {
    const [was, is] = [before[index], now[index]];
    if (is === undefined) return [removeLine(action.unit, measure.span)];
    return was === is ? [] : [valueOf(action, measure, measure.text, is)];
  });
  const isFigure = measures.some(
    ({ indicator }, index) => indicator !== undefined && before[index] !== now[index],
  );
  if (isFigure) return byHand('its measure is read from a figure');
  const last = measures.slice(-1);
  const lines = now
    .slice(measures.length)
    .map((line) => ({ line: `measure ${textOf(line)}`, below: last }));
  return { edits, lines };
}

/** The title, the description, the steps and the outcome, each over the lines that it has in the register. */
function writeAction({ action, old, text }: ChangedCell): Written {
  const { item, unit } = action;
  const wrong = byHand('its lines are not those of the plan any more');
  const linesOf = (value: string | undefined): number => (value ?? '').trim().split('\n').length;
  const parts: { size: number; edit: (now: string, was: string) => Edit | undefined }[] = [
    { size: 1, edit: (now) => replace(unit, withMarks(unit, item.title), textOf(now)) },
  ];
  const { description, outcome } = item;
  if (description !== undefined)
    parts.push({
      size: linesOf(description.text.value),
      edit: (now) => valueOf(action, description, description.text, now),
    });
  for (const step of item.steps)
    parts.push({
      size: linesOf(step.text.value),
      edit: (now, was) => {
        const form = /^(\S+)\. ([^]*?)( \((?:by|done) [^()]*\))?$/;
        const [, number, words = '', when] = form.exec(now) ?? [];
        const [, oldNumber, , oldWhen] = form.exec(was) ?? [];
        if (number !== oldNumber || when !== oldWhen) return undefined;
        return replace(unit, withMarks(unit, step.text), textOf(words));
      },
    });
  if (outcome !== undefined)
    parts.push({
      size: linesOf(outcome.text.value),
      edit: (now) => {
        const said = /^To achieve: ([^]+)$/.exec(now)?.[1];
        return said === undefined ? undefined : valueOf(action, outcome, outcome.text, said);
      },
    });
  const [before, now] = [old.split('\n'), text.split('\n')];
  const size = parts.reduce((sum, part) => sum + part.size, 0);
  const extra = now.length - before.length;
  // A text that is one line more or less can only be told apart where there is nothing but a title.
  if (before.length !== size || extra !== 0) return wrong;
  const edits: Edit[] = [];
  let at = 0;
  for (const part of parts) {
    const [was, is] = [before, now].map((all) => all.slice(at, at + part.size).join('\n'));
    at += part.size;
    if (was === is) continue;
    const edit = part.edit(is ?? '', was ?? '');
    if (edit === undefined) return byHand('the number or the day of a step has changed');
    edits.push(edit);
  }
  return { edits };
}

function writeRequirement({ plan, action, old, text }: ChangedCell): Written {
  const [requirement, second] = requirementsOf(plan, action);
  if (requirement === undefined || second !== undefined || text === '')
    return byHand('it is not the wording of one requirement');
  const { item, unit } = requirement;
  const [[title = '', ...words], [oldTitle = '', ...oldWords]] = [
    text.split('\n'),
    old.split('\n'),
  ];
  const edits: Edit[] = [];
  if (title !== oldTitle) edits.push(replace(unit, withMarks(unit, item.title), textOf(title)));
  if (String(words) !== String(oldWords)) {
    if (item.text === undefined || words.length === 0)
      return byHand('its own words have come or gone');
    edits.push(valueOf(requirement, item.text, item.text.text, words.join('\n')));
  }
  return { edits, of: requirement };
}

/** The first line; what stands below it is the plan’s own account of it. */
function writeDue({ action, old, text, cell }: ChangedCell): Written {
  const { due, dueRevised } = action.item;
  const dayOf = (words: string): string => words.replace(/ \(given as [^\n]*\)$/, '');
  const [first = '', ...rest] = text.split('\n');
  const [oldFirst = ''] = old.split('\n');
  const found =
    rest.length === 0 && cell !== undefined && first === dayOf(first)
      ? dateIn(cell)
      : dateInText(dayOf(first));
  const missing = missingIn(first);
  const was = dateInText(dayOf(oldFirst));
  const isSame =
    found !== undefined && was !== undefined && dateOf(found.date) === dateOf(was.date);
  if (first === oldFirst || isSame) {
    return rest.length > 0 && first === oldFirst
      ? { why: 'only the deadline in its first line is taken' }
      : undefined;
  }
  if (found === undefined && missing === undefined) return byHand('it is no date that can be read');
  if (dueRevised.length > 0)
    return byHand(
      'its deadline has been moved before, and a new one needs its day, its reason and who agreed to it',
    );
  const value =
    found === undefined
      ? (missing ?? '')
      : dateValue({ ...found, date: dateOf(found.date) }, dayOf(first));
  if (due === undefined) return added(`due ${value}`);
  return { edits: [replace(action.unit, withMarks(action.unit, due.date), value)] };
}
