import type { Cell } from '../cells.ts';
import type { Findings } from '../findings.ts';
import type { ActionRow, Told } from '../recognise/action-rows.ts';
import { fillInWords } from '../recognise/colour-key.ts';
import { dateIn } from '../recognise/dates.ts';
import type { FieldId } from '../recognise/fields.ts';
import { missingIn } from '../recognise/missing.ts';
import { assuranceIn, progressIn, type ColourKey } from '../recognise/ratings.ts';
import { datedStep, stepsIn, type Stepped } from '../recognise/steps.ts';
import { dateValue, dueIn } from './due.ts';
import type { NamedKind, Names } from './names.ts';
import type { Scales } from './scales.ts';
import { given, inOneLine, textOf, titleFrom } from './text.ts';

/** What the lines of actions draw on: the things they name, and what is to be said of their cells. */
export interface Writing {
  readonly findings: Findings;
  readonly names: Readonly<Record<NamedKind, Names>>;
  readonly scales: Scales;
  readonly colours: ColourKey;
}

/** An action in the making. */
export interface ActionDraft {
  readonly row: ActionRow;
  readonly writing: Writing;
  title: string;
  readonly lines: string[];
  /** What each line comes from, as far as that has been noted. */
  readonly origins: (readonly Told[])[];
  /** The numbers of its steps, in their order, with their texts. */
  readonly steps: { readonly number: string; readonly text: string }[];
}

type Write = (draft: ActionDraft, told: readonly Told[]) => void;

type Writers = readonly (readonly [FieldId, Write])[];

/** Whose an action is: what a plan has above what it is for. */
const places: Writers = [
  ['directorate', named('directorate', 'directorate')],
  ['service', named('service', 'service')],
];

/** Every other property that columns fill, in the order in which a plan has them. */
const writers: Writers = [
  ['due', writeDue],
  ['due-revised', each(writeRevised)],
  ['outcome', prose('outcome')],
  ['measure', each(writeMeasure)],
  ['resources', prose('resources')],
  ['impact', prose('impact')],
  ['sro', named('sro', 'sro')],
  ['lead', writeLead],
  ['committee', named('committee', 'committee')],
  ['assurance', each(writeAssurance)],
  ['status', writeStatus],
  ['update', writeUpdateAlone],
  ['evidence-location', each(writeEvidence)],
  ['completed', each(writeCompleted)],
  ['closure', each(writeNote)],
  ['risk', each(writeNote)],
  ['dependency', each(writeNote)],
  ['notes', each(writePlainNote)],
];

/** Notes which cells the lines come from that were added since this was last done. */
export function comeFrom({ lines, origins }: ActionDraft, told: readonly Told[]): void {
  while (origins.length < lines.length) origins.push(told);
}

/** Adds whose an action is. */
export const writePlaces = (draft: ActionDraft): void => writeAll(draft, places);

/** Adds all that the other columns of its row say to an action that has its references and its title. */
export function writeFields(draft: ActionDraft): void {
  if (!draft.row.cells.has('due')) {
    draft.lines.push(...stepLines(draft, new Map()));
    comeFrom(draft, draft.row.cells.get('action') ?? []);
  }
  writeAll(draft, writers);
  for (const told of draft.row.others) writeNote(draft, told);
}

function writeAll(draft: ActionDraft, all: Writers): void {
  for (const [field, write] of all) {
    const told = draft.row.cells.get(field);
    if (told === undefined || told.length === 0) continue;
    write(draft, told);
    comeFrom(draft, told);
  }
}

/** The title, the description and the steps that the text of an action makes. */
export function writeText(draft: ActionDraft, told: readonly Told[]): void {
  const { findings } = draft.writing;
  for (const { cell } of told) findings.write(cell);
  const text = textIn(told);
  if (text === '') {
    draft.title = 'unknown';
    return;
  }
  const missing = missingIn(text);
  if (missing !== undefined) {
    draft.title = given(missing, text);
    return;
  }
  const stepped = distinctSteps(text);
  const { title, isAll } = titleFrom(
    stepped === undefined ? text : stepped.before || (stepped.steps[0]?.text ?? ''),
  );
  draft.title = inOneLine(title);
  const words = stepped?.before ?? text;
  const isTwice = told[0]?.isTitled === true && words.startsWith(`${title}\n`);
  if (words !== '' && !isAll)
    draft.lines.push(`description ${textOf(isTwice ? words.slice(title.length + 1) : words)}`);
  if (stepped === undefined) return;
  draft.steps.push(...stepped.steps);
}

/** The steps of a text, where no two have one number: as numbers of steps they could not be told apart. */
function distinctSteps(text: string): Stepped | undefined {
  const stepped = stepsIn(text);
  const numbers = stepped?.steps.map(({ number }) => number) ?? [];
  return new Set(numbers).size === numbers.length ? stepped : undefined;
}

/** The lines of the steps, with the dates that the cell of deadlines has for them. */
function stepLines({ steps }: ActionDraft, dates: ReadonlyMap<string, string>): string[] {
  return steps.map(({ number, text }) => {
    const { words, kind = 'due', date, day = '' } = datedStep(text);
    const said = words === '' ? 'unknown' : inOneLine(words);
    const own = date === undefined ? '' : ` ${kind} ${dateValue(date, day)}`;
    const given = dates.get(number);
    const due = given === undefined || (own !== '' && kind === 'due') ? '' : ` due ${given}`;
    return `step ${number} ${said}${due}${own}`;
  });
}

const textIn = (told: readonly Told[]): string => told.map(({ cell }) => cell.text).join('\n');

function each(write: (draft: ActionDraft, told: Told) => void): Write {
  return (draft, told) => {
    for (const one of told) {
      write(draft, one);
      comeFrom(draft, [one]);
    }
  };
}

/** A property that takes a text; several cells make one. */
function prose(keyword: string): Write {
  return ({ lines, writing: { findings } }, told) => {
    for (const { cell } of told) findings.write(cell);
    const text = textIn(told);
    const missing = missingIn(text);
    lines.push(`${keyword} ${missing === undefined ? textOf(text) : given(missing, text)}`);
  };
}

/** A property that names something, which is declared; a merged cell's name is said to be inherited. */
function named(keyword: string, kind: NamedKind): Write {
  return (draft, told) => {
    const { lines, writing } = draft;
    const { findings, names } = writing;
    for (const [index, one] of told.entries()) {
      const { cell, heading } = one;
      findings.write(cell);
      if (index > 0) lines.push(`note ${textOf(`${heading}: ${cell.text}`)}`);
      else lines.push(`${keyword} ${nameOf(cell, names[kind])}${inherited(cell)}`);
      comeFrom(draft, [one]);
    }
  };
}

function nameOf(cell: Cell, names: Names): string {
  const missing = missingIn(cell.text);
  if (missing !== undefined) return given(missing, cell.text);
  const { id, title } = names.idOf(cell.means ?? cell.text);
  const isPrinted = id === cell.text || title === cell.text.replaceAll(/\s+/g, ' ');
  return isPrinted ? id : given(id, cell.text);
}

/** What to say of a value that a merged cell brings from a row above. */
export const inherited = ({ from }: Cell): string =>
  from === undefined ? '' : ` inferred ${inOneLine(`from the merged cell ${from}`)}`;

/** Whoever leads is the SRO where no column names one. */
function writeLead(draft: ActionDraft, told: readonly Told[]): void {
  const { cells, table } = draft.row;
  const hasSro = cells.has('sro') || table.columns.some(({ field }) => field === 'sro');
  named(hasSro ? 'lead' : 'sro', 'sro')(draft, told);
}

function writeDue(draft: ActionDraft, told: readonly Told[]): void {
  const [first, ...more] = told;
  if (first === undefined) return;
  const numbers = draft.steps.map(({ number }) => number);
  const { lines, steps } = dueIn(first.cell, numbers, draft.writing.findings);
  draft.lines.push(...stepLines(draft, steps));
  comeFrom(draft, [...(draft.row.cells.get('action') ?? []), first]);
  draft.lines.push(...lines);
  comeFrom(draft, [first]);
  for (const other of more) writeNote(draft, other);
}

function writeRevised(
  { lines, writing: { findings } }: ActionDraft,
  { cell, heading }: Told,
): void {
  const date = dateIn(cell);
  if (date === undefined) {
    const isMissing = missingIn(cell.text) !== undefined;
    if (isMissing) findings.write(cell);
    else findings.keep(cell, 'is no date that can be read; it is a note');
    lines.push(`note ${inOneLine(`${heading}: ${cell.text}`)}`);
    return;
  }
  if (date.guess === undefined) findings.write(cell);
  else findings.guess(cell, `${date.date}: ${date.guess}`);
  lines.push(`due-revised ${dateValue(date, cell.text)} on unknown`);
}

function writeMeasure({ lines, writing: { findings } }: ActionDraft, { cell }: Told): void {
  findings.write(cell);
  const missing = missingIn(cell.text);
  lines.push(`measure ${missing === undefined ? textOf(cell.text) : given(missing, cell.text)}`);
}

function writeAssurance(
  { lines, writing: { findings, scales } }: ActionDraft,
  { cell, on = 'unknown' }: Told,
): void {
  const rating = assuranceIn(cell.text);
  const missing = rating === undefined ? missingIn(cell.text) : undefined;
  if (rating !== undefined) {
    const word = scales.assurance(rating);
    if (rating.guess === undefined) findings.write(cell);
    else findings.guess(cell, rating.guess);
    const why = rating.guess === undefined ? '' : ` inferred ${inOneLine(rating.guess)}`;
    lines.push(
      `assurance ${word === cell.text || rating.title === cell.text ? word : given(word, cell.text)}${why} on ${on}`,
    );
  } else if (missing !== undefined) {
    findings.write(cell);
    lines.push(`assurance ${given(missing, cell.text)} on ${on}`);
  } else {
    findings.keep(cell, 'is no word of assurance that is known');
    lines.push(`assurance unreadable ${inOneLine(cell.text)} on ${on}`);
  }
}

/** The rating and what is said with it, as one update without a date. */
function writeStatus(draft: ActionDraft, told: readonly Told[]): void {
  const { lines, row, writing } = draft;
  const { findings, scales, colours } = writing;
  const [first, ...more] = told;
  if (first === undefined) return;
  const { cell, on } = first;
  const rating = progressIn(cell.text, colours);
  const missing = rating === undefined ? missingIn(cell.text) : undefined;
  let level: string;
  if (rating !== undefined) {
    const word = scales.progress(rating);
    level = rating.title === cell.text || rating.rest !== '' ? word : given(word, cell.text);
    findings.write(cell);
  } else if (missing !== undefined) {
    level = given(missing, cell.text);
    findings.write(cell);
  } else {
    level = `unreadable ${inOneLine(cell.text)}`;
    findings.keep(cell, `is no word of progress that is known${fillInWords(cell.fill, colours)}`);
  }
  const all = row.cells.get('update') ?? [];
  for (const update of all) findings.write(update.cell);
  const updates = all.filter((update) => update.on === on);
  for (const update of all.filter((one) => one.on !== on)) {
    lines.push(`update ${update.on ?? 'unknown'} unknown ${textOf(update.cell.text)}`);
    comeFrom(draft, [update]);
  }
  const beside = rating === undefined || rating.rest === '' ? [] : [cell.text];
  const text = [...beside, ...updates.map((update) => update.cell.text)].join('\n');
  lines.push(`update ${on ?? 'unknown'} ${level}${text === '' ? '' : ` ${textOf(text)}`}`);
  comeFrom(draft, [first, ...updates]);
  for (const other of more) writeNote(draft, other);
}

/** What is said of an action that has no rating. */
function writeUpdateAlone(
  { lines, row, writing: { findings } }: ActionDraft,
  told: readonly Told[],
): void {
  if (row.cells.has('status')) return;
  for (const { cell } of told) findings.write(cell);
  lines.push(`update ${told[0]?.on ?? 'unknown'} unknown ${textOf(textIn(told))}`);
}

function writeEvidence(draft: ActionDraft, told: Told): void {
  const { cell, heading } = told;
  if (missingIn(cell.text) !== undefined) {
    writeNote(draft, told);
    return;
  }
  draft.writing.findings.write(cell);
  draft.lines.push(`evidence ${inOneLine(heading)} in ${inOneLine(cell.text)}`);
}

function writeCompleted(draft: ActionDraft, told: Told): void {
  const date = dateIn(told.cell);
  if (date === undefined) {
    writeNote(draft, told);
    return;
  }
  const { findings } = draft.writing;
  if (date.guess === undefined) findings.write(told.cell);
  else findings.guess(told.cell, `completed ${date.date}: ${date.guess}`);
  draft.lines.push(`completed ${dateValue(date, told.cell.text)}`);
}

function writeNote(draft: ActionDraft, told: Told): void {
  const { cell, heading } = told;
  draft.writing.findings.write(cell);
  draft.lines.push(`note ${textOf(heading === '' ? cell.text : `${heading}: ${cell.text}`)}`);
  comeFrom(draft, [told]);
}

function writePlainNote({ lines, writing: { findings } }: ActionDraft, { cell }: Told): void {
  findings.write(cell);
  lines.push(`note ${textOf(cell.text)}`);
}
