import { CodeActionKind } from 'vscode-languageserver-types';
import { dayInWords } from '../../plan/calendar.ts';
import { addAfter } from '../../writing/lines.ts';
import { inFile } from '../../writing/tidy.ts';
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
