import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Folder } from '../support/command.ts';
import { RawWire } from '../support/raw-wire.ts';
import { uriOf } from '../support/wire.ts';

/** Many edits, many files and much text: the server answers all the same, and the same. */

const plan = 'plan P "Plan"\naction A "Act" {\n  due 2018-06\n}\n';

describe('much at once', () => {
  it('five thousand edits end where a fresh server begins', async () => {
    const sample = readFileSync('samples/getting-started/getting-started.plan', 'utf8');
    const words = ['sro X "X"\n', 'due 2018-06-31 ', '"', '}\n', '\n', 'action Z "Z" {\n'];
    using folder = new Folder({ 'a.plan': sample });
    const uri = uriOf(folder.at('a.plan'));
    await using wire = await RawWire.start(folder.path);
    const lines = sample.split('\n');
    wire.open(uri, sample);
    for (let turn = 0; turn < 2500; turn++) {
      const at = (turn * 37) % lines.length;
      const text = words[turn % words.length] ?? '';
      const position = { line: at, character: 0 };
      const change = (range: object, added: string, version: number): void =>
        wire.notify('textDocument/didChange', {
          textDocument: { uri, version },
          contentChanges: [{ range, text: added }],
        });
      change({ start: position, end: position }, text, 2 * turn + 2);
      const end = text.endsWith('\n')
        ? { line: at + 1, character: 0 }
        : { line: at, character: text.length };
      // Every hundredth stays, so that the text at the end is another than at the beginning.
      const isKept = turn % 100 === 0 && text.startsWith('sro');
      change({ start: position, end: isKept ? position : end }, '', 2 * turn + 3);
      if (isKept) lines.splice(at, 0, text.trimEnd());
    }
    await wire.ask('textDocument/documentSymbol', { textDocument: { uri } });
    await using fresh = await RawWire.start(folder.path);
    fresh.open(uri, lines.join('\n'));
    await fresh.ask('textDocument/documentSymbol', { textDocument: { uri } });
    assert.ok((wire.flagsOf(uri) ?? []).length > 0);
    assert.deepEqual(wire.flagsOf(uri), fresh.flagsOf(uri));
  }).timeout(120_000);

  it('a plan of 50 MB is flagged at its top, on disk and when it is opened, and the rest goes on', async () => {
    const large = '// nothing\n'.repeat(5_000_000);
    using folder = new Folder({ 'a.plan': plan, 'large.plan': large });
    const uri = uriOf(folder.at('a.plan'));
    const largeUri = uriOf(folder.at('large.plan'));
    const opened = uriOf(folder.at('opened.plan'));
    await using wire = await RawWire.start(folder.path);
    const alive = async (): Promise<void> => {
      const params = { textDocument: { uri }, position: { line: 1, character: 8 } };
      assert.match(JSON.stringify((await wire.ask('textDocument/hover', params)).result), /Act/);
    };
    wire.open(uri, plan);
    await alive();
    const onDisk = wire.flagsOf(largeUri)?.[0];
    assert.match(JSON.stringify(onDisk?.message), /larger than 20 MB/);
    assert.equal(onDisk?.range.start.line, 0);

    wire.open(opened, large);
    await alive();
    assert.match(JSON.stringify(wire.flagsOf(opened)?.[0]?.message), /larger than 20 MB/);
    wire.notify('textDocument/didChange', {
      textDocument: { uri: opened, version: 2 },
      contentChanges: [{ text: 'x' }],
    });
    await alive();
    wire.notify('textDocument/didClose', { textDocument: { uri: opened } });
    await alive();
    assert.deepEqual(wire.flagsOf(opened), []);

    wire.open(opened, plan.replaceAll('A ', 'B '));
    wire.notify('textDocument/didChange', {
      textDocument: { uri: opened, version: 2 },
      contentChanges: [{ text: large }],
    });
    await alive();
    assert.match(JSON.stringify(wire.flagsOf(opened)?.[0]?.message), /larger than 20 MB/);
  }).timeout(60_000);

  it('a folder of 20,000 other files changes nothing', async () => {
    using folder = new Folder({ 'a.plan': plan });
    for (let at = 0; at < 20_000; at++)
      folder.write(`papers/${String(at % 100)}/${String(at)}.docx`, '');
    const uri = uriOf(folder.at('a.plan'));
    await using wire = await RawWire.start(folder.path);
    const started = Date.now();
    wire.open(uri, plan);
    await wire.until(() => wire.flagsOf(uri), 'flags');
    assert.ok(wire.flagsOf(uri)?.some(({ code }) => code === 'overdue'));
    const { result } = await wire.ask('mustdo/checkAll');
    assert.equal((result as { files: number }).files, 1);
    const changes = Array.from({ length: 20_000 }, (_, at) => ({
      uri: uriOf(folder.at(`papers/${String(at % 100)}/${String(at)}.docx`)),
      type: 2,
    }));
    wire.notify('workspace/didChangeWatchedFiles', { changes });
    await wire.ask('mustdo/preview', { uri });
    assert.ok(Date.now() - started < 20_000);
  }).timeout(60_000);
});
