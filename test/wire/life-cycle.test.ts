import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Folder } from '../support/command.ts';
import { initialize, RawWire } from '../support/raw-wire.ts';
import { uriOf } from '../support/wire.ts';

/** When a client may send what, and how the server ends. */

const notInitialized = -32002;
const invalidRequest = -32600;
const methodNotFound = -32601;

describe('before initialize', () => {
  it('a request is refused, a notification is left, and the handshake still works', async () => {
    using folder = new Folder({ 'a.plan': 'sro S "Role"\n' });
    await using wire = new RawWire();
    const uri = uriOf(folder.at('a.plan'));
    const position = { line: 0, character: 4 };
    const early = await wire.ask('textDocument/hover', { textDocument: { uri }, position });
    assert.equal(early.error?.code, notInitialized);
    assert.equal((await wire.ask('shutdown')).error?.code, notInitialized);
    wire.open(uri, 'sro T "Other role"\n');
    wire.notify('$/cancelRequest', { id: 1 });
    wire.send(initialize(folder.path));
    assert.ok((await wire.answerTo('initialize')).result);
    wire.open(uri, 'sro S "Role"\n');
    const late = await wire.ask('textDocument/hover', { textDocument: { uri }, position });
    assert.match(JSON.stringify(late.result), /Role/);
  });

  it('one that cannot be used is refused in words, and a second one too', async () => {
    using folder = new Folder({});
    await using wire = new RawWire();
    const wrong = await wire.ask('initialize', {
      capabilities: {},
      initializationOptions: { asAt: '1 July' },
    });
    assert.match(wrong.error?.message ?? '', /asAt.*no day such as 2018-07-01/);
    for (const params of [
      null,
      [],
      {},
      { capabilities: 7 },
      { capabilities: {}, workspaceFolders: 7 },
    ]) {
      assert.ok((await wire.ask('initialize', params)).error);
    }
    wire.send(initialize(folder.path));
    assert.ok((await wire.answerTo('initialize')).result);
    const second = await wire.ask('initialize', { capabilities: {} });
    assert.equal(second.error?.code, invalidRequest);
  });

  it('a client that knows of one folder only has its plans found there', async () => {
    using folder = new Folder({ 'a.plan': 'sro S "Role"\n' });
    await using wire = new RawWire();
    const params = { processId: null, rootUri: uriOf(folder.path), capabilities: {} };
    await wire.ask('initialize', params);
    const { result } = await wire.ask('mustdo/checkAll');
    assert.equal((result as { files: number }).files, 1);
  });
});

describe('the server ends', () => {
  const started = async (): Promise<RawWire> => {
    using folder = new Folder({});
    return await RawWire.start(folder.path);
  };

  it('with 0 when it was shut down first; between the two nothing else is done', async () => {
    await using wire = await started();
    assert.equal((await wire.ask('shutdown')).result, null);
    assert.equal((await wire.ask('workspace/symbol', { query: '' })).error?.code, invalidRequest);
    assert.equal((await wire.ask('shutdown')).error?.code, invalidRequest);
    wire.open('file:///a.plan', 'sro S "Role"\n');
    wire.notify('exit');
    assert.equal(await wire.ended, 0);
    assert.equal(wire.stderr, '');
  });

  it('with 1 when it was not', async () => {
    await using wire = await started();
    wire.notify('exit');
    assert.equal(await wire.ended, 1);
  });

  it('when it was told to before anything else', async () => {
    await using wire = new RawWire();
    wire.notify('exit');
    assert.equal(await wire.ended, 1);
  });

  it('when its input ends, whatever it is doing', async () => {
    await using wire = await started();
    wire.bytes('Content-Length: 500\r\n\r\n{"jsonrpc"');
    wire.process.stdin.end();
    assert.equal(await wire.ended, 1);
    assert.equal(wire.stderr, '');
  });

  it('when its output is read by nobody any more', async () => {
    await using wire = await started();
    wire.process.stdout.destroy();
    const nudge = setInterval(() => wire.notify('$/unknown', [1]), 50);
    void wire.ask('workspace/symbol', { query: '' }).catch(() => undefined);
    assert.equal(await wire.ended, 1);
    clearInterval(nudge);
    assert.equal(wire.stderr, '');
  });

  it('when the client’s process is gone, though its input stays open', async () => {
    using folder = new Folder({});
    const client = spawn(process.execPath, ['--eval', 'setInterval(() => {}, 1000)']);
    await using wire = await RawWire.start(folder.path, { processId: client.pid });
    client.kill();
    await once(client, 'exit');
    assert.equal(await wire.ended, 1);
  });
});

it('an unknown method is refused, an unknown notification is left', async () => {
  using folder = new Folder({});
  await using wire = await RawWire.start(folder.path);
  wire.notify('textDocument/unknown', { textDocument: { uri: 'file:///a.plan' } });
  wire.notify('$/unknown');
  for (const method of ['unknown', '$/unknown', '', 'constructor', '__proto__', 'toString']) {
    assert.equal((await wire.ask(method)).error?.code, methodNotFound, method);
  }
});
