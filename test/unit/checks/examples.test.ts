import assert from 'node:assert/strict';
import type { Check, Example } from '../../../server/src/checks/check.ts';
import { checks } from '../../../server/src/checks/index.ts';
import { everyCheck } from '../../../server/src/checks/settings.ts';
import { runChecks } from '../../../server/src/checks/run.ts';
import { PlanFile } from '../../../server/src/plan/file.ts';
import { applyEdits, whereIs, type Flag } from '../../../server/src/plan/flag.ts';
import { Plan } from '../../../server/src/plan/plan.ts';
import { readMarked } from '../../support/carets.ts';

/** Every check's own examples, run with that check alone: they are its tests and its page. */

type Setting = Pick<Example, 'asAt' | 'file' | 'files' | 'beside'>;

/** What checks say of a text, in the file and on the day of an example. */
const said = (
  some: readonly Check[],
  text: string,
  { asAt = '2018-07-01', file = 'example.plan', files = {} }: Setting,
): Flag[] => {
  const all = Object.entries({ ...files, [file]: text });
  const plan = new Plan(all.map(([path, own]) => new PlanFile(path, own)));
  return runChecks(some, { plan, asAt, settings: everyCheck }).filter(
    ({ place }) => place.unit.file.path === file,
  );
};

/** What a check says of it, alone or beside those that its example names. */
const flagsOf = (check: Check, text: string, example: Setting): Flag[] => {
  const beside = checks.filter(({ id }) => example.beside?.includes(id));
  return said([check, ...beside], text, example).filter((flag) => flag.check === check.id);
};

/** What every check says of it, without places: a fix moves what it leaves. */
const allSaid = (text: string, example: Setting): string[] =>
  said(checks, text, example).map(({ check, message }) => `${check}: ${message}`);

const problemsIn = (text: string) =>
  new PlanFile('example.plan', text).units.flatMap((unit) => unit.reading.problems);

for (const check of checks) {
  describe(`check ${check.id}`, () => {
    for (const [index, example] of check.examples.flagged.entries()) {
      const { plan, expected } = readMarked(example.plan);

      it(`flags example ${String(index + 1)} exactly where its carets are`, () => {
        const flags = flagsOf(check, plan, example).map((flag) => {
          const { start, end } = whereIs(flag.place).range;
          const length = start.line === end.line ? end.column - start.column : 0;
          return { line: start.line, column: start.column, length, message: flag.message };
        });
        assert.deepEqual(flags, expected);
        assert.notEqual(expected.length, 0, 'a flagged example has carets');
        if (check.id !== 'unreadable') assert.deepEqual(problemsIn(plan), []);
      });

      it(`mends example ${String(index + 1)} with each of its fixes`, () => {
        const flags = flagsOf(check, plan, example);
        const before = allSaid(plan, example);
        for (const flag of flags) {
          for (const fix of flag.fixes) {
            const mended = applyEdits(plan, fix.edits);
            const left = flagsOf(check, mended, example).map(({ message }) => message);
            const same = left.filter((message) => message === flag.message);
            assert.deepEqual(same, [], `“${fix.title}” leaves the flag:\n${mended}`);
            assert.ok(
              problemsIn(mended).length <= problemsIn(plan).length,
              `“${fix.title}” gives text that cannot be read:\n${mended}`,
            );
            if (!fix.safe) continue;
            const raised = allSaid(mended, example).filter((one) => !before.includes(one));
            assert.deepEqual(raised, [], `“${fix.title}” is safe and raises a flag:\n${mended}`);
          }
        }
      });
    }

    for (const [index, example] of check.examples.clean.entries()) {
      it(`leaves clean example ${String(index + 1)} alone`, () => {
        assert.deepEqual(problemsIn(example.plan), []);
        assert.deepEqual(
          flagsOf(check, example.plan, example).map(({ message }) => message),
          [],
        );
      });
    }
  });
}
