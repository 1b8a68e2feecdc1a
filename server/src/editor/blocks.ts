import type { Item } from '../language/items.ts';
import { tokenEnd, tokenize } from '../language/tokens.ts';
import type { PlanFile, Unit } from '../plan/file.ts';
import type { FileEdit } from '../writing/tidy.ts';

/** Blocks at the margin as people see them: with the comments directly above them. */

export interface Block {
  readonly item: Item;
  readonly unit: Unit;
  /** Where it stands in the file; comments directly above, and one after its }, are its own. */
  readonly start: number;
  readonly end: number;
}

/** The blocks of a file in their order. A unit that has more than one, or one not at its start, has none. */
export const blocksOf = (file: PlanFile): Block[] =>
  file.units.flatMap((unit, index) => blockIn(unit, file.units[index - 1]) ?? []);

/** The block that begins a unit. */
export function blockAt(unit: Unit): Block | undefined {
  const { units } = unit.file;
  return blockIn(unit, units[units.indexOf(unit) - 1]);
}

function blockIn(unit: Unit, before: Unit | undefined): Block | undefined {
  const [item, second] = unit.reading.items;
  if (item === undefined || second !== undefined) return undefined;
  if (unit.text.slice(0, item.span.start).replace('\ufeff', '') !== '') return undefined;
  const rest = unit.text.slice(item.span.end);
  const comment = /^[ \t]+(?:\/\/[^\r\n]*|\/\*[^\r\n]*?\*\/(?=[ \t]*(?:[\r\n]|$)))/.exec(rest)?.[0];
  return {
    item,
    unit,
    start: unit.start + item.span.start - (before === undefined ? 0 : commentsBelow(before)),
    end: unit.start + item.span.end + (comment?.length ?? 0),
  };
}

/** How long the comments are with which a unit ends, directly above the next one. */
function commentsBelow({ text, reading }: Unit): number {
  const from = Math.max(0, ...reading.items.map(({ span }) => span.end));
  if (text.slice(from).trim() === '') return 0;
  const { comments } = tokenize(text);
  let start = text.length;
  for (const comment of comments.toReversed()) {
    const { startOffset } = comment;
    const between = text.slice(tokenEnd(comment), start);
    const line = /[^\r\n]*$/.exec(text.slice(0, startOffset))?.[0] ?? '';
    const isOwn = startOffset >= from && line.replace('\ufeff', '').trim() === '';
    if (!isOwn || !/^[ \t]*(?:\r\n|\n|\r)[ \t]*$/.test(between)) break;
    start = startOffset - line.replace('\ufeff', '').length;
  }
  return text.length - start;
}

/** What a block is as text. */
export const textOfBlock = ({ unit, start, end }: Block): string =>
  unit.file.textBetween(start, end);

/** Takes blocks out with the blank lines after them, or, at the end of the file, with those before them. */
export function removalsOf(blocks: readonly Block[]): FileEdit[] {
  const stretches: { file: PlanFile; start: number; end: number }[] = [];
  for (const { unit, start, end } of blocks) {
    const { file } = unit;
    const before = stretches.at(-1);
    const isNext = before?.file === file && file.textBetween(before.end, start).trim() === '';
    if (before !== undefined && isNext) before.end = end;
    else stretches.push({ file, start, end });
  }
  return stretches.map(removalOf);
}

function removalOf({ file, start, end }: Omit<FileEdit, 'text'>): FileEdit {
  const after = file.text.slice(end);
  if (after.trim() !== '') {
    const gap = /^[ \t]*(?:\r\n|\n|\r)(?:[ \t]*(?:\r\n|\n|\r))*/.exec(after);
    return { file, start, end: end + (gap?.[0].length ?? 0), text: '' };
  }
  const kept = file.text.slice(0, start).trimEnd();
  const eol = /\r\n|\n|\r/.exec(file.text.slice(kept.length))?.[0] ?? '';
  return { file, start: kept.length, end: file.text.length, text: kept === '' ? '' : eol };
}
