import assert from 'node:assert/strict';
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  CodeLens,
  DocumentHighlight,
  DocumentLink,
  InlayHint,
  Location,
  Position,
  SelectionRange,
  SemanticTokens,
  SemanticTokensDelta,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver-types';
import { Folder } from '../support/command.ts';
import { uriOf, Wire } from '../support/wire.ts';

/** The answers for those who read, over the wire. */

const people = 'sro HON "Head of Nursing"\n';
const actions = `inspection I "Inspection" {
  must M "Record supervision"
}
action A "Agree the trajectory" {
  for       M
  sro       HON
  due       2018-06
  evidence  "Audit" in "evidence/audit.pdf"
}
`;

describe('over the wire, somebody who reads', () => {
  let folder: Folder;
  let wire: Wire;
  let file: string;
  let other: string;

  before(async () => {
    folder = new Folder({
      'mustdo.json': '{ "asAt": "2018-07-01" }',
      'people.plan': people,
      'actions.plan': actions,
    });
    file = uriOf(folder.at('actions.plan'));
    other = uriOf(folder.at('people.plan'));
    wire = await Wire.start(folder.path, { showReferences: true });
    wire.open(file, actions);
    await wire.diagnosed(file, (items) => items.length > 0);
  });

  after(async () => {
    await wire[Symbol.asyncDispose]();
    folder[Symbol.dispose]();
  });

  const ask = <R>(method: string, more: object = {}, uri = file): Promise<R> =>
    wire.request<R>(`textDocument/${method}`, { textDocument: { uri }, ...more });

  /** The position of a text's first letter. */
  const at = (text: string): Position => {
    const lines = actions.slice(0, actions.indexOf(text)).split('\n');
    return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  };

  const whole = { range: { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } } };

  it('sees lenses, and where they lead', async () => {
    const lenses = await ask<CodeLens[]>('codeLens');
    assert.deepEqual(
      lenses.map(({ range }) => range.start.line),
      [0, 1],
    );
    const said = await Promise.all(
      lenses.map((lens) => wire.request<CodeLens>('codeLens/resolve', lens)),
    );
    assert.deepEqual(
      said.map(({ command }) => command?.title),
      ['1 requirement, all answered', '1 action, 1 overdue, not rated'],
    );
    assert.equal(said[1]?.command?.command, 'mustdo.showReferences');
  });

  it('sees hints, and more about them', async () => {
    const hints = await ask<InlayHint[]>('inlayHint', whole);
    assert.deepEqual(
      hints.map(({ label }) => label),
      ['1 day late', 'Record supervision', 'Head of Nursing'],
    );
    const name = hints.at(-1);
    const more = await wire.request<InlayHint>('inlayHint/resolve', name);
    assert.match(JSON.stringify(more.tooltip), /SRO HON/);
  });

  it('finds what carries a requirement out, and the uses in a file', async () => {
    const position = at('M\n');
    const found = await ask<Location[]>('implementation', { position });
    assert.deepEqual(
      found.map(({ range }) => range.start.line),
      [3],
    );
    const uses = await ask<DocumentHighlight[]>('documentHighlight', { position });
    assert.deepEqual(
      uses.map(({ range, kind }) => [range.start.line, kind]),
      [
        [1, 3],
        [4, 2],
      ],
    );
  });

  it('selects more and more', async () => {
    const [selection] = await ask<SelectionRange[]>('selectionRange', {
      positions: [at('2018-06')],
    });
    assert.equal(selection?.range.end.character, 19);
    assert.equal(selection.parent?.range.start.character, 2);
  });

  it('follows links', async () => {
    const [link] = await ask<DocumentLink[]>('documentLink');
    assert.equal(link?.target, undefined);
    const followed = await wire.request<DocumentLink>('documentLink/resolve', link);
    assert.equal(followed.target, uriOf(folder.at('evidence/audit.pdf')));
  });

  it('goes along the chain', async () => {
    const [item] = await ask<CallHierarchyItem[]>('prepareCallHierarchy', { position: at('M\n') });
    const to = await wire.request<CallHierarchyOutgoingCall[]>('callHierarchy/outgoingCalls', {
      item,
    });
    const from = await wire.request<CallHierarchyIncomingCall[]>('callHierarchy/incomingCalls', {
      item,
    });
    assert.deepEqual([item?.name, to[0]?.to.name, from[0]?.from.name], ['M', 'A', 'I']);
  });

  it('is sent tokens once, then what changed', async () => {
    const full = await ask<SemanticTokens>('semanticTokens/full');
    assert.ok(full.data.length > 50);
    wire.edit(file, 2, at('A "Agree'), at(' "Agree'), 'BB');
    const { resultId, edits } = await ask<SemanticTokensDelta>('semanticTokens/full/delta', {
      previousResultId: full.resultId,
    });
    const [edit] = edits;
    assert.ok(edit !== undefined && edits.length === 1);
    const data = [...full.data];
    data.splice(edit.start, edit.deleteCount, ...(edit.data ?? []));
    assert.deepEqual((await ask<SemanticTokens>('semanticTokens/full')).data, data);
    assert.notEqual(resultId, full.resultId);
    const unknown = await ask<SemanticTokens>('semanticTokens/full/delta', {
      previousResultId: 'long ago',
    });
    assert.deepEqual(unknown.data, data);
    const range = { range: { start: { line: 3, character: 0 }, end: { line: 3, character: 9 } } };
    assert.equal((await ask<SemanticTokens>('semanticTokens/range', range)).data.length, 15);
    wire.edit(file, 3, at('A "Agree'), { line: 3, character: 9 }, 'A');
  });

  it('lays out a part', async () => {
    const untidy = uriOf(folder.at('untidy.plan'));
    wire.open(untidy, 'sro   A "x"\nsro   B "y"\n');
    const options = { options: { tabSize: 2, insertSpaces: true } };
    const line = (at: number) => ({
      start: { line: at, character: 0 },
      end: { line: at, character: 5 },
    });
    const one = await ask<TextEdit[]>('rangeFormatting', { range: line(1), ...options }, untidy);
    assert.deepEqual(
      one.map(({ newText }) => newText),
      ['sro B "y"\n'],
    );
    const both = await ask<TextEdit[]>(
      'rangesFormatting',
      { ranges: [line(0), line(1)], ...options },
      untidy,
    );
    assert.equal(both.length, 2);
    wire.notify('textDocument/didClose', { textDocument: { uri: untidy } });
  });

  it('moves a file, and the text that names it follows', async () => {
    const files = [
      { oldUri: uriOf(folder.at('evidence')), newUri: uriOf(folder.at('kept/evidence')) },
      { oldUri: uriOf('/elsewhere/x.pdf'), newUri: uriOf('/elsewhere/y.pdf') },
    ];
    const { changes = {} } = await wire.request<WorkspaceEdit>('workspace/willRenameFiles', {
      files,
    });
    assert.deepEqual(Object.keys(changes), [file]);
    assert.deepEqual(
      changes[file]?.map(({ newText }) => newText),
      ['kept/evidence/audit.pdf'],
    );
  });

  it('gets no more than the words from a client that cannot show references', async () => {
    const plain = await Wire.start(folder.path, { inlayHints: { deadlines: false } });
    try {
      plain.open(file, actions);
      await plain.diagnosed(file, (items) => items.length > 0);
      const params = { textDocument: { uri: file } };
      const [lens] = await plain.request<CodeLens[]>('textDocument/codeLens', params);
      const said = await plain.request<CodeLens>('codeLens/resolve', lens);
      assert.deepEqual(said.command, { title: '1 requirement, all answered', command: '' });
      const hints = await plain.request<InlayHint[]>('textDocument/inlayHint', {
        ...params,
        ...whole,
      });
      assert.deepEqual(
        hints.map(({ label }) => label),
        ['Record supervision', 'Head of Nursing'],
      );
    } finally {
      await plain[Symbol.asyncDispose]();
    }
  });

  it('is told nothing of what is not known', async () => {
    const gone = uriOf(folder.at('gone.plan'));
    const position = { line: 0, character: 0 };
    assert.deepEqual(await ask('codeLens', {}, gone), []);
    assert.deepEqual(await ask('inlayHint', whole, gone), []);
    assert.equal(await ask('documentHighlight', { position }, gone), null);
    const lens = { range: whole.range, data: 'nonsense' };
    assert.deepEqual(await wire.request('codeLens/resolve', lens), lens);
    const item = {
      name: 'x',
      kind: 1,
      uri: other,
      range: whole.range,
      selectionRange: whole.range,
    };
    assert.deepEqual(await wire.request('callHierarchy/outgoingCalls', { item }), []);
  });
});
