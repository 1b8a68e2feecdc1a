import * as vscode from 'vscode';
import { eventually, includes, ok, same, there } from '../support/assert.ts';
import { ready } from '../support/flags.ts';
import { fileAt, nameOf, open, placeOf, revertAll } from '../support/editor.ts';

/** The SRO of action C. */
const sroOfC = 'sro          H┆ON';

const ask = <T>(command: string, ...args: unknown[]): Thenable<T> =>
  vscode.commands.executeCommand<T>(command, ...args);

describe('reading a plan', () => {
  let document: vscode.TextDocument;

  before(async () => {
    await ready();
    ({ document } = await open('actions-amh-ld.plan'));
  });
  after(revertAll);

  it('hovers over a reference with what it stands for', async () => {
    const hovers = await eventually(async () => {
      const found = await ask<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        placeOf(document, sroOfC),
      );
      ok(found.length > 0, 'no hover');
      return found;
    });
    const words = hovers
      .flatMap(({ contents }) => contents)
      .map((part) => (typeof part === 'string' ? part : (part as vscode.MarkdownString).value));
    ok(words.join('\n').includes('Head of Nursing'), words.join('\n'));
  });

  it('leads from a reference to where it is declared', async () => {
    const found = await ask<(vscode.Location | vscode.LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      placeOf(document, sroOfC),
    );
    const uris = found.map((one) => ('uri' in one ? one.uri : one.targetUri));
    same(uris.map(nameOf), ['registries.plan']);
  });

  it('finds every reference, in all files', async () => {
    const found = await ask<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      document.uri,
      placeOf(document, sroOfC),
    );
    includes(
      found.map(({ uri }) => nameOf(uri)),
      ['actions-amh-ld.plan', 'registries.plan'],
    );
    for (const { uri, range } of found) {
      same((await vscode.workspace.openTextDocument(uri)).getText(range), 'HON');
    }
  });

  it('outlines the blocks and their steps', async () => {
    const found = await ask<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    const ids = [...document.getText().matchAll(/^action (\S+)/gm)].map(([, id]) => id);
    same(
      found.map(({ name }) => name),
      ids,
    );
    const steps = found[0]?.children.map(({ name }) => name) ?? [];
    same(steps, ['step 1', 'step 7', 'step 3']);
  });

  it('finds a block of any file by its title', async () => {
    const found = await ask<vscode.SymbolInformation[]>(
      'vscode.executeWorkspaceSymbolProvider',
      'blind spots',
    );
    const first = there(found[0], 'nothing found');
    ok(first.name.startsWith('E'), found.map(({ name }) => name).join(', '));
    same(first.location.uri.toString(), fileAt('actions-amh-ld.plan').toString());
  });

  it('folds each block', async () => {
    const found = await ask<vscode.FoldingRange[]>(
      'vscode.executeFoldingRangeProvider',
      document.uri,
    );
    const starts = document
      .getText()
      .split('\n')
      .flatMap((line, index) => (/^action .*\{$/.test(line) ? [index] : []));
    const folded = new Set(found.map(({ start }) => start));
    const missing = starts.filter((line) => !folded.has(line));
    same(missing, []);
  });
});
