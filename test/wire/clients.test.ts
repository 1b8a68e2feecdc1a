import assert from 'node:assert/strict';
import type { Diagnostic, Hover, SemanticTokens } from 'vscode-languageserver-types';
import { Folder } from '../support/command.ts';
import { uriOf, Wire } from '../support/wire.ts';

/** What the server does for clients of different abilities. */

const settings = '{ "asAt": "2018-07-01" }';
const overdue = 'action A "Agree the trajectory" {\n  due 2018-06\n}\n';

interface Report {
  readonly kind: 'full' | 'unchanged';
  readonly resultId?: string;
  readonly items?: readonly Diagnostic[];
}

async function onFolder(
  files: Readonly<Record<string, string>>,
  capabilities: object,
  work: (wire: Wire, uri: (path: string) => string) => Promise<void>,
): Promise<void> {
  using folder = new Folder({ 'mustdo.json': settings, ...files });
  await using wire = await Wire.start(folder.path, {}, capabilities);
  await work(wire, (path) => uriOf(folder.at(path)));
}

describe('a client that asks for flags', () => {
  const pulls = { textDocument: { diagnostic: {} } };
  const files = { 'a.plan': overdue, 'b.plan': 'action A "Again"\n' };

  it('is given those of a file, also right after an edit, and is sent none', () =>
    onFolder(files, pulls, async (wire, uri) => {
      const ask = (previousResultId?: string): Promise<Report> =>
        wire.request('textDocument/diagnostic', {
          textDocument: { uri: uri('a.plan') },
          previousResultId,
        });
      wire.open(uri('a.plan'), overdue);
      const first = await ask();
      assert.ok(first.items?.some(({ code }) => code === 'overdue'));
      assert.equal((await ask(first.resultId)).kind, 'unchanged');
      const end = { line: 1, character: 13 };
      wire.edit(uri('a.plan'), 2, { line: 1, character: 11 }, end, '12');
      const second = await ask(first.resultId);
      assert.equal(second.kind, 'full');
      assert.ok(!second.items?.some(({ code }) => code === 'overdue'));
      assert.equal(wire.diagnostics.size, 0);
    }));

  it('is given those of all files, and of a second time only what changed', () =>
    onFolder(files, pulls, async (wire, uri) => {
      interface Reports {
        readonly items: readonly (Report & { uri: string })[];
      }
      const all = await wire.request<Reports>('workspace/diagnostic', { previousResultIds: [] });
      const ofB = all.items.find((report) => report.uri === uri('b.plan'));
      assert.ok(ofB?.items?.some(({ code }) => code === 'duplicate-reference'));
      const previousResultIds = all.items.map((report) => ({
        uri: report.uri,
        value: report.resultId,
      }));
      const again = await wire.request<Reports>('workspace/diagnostic', { previousResultIds });
      assert.deepEqual(
        again.items.map(({ kind }) => kind),
        all.items.map(() => 'unchanged'),
      );
    }));

  it('is sent them all the same when it takes what is sent', () =>
    onFolder(
      files,
      { textDocument: { diagnostic: {}, publishDiagnostics: {} } },
      async (wire, uri) => {
        wire.open(uri('a.plan'), overdue);
        await wire.diagnosed(uri('a.plan'), (items) => items.length > 0);
        assert.ok(!('diagnosticProvider' in wire.initialized.capabilities));
      },
    ));
});

describe('a client that counts columns in bytes', () => {
  const utf8 = { general: { positionEncodings: ['utf-8', 'utf-16'] } };
  const text = 'action A "Prüfen 🩺" { due 2018-06 }\n';
  const bytesBefore = (word: string): number => Buffer.byteLength(text.split(word)[0] ?? '');

  it('is answered, and understood, in bytes', () =>
    onFolder({ 'a.plan': text }, utf8, async (wire, uri) => {
      const file = uri('a.plan');
      assert.equal(wire.initialized.capabilities.positionEncoding, 'utf-8');
      wire.open(file, text);
      const items = await wire.diagnosed(file, (found) =>
        found.some(({ code }) => code === 'overdue'),
      );
      const { range } = items.find(({ code }) => code === 'overdue') ?? {};
      const due = bytesBefore('2018-06');
      assert.deepEqual(range, {
        start: { line: 0, character: due },
        end: { line: 0, character: due + 7 },
      });
      const hover = await wire.at<Hover>('textDocument/hover', file, {
        line: 0,
        character: due + 1,
      });
      assert.equal(hover.range?.start.character, due);
      const { data } = await wire.request<SemanticTokens>('textDocument/semanticTokens/full', {
        textDocument: { uri: file },
      });
      const title = data.slice(10, 15);
      assert.equal(title[2], Buffer.byteLength('"Prüfen 🩺"'));
      // The year is changed where it stands in bytes.
      const year = { line: 0, character: due + 3 };
      wire.edit(file, 2, year, { line: 0, character: due + 4 }, '9');
      await wire.diagnosed(file, (found) => !found.some(({ code }) => code === 'overdue'));
    }));

  it('counts in UTF-16 where it says nothing', () =>
    onFolder({ 'a.plan': text }, {}, async (wire, uri) => {
      wire.open(uri('a.plan'), text);
      const items = await wire.diagnosed(uri('a.plan'), (found) =>
        found.some(({ code }) => code === 'overdue'),
      );
      const { range } = items.find(({ code }) => code === 'overdue') ?? {};
      assert.equal(range?.start.character, text.indexOf('2018-06'));
      assert.equal(wire.initialized.capabilities.positionEncoding, 'utf-16');
    }));
});

describe('a client that can be asked to watch files', () => {
  it('is asked to watch plans and settings', () =>
    onFolder(
      { 'a.plan': overdue },
      { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } },
      async (wire) => {
        await wire.until(() => wire.registered.length > 0, 'a registration');
        assert.match(
          JSON.stringify(wire.registered),
          /\*\*\/\*\.plan.*mustdo\.json.*mustdo-backlog\.json/,
        );
      },
    ));
});

describe('a large project', () => {
  const action = (id: string): string => `action ${id} "Act" {\n  for M1\n  due 2018-06\n}\n`;
  const files = Object.fromEntries(
    Array.from({ length: 20 }, (_, file) => [
      `part-${String(file)}.plan`,
      Array.from({ length: 200 }, (_, index) => action(`A${String(file)}-${String(index)}`)).join(
        '',
      ),
    ]),
  );
  const opened = `ownr x\n${files['part-0.plan'] ?? ''}`;

  it('says how far its reading is, and flags at once what stands whatever the rest says', () =>
    onFolder(
      { ...files, 'rest.plan': 'inspection I "Inspection" {\n  must M1 "Act"\n}\n' },
      { window: { workDoneProgress: true } },
      async (wire, uri) => {
        wire.open(uri('part-0.plan'), opened);
        const early = await wire.diagnosed(uri('part-0.plan'), (items) => items.length > 0);
        assert.deepEqual([...new Set(early.map(({ code }) => code))], ['unreadable']);
        const all = await wire.diagnosed(uri('part-0.plan'), (items) => items.length > 1);
        assert.equal(all.filter(({ code }) => code === 'overdue').length, 200);
        // M1 stands in a file that was read later: nothing was said of it too early.
        assert.ok(!all.some(({ code }) => code === 'unknown-reference'));
        const kindsSaid = (): string[] =>
          wire.notes
            .filter(({ method }) => method === '$/progress')
            .map(({ params }) => (params as { value: { kind: string } }).value.kind);
        await wire.until(() => kindsSaid().includes('end'), 'the end of the reading');
        const kinds = kindsSaid();
        assert.equal(kinds[0], 'begin');
        assert.equal(kinds.at(-1), 'end');
      },
    ));
});
