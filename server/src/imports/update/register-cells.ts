import { removeLine, replace } from '../../checks/shared/fixes.ts';
import type { IsoDate } from '../../language/dates.ts';
import type { AnySaid, Said, Value } from '../../language/items.ts';
import { latestKnown } from '../../plan/facts/history.ts';
import { requirementsOf } from '../../plan/facts/coverage.ts';
import { wordsOfScale } from '../../plan/facts/scales.ts';
import type { Edit } from '../../plan/flag.ts';
import type { Entity, Plan } from '../../plan/plan.ts';
import { fold } from '../../plan/entity.ts';
import { assuranceMeanings, progressMeanings } from '../../plan/vocabularies.ts';
import { dateOf, itemNamed, longTextOf, notADay, partyOf, textOf } from '../../writing/answers.ts';
import type { NewLine } from '../../writing/lines.ts';
import { updateLine } from '../../writing/records.ts';
import type { Cell } from '../cells.ts';
import { dateIn, dateInText } from '../recognise/dates.ts';
import type { FieldId } from '../recognise/fields.ts';
import { missingIn } from '../recognise/missing.ts';
import { dateValue } from '../written/due.ts';

/** What a cell of the register that somebody has changed becomes in the plan that the register was written of. */

type Action = Entity<'action'>;

/** A changed cell: what the plan’s register says, and what the file says. */
export interface ChangedCell {
  readonly plan: Plan;
  readonly asAt: IsoDate;
  readonly action: Action;
  readonly old: string;
  readonly text: string;
  readonly cell: Cell | undefined;
}

/** What is written for it; `why` where nothing can be, and neither where the plan says it already. */
export type Written =
  | { readonly edits: readonly Edit[]; readonly lines?: readonly NewLine[]; readonly of?: Entity }
  | { readonly why: string }
  | undefined;

type Write = (changed: ChangedCell) => Written;

const byHand = (what: string): Written => ({ why: `${what}; write it into the plan by hand` });

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

const same = (a: string, b: string): boolean => fold(a) === fold(b);

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
        : { edits: [replace(action.unit, value.span, written)] };
    return text === '' ? undefined : added(`${kind} ${written}`);
  };
}

const added = (line: string, below: NewLine['below'] = []): Written => ({
  edits: [],
  lines: [{ line, below }],
});

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
  return text === '' ? gone(action, value) : { edits: [replace(action.unit, value.span, written)] };
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
  if (same(said.text.value ?? '', text)) return undefined;
  return { edits: [valueOf(action, said, said.text, text)] };
}

/** Another text in place of one, the rest of its line as it is. */
const valueOf = (of: Entity, { span }: Said, value: Value<string>, text: string): Edit =>
  replace(of.unit, value.span, proseOf(text, value.span.end === span.end));

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
    { size: 1, edit: (now) => replace(unit, item.title.span, textOf(now)) },
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
        return replace(unit, step.text.span, textOf(words));
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
  if (title !== oldTitle) edits.push(replace(unit, item.title.span, textOf(title)));
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
  return { edits: [replace(action.unit, due.date.span, value)] };
}

/** A rating without the day that stands behind it, and that day. */
function ratingIn(text: string): { words: string; day: IsoDate | undefined } {
  const [, words = text, said = ''] = /^(.*?),? (\d{1,2} \p{L}+ \d{4})$/u.exec(text) ?? [];
  const day = dayIn(said);
  return day === undefined ? { words: text, day: undefined } : { words, day };
}

const dayIn = (said: string): IsoDate | undefined =>
  said === '' || notADay(said) !== undefined ? undefined : dateOf(said);

/** The word of a scale that a rating’s name or the word itself says. */
function wordFor(plan: Plan, scale: 'progress' | 'assurance', words: string): string | undefined {
  const meanings = scale === 'progress' ? progressMeanings : assuranceMeanings;
  const own = wordsOfScale(plan, scale);
  const all: readonly (readonly [string, string])[] =
    own === undefined
      ? [...meanings].map(([word, { title }]) => [word, title] as const)
      : [...own].map(([word, { label }]) => [word, label] as const);
  return all.find(([word, label]) => same(word, words) || same(label, words))?.[0];
}

/** On which day it was said: the one beside it where that is new, else the day on which it is taken in. */
const dayOfRecord = (
  said: IsoDate | undefined,
  latest: IsoDate | undefined,
  asAt: IsoDate,
): IsoDate => (said !== undefined && said > (latest ?? '') && said <= asAt ? said : asAt);

function writeAssurance({ plan, asAt, action, text }: ChangedCell): Written {
  const { assurances } = action.item;
  const { words, day } = ratingIn(text);
  const word = wordFor(plan, 'assurance', words);
  if (word === undefined) return byHand('it is no word of the plan’s assurance scale');
  const latest = latestKnown(assurances, ({ on }) => on, asAt);
  const since = latest?.on?.value?.first;
  if (latest?.level.value?.word === word && !(day !== undefined && day > (since ?? '')))
    return undefined;
  return added(`assurance ${word} on ${dayOfRecord(day, since, asAt)}`, assurances);
}

/** The SRO’s rating and comment together are one update. */
export function writeUpdate(
  { plan, asAt, action }: ChangedCell,
  rating: string | undefined,
  comment: string | undefined,
): Written {
  const { updates } = action.item;
  const latest = latestKnown(updates, ({ on }) => on, asAt);
  const since = latest?.on.value?.first;
  const current = latest?.level.value?.word ?? latest?.level.missing ?? 'unknown';
  const { words, day } = ratingIn(rating ?? '');
  const word = rating === undefined ? current : wordFor(plan, 'progress', words);
  if (word === undefined) return byHand('it is no word of the plan’s progress scale');
  const [, said = '', told = comment ?? ''] =
    /^(\d{1,2} \p{L}+ \d{4}): ([^]*)$/u.exec(comment ?? '') ?? [];
  const saidOn = dayIn(said);
  const last = latestKnown(
    updates.filter((one) => one.text.value !== undefined),
    ({ on }) => on,
    asAt,
  );
  const isNewText = comment !== undefined && told !== '' && !same(told, last?.text.value ?? '');
  if (comment === '') return byHand('what was said before stays said');
  if (word === current && !isNewText && !(day !== undefined && day > (since ?? '')))
    return undefined;
  const on = dayOfRecord(saidOn ?? day, since, asAt);
  return added(updateLine({ on, level: word, text: isNewText ? told : '' }), updates);
}
