import { addBlockAfter } from '../../checks/shared/fixes.ts';
import { formatUnit } from '../../language/printer.ts';
import type { Edit } from '../../plan/flag.ts';
import type { Entity } from '../../plan/plan.ts';
import type { Ask } from '../ask.ts';
import { appending } from '../blocks.ts';
import { inFile, type FileEdit } from '../../writing/tidy.ts';

/** Whole blocks as somebody with time would lay them out. */

/** A block of its own: below the last of its kind in this file, else in the plan, else at the file's end. */
export function blockOfItsOwn(ask: Ask, header: string, lines: readonly string[]): FileEdit {
  const { plan, file } = ask;
  const text = formatUnit(blockText('', header, lines), '\n', true).trimEnd();
  const all = plan.all('action');
  const before = all.findLast(({ unit }) => unit.file === file) ?? all.at(-1);
  return before === undefined ? appending(file, [text]) : inFile(addBlockAfter(before, text));
}

/** A block at the end of another one, a blank line before it where what stands there is a block too. */
export function indented(parent: Entity, header: string, lines: readonly string[]): Edit {
  const { item, unit } = parent;
  const { offset, indent, bare } = item.insertAt;
  const own = indent.slice(0, -2);
  const block = blockText(indent, header, lines);
  const gap = bare || unit.text.charAt(offset - 1) === '{' ? '\n' : '\n\n';
  const text = bare ? ` {\n${block}\n${own}}` : `${gap}${block}`;
  return { unit, span: { start: offset, end: offset }, text };
}

function blockText(indent: string, header: string, lines: readonly string[]): string {
  if (lines.length === 0) return indent + header;
  const inside = lines.map((line) => `${indent}  ${line}`);
  return [`${indent}${header} {`, ...inside, `${indent}}`].join('\n');
}
