import { addLine } from '../checks/shared/fixes.ts';
import { formatUnit } from '../language/printer.ts';
import type { PlanFile } from '../plan/file.ts';
import type { Edit } from '../plan/flag.ts';
import type { Entity } from '../plan/plan.ts';
import type { FileEdit } from './tidy.ts';

/** Whole blocks as somebody with time would lay them out. */

/** A block as it is to be written: its first line without the brace, and the lines inside. */
export interface NewBlock {
  readonly header: string;
  readonly lines: readonly string[];
}

/** A block at the margin, laid out, with blocks of its own below its lines. */
export const blockAtMargin = (
  header: string,
  lines: readonly string[],
  blocks: readonly NewBlock[] = [],
): string => {
  const all = [...lines, ...linesOfBlocks(blocks)];
  return formatUnit(blockText('', { header, lines: all }), '\n', true).trimEnd();
};

/** A block at the end of another one, a blank line before it where what stands there is a block too. */
export function indented(parent: Entity, block: NewBlock): Edit {
  const { item, unit } = parent;
  const { offset, indent, bare } = item.insertAt;
  const own = indent.slice(0, -2);
  const inside = blockText(indent, block);
  const gap = unit.text.charAt(offset - 1) === '{' ? '\n' : '\n\n';
  const text = bare ? ` {\n${inside}\n${own}}` : `${gap}${inside}`;
  return { unit, span: { start: offset, end: offset }, text };
}

/** Opens a block that has no braces yet, with lines and blocks of its own. */
export const openedWith = (
  parent: Entity,
  lines: readonly string[],
  blocks: readonly NewBlock[],
): Edit => addLine(parent, ...lines, ...linesOfBlocks(blocks));

/** Blocks as lines of the one that they are in, a blank line before each. */
const linesOfBlocks = (blocks: readonly NewBlock[]): string[] =>
  blocks.flatMap((block) => ['', ...blockText('', block).split('\n')]);

function blockText(indent: string, { header, lines }: NewBlock): string {
  if (lines.length === 0) return indent + header;
  const inside = lines.map((line) => `${indent}  ${line}`);
  return [`${indent}${header} {`, ...inside, `${indent}}`].join('\n');
}

/** Adds blocks at the end of a file, a blank line before them. */
export function appending(file: PlanFile, texts: readonly string[]): FileEdit {
  const kept = file.text.trimEnd().length;
  const isEmpty = kept === 0;
  const start = isEmpty ? file.text.length : kept;
  const added = `${texts.join('\n\n')}\n`.replaceAll(/\r\n|\n|\r/g, file.eol);
  const gap = isEmpty ? '' : file.eol.repeat(2);
  return { file, start, end: file.text.length, text: gap + added };
}
