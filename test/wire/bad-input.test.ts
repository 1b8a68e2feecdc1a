import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import type { Hover } from 'vscode-languageserver-types';
import type { PreviewResult } from '../../server/src/lsp/protocol.ts';
import { Folder } from '../support/command.ts';
import { uriOf, Wire } from '../support/wire.ts';

/** Whatever a client sends, the server answers with an error or ignores it, and stays alive. */

const plan = 'plan P "Plan"\naction A "Act" {\n  due 2018-06\n}\n';

const onFolder = async (
  files: Readonly<Record<string, string>>,
  test: (wire: Wire, folder: Folder) => Promise<void>,
): Promise<void> => {
  using folder = new Folder(files);
  await using wire = await Wire.start(folder.path, { asAt: '2018-07-01' });
  await test(wire, folder);
};

const alive = async (wire: Wire, uri: string): Promise<void> => {
  const hover = await wire.at<Hover | null>('textDocument/hover', uri, { line: 1, character: 8 });
  assert.match(JSON.stringify(hover), /Act/);
};

describe('the server survives', () => {
  it('positions beyond the end, and before the start', async () => {
    await onFolder({ 'a.plan': plan }, async (wire, folder) => {
      const uri = uriOf(folder.at('a.plan'));
      wire.open(uri, plan);
      for (const position of [
        { line: 999, character: 999 },
        { line: 1, character: 9999 },
        { line: -1, character: -1 },
      ]) {
        for (const method of ['hover', 'completion', 'definition', 'references', 'prepareRename']) {
          const more = { context: { includeDeclaration: true } };
          await wire.at(`textDocument/${method}`, uri, position, more).catch(() => undefined);
        }
      }
      await alive(wire, uri);
    });
  });

  it('malformed parameters and unknown methods', async () => {
    await onFolder({ 'a.plan': plan }, async (wire, folder) => {
      const uri = uriOf(folder.at('a.plan'));
      wire.open(uri, plan);
      for (const method of [
        'textDocument/hover',
        'textDocument/rename',
        'mustdo/preview',
        'mustdo/newPlan',
        'mustdo/tree',
        'mustdo/form',
        'mustdo/pasteRows',
        'no/such',
      ]) {
        for (const params of [{}, null, { textDocument: 7 }, { uri: 7 }, [1, 2]]) {
          await wire.request(method, params).catch(() => undefined);
        }
      }
      wire.notify('textDocument/didChange', { textDocument: { uri, version: 2 } });
      wire.notify('textDocument/didOpen', {});
      await alive(wire, uri);
    });
  });

  it('edits to files that are not open, and questions about files that are nowhere', async () => {
    await onFolder({ 'a.plan': plan }, async (wire, folder) => {
      const uri = uriOf(folder.at('a.plan'));
      const nowhere = uriOf(folder.at('nowhere.plan'));
      wire.edit(nowhere, 1, { line: 0, character: 0 }, { line: 0, character: 0 }, 'x');
      wire.notify('textDocument/didClose', { textDocument: { uri: nowhere } });
      assert.equal(await wire.at('textDocument/hover', nowhere, { line: 0, character: 0 }), null);
      wire.open(uri, plan);
      await alive(wire, uri);
    });
  });

  it('a plan that is deleted while it is open, and then closed', async () => {
    await onFolder({ 'a.plan': plan, 'b.plan': 'sro S "Role"\n' }, async (wire, folder) => {
      const uri = uriOf(folder.at('a.plan'));
      wire.open(uri, plan);
      await wire.diagnosed(uri, (items) => items.length > 0);
      rmSync(folder.at('a.plan'));
      wire.notify('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 3 }] });
      await alive(wire, uri);
      wire.notify('textDocument/didClose', { textDocument: { uri } });
      await wire.diagnosed(uri, (items) => items.length === 0);
    });
  });

  it('a document that was never saved', async () => {
    await onFolder({}, async (wire) => {
      wire.open('untitled:Untitled-1', plan);
      await wire.diagnosed('untitled:Untitled-1', (items) =>
        items.some(({ code }) => code === 'overdue'),
      );
      await alive(wire, 'untitled:Untitled-1');
    });
  });

  it('a folder without plans', async () => {
    await onFolder({}, async (wire) => {
      const { words } = await wire.request<{ words: string }>('mustdo/checkAll', null);
      assert.equal(words, 'There is no plan here.');
    });
  });

  it('settings that cannot be read: said at the settings, and the plan is still checked', async () => {
    await onFolder({ 'mustdo.json': '{ "asat": 1 }', 'a.plan': plan }, async (wire, folder) => {
      const uri = uriOf(folder.at('a.plan'));
      wire.open(uri, plan);
      const [found] = await wire.diagnosed(
        uriOf(folder.at('mustdo.json')),
        (items) => items.length > 0,
      );
      assert.match(JSON.stringify(found?.message), /did you mean \\"asAt\\"\?/);
      await wire.diagnosed(uri, (items) => items.some(({ code }) => code === 'overdue'));
      folder.write('mustdo.json', '{ "asAt": "2018-06-01" }');
      wire.notify('workspace/didChangeWatchedFiles', {
        changes: [{ uri: uriOf(folder.at('mustdo.json')), type: 2 }],
      });
      await wire.diagnosed(uriOf(folder.at('mustdo.json')), (items) => items.length === 0);
      await alive(wire, uri);
    });
  });

  it('a project within a project: each plan counts in its own', async () => {
    const files = { 'a.plan': plan, 'inner/mustdo.json': '{}', 'inner/b.plan': 'plan Q "Inner"\n' };
    await onFolder(files, async (wire, folder) => {
      const outer = uriOf(folder.at('a.plan'));
      const inner = uriOf(folder.at('inner/b.plan'));
      wire.open(inner, files['inner/b.plan']);
      wire.open(outer, plan);
      wire.notify('workspace/didChangeWatchedFiles', {
        changes: [{ uri: uriOf(folder.at('inner/mustdo.json')), type: 2 }],
      });
      await alive(wire, outer);
      const codes = [outer, inner].flatMap((uri) => wire.diagnostics.get(uri)?.items ?? []);
      assert.ok(!codes.some(({ code }) => code === 'second-plan-heading'));
    });
  });

  it('a broken plan, and previews what stands', async () => {
    const broken = `${plan}action B "Act {\n  due soon\naction C "Act" {\n  due 2018-05\n}\n`;
    await onFolder({ 'a.plan': broken }, async (wire, folder) => {
      const uri = uriOf(folder.at('a.plan'));
      wire.open(uri, broken);
      const preview = await wire.request<PreviewResult>('mustdo/preview', { uri });
      const actions = preview.sections.find(({ id }) => id === 'actions');
      assert.equal(actions?.tables[0]?.rows.length, 3);
    });
  });

  it('a thousand edits sent at once', async () => {
    await onFolder({ 'a.plan': plan }, async (wire, folder) => {
      const uri = uriOf(folder.at('a.plan'));
      wire.open(uri, plan);
      const start = { line: 4, character: 0 };
      for (let version = 2; version <= 1001; version++) {
        wire.edit(uri, version, start, start, version % 2 === 0 ? '// note\n' : '');
      }
      await wire.until(() => wire.diagnostics.get(uri) !== undefined, 'diagnostics');
      await alive(wire, uri);
    });
  });
});
