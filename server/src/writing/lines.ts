import { addLine } from '../checks/shared/fixes.ts';
import type { AnySaid } from '../language/items.ts';
import type { Edit } from '../plan/flag.ts';
import type { Entity } from '../plan/plan.ts';

/** Adds a line below the last of its kind, or at the end of the block. */
export function addAfter(
  action: Entity,
  before: readonly Pick<AnySaid, 'span'>[],
  line: string,
): Edit {
  const last = before.at(-1);
  const { unit, item } = action;
  if (last === undefined) return addLine(action, line);
  // A comment at the end of the line stays with it.
  const rest = /^[^\r\n]*/.exec(unit.text.slice(last.span.end))?.[0] ?? '';
  if (rest.includes('}') || rest.includes('/*')) return addLine(action, line);
  const end = last.span.end + rest.trimEnd().length;
  return { unit, span: { start: end, end }, text: `\n${item.insertAt.indent}${line}` };
}

/** A line to add to a block, below the last of those given, or at the block’s end where there is none. */
export interface NewLine {
  readonly line: string;
  readonly below: readonly Pick<AnySaid, 'span'>[];
}

/** Adds several lines to one block; a block without braces gets them once. */
export function addEach(action: Entity, lines: readonly NewLine[]): Edit[] {
  if (action.item.insertAt.bare) return [addLine(action, ...lines.map(({ line }) => line))];
  return lines.map(({ line, below }) => addAfter(action, below, line));
}
