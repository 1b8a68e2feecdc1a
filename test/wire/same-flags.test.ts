import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { mustdo } from '../support/command.ts';
import { sampleNames } from '../support/samples.ts';
import { uriOf, Wire } from '../support/wire.ts';

/** The editor and the command line give the same flags for the same plan and as-at date, always. */

interface Flag {
  file: string;
  check: string;
  severity: string;
  message: string;
  todo: string;
  range: { start: { line: number; column: number }; end: { line: number; column: number } };
}

const severities = ['', 'error', 'warning', 'info'];

for (const name of sampleNames) {
  for (const asAt of [undefined, '2018-11-01', '2021-01-01']) {
    it(`sample ${name} has the same flags in the editor${asAt === undefined ? '' : ` as at ${asAt}`}`, async () => {
      const args = asAt === undefined ? [] : ['--as-at', asAt];
      const folder = `samples/${name}`;
      const { flags } = JSON.parse(mustdo(['check', folder, '--format', 'json', ...args]).out) as {
        flags: Flag[];
      };
      await using wire = await Wire.start(folder, { asAt: asAt ?? null });
      await wire.request('mustdo/checkAll', null);
      const files = [...new Set(flags.map(({ file }) => file))];
      const expected = Object.fromEntries(
        files.map((file) => [
          uriOf(file),
          flags
            .filter((flag) => flag.file === file)
            .map(({ check, severity, message, todo, range: { start, end } }) => ({
              code: check,
              severity,
              message: `${message}\n${todo}`,
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
    });
  }
}

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
