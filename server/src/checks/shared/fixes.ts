import type { Said, Value } from '../../language/items.ts';
import type { Span } from '../../language/tree.ts';
import type { Unit } from '../../plan/file.ts';
import type { Edit, Fix } from '../../plan/flag.ts';
import type { Entity } from '../../plan/plan.ts';

/** The edits that quick fixes are made of. */

/** A fix that cannot change what the plan means. */
export const safeFix = (title: string, ...edits: Edit[]): Fix => ({ title, safe: true, edits });

/** A fix that someone has to look at: it changes the meaning, or inserts `tbc` to be filled in. */
export const fixToLookAt = (title: string, ...edits: Edit[]): Fix => ({
  title,
  safe: false,
  edits,
});

export const replace = (unit: Unit, span: Span, text: string): Edit => ({ unit, span, text });

/** Adds a line (or lines) at the end of an item's block, opening braces where it has none. */
export function addLine({ item, unit }: Entity, ...lines: string[]): Edit {
  const { offset, indent, bare } = item.insertAt;
  const own = indent.slice(0, -2);
  const added = lines.map((line) => `\n${indent}${line}`).join('');
  const text = bare ? ` {${added}\n${own}}` : added;
  return { unit, span: { start: offset, end: offset }, text };
}

/** Takes out what stands at a span, with its line where nothing else stands on it. */
export function removeLine(unit: Unit, { start, end }: Span): Edit {
  const { text } = unit;
  const before = /(?:\r\n|\r|\n)[ \t]*$/.exec(text.slice(0, start))?.[0];
  const isLast = /^[ \t]*(?:\r|\n|$)/.test(text.slice(end));
  if (before === undefined || !isLast) return replace(unit, { start, end }, '');
  return replace(unit, { start: start - before.length, end }, '');
}

/** Adds a qualifier to a line of an item: at its end, or before the text block that ends it. */
export function addQualifier({ unit }: Entity, said: Said, qualifier: string): Edit {
  const fields = Object.entries(said) as [string, Partial<Value<unknown>> | undefined][];
  for (const [name, value] of fields) {
    if (value?.span === undefined || !isTextBlock(unit.text, value.span)) continue;
    const before = unit.text.slice(said.span.start, value.span.start).trimEnd();
    // The block may be the text of a qualifier, whose keyword stays with it.
    const isItsText = before.endsWith(name) && /\s/.test(before.at(-name.length - 1) ?? '');
    const at = isItsText ? said.span.start + before.length - name.length : value.span.start;
    return { unit, span: { start: at, end: at }, text: `${qualifier} ` };
  }
  const { end } = said.span;
  return { unit, span: { start: end, end }, text: ` ${qualifier}` };
}

/** A text in quotation marks ends on its line. */
const isTextBlock = (text: string, { start, end }: Span): boolean =>
  text.startsWith('"""', start) && /[\r\n]/.test(text.slice(start, end));

/** Adds a block at the margin after the block that an item is, or stands in. */
export function addBlockAfter(entity: Entity, block: string): Edit {
  const { unit, item } = entity.parent ?? entity;
  // A comment at the end of the line stays with what it is about.
  const comment = /^[ \t]+\/\/[^\r\n]*/.exec(unit.text.slice(item.span.end))?.[0] ?? '';
  const end = item.span.end + comment.length;
  return { unit, span: { start: end, end }, text: `\n\n${block}` };
}
