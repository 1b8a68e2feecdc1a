import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';
import { eventually, ok, same } from '../support/assert.ts';
import { fileAt, flagged, open, replace, revertAll } from '../support/editor.ts';
import { flagsOfCommand, flagsOfEditor, sameFlags } from '../support/flags.ts';
import { Heard } from '../support/heard.ts';
import { mustdoCheck } from '../support/command-line.ts';

describe('the server', () => {
  let document: vscode.TextDocument;

  before(async () => {
    ({ document } = await open('actions-amh-ld.plan'));
    await sameFlags(flagsOfCommand(mustdoCheck(fileAt('').fsPath)));
    // What is not saved yet must outlive it too.
    await replace(document, 'committee    CEG\n', 'committee    CEGG\n');
    await eventually(() => same(flagged(document, 'unknown-reference').length, 1));
  });
  after(revertAll);

  for (const [how, end, says] of [
    [
      'restarted by command, says nothing',
      () => vscode.commands.executeCommand('mustdo.restart'),
      [],
    ],
    [
      'killed, says so',
      () => process.kill(serverProcess(), 'SIGKILL'),
      ['Mustdo’s server stopped and has been started again. Nothing that you wrote is lost.'],
    ],
  ] as const) {
    it(`${how}, and flags again all that it flagged before`, async () => {
      using heard = new Heard();
      const before = flagsOfEditor();
      let cleared = false;
      const listening = vscode.languages.onDidChangeDiagnostics(() => {
        cleared ||= flagged(document, 'overdue').length === 0;
      });
      await end();
      await eventually(() => ok(cleared, 'the server did not end'));
      await sameFlags(before);
      ok(document.getText().includes('CEGG'), 'what was not saved is lost');
      same(heard.words, says);
      listening.dispose();
    });
  }
});

/** The process id of the language server: a child of this extension host. */
function serverProcess(): number {
  const table = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' });
  const found = table
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
    .find((match) => match?.[2] === String(process.pid) && match[3]?.includes('server.cjs'));
  ok(found, `no server among:\n${table}`);
  return Number(found[1]);
}
