import assert from 'node:assert/strict';
import type {
  CodeAction,
  CompletionItem,
  CompletionList,
  DocumentSymbol,
  FoldingRange,
  Hover,
  Location,
  Position,
  TextEdit,
  WorkspaceEdit,
  WorkspaceSymbol,
} from 'vscode-languageserver-types';
import type {
  CheckAllResult,
  NewPlanResult,
  PreviewFindResult,
  PreviewPlaceResult,
  PreviewResult,
  PreviewRowsResult,
} from '../../server/src/lsp/protocol.ts';
import { Folder } from '../support/command.ts';
import { uriOf, Wire } from '../support/wire.ts';

/** Each request, over the wire, on a project of two files. */

const people =
  'plan P "The plan"\nsro HON "Head of Nursing"\ncommittee CEG "Clinical Effectiveness Group"\n';
const actions = `inspection I "Inspection" {
  must M "Record supervision"
}
action A "Agree the trajectory" {
  for       M
  sro       HON
  committee CEG
  due       2018-06
}
`;

describe('over the wire', () => {
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
    wire = await Wire.start(folder.path, { docs: 'https://docs.example/checks' });
    wire.open(file, actions);
    await wire.diagnosed(file, (items) => items.length > 0);
  });

  after(async () => {
    await wire[Symbol.asyncDispose]();
    folder[Symbol.dispose]();
  });

  /** The position of a text's first letter. */
  const at = (text: string): Position => {
    const lines = actions.slice(0, actions.indexOf(text)).split('\n');
    return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  };

  it('publishes versioned diagnostics with codes and links to their pages', async () => {
    const items = await wire.diagnosed(file, (found) => found.length > 0);
    const diagnostic = items.find(({ code }) => code === 'overdue');
    assert.equal(diagnostic?.source, 'Mustdo');
    assert.equal(diagnostic.codeDescription?.href, 'https://docs.example/checks/overdue.md');
    assert.equal(wire.diagnostics.get(file)?.version, 1);
  });

  it('hovers', async () => {
    const hover = await wire.at<Hover>('textDocument/hover', file, at('HON'));
    assert.match(JSON.stringify(hover.contents), /Head of Nursing/);
  });

  it('completes ids by kind', async () => {
    const result = await wire.at<CompletionItem[] | CompletionList>(
      'textDocument/completion',
      file,
      at('HON'),
    );
    const items = Array.isArray(result) ? result : result.items;
    const labels = items.map(({ label }) => label);
    assert.ok(labels.includes('HON'));
    assert.ok(!labels.includes('CEG'));
  });

  it('finds definitions in another file', async () => {
    const found = await wire.at<Location | Location[]>('textDocument/definition', file, at('HON'));
    const [location] = Array.isArray(found) ? found : [found];
    assert.equal(location?.uri, other);
    assert.equal(location.range.start.line, 1);
  });

  it('finds references', async () => {
    const context = { context: { includeDeclaration: true } };
    const found = await wire.at<Location[]>('textDocument/references', file, at('HON'), context);
    assert.deepEqual(found.map(({ uri }) => uri).sort(), [file, other].sort());
  });

  it('renames across files', async () => {
    const ready = await wire.at<object>('textDocument/prepareRename', file, at('HON'));
    assert.ok(ready);
    const edit = await wire.at<WorkspaceEdit>('textDocument/rename', file, at('HON'), {
      newName: 'DON',
    });
    assert.deepEqual(Object.keys(edit.changes ?? {}).sort(), [file, other].sort());
    assert.deepEqual(
      Object.values(edit.changes ?? {})
        .flat()
        .map(({ newText }) => newText),
      ['DON', 'DON'],
    );
  });

  it('refuses a name that cannot be one, in words', async () => {
    await assert.rejects(
      wire.at('textDocument/rename', file, at('HON'), { newName: 'two words' }),
      /two words|one word|id/,
    );
  });

  it('lists the symbols of a document and of the workspace', async () => {
    const symbols = await wire.request<DocumentSymbol[]>('textDocument/documentSymbol', {
      textDocument: { uri: file },
    });
    assert.deepEqual(
      symbols.map(({ name, children }) => [name, children?.map((child) => child.name) ?? []]),
      [
        ['I', ['M']],
        ['A', []],
      ],
    );
    const found = await wire.request<WorkspaceSymbol[]>('workspace/symbol', { query: 'nursing' });
    assert.deepEqual(
      found.map(({ name }) => name.split(' ')[0]),
      ['HON'],
    );
  });

  it('folds', async () => {
    const ranges = await wire.request<FoldingRange[]>('textDocument/foldingRange', {
      textDocument: { uri: file },
    });
    assert.deepEqual(ranges.map(({ startLine }) => startLine).sort(), [0, 3]);
  });

  it('formats', async () => {
    const untidy = uriOf(folder.at('untidy.plan'));
    wire.open(untidy, 'action   B "Act"   {\n      due 2019-06\n}\n');
    const params = { textDocument: { uri: untidy }, options: { tabSize: 2, insertSpaces: true } };
    const edits = await wire.request<TextEdit[]>('textDocument/formatting', params);
    assert.ok(edits.length > 0);
    wire.notify('textDocument/didClose', { textDocument: { uri: untidy } });
  });

  it('offers quick fixes that carry their diagnostics', async () => {
    const range = { start: at('2018-06'), end: at('2018-06') };
    const found = await wire.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: file },
      range,
      context: { diagnostics: [] },
    });
    assert.ok(found.some(({ title }) => title === 'Say it is complete'));
    assert.ok(found.every(({ edit }) => edit !== undefined));
  });

  it('gives the preview as tables, and says where a row stands', async () => {
    const preview = await wire.request<PreviewResult>('mustdo/preview', { uri: file });
    const overdue = preview.sections.find(({ id }) => id === 'overdue')?.tables[0];
    assert.equal(preview.asAt, '2018-07-01');
    assert.equal(preview.isToday, false);
    assert.deepEqual(
      overdue?.rows.map(({ key, placed }) => [key, placed]),
      [['action-A', true]],
    );
    const row = { uri: file, table: 'overdue', key: 'action-A' };
    const found = await wire.request<PreviewPlaceResult>('mustdo/previewPlace', row);
    assert.equal(found.location.uri, file);
    assert.equal(found.location.range.start.line, 3);
    assert.equal(await wire.request('mustdo/previewPlace', { ...row, key: 'action-Z' }), null);
  });

  it('gives the parts of one tab, and of those only what the client has not', async () => {
    const ask = { uri: file, tab: 'overdue' };
    const first = await wire.request<PreviewResult>('mustdo/preview', ask);
    assert.deepEqual(
      first.sections.map(({ id }) => id),
      ['overdue', 'at-risk'],
    );
    const tables = first.sections.flatMap((section) => section.tables);
    const known = Object.fromEntries(tables.map(({ id, revision }) => [id, revision]));
    const again = await wire.request<PreviewResult>('mustdo/preview', { ...ask, known });
    for (const { rows, keys } of again.sections.flatMap((section) => section.tables)) {
      assert.deepEqual([rows, keys], [[], undefined]);
    }
  });

  it('names the rows about what stands at a position', async () => {
    const at3 = { uri: file, position: { line: 3, character: 2 } };
    const { keys } = await wire.request<PreviewRowsResult>('mustdo/previewRows', at3);
    assert.deepEqual(keys, ['action-A']);
  });

  it('finds the row about an item or a place: in the tab that is shown, else where it is at home', async () => {
    const find = async (wanted: object): Promise<string | undefined> => {
      const found = await wire.request<PreviewFindResult | null>('mustdo/previewFind', {
        uri: file,
        ...wanted,
      });
      return found === null ? undefined : Object.values(found.row).join(' ');
    };
    const inAction = { position: { line: 3, character: 2 } };
    assert.equal(await find(inAction), 'plan actions action-A');
    assert.equal(await find({ ...inAction, tab: 'timeline' }), 'timeline timeline action-A');
    assert.equal(await find({ ...inAction, tab: 'ratings' }), 'plan actions action-A');
    const must = { uri: file, kind: 'requirement', id: 'M', source: 'I' };
    assert.equal(await find({ item: must }), 'must-dos coverage requirement-I:M');
    const owner = { uri: other, kind: 'sro', id: 'HON' };
    assert.match((await find({ item: owner })) ?? '', /^owners .* sro-HON$/);
    assert.equal(await find({ item: { ...must, id: 'GONE' } }), undefined);
    assert.equal(await find({ uri: other, position: { line: 0, character: 0 } }), undefined);
    assert.equal(await find({ item: 7 }), undefined);
    assert.equal(await find({ uri: 'file:///nowhere/x.plan', ...inAction }), undefined);
    await assert.rejects(find({ tab: 'constructor' }), /previewFind/);
  });

  it('judges at another day when it is told to', async () => {
    await wire.request('mustdo/setAsAt', { asAt: '2018-06-30' });
    await wire.diagnosed(file, (items) => items.every(({ code }) => code !== 'overdue'));
    await assert.rejects(wire.request('mustdo/setAsAt', { asAt: 'soon' }), /no day/);
    await wire.request('mustdo/setAsAt', { asAt: null });
    await wire.diagnosed(file, (items) => items.some(({ code }) => code === 'overdue'));
  });

  it('checks every plan, opened or not', async () => {
    const result = await wire.request<CheckAllResult>('mustdo/checkAll', null);
    assert.equal(result.projects, 1);
    assert.match(result.words, /As at 1 July 2018: 1 action/);
  });

  it('gives the files of a new plan', async () => {
    const good = await wire.request<NewPlanResult>('mustdo/newPlan', {
      name: 'RT5-2026',
      title: 'Plan',
    });
    assert.deepEqual(Object.keys(good.files ?? {}), ['RT5-2026.plan', 'mustdo.json']);
    const bad = await wire.request<NewPlanResult>('mustdo/newPlan', {
      name: '../x',
      title: 'Plan',
    });
    assert.equal(bad.files, null);
  });
});
