import { CodeActionKind } from 'vscode-languageserver-types';
import type { PlanFile, Unit } from '../../plan/file.ts';
import { count } from '../../plan/words.ts';
import type { FileEdit } from '../../writing/tidy.ts';
import { actionsOfRows } from './row-actions.ts';
import { rowsIn } from '../../imports/readers/clipboard.ts';
import type { RewriteRule, Selected } from './rewrite.ts';

/** Rows pasted from a spreadsheet, tabs between their cells, become actions. */
export const rowsToActions: RewriteRule = {
  id: 'rows',
  kind: CodeActionKind.RefactorRewrite,
  *offer(selected) {
    const { ask, file } = selected;
    const stretch = pastedAt(selected);
    if (stretch === undefined) return;
    const rows = rowsIn(file.textBetween(stretch.start, stretch.end));
    if (!rows.some((cells) => cells.filter((cell) => cell !== '').length > 1)) return;
    const blocks = actionsOfRows(ask.plan, rows);
    if (blocks.length === 0) return;
    yield {
      title: `Make ${count(blocks.length, 'action')} of the pasted rows`,
      change: () => ({ edits: [inPlaceOf(file, stretch, blocks)] }),
    };
  },
};

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The selected lines, or those around the cursor up to a blank one; none of a block. */
function pastedAt({ file, start, end, unit }: Selected): Stretch | undefined {
  const { text } = file;
  const isPoint = start === end;
  const stretch = isPoint ? around(unit, start) : wholeLines(text, start, end);
  if (!text.slice(stretch.start, stretch.end).includes('\t')) return undefined;
  const units = isPoint ? [unit] : file.units.filter((one) => isBetween(one, stretch));
  return units.some((one) => isInBlock(one, stretch)) ? undefined : stretch;
}

const isBetween = ({ start, text }: Unit, { start: from, end: to }: Stretch): boolean =>
  start < to && from < start + text.length;

const isInBlock = ({ start, reading }: Unit, { start: from, end: to }: Stretch): boolean =>
  reading.items.some(({ span }) => start + span.start < to && from < start + span.end);

/** The longest table that is looked at around a cursor. */
const farthest = 2000;

function around(unit: Unit, at: number): Stretch {
  const { text } = unit.file;
  const last = unit.start + unit.text.length;
  const isPart = (line: Stretch): boolean =>
    text.slice(line.start, line.end).trim() !== '' && !isInBlock(unit, line);
  let { start, end } = lineAt(text, at);
  if (!isPart({ start, end })) return { start, end: start };
  for (let lines = 0; start > unit.start && lines < farthest; lines++) {
    const before = lineAt(text, start - lineEndBefore(text, start));
    if (!isPart(before)) break;
    start = before.start;
  }
  for (let lines = 0; end < last && lines < farthest; lines++) {
    const after = lineAt(text, end + lineEndAfter(text, end));
    const isOpen = hasOpenCell(text.slice(start, end));
    if (after.end > last || (isOpen ? isInBlock(unit, after) : !isPart(after))) break;
    end = after.end;
  }
  return { start, end };
}

/** A cell in quotation marks may hold blank lines. */
const hasOpenCell = (text: string): boolean => (text.match(/"/g)?.length ?? 0) % 2 === 1;

/** A selection that ends at the start of a line does not mean that line. */
function wholeLines(text: string, start: number, end: number): Stretch {
  const last =
    end > start && isLineEnd(text.charAt(end - 1)) ? end - lineEndBefore(text, end) : end;
  return { start: lineAt(text, start).start, end: lineAt(text, Math.max(last, start)).end };
}

const isLineEnd = (character: string): boolean => character === '\n' || character === '\r';

const lineEndBefore = (text: string, at: number): number =>
  text.slice(Math.max(at - 2, 0), at) === '\r\n' ? 2 : 1;

const lineEndAfter = (text: string, at: number): number =>
  text.slice(at, at + 2) === '\r\n' ? 2 : 1;

function lineAt(text: string, at: number): Stretch {
  let start = at;
  while (start > 0 && !isLineEnd(text.charAt(start - 1))) start--;
  let end = at;
  while (end < text.length && !isLineEnd(text.charAt(end))) end++;
  return { start, end };
}

/** Blocks with one blank line around them. */
function inPlaceOf(file: PlanFile, stretch: Stretch, blocks: readonly string[]): FileEdit {
  const { text } = file;
  const before = text.slice(0, stretch.start);
  const after = text.slice(stretch.end);
  const start = before.trimEnd().length;
  const end = stretch.end + (after.length - after.trimStart().length);
  const isFirst = before.replace('\ufeff', '').trim() === '';
  const lead = isFirst ? '' : '\n\n';
  const trail = end === text.length ? '\n' : '\n\n';
  const mark = isFirst && text.startsWith('\ufeff') ? 1 : 0;
  return {
    file,
    start: isFirst ? mark : start,
    end,
    text: `${lead}${blocks.join('\n\n')}${trail}`.replaceAll('\n', file.eol),
  };
}
