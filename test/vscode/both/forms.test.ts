import * as vscode from 'vscode';
import { eventually, ok, same } from '../support/assert.ts';
import { open, placeOf, replace, revertAll } from '../support/editor.ts';
import { ready } from '../support/flags.ts';
import { Heard } from '../support/heard.ts';

/** What writes plan text for those who would rather not type it. */

describe('forms', () => {
  beforeEach(ready);
  afterEach(revertAll);

  const at = async (marked: string): Promise<vscode.TextEditor> => {
    const editor = await open('actions-amh-ld.plan');
    const place = placeOf(editor.document, marked);
    editor.selection = new vscode.Selection(place, place);
    return editor;
  };

  const written = async (
    { document }: vscode.TextEditor,
    command: string,
    answers: Readonly<Record<string, string>>,
    expected: RegExp,
  ): Promise<void> => {
    const before = document.getText();
    await vscode.commands.executeCommand(`mustdo.${command}`, { answers });
    ok(expected.test(document.getText()), `${command} did not write ${String(expected)}`);
    await vscode.commands.executeCommand('undo');
    await eventually(() => same(document.getText() === before, true, 'one undo is not enough'));
  };

  it('write an update, a judgement, a new deadline, a completion and a sign-off at the cursor', async () => {
    const editor = await at('action C "Bring┆');
    const on = '1 July 2018';
    await written(
      editor,
      'addUpdate',
      { level: 'on-track', text: 'Going well', on },
      /^ {2}update +2018-07-01 on-track "Going well"$/m,
    );
    await written(
      editor,
      'recordAssurance',
      { level: 'fully', by: 'CEG', on, minute: '1', because: '' },
      /^ {2}assurance +fully by CEG on 2018-07-01 minute "1"$/m,
    );
    await written(
      editor,
      'reviseDeadline',
      { due: '2018-12-31', because: 'Posts', by: 'CEG', on },
      /^ {2}due-revised +2018-12-31 on 2018-07-01 by CEG because "Posts"$/m,
    );
    await written(
      editor,
      'markComplete',
      { on, by: 'HON', evidence: 'Record', in: '', dated: on, line: '' },
      /^ {2}completed +2018-07-01 by HON\n {2}evidence +"Record" on 2018-07-01$/m,
    );
    await written(
      editor,
      'close',
      { by: 'CEG', on, minute: '', different: '', recheck: '' },
      /^ {2}closed +2018-07-01 by CEG$/m,
    );
  });

  it('write an action and a requirement, and explain a flag', async () => {
    const editor = await at('action C "Bring┆');
    await written(
      editor,
      'addAction',
      { title: 'Try', id: 'TRY', for: '', sro: 'HON', committee: '', due: '2018-12', measure: '' },
      /^action TRY "Try" \{\n {2}for {7}tbc\n {2}sro {7}HON\n/m,
    );
    const late = await at('action F┆');
    await written(
      late,
      'explainFlag',
      { flag: 'overdue', because: 'Posts', until: '31 August 2018', by: 'CEG' },
      /^ {2}explained +overdue until 2018-08-31 because "Posts" by CEG$/m,
    );
    const sources = await open('sources.plan');
    const place = placeOf(sources.document, 'inspection ┆');
    sources.selection = new vscode.Selection(place, place);
    await written(
      sources,
      'addRequirement',
      { keyword: 'must', title: 'Try', id: 'TRY', regulation: '', question: '' },
      /^ {2}must TRY "Try"$/m,
    );
  });

  it('say what is wrong with an answer, and write nothing', async () => {
    const { document } = await at('action C "Bring┆');
    const before = document.getText();
    using heard = new Heard();
    await vscode.commands.executeCommand('mustdo.addUpdate', { answers: { level: 'purple' } });
    same(heard.words, ['Mustdo: Choose one of the list.']);
    await vscode.commands.executeCommand('notifications.clearAll');
    same(document.getText(), before);
  });

  it('say where a block cannot be read, and write nothing into it', async () => {
    const { document } = await at('action C "Bring┆');
    await replace(document, 'action C "Bring', 'action C Bring');
    const before = document.getText();
    using heard = new Heard();
    for (const form of ['addUpdate', 'recordAssurance', 'reviseDeadline', 'markComplete', 'close'])
      await vscode.commands.executeCommand(`mustdo.${form}`, { answers: {} });
    same(heard.words.length, 5);
    const line = String(placeOf(document, '┆action C Bring').line + 1);
    for (const words of heard.words)
      ok(words.includes('Nothing is written into') && words.includes(` Line ${line}: `), words);
    await vscode.commands.executeCommand('notifications.clearAll');
    same(document.getText(), before);
  });

  it('ask for what nobody said, and can be left', async () => {
    const { document } = await at('action C "Bring┆');
    const before = document.getText();
    const running = vscode.commands.executeCommand('mustdo.addUpdate', {
      answers: { level: 'on-track', text: '' },
    });
    let ended = false;
    void Promise.resolve(running).then(() => (ended = true));
    // Escape closes the box as soon as it is there.
    await eventually(async () => {
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
      ok(ended, 'the form is still open');
    });
    same(document.getText(), before);
  });

  it('take what is typed and chosen from the keyboard', async () => {
    const { document } = await at('action C "Bring┆');
    const running = vscode.commands.executeCommand('mustdo.addUpdate', {
      answers: { level: 'on-track', text: '' },
    });
    let ended = false;
    void Promise.resolve(running).then(() => (ended = true));
    await eventually(async () => {
      await vscode.commands.executeCommand('quickInput.accept');
      ok(ended, 'the form is still open');
    });
    ok(/^ {2}update +2018-07-01 on-track$/m.test(document.getText()), 'the proposal was not taken');
  });
});
