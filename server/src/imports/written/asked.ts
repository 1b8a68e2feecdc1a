import { freeId } from '../../plan/new-id.ts';
import type { Cell } from '../cells.ts';
import type { ActionRow, Told } from '../recognise/action-rows.ts';
import { idFrom, referenceIn } from '../recognise/references.ts';
import type { Table } from '../recognise/tables.ts';
import { inherited, type ActionDraft, type Writing } from './actions.ts';
import type { Requirements } from './requirements.ts';
import { given, inOneLine } from './text.ts';

/** Which action a row is, and what it is for: its references, its source and its requirement. */

/** The id that each row's own reference makes; undefined where it has none. */
export function idsOf(rows: readonly ActionRow[]): (string | undefined)[] {
  const taken = new Set<string>();
  return rows.map(({ cells }) => {
    const cell = referenceOf(cells)?.cell;
    const id = cell === undefined ? undefined : idFrom(cell.means ?? referenceIn(cell.text).own);
    if (id === undefined) return undefined;
    const free = freeId(id, (one) => taken.has(one));
    taken.add(free);
    return free;
  });
}

/** The cell that an action's id comes from: its own reference, else that of its requirement. */
export const referenceOf = (cells: ActionRow['cells']): Told | undefined =>
  (cells.get('ref') ?? cells.get('requirement-ref'))?.[0];

export function writeReferences(
  { row, lines, writing: { findings } }: ActionDraft,
  id: string,
  taken: ReadonlySet<string>,
): void {
  const cell = referenceOf(row.cells)?.cell;
  if (cell === undefined) return;
  findings.write(cell);
  const { own, continues } = referenceIn(cell.text);
  if (cell.text !== id)
    lines.push(
      `ref ${own === cell.text || continues.length > 0 ? inOneLine(cell.text) : given(inOneLine(own), cell.text)}`,
    );
  const list = continues.map((one) => (taken.has(one) ? one : `${one} not-in-plan`));
  if (list.length > 0) lines.push(`continues ${list.join(', ')} inferred "its reference names it"`);
  for (const { cell: other, heading } of (row.cells.get('ref') ?? []).slice(1)) {
    findings.write(other);
    lines.push(`note ${inOneLine(`${heading}: ${other.text}`)}`);
  }
}

export function writeSource(
  { row, lines, writing: { findings, names } }: ActionDraft,
  requirements: Requirements,
): void {
  const [told] = row.cells.get('source') ?? [];
  if (told === undefined) return;
  const { cell } = told;
  const { name, service } = sourceIn(cell);
  findings.write(cell);
  const source = requirements.source(name);
  const isPrinted = service === undefined && cell.means === undefined;
  const paper = isPrinted ? '' : ` given ${inOneLine(cell.text)}`;
  lines.push(`source ${source}${paper}${inherited(cell)}`);
  if (service !== undefined && !row.cells.has('service')) {
    lines.push(`service ${names.service.idOf(service).id} inferred "printed with its source"`);
    findings.guess(cell, `taken for the source “${name}” and the service “${service}”`);
  }
}

/** `Core Service Report 2017/CHS adults`: a report, and the service it is about. */
function sourceIn({ text, means }: Cell): { name: string; service: string | undefined } {
  if (means !== undefined) return { name: means, service: undefined };
  const [, report = '', service = ''] =
    /^([^/]{4,80}\b(?:report|inspection|review)\b[^/]{0,12})\/\s*(\D.{1,120})$/i.exec(text) ?? [];
  return report === ''
    ? { name: text, service: undefined }
    : { name: report.trim(), service: service.trim() };
}

/** What the row above was for, which a blank cell may mean again. */
export interface Above {
  requirement?: string | undefined;
  number?: number;
  table?: Table;
}

interface Asked {
  readonly id: string;
  /** Why it is believed, where the row itself does not say it. */
  readonly why: string;
}

/** What a row is for: its own requirement, one that a merged cell brings, or that of the row above. */
export function requirementOf(
  row: ActionRow,
  requirements: Requirements,
  { findings }: Writing,
  before: Above,
): Asked | undefined {
  const { cells } = row;
  const texts = cells.get('requirement') ?? [];
  const reference = cells.get('requirement-ref')?.[0]?.cell;
  const source = cells.get('source')?.[0]?.cell;
  const isNew = before.table !== row.table;
  if (isNew) before.requirement = undefined;
  before.table = row.table;
  const [first] = texts;
  if (first !== undefined) {
    const id = requirements.requirement(
      row,
      source === undefined ? undefined : sourceIn(source).name,
      texts,
      reference,
    );
    if (reference !== undefined) findings.write(reference);
    before.requirement = id;
    before.number = row.number;
    return { id, why: inherited(first.cell) };
  }
  if (reference !== undefined || cells.has('strength')) {
    before.requirement = undefined;
    return undefined;
  }
  const { requirement, number = 0 } = before;
  if (requirement === undefined || !cells.has('action')) return undefined;
  const [told] = cells.get('action') ?? [];
  if (told !== undefined)
    findings.guess(
      told.cell,
      `its row names no requirement, so it is taken to answer that of row ${String(number)}, ${requirement}`,
    );
  return {
    id: requirement,
    why: ` inferred ${inOneLine(`that of row ${String(number)}; the cell is blank`)}`,
  };
}

/** What a row says of a requirement that it does not name: notes of the action. */
export function describeWithout({ row, lines, writing: { findings } }: ActionDraft): void {
  for (const field of ['requirement-ref', 'strength', 'regulation', 'question'] as const) {
    for (const { cell, heading } of row.cells.get(field) ?? []) {
      if (findings.has(cell)) continue;
      findings.write(cell);
      lines.push(`note ${inOneLine(`${heading}: ${cell.text}`)}`);
    }
  }
}
