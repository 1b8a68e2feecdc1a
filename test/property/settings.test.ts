import assert from 'node:assert/strict';
import fc from 'fast-check';
import { backlogIn } from '../../server/src/plan/backlog.ts';
import { readBacklogClosely } from '../../server/src/plan/backlog-form.ts';
import { JsonText } from '../../server/src/plan/json-text.ts';
import { settingsIn } from '../../server/src/plan/settings.ts';
import { readClosely } from '../../server/src/plan/settings-form.ts';

/**
 * The files that people and programs write for Mustdo are read quickly, without what says where one departs from its
 * form. The quick look must take what the close one takes, and make the same of it.
 */

const rarely = <T>(usual: fc.Arbitrary<T>): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 60, arbitrary: usual }, { weight: 1, arbitrary: fc.jsonValue() });

const severity = rarely(fc.constantFrom('error', 'warning', 'info', 'on', 'off'));
const name = fc.constantFrom('overdue', 'due-soon', 'toString', 'constructor', '1', '');
const number = rarely(fc.oneof(fc.integer(), fc.double({ noNaN: true })));
const object = (keys: Record<string, fc.Arbitrary<unknown>>, requiredKeys: string[] = []) =>
  rarely(fc.record(keys, { requiredKeys, noNullPrototype: true }));
const recordOf = (value: fc.Arbitrary<unknown>) =>
  rarely(fc.dictionary(name, value, { maxKeys: 3, noNullPrototype: true }));

const strings = rarely(fc.array(rarely(fc.string()), { maxLength: 3 }));
const setting = fc.oneof(severity, object({ severity, options: recordOf(number) }));
const settings = object({
  $schema: rarely(fc.string()),
  language: rarely(fc.constant(1)),
  asAt: rarely(
    fc.constantFrom(
      ...['2018-07-01', '2024-02-29', '2018-12-31', '1999-01-01', '2025-02-28'],
      ...['2018-02-30', '2018-7-1'],
    ),
  ),
  exclude: strings,
  preset: rarely(fc.constantFrom('recommended', 'strict', 'none')),
  checks: recordOf(setting),
  overrides: rarely(
    fc.array(object({ files: strings, checks: recordOf(setting) }, ['files', 'checks']), {
      maxLength: 2,
    }),
  ),
});

const amount = fc.oneof(
  fc.integer({ min: 1, max: 9 }),
  fc.constantFrom<unknown>(1, 2, 3, 0, -1, 1.5, 2 ** 53, 2 ** 53 - 1, '1', null),
);
const backlog = object(
  { version: fc.constantFrom<unknown>(1, 1, 1, 1, 2, 0, '1'), backlog: recordOf(recordOf(amount)) },
  ['version', 'backlog'],
);

/** Texts of values: with keys that mean something to JavaScript, comments, and numbers too large for it. */
const texts = (values: fc.Arbitrary<unknown>): fc.Arbitrary<string> =>
  fc
    .tuple(
      values,
      fc.constantFrom('', '', '// A comment.\n', '\ufeff', '/* One */ ', '/* One'),
      fc.nat(9),
    )
    .map(([value, before, large]) => {
      const text = JSON.stringify(value, null, 1);
      return before + (large === 0 ? text.replace(/: \d+/, ': 1e999') : text);
    });

const withPrototype = (text: string): string =>
  text.replace(/"(?:overdue|checks|options)":/, '"__proto__":');

describe('a file read quickly', () => {
  it('has the settings that a close look finds, and none where that finds a fault', () => {
    const seen = { taken: 0, refused: 0 };
    fc.assert(
      fc.property(texts(settings), (text) => {
        const quick = settingsIn(new JsonText(text).plainValue);
        const close = readClosely(new JsonText(text));
        assert.equal(quick !== undefined, close.faults.length === 0, text);
        if (quick !== undefined) {
          assert.deepEqual(structuredClone(quick), structuredClone(close.settings));
        }
        seen[quick === undefined ? 'refused' : 'taken']++;
      }),
      { numRuns: 3000 },
    );
    assert.ok(seen.taken > 300 && seen.refused > 300, JSON.stringify(seen));
  });

  it('leaves a key that JavaScript takes for something else to the close look', () => {
    fc.assert(
      fc.property(texts(settings).map(withPrototype), (text) => {
        const quick = settingsIn(new JsonText(text).plainValue);
        if (!text.includes('__proto__')) return;
        assert.equal(quick, undefined, text);
      }),
      { numRuns: 1000 },
    );
  });

  it('has the backlog that a close look finds, and none where that finds a fault', () => {
    const seen = { taken: 0, refused: 0 };
    fc.assert(
      fc.property(backlog, (value) => {
        const read: unknown = JSON.parse(JSON.stringify(value));
        const quick = backlogIn(read);
        const close = readBacklogClosely(read);
        assert.deepEqual(quick?.entries, 'backlog' in close ? close.backlog.entries : undefined);
        seen[quick === undefined ? 'refused' : 'taken']++;
      }),
      { numRuns: 3000 },
    );
    assert.ok(seen.taken > 300 && seen.refused > 300, JSON.stringify(seen));
  });
});
