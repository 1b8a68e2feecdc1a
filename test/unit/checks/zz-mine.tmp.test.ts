import assert from 'node:assert/strict';
import type { Check } from '../../../server/src/checks/check.ts';
import { dueSoon } from '../../../server/src/checks/due-soon.ts';
import { missingDueDate } from '../../../server/src/checks/missing-due-date.ts';
import { fuzzyDueDate } from '../../../server/src/checks/fuzzy-due-date.ts';
import { statusContradictsDate } from '../../../server/src/checks/status-contradicts-date.ts';
import { assuranceContradictsStatus } from '../../../server/src/checks/assurance-contradicts-status.ts';
import { completeWithoutEvidence } from '../../../server/src/checks/complete-without-evidence.ts';
import { stepAfterActionDue } from '../../../server/src/checks/step-after-action-due.ts';
import { supersededStillOpen } from '../../../server/src/checks/superseded-still-open.ts';
import { circularPredecessor } from '../../../server/src/checks/circular-predecessor.ts';
import { runChecks } from '../../../server/src/checks/run.ts';
import { PlanFile } from '../../../server/src/plan/file.ts';
import { applyEdits, whereIs, type Flag } from '../../../server/src/plan/flag.ts';
import { Plan } from '../../../server/src/plan/plan.ts';
import { readMarked } from '../../support/carets.ts';

/** Every check's own examples, run with that check alone: they are its tests and its page. */

const flagsOf = (check: Check, text: string, asAt = '2018-07-01'): Flag[] =>
  runChecks([check], {
    plan: new Plan([new PlanFile('example.plan', text)]),
    asAt,
    settings: new Map(),
  });

const problemsIn = (text: string) =>
  new PlanFile('example.plan', text).units.flatMap((unit) => unit.reading.problems);

const checks = [
  dueSoon,
  missingDueDate,
  fuzzyDueDate,
  statusContradictsDate,
  assuranceContradictsStatus,
  completeWithoutEvidence,
  stepAfterActionDue,
  supersededStillOpen,
  circularPredecessor,
] as unknown as Check[];
for (const check of checks) {
  describe(`check ${check.id}`, () => {
    for (const [index, example] of check.examples.flagged.entries()) {
      const { plan, expected } = readMarked(example.plan);

      it(`flags example ${String(index + 1)} exactly where its carets are`, () => {
        const flags = flagsOf(check, plan, example.asAt).map((flag) => {
          const { start, end } = whereIs(flag.place).range;
          const length = start.line === end.line ? end.column - start.column : 0;
          return { line: start.line, column: start.column, length, message: flag.message };
        });
        assert.deepEqual(flags, expected);
        assert.notEqual(expected.length, 0, 'a flagged example has carets');
        if (check.id !== 'unreadable') assert.deepEqual(problemsIn(plan), []);
      });

      it(`mends example ${String(index + 1)} with each of its fixes`, () => {
        const flags = flagsOf(check, plan, example.asAt);
        for (const flag of flags) {
          for (const fix of flag.fixes) {
            const mended = applyEdits(plan, fix.edits);
            const left = flagsOf(check, mended, example.asAt).map(({ message }) => message);
            const same = left.filter((message) => message === flag.message);
            assert.deepEqual(same, [], `“${fix.title}” leaves the flag:\n${mended}`);
            assert.ok(
              problemsIn(mended).length <= problemsIn(plan).length,
              `“${fix.title}” gives text that cannot be read:\n${mended}`,
            );
          }
        }
      });
    }

    for (const [index, example] of check.examples.clean.entries()) {
      it(`leaves clean example ${String(index + 1)} alone`, () => {
        assert.deepEqual(problemsIn(example.plan), []);
        assert.deepEqual(
          flagsOf(check, example.plan, example.asAt).map(({ message }) => message),
          [],
        );
      });
    }
  });
}
