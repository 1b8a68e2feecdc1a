import { addBlockAfter } from '../../checks/shared/fixes.ts';
import { appending, blockAtMargin } from '../../writing/blocks.ts';
import { inFile, type FileEdit } from '../../writing/tidy.ts';
import type { Ask } from '../ask.ts';

/** A block of its own: below the last of its kind in this file, else in the plan, else at the file's end. */
export function blockOfItsOwn(ask: Ask, header: string, lines: readonly string[]): FileEdit {
  const { plan, file } = ask;
  const text = blockAtMargin(header, lines);
  const all = plan.all('action');
  const before = all.findLast(({ unit }) => unit.file === file) ?? all.at(-1);
  return before === undefined ? appending(file, [text]) : inFile(addBlockAfter(before, text));
}
