import { commands, l10n, Range, Uri, window } from 'vscode';
import * as z from 'zod';
import type { FormId } from '../../../server/src/lsp/protocol.ts';
import { columnFor } from '../preview/reveal.ts';
import { runForm, type FormStart } from '../forms.ts';
import { activePlan } from '../selector.ts';
import { PlanNode } from '../trees/node.ts';
import type { Command, Mustdo } from './command.ts';

/** What a caller may say beforehand; the rest is asked for. */
const told = z.object({
  uri: z.string().optional(),
  item: z.custom<NonNullable<FormStart['item']>>((value) => typeof value === 'object').optional(),
  answers: z.record(z.string(), z.string()).optional(),
});

/** The command of a form: about what a node of a tree stands for, else about where the cursor is. */
export const formCommand =
  (form: FormId): Command =>
  async (mustdo, argument) => {
    const start = startOf(form, mustdo, argument);
    if (start === undefined) {
      void window.showInformationMessage(
        l10n.t('Open a plan first: a file whose name ends in .plan.'),
      );
      return;
    }
    const made = await runForm(mustdo.server, start);
    if (made !== undefined) await show(Uri.parse(made.uri), made.line);
  };

function startOf(form: FormId, mustdo: Mustdo, argument: unknown): FormStart | undefined {
  if (argument instanceof PlanNode && argument.node.item !== undefined) {
    const { item, answers: given = {} } = argument.node;
    return { form, uri: item.uri, item, given };
  }
  const { data = {} } = told.safeParse(argument instanceof PlanNode ? undefined : argument);
  const said = data.answers === undefined ? {} : { answers: data.answers };
  if (data.item !== undefined) return { form, uri: data.item.uri, item: data.item, ...said };
  const editor = activePlan();
  const isElsewhere = data.uri !== undefined && data.uri !== editor?.document.uri.toString();
  if (editor === undefined || isElsewhere) {
    const uri = data.uri ?? mustdo.current.uri;
    return uri === undefined ? undefined : { form, uri, ...said };
  }
  const { line, character } = editor.selection.active;
  return { form, uri: editor.document.uri.toString(), position: { line, character }, ...said };
}

/** Shows what was written, with the cursor on its first line. */
async function show(uri: Uri, line: number): Promise<void> {
  const selection = new Range(line, 0, line, 0);
  // Where it is shown already, and not over the preview that somebody came from. As people open it: another way would
  // keep it for minutes after they have closed it.
  const viewColumn = columnFor(uri);
  await commands.executeCommand('vscode.open', uri, { selection, viewColumn });
}
