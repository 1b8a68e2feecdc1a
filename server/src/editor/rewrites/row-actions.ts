import { freeId } from '../../checks/shared/declare.ts';
import { referenceTo } from '../../checks/shared/references.ts';
import type { Kind } from '../../language/keywords/index.ts';
import { formatUnit } from '../../language/printer.ts';
import { dateInText } from '../../imports/recognise/dates.ts';
import { missingIn } from '../../imports/recognise/missing.ts';
import { idFrom } from '../../imports/recognise/references.ts';
import { dateValue } from '../../imports/written/due.ts';
import { inOneLine, textOf } from '../../imports/written/text.ts';
import type { Plan } from '../../plan/plan.ts';
import { columnsOf, type Column, type Columns } from './row-columns.ts';

/** Rows of a spreadsheet as the text of actions. What cannot be told goes into notes: nothing is lost. */

/** The blocks of rows, in their order; a row of headings is none. */
export function actionsOfRows(plan: Plan, rows: readonly (readonly string[])[]): string[] {
  const columns = columnsOf(rows);
  const taken = new Set<string>();
  return (columns.hasHeading ? rows.slice(1) : rows).map((cells) =>
    actionOf(plan, columns, cells, taken),
  );
}

/** What an action says of its cells. */
interface Draft {
  readonly lines: string[];
  readonly notes: string[];
}

function actionOf(
  plan: Plan,
  columns: Columns,
  cells: readonly string[],
  taken: Set<string>,
): string {
  const draft: Draft = { lines: [], notes: [] };
  const cellOf = (column: Column): string => cells[columns.places.get(column) ?? -1] ?? '';
  const printed = cellOf('id');
  const id = idFor(plan, printed, taken);
  if (printed !== '' && printed !== id) draft.lines.push(`ref ${inOneLine(printed)}`);
  const [title, full] = titleFrom(cellOf('title'));
  if (full !== '') draft.lines.push(`description ${textOf(full)}`);
  addRequirements(plan, draft, cellOf('requirement'));
  addNamed(plan, draft, 'sro', cellOf('owner'));
  addNamed(plan, draft, 'committee', cellOf('committee'));
  addDue(draft, cellOf('due'));
  for (const [index, cell] of cells.entries()) {
    const heading = columns.headings[index] ?? '';
    const isOther = ![...columns.places.values()].includes(index) && cell !== '';
    if (isOther) draft.notes.push(heading === '' ? cell : `${heading}: ${cell}`);
  }
  const lines = [...draft.lines, ...draft.notes.map((note) => `note ${textOf(note)}`)];
  const body = lines.map((line) => `  ${line}\n`).join('');
  const block = `action ${id} ${title === '' ? 'tbc' : inOneLine(title)} {\n${body}}\n`;
  return formatUnit(block, '\n', true).trimEnd();
}

/** The printed reference where it can be an id and is free; else one that is like it, or the next number. */
function idFor(plan: Plan, printed: string, taken: Set<string>): string {
  const isTaken = (id: string): boolean => taken.has(id) || plan.withId('action', id).length > 0;
  const made = idFrom(printed, '');
  let id: string;
  if (made !== undefined) id = freeId(made, isTaken);
  else {
    let number = 1;
    while (isTaken(`A${number}`)) number++;
    id = `A${number}`;
  }
  taken.add(id);
  return id;
}

/** A title is a line; of a longer text it is the first line, and the whole follows as the description. */
function titleFrom(cell: string): [string, string] {
  const [first = '', ...more] = cell.split(/\r\n|\n|\r/).map((line) => line.trim());
  return more.length === 0 ? [first, ''] : [first, cell];
}

function addRequirements(plan: Plan, { lines, notes }: Draft, cell: string): void {
  if (cell === '') return;
  const missing = missingIn(cell);
  if (missing !== undefined) {
    lines.push(`for ${missing}`);
    return;
  }
  const whole = find(plan, 'requirement', cell);
  const parts =
    whole === undefined ? cell.split(/[,;\r\n]+|\sand\s/).map((part) => part.trim()) : [];
  const ids = whole === undefined ? parts.map((part) => find(plan, 'requirement', part)) : [whole];
  const known = ids.filter((id) => id !== undefined);
  const isAll = known.length === ids.length;
  if (known.length > 0) lines.push(`for ${[...new Set(known)].join(', ')}`);
  if (!isAll) notes.push(`Requirement: ${cell}`);
}

/** The id of what a cell names; what nobody declared is named in quotation marks. */
function addNamed(plan: Plan, { lines }: Draft, kind: 'sro' | 'committee', cell: string): void {
  if (cell === '') return;
  const id = find(plan, kind, cell);
  const known = id === cell || id === undefined ? id : `${id} given ${inOneLine(cell)}`;
  lines.push(`${kind} ${known ?? missingIn(cell) ?? inOneLine(cell)}`);
}

/** A date that can be nothing else; what would be a guess is a note, as there is no report to say so. */
function addDue({ lines, notes }: Draft, cell: string): void {
  if (cell === '') return;
  const found = dateInText(cell);
  const isSure = found !== undefined && found.guess === undefined;
  const date = isSure ? dateValue(found, cell) : missingIn(cell);
  lines.push(`due ${date ?? 'tbc'}`);
  if (date === undefined) notes.push(`Due: ${cell}`);
}

/** How to refer to what a cell names by its id, its title or another name; undefined where that is not clear. */
function find(plan: Plan, kind: Kind, cell: string): string | undefined {
  const span = { start: 0, end: 0 };
  const base = { kinds: [kind], notInPlan: false, span };
  const [, source, own] = /^([^\s:]+):([^\s:]+)$/.exec(cell) ?? [];
  const byId = source === undefined ? { ...base, id: cell } : { ...base, source, id: own };
  for (const reference of [byId, { ...base, name: cell }]) {
    const resolution = plan.resolve(reference);
    if (resolution.state === 'found') return referenceTo(plan, resolution.entity);
  }
  return undefined;
}
