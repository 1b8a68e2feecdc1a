import assert from 'node:assert/strict';
import { Folder } from '../support/command.ts';
import { RawWire } from '../support/raw-wire.ts';
import { uriOf } from '../support/wire.ts';

/** Whatever a client says about documents, the server goes on answering about the others. */

const plan = 'plan P "Plan"\naction A "Act" {\n  due 2018-06\n}\n';
const invalidParams = -32602;
const cancelled = -32800;

describe('whatever is said about documents', () => {
  let folder: Folder;
  let wire: RawWire;
  let uri: string;

  before(async () => {
    folder = new Folder({ 'a.plan': plan });
    uri = uriOf(folder.at('a.plan'));
    wire = await RawWire.start(folder.path);
    wire.open(uri, plan);
  });

  after(async () => {
    await wire[Symbol.asyncDispose]();
    folder[Symbol.dispose]();
  });

  const hoverAt = async (of: string, line: number, character: number): Promise<string> => {
    const params = { textDocument: { uri: of }, position: { line, character } };
    const { result, error } = await wire.ask('textDocument/hover', params);
    return JSON.stringify(error ?? result);
  };

  const alive = async (): Promise<void> => assert.match(await hoverAt(uri, 1, 8), /Act/);

  /** What a document says now, by what its outline names. */
  const outline = async (of: string): Promise<string[]> => {
    const { result } = await wire.ask('textDocument/documentSymbol', { textDocument: { uri: of } });
    return (result as { name: string }[]).map(({ name }) => name);
  };

  const edit = (of: string, version: number, from: number[], to: number[], text: string): void => {
    const [line, character] = from;
    const range = { start: { line, character }, end: { line: to[0], character: to[1] } };
    wire.notify('textDocument/didChange', {
      textDocument: { uri: of, version },
      contentChanges: [{ range, text }],
    });
  };

  const shapes: unknown[] = [undefined, null, [], {}, 7, 'text', [1, 2], { uri: 7 }];
  const places: unknown[] = [
    { textDocument: 7 },
    { textDocument: { uri: 7 } },
    { textDocument: { uri: '' } },
    { textDocument: { uri: 'file:///a.plan' }, position: 7 },
    { textDocument: { uri: 'file:///a.plan' }, position: { line: '1', character: null } },
    { textDocument: { uri: 'file:///a.plan' }, position: { line: 0.5, character: 1e300 } },
  ];
  const requests: Readonly<Record<string, unknown[]>> = {
    'textDocument/hover': places,
    'textDocument/completion': places,
    'textDocument/definition': places,
    'textDocument/references': places,
    'textDocument/prepareRename': places,
    'textDocument/rename': places,
    'textDocument/codeAction': places,
    'textDocument/documentSymbol': places.slice(0, 2),
    'textDocument/foldingRange': places.slice(0, 2),
    'textDocument/formatting': places.slice(0, 2),
    'workspace/symbol': [{ query: 7 }],
    'mustdo/preview': [{ uri: [] }],
    'mustdo/setAsAt': [{ asAt: 7 }, { asAt: '2018-13-01' }],
    'mustdo/newPlan': [{ name: 7, title: 7 }, { name: 'P' }],
    'mustdo/tree': [{ uri: 'file:///a.plan', tree: 'risks', path: [] }],
    'mustdo/form': [{ uri: 'file:///a.plan', form: 'toString', answers: {} }],
    'mustdo/pasteRows': [{ uri: 'file:///a.plan', text: '' }],
  };
  for (const [method, wrongs] of Object.entries(requests)) {
    it(`${method} with parameters of another shape is refused, and says which`, async () => {
      for (const params of [...shapes, ...wrongs]) {
        const { error } = await wire.ask(method, params);
        assert.equal(error?.code, invalidParams, JSON.stringify(params));
        assert.ok(error.message.startsWith(`${method}: params`), error.message);
      }
      await alive();
    });
  }

  for (const method of [
    'textDocument/didOpen',
    'textDocument/didChange',
    'textDocument/didClose',
    'workspace/didChangeWatchedFiles',
    'workspace/didChangeWorkspaceFolders',
    '$/cancelRequest',
    '$/setTrace',
  ]) {
    it(`${method} with parameters of another shape is left`, async () => {
      for (const params of [
        ...shapes,
        { textDocument: {} },
        { textDocument: { uri, version: 'x', text: 7 } },
        { textDocument: { uri, version: 9 }, contentChanges: [{ range: 7, text: 'x' }] },
        { textDocument: { uri, version: 9 }, contentChanges: [{}] },
        { changes: [7], event: 7 },
      ]) {
        if (method === 'textDocument/didClose' && JSON.stringify(params ?? null).includes(uri))
          continue;
        wire.notify(method, params);
      }
      await alive();
    });
  }

  it('edits beyond the end and before the start fall on the nearest place, reversed ones are turned', async () => {
    const other = uriOf(folder.at('other.plan'));
    wire.open(other, 'sro A "A"\nsro B "B"\n');
    edit(other, 2, [999, 999], [999, 999], 'sro END "End"\n');
    edit(other, 3, [-5, -5], [-5, -5], 'sro START "Start"\n');
    edit(other, 4, [1, 999], [1, 999], '\nsro MORE "More"');
    edit(other, 5, [4, 5], [4, 4], 'C');
    edit(other, 6, [2 ** 31, 2 ** 31], [2 ** 52, 0], '');
    assert.deepEqual(await outline(other), ['START', 'A', 'MORE', 'B', 'CND']);
    wire.notify('textDocument/didClose', { textDocument: { uri: other } });
    await alive();
  });

  it('positions anywhere at all get an answer', async () => {
    for (const at of [-1, 0, 2 ** 31 - 1, 2 ** 31, 2 ** 53 - 1, 1 - 2 ** 53]) {
      const position = { line: at, character: at };
      const context = { includeDeclaration: true, diagnostics: [] };
      const more = { context, newName: 'X', range: { start: position, end: position } };
      for (const method of [
        'hover',
        'completion',
        'definition',
        'references',
        'rename',
        'codeAction',
      ]) {
        const params = { textDocument: { uri }, position, ...more };
        const { result, error } = await wire.ask(`textDocument/${method}`, params);
        assert.ok(
          result !== undefined || error?.code === -32600,
          `${method} at ${String(at)}: ${String(error?.message)}`,
        );
      }
    }
    await alive();
  });

  it('versions that go backwards: the text is what was sent last', async () => {
    const other = uriOf(folder.at('versions.plan'));
    wire.open(other, 'sro A "A"\n', 7);
    edit(other, 3, [0, 4], [0, 5], 'B');
    edit(other, 3, [0, 4], [0, 5], 'C');
    edit(other, -1, [0, 4], [0, 5], 'D');
    assert.deepEqual(await outline(other), ['D']);
    wire.notify('textDocument/didClose', { textDocument: { uri: other } });
  });

  it('a document that was never opened, is opened twice, and closed twice', async () => {
    const other = uriOf(folder.at('twice.plan'));
    edit(other, 1, [0, 0], [0, 0], 'sro A "A"\n');
    wire.open(other, 'sro A "A"\n');
    wire.open(other, 'sro B "B"\n');
    assert.deepEqual(await outline(other), ['B']);
    for (let times = 0; times < 2; times++) {
      wire.notify('textDocument/didClose', { textDocument: { uri: other } });
    }
    edit(other, 3, [0, 0], [0, 0], 'sro C "C"\n');
    assert.equal(await hoverAt(other, 0, 5), 'null');
    await alive();
  });

  it('half characters, NUL and control characters in a text', async () => {
    const other = uriOf(folder.at('odd.plan'));
    const odd =
      'sro A "\ud800 \udc00 \u0000 \u001b[2J \u202e \ufffe"\n\ud83dsro \u0000B "B"\nsro C "C"\n';
    wire.open(other, odd);
    edit(other, 2, [0, 8], [0, 8], '\udfff\ud800\u0000');
    assert.ok((await outline(other)).includes('C'));
    for (let character = 0; character < 30; character++) await hoverAt(other, 0, character);
    const options = { tabSize: 2, insertSpaces: true };
    assert.ok(
      (await wire.ask('textDocument/formatting', { textDocument: { uri: other }, options })).result,
    );
    wire.notify('textDocument/didClose', { textDocument: { uri: other } });
    await alive();
  });

  const addresses = [
    '',
    ' ',
    'a.plan',
    '/a.plan',
    'C:\\plans\\a.plan',
    'file:',
    'file://',
    'file:///',
    'file:///%',
    'file:///%00.plan',
    'file:///%ff%fe.plan',
    'file:///..%2f..%2fetc/a.plan',
    'file://server/share/a.plan',
    'http://example.com/a.plan',
    'untitled:',
    'untitled:a b.plan',
    'data:text/plain,x',
    'vscode-vfs://github/a/b.plan',
    'mailto:a@b',
    `file:///${'x/'.repeat(300)}a.plan`,
    `file:///${'x'.repeat(5000)}.plan`,
    'file:///a.plan?query#fragment',
    'file:///\ud800.plan',
  ];
  for (const address of addresses) {
    it(`a document at ${JSON.stringify(address).slice(0, 60)}`, async () => {
      wire.open(address, plan);
      const hover = await hoverAt(address, 1, 8);
      assert.match(hover, address.isWellFormed() ? /Act|null/ : /is no address/);
      edit(address, 2, [0, 0], [0, 0], '// note\n');
      wire.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: address, type: 2 }] });
      await wire.ask('mustdo/preview', { uri: address });
      wire.notify('textDocument/didClose', { textDocument: { uri: address } });
      await alive();
    });
  }

  it('folders that are none', async () => {
    const added = [
      ...addresses.filter(
        (address) =>
          address !== 'file:///' &&
          address !== 'file://' &&
          address !== 'file:' &&
          address !== '' &&
          address !== ' ',
      ),
      uriOf(folder.at('a.plan')),
      uriOf(folder.at('gone')),
    ].map((of) => ({ uri: of, name: 'x' }));
    wire.notify('workspace/didChangeWorkspaceFolders', { event: { added, removed: [] } });
    assert.ok((await wire.ask('mustdo/checkAll')).result);
    wire.notify('workspace/didChangeWorkspaceFolders', { event: { added: [], removed: added } });
    await alive();
  });

  it('a thousand requests, each cancelled at once, are each answered once', async () => {
    const ids = Array.from({ length: 1000 }, (_, at) => `storm-${String(at)}`);
    const position = { line: 1, character: 8 };
    for (const id of ids) {
      wire.send({
        jsonrpc: '2.0',
        id,
        method: 'textDocument/hover',
        params: { textDocument: { uri }, position },
      });
      wire.notify('$/cancelRequest', { id });
    }
    wire.notify('$/cancelRequest', { id: 'storm-0' });
    wire.notify('$/cancelRequest', { id: 'never' });
    await alive();
    for (const id of ids) await wire.answerTo(id);
    const answers = wire.said.filter((said) => String(said.id).startsWith('storm-'));
    assert.equal(answers.length, ids.length);
    for (const { result, error } of answers) {
      assert.ok(error === undefined ? result : error.code === cancelled, error?.message);
    }
  });
});
