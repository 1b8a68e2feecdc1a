import assert from 'node:assert/strict';
import type {
  CodeAction,
  CompletionItem,
  CompletionList,
  Position,
  SignatureHelp,
} from 'vscode-languageserver-types';
import { Folder } from '../support/command.ts';
import { uriOf, Wire } from '../support/wire.ts';

/** What helps to write, over the wire, for an editor that asks for details when it needs them. */

const text = `plan P "p"

sro HON "Head of Nursing"

action A "Agree the trajectory" {
  sro "Head of Estates"
  due 2018-06
}
`;

const capabilities = {
  workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create'] } },
  textDocument: {
    completion: { completionItem: { snippetSupport: true } },
    codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } },
  },
};

describe('writing over the wire', () => {
  let folder: Folder;
  let wire: Wire;
  let file: string;

  before(async () => {
    folder = new Folder({ 'mustdo.json': '{ "asAt": "2018-07-01" }', 'a.plan': text });
    file = uriOf(folder.at('a.plan'));
    wire = await Wire.start(folder.path, {}, capabilities);
    wire.open(file, text, 3);
    await wire.diagnosed(file, (items) => items.length > 0);
  });

  after(async () => {
    await wire[Symbol.asyncDispose]();
    folder[Symbol.dispose]();
  });

  const at = (part: string): Position => {
    const lines = text.slice(0, text.indexOf(part)).split('\n');
    return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  };

  it('says what it can do', () => {
    const { completionProvider, codeActionProvider, signatureHelpProvider } =
      wire.initialized.capabilities;
    assert.equal(completionProvider?.resolveProvider, true);
    assert.equal(codeActionProvider?.resolveProvider, true);
    assert.ok(codeActionProvider.codeActionKinds?.includes('source.fixAll.mustdo'));
    assert.ok(signatureHelpProvider);
  });

  it('sends the documentation of an item when it is asked for', async () => {
    const list = await wire.at<CompletionList>('textDocument/completion', file, at('"Head of E'));
    const item = list.items.find(({ label }) => label === 'HON');
    assert.ok(item !== undefined && item.documentation === undefined);
    const resolved = await wire.request<CompletionItem>('completionItem/resolve', item);
    assert.match(JSON.stringify(resolved.documentation), /Head of Nursing.*No actions/);
  });

  it('sends the edit of an action when it is chosen, for the version it is about', async () => {
    const found = await wire.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: file },
      range: { start: at('of Estates'), end: at('of Estates') },
      context: { diagnostics: [], only: ['refactor.extract'] },
    });
    const [action] = found;
    assert.equal(action?.title, 'Declare Head of Estates as an SRO');
    assert.equal(action.edit, undefined);
    const { edit } = await wire.request<CodeAction>('codeAction/resolve', action);
    const changes = edit?.documentChanges ?? [];
    assert.deepEqual(
      changes.map((change) => 'textDocument' in change && change.textDocument),
      [{ uri: file, version: 3 }],
    );
  });

  it('shows the form of a line', async () => {
    const help = await wire.at<SignatureHelp>('textDocument/signatureHelp', file, at('2018-06'));
    assert.equal(help.signatures[0]?.label, 'due DATE');
  });
});
