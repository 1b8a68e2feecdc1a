import assert from 'node:assert/strict';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { Folder, mustdo } from '../support/command.ts';
import { sampleNames } from '../support/samples.ts';
import { uriOf, Wire } from '../support/wire.ts';

/** The editor and the command line give the same flags for the same plan and as-at date, always. */

interface Flag {
  file: string;
  check: string;
  severity: string;
  message: string;
  todo: string;
  known?: boolean;
  range: { start: { line: number; column: number }; end: { line: number; column: number } };
}

const severities = ['', 'error', 'warning', 'info'];

/** Holds what the editor shows of all plans of a folder against what the command line prints. */
async function compare(folder: string, asAt?: string): Promise<readonly Flag[]> {
  const args = asAt === undefined ? [] : ['--as-at', asAt];
  const { flags } = JSON.parse(
    mustdo(['check', folder, '--known', '--format', 'json', ...args]).out,
  ) as { flags: Flag[] };
  await using wire = await Wire.start(folder, { asAt: asAt ?? null });
  await wire.request('mustdo/checkAll', null);
  const expected = Object.fromEntries(
    [...Map.groupBy(flags, ({ file }) => file)].map(([file, own]) => [
      uriOf(file),
      own.map(({ check, severity, message, todo, known, range: { start, end } }) => ({
        code: check,
        severity,
        message: `${message}\n${known === true ? 'Of the known backlog. ' : ''}${todo}`,
        start: [start.line - 1, start.column - 1],
        end: [end.line - 1, end.column - 1],
      })),
    ]),
  );
  const found = [...wire.diagnostics].map(([uri, { items }]) => [
    uri,
    items.map(({ code, severity, message, range: { start, end } }) => ({
      code,
      severity: severities[severity ?? 0],
      message,
      start: [start.line, start.character],
      end: [end.line, end.character],
    })),
  ]);
  assert.deepEqual(Object.fromEntries(found), expected);
  return flags;
}

for (const name of sampleNames) {
  for (const asAt of [undefined, '2018-11-01', '2021-01-01']) {
    it(`sample ${name} has the same flags in the editor${asAt === undefined ? '' : ` as at ${asAt}`}`, async () => {
      await compare(`samples/${name}`, asAt);
    });
  }
}

it('a preset, other settings for some files and a known backlog are the same in the editor', async () => {
  using folder = new Folder();
  cpSync('samples/lpt-cqc-2018', folder.path, { recursive: true });
  folder.write(
    'mustdo.json',
    `{
      "asAt": "2018-07-01",
      "preset": "strict",
      "checks": { "due-soon": { "severity": "warning", "options": { "days": 60 } } },
      "overrides": [{ "files": ["actions-chs.plan"], "checks": { "overdue": "off" } }]
    }`,
  );
  const chs = folder.at('actions-chs.plan');
  const text = readFileSync(chs, 'utf8');
  writeFileSync(chs, '// Nothing yet.\n');
  mustdo(['backlog', folder.path]);
  writeFileSync(chs, text);
  const flags = await compare(folder.path);
  const of = (check: string) => flags.filter((flag) => flag.check === check);
  assert.ok(of('overdue').length > 0 && of('overdue').every(({ known }) => known));
  assert.ok(of('due-soon').length > 0 && of('due-soon').every(({ known }) => known));
  assert.ok(
    flags.some(({ severity, known }) => severity === 'warning' && !known),
    'what is new',
  );
  assert.ok(of('duplicate-text').length > 0, 'a check of the strict preset');
});

it('typing and undoing ends where it began', async () => {
  const path = 'samples/lpt-cqc-2018/actions-corporate.plan';
  const text = readFileSync(path, 'utf8');
  await using wire = await Wire.start('samples/lpt-cqc-2018');
  wire.open(uriOf(path), text);
  const before = await wire.diagnosed(uriOf(path), (items) => items.length > 0);
  const start = { line: 10, character: 2 };
  wire.edit(uriOf(path), 2, start, start, 'ownr ');
  await wire.diagnosed(uriOf(path), (items) => items.some(({ code }) => code === 'unreadable'));
  wire.edit(uriOf(path), 3, start, { ...start, character: 7 }, '');
  const after = await wire.diagnosed(uriOf(path), (items) =>
    items.every(({ code }) => code !== 'unreadable'),
  );
  assert.deepEqual(after, before);
  assert.equal(wire.diagnostics.get(uriOf(path))?.version, 3);
});
