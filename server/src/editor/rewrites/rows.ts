import { CodeActionKind } from 'vscode-languageserver-types';
import type { PlanFile, Unit } from '../../plan/file.ts';
import { count } from '../../plan/words.ts';
import { lineEndOf, type FileEdit } from '../changes.ts';
import { actionsOfRows } from './row-actions.ts';
import { rowsIn } from './separated.ts';
import type { RewriteRule, Selected } from './rewrite.ts';

/** Rows pasted from a spreadsheet, tabs between their cells, become actions. */
export const rowsToActions: RewriteRule = {
  id: 'rows',
  kind: CodeActionKind.RefactorRewrite,
  *offer(selected) {
    const { ask, file } = selected;
    const stretch = pastedAt(selected);
    if (stretch === undefined) return;
    const rows = rowsIn(file.text.slice(stretch.start, stretch.end));
    if (!rows.some((cells) => cells.length > 1)) return;
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
  const stretch = start === end ? around(text, start) : wholeLines(text, start, end);
  const written = text.slice(stretch.start, stretch.end);
  if (!written.includes('\t')) return undefined;
  const isInBlock = unitsIn(file, unit, stretch).some(({ start: from, reading }) =>
    reading.items.some(
      ({ span }) => from + span.start < stretch.end && stretch.start < from + span.end,
    ),
  );
  return isInBlock ? undefined : stretch;
}

function unitsIn({ units }: PlanFile, first: Unit, { start, end }: Stretch): Unit[] {
  const isFirst = first.start <= start && end <= first.start + first.text.length;
  return isFirst
    ? [first]
    : units.filter((unit) => unit.start < end && start < unit.start + unit.text.length);
}

/** The longest table that is looked at around a cursor. */
const farthest = 2000;

function around(text: string, at: number): Stretch {
  let { start, end } = lineAt(text, at);
  if (text.slice(start, end).trim() === '') return { start, end: start };
  for (let lines = 0; start > 0 && lines < farthest; lines++) {
    const before = lineAt(text, start - lineEndBefore(text, start));
    if (text.slice(before.start, before.end).trim() === '') break;
    start = before.start;
  }
  for (let lines = 0; end < text.length && lines < farthest; lines++) {
    const after = lineAt(text, end + lineEndAfter(text, end));
    if (text.slice(after.start, after.end).trim() === '') break;
    end = after.end;
  }
  return { start, end };
}

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
    text: `${lead}${blocks.join('\n\n')}${trail}`.replaceAll('\n', lineEndOf(file)),
  };
}
