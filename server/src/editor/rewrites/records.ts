import { CodeActionKind } from 'vscode-languageserver-types';
import { addLine } from '../../checks/shared/fixes.ts';
import type { AnySaid } from '../../language/items.ts';
import { dayInWords } from '../../plan/calendar.ts';
import type { Edit } from '../../plan/flag.ts';
import type { Entity } from '../../plan/plan.ts';
import { inFile } from '../changes.ts';
import { readableAction, type RewriteRule } from './rewrite.ts';

/** A record of the as-at date, to be filled in: `tbc` stands where somebody has to say something. */
export const addRecord: RewriteRule = {
  id: 'add-record',
  kind: CodeActionKind.RefactorRewrite,
  *offer(selected) {
    const action = readableAction(selected);
    if (action === undefined) return;
    const { asAt } = selected.ask;
    const day = dayInWords(asAt);
    yield {
      title: `Add an update of ${day} to ${action.id}`,
      change: () => ({
        edits: [inFile(addAfter(action, action.item.updates, `update ${asAt} tbc tbc`))],
      }),
    };
    yield {
      title: `Add evidence of ${day} to ${action.id}`,
      change: () => ({
        edits: [inFile(addAfter(action, action.item.evidence, `evidence tbc in tbc on ${asAt}`))],
      }),
    };
  },
};

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
