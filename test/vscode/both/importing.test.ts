import * as vscode from 'vscode';
import { eventually, ok, same } from '../support/assert.ts';
import { fileAt, revertAll } from '../support/editor.ts';
import { ready } from '../support/flags.ts';
import { Heard } from '../support/heard.ts';

/** A spreadsheet and a Word table, from the command to the plan; what comes of it is compared with the command line. */

describe('an import', () => {
  before(ready);
  afterEach(revertAll);

  for (const { name, bytes, map, files } of expectedImports) {
    it(`of ${name} writes the same bytes as the command line, and shows the plan beside the report`, async () => {
      const file = fileAt(name);
      await vscode.workspace.fs.writeFile(file, fromBase64(bytes));
      const folder = `of-${name}`;
      try {
        const given = { file, parent: fileAt(''), folder, map };
        await vscode.commands.executeCommand('mustdo.import', given);
        const made = await vscode.workspace.fs.readDirectory(fileAt(folder));
        same(made.map(([one]) => one).sort(), Object.keys(files).sort());
        for (const [one, text] of Object.entries(files))
          same(await textOf(`${folder}/${one}`), text, `${one} has other bytes`);
        await eventually(() => {
          const { activeTabGroup, all } = vscode.window.tabGroups;
          const tabs = all.map(({ activeTab }) => activeTab?.input);
          const plan = tabs.find((input) => input instanceof vscode.TabInputText);
          same(plan?.uri.path.replace(/^.*\//, ''), 'actions.plan');
          ok(all.length === 2, 'the report is not beside the plan');
          const report = tabs.find((input) => input instanceof vscode.TabInputWebview);
          ok(
            report?.viewType.includes('markdown'),
            `${activeTabGroup.activeTab?.label ?? ''} is no report`,
          );
        });
      } finally {
        await vscode.workspace.fs.delete(fileAt(folder), { recursive: true });
        await vscode.workspace.fs.delete(file);
      }
    });
  }

  it('writes nothing over a folder that is there', async () => {
    using heard = new Heard();
    const file = fileAt('plan.csv');
    await vscode.workspace.fs.writeFile(file, encoded('Ref,Action,Lead\n1,Teach,Chief Nurse\n'));
    await vscode.workspace.fs.createDirectory(fileAt('taken'));
    try {
      const given = { file, parent: fileAt(''), folder: 'taken' };
      await vscode.commands.executeCommand('mustdo.import', given);
      same(heard.words, ['Mustdo: taken is already there; nothing was changed.']);
      same(await vscode.workspace.fs.readDirectory(fileAt('taken')), []);
    } finally {
      await vscode.workspace.fs.delete(fileAt('taken'), { recursive: true });
      await vscode.workspace.fs.delete(file);
    }
  });

  it('says in a sentence why a file cannot be read', async () => {
    using heard = new Heard();
    const file = fileAt('old.xls');
    const old = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]);
    await vscode.workspace.fs.writeFile(file, old);
    try {
      await vscode.commands.executeCommand('mustdo.import', file);
      same(heard.words, [
        'Mustdo: old.xls is a workbook of before 2007 (.xls), which is not read: open it and save it as .xlsx.',
      ]);
    } finally {
      await vscode.workspace.fs.delete(file);
    }
  });

  it('shows what it takes each column for before it writes anything', async () => {
    const file = fileAt('plan.csv');
    await vscode.workspace.fs.writeFile(file, encoded('Ref,Action,Lead\n1,Teach,Chief Nurse\n'));
    try {
      const before = await vscode.workspace.fs.readDirectory(fileAt(''));
      await vscode.commands.executeCommand('mustdo.import', file);
      await eventually(() => {
        const { activeTab } = vscode.window.tabGroups.activeTabGroup;
        ok(activeTab?.input instanceof vscode.TabInputWebview, 'there is no page');
        ok(activeTab.input.viewType.includes('mustdo.import'), activeTab.input.viewType);
        same(activeTab.label, 'Import: plan.csv');
      });
      same(await vscode.workspace.fs.readDirectory(fileAt('')), before);
    } finally {
      await vscode.workspace.fs.delete(file);
    }
  });
});

const encoded = (text: string): Uint8Array => new TextEncoder().encode(text);

const fromBase64 = (text: string): Uint8Array =>
  Uint8Array.from(atob(text), (character) => character.charCodeAt(0));

const textOf = async (name: string): Promise<string> =>
  new TextDecoder().decode(await vscode.workspace.fs.readFile(fileAt(name)));
