import assert from 'node:assert/strict';
import type { WorkspaceEdit } from 'vscode-languageserver-types';
import type {
  FormResult,
  PasteRowsResult,
  ProjectChangedParams,
  TreeResult,
} from '../../server/src/lsp/protocol.ts';
import { Folder } from '../support/command.ts';
import { uriOf, Wire } from '../support/wire.ts';

/** Trees, forms and pasted tables, over the wire. */

const text = `sro HON "Head of Nursing"

inspection I "Inspection" {
  must M "Record supervision"
  must N "Answered by nothing"
}

action A "Agree the trajectory" {
  for M
  sro HON
  due 2018-06
}
`;

describe('working with a plan over the wire', () => {
  let folder: Folder;
  let wire: Wire;
  let uri: string;

  before(async () => {
    folder = new Folder({ 'mustdo.json': '{ "asAt": "2018-07-01" }', 'a.plan': text });
    uri = uriOf(folder.at('a.plan'));
    wire = await Wire.start(
      folder.path,
      {},
      { workspace: { workspaceEdit: { documentChanges: true } } },
    );
    wire.open(uri, text, 4);
    await wire.diagnosed(uri, (items) => items.length > 0);
  });

  after(async () => {
    await wire[Symbol.asyncDispose]();
    folder[Symbol.dispose]();
  });

  const levelOf = (...path: string[]): Promise<TreeResult> =>
    wire.request<TreeResult>('mustdo/tree', { uri, tree: 'mustDos', path });

  it('tells how many actions are overdue and how many must-dos are unmapped', async () => {
    const told = () => wire.notes.find(({ method }) => method === 'mustdo/projectChanged');
    await wire.until(() => told() !== undefined, 'what the project amounts to');
    const { overdue, unmapped } = told()?.params as ProjectChangedParams;
    assert.deepEqual({ overdue, unmapped }, { overdue: 1, unmapped: 1 });
  });

  it('gives a tree level by level', async () => {
    const { nodes } = await levelOf();
    assert.deepEqual(
      nodes.map(({ label, description, children }) => [label, description, children]),
      [['Inspection', '2 requirements, 1 unanswered', 'unfolded']],
    );
    const below = await levelOf(nodes[0]?.key ?? '');
    assert.deepEqual(
      below.nodes.map(({ label }) => label),
      ['M Record supervision', 'N Answered by nothing'],
    );
    assert.equal(below.nodes[0]?.place?.uri, uri);
  });

  it('asks one question after the other, and answers with the edit', async () => {
    const position = { line: 8, character: 3 };
    const go = (answers: object, more: object = {}): Promise<FormResult> =>
      wire.request<FormResult>('mustdo/form', {
        uri,
        form: 'addUpdate',
        position,
        answers,
        ...more,
      });
    const first = await go({});
    assert.ok('question' in first);
    assert.equal(first.question.step, 'level');
    assert.deepEqual(await go({ on: 'soon' }, { check: 'on' }), {
      wrong: 'Write a date such as 30 September 2018 or 2018-09-30.',
    });
    assert.deepEqual(await go({ on: '1 July 2018' }, { check: 'on' }), { wrong: null });
    const last = await go({ level: 'at-risk', text: 'Late', on: '1 July 2018' });
    assert.ok('edit' in last);
    const edit: WorkspaceEdit = last.edit;
    const [change] = edit.documentChanges ?? [];
    assert.deepEqual(change, {
      textDocument: { uri, version: 4 },
      edits: [
        {
          range: { start: { line: 8, character: 0 }, end: { line: 11, character: 0 } },
          newText:
            '  for    M\n  sro    HON\n  due    2018-06\n  update 2018-07-01 at-risk "Late"\n',
        },
      ],
    });
  });

  it('makes actions of a table that is about to be pasted', async () => {
    const place = { line: 1, character: 0 };
    const params = { uri, range: { start: place, end: place }, text: 'B\tTeach\tHON\n' };
    const made = await wire.request<PasteRowsResult>('mustdo/pasteRows', params);
    assert.equal(made.title, 'Paste as 1 action');
    assert.match(made.text, /action B "Teach" \{\n {2}sro HON\n\}/);
    assert.equal(await wire.request('mustdo/pasteRows', { ...params, text: 'B' }), null);
  });

  it('answers null about a plan that it does not know', async () => {
    const of = { uri: 'file:///nowhere/x.plan' };
    assert.equal(await wire.request('mustdo/tree', { ...of, tree: 'owners', path: [] }), null);
    assert.equal(await wire.request('mustdo/form', { ...of, form: 'close', answers: {} }), null);
  });

  it('refuses trees and forms that there are not', async () => {
    await assert.rejects(
      wire.request('mustdo/tree', { uri, tree: 'risks', path: [] }),
      /mustdo\/tree/,
    );
    await assert.rejects(
      wire.request('mustdo/form', { uri, form: 'constructor', answers: {} }),
      /mustdo\/form/,
    );
    await assert.rejects(
      wire.request('mustdo/form', { uri, form: 'close', answers: 7 }),
      /answers/,
    );
  });
});
