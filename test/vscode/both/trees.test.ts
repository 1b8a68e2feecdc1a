import * as vscode from 'vscode';
import { noticeOf } from '../../../client/src/notice.ts';
import { eventually, includes, ok, same } from '../support/assert.ts';
import { append, extension, fileAt, open, revertAll } from '../support/editor.ts';
import { ready } from '../support/flags.ts';

/** What the manifest says; VS Code itself has put the words in. */
interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
  };
}

const manifest = (): Manifest => extension().packageJSON as Manifest;

describe('the side bar', () => {
  before(ready);
  after(revertAll);

  it('shows each of its views', async () => {
    const views = manifest().contributes.views.mustdo ?? [];
    same(views.length, 5);
    for (const { id } of views) await vscode.commands.executeCommand(`${id}.focus`);
  });

  it('has a command for each that the manifest lists, with its words in English', async () => {
    const registered = await vscode.commands.getCommands(true);
    const { commands } = manifest().contributes;
    includes(
      registered,
      commands.map(({ command }) => command),
    );
    for (const { command, title } of commands) ok(!title.startsWith('%'), command);
  });

  it('groups what needs attention by owner, and back', async () => {
    await vscode.commands.executeCommand('mustdo.attention.focus');
    await vscode.commands.executeCommand('mustdo.attentionByOwner');
    await vscode.commands.executeCommand('mustdo.attentionByCheck');
  });

  it('bears commands of its nodes without a node', async () => {
    await vscode.commands.executeCommand('mustdo.goTo');
    await vscode.commands.executeCommand('mustdo.copyRow', 'nothing', [{}, 7]);
  });

  it('copies what is chosen as one row for a spreadsheet, in which nothing calculates', async () => {
    const { document } = await open('actions-chs.plan');
    await append(
      document,
      '\naction FIRST "=HYPERLINK(1)" {\n  sro "+44 Post"\n  due 2010-01-01\n}\n',
    );
    const cells = await eventually(async () => {
      await chooseFirstOverdue();
      // What was chosen is heard of a little later.
      return eventually(async () => {
        await vscode.commands.executeCommand('mustdo.copyRow');
        const text = await vscode.env.clipboard.readText();
        ok(/^FIRST\t[^\n]*\n$/.test(text), text);
        return text.trimEnd().split('\t');
      }, 1500);
    });
    same(cells.slice(1, 4), ["'=HYPERLINK(1)", '', "'+44 Post"]);
    ok(!cells.some((cell) => /^[=+\-@]/.test(cell)), cells.join(' | '));
  });

  it('goes to the text of what is chosen', async () => {
    await open('plan.plan');
    await eventually(async () => {
      await chooseFirstOverdue();
      const shown = vscode.window.activeTextEditor?.document.uri.toString();
      ok(shown !== fileAt('plan.plan').toString(), 'the text of the action is not shown');
    });
    const editor = vscode.window.activeTextEditor;
    const line = editor?.document.lineAt(editor.selection.active.line).text ?? '';
    ok(line.startsWith('action '), line);
  });
});

/** How long a tree may take to be drawn, in milliseconds. */
const drawing = 1000;

/** The overdue actions are unfolded; the first of them is the second line. The side bar is entered anew, and drawn. */
async function chooseFirstOverdue(): Promise<void> {
  await vscode.commands.executeCommand('workbench.view.explorer');
  await vscode.commands.executeCommand('mustdo.deadlines.focus');
  await new Promise((resolve) => setTimeout(resolve, drawing));
  for (const key of ['list.focusFirst', 'list.focusDown', 'list.select'])
    await vscode.commands.executeCommand(key);
}

describe('the notice', () => {
  const project = { asAt: '2018-07-01', overdue: 3, unmapped: 1 };
  const [today, yesterday] = ['2018-07-02', '2018-07-01'];

  it('is off unless somebody wants it', () => {
    same(vscode.workspace.getConfiguration('mustdo').get('dailyNotice'), false);
    same(noticeOf(project, { isWanted: false, lastOn: undefined, today }), undefined);
  });

  it('says once a day what is overdue and what nothing answers, where there is any', () => {
    const on = (lastOn: unknown, about = project) =>
      noticeOf(about, { isWanted: true, lastOn, today });
    const words =
      'As at 1 July 2018, 3 actions are overdue and 1 must-do has nothing that answers it.';
    same([on(undefined), on(yesterday), on(today)], [words, words, undefined]);
    same(
      on(yesterday, { ...project, overdue: 1, unmapped: 2 }),
      'As at 1 July 2018, 1 action is overdue and 2 must-dos have nothing that answers them.',
    );
    same(on(yesterday, { ...project, overdue: 0, unmapped: 0 }), undefined);
  });
});
