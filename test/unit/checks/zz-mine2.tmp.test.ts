import assert from 'node:assert/strict';
import type { Check } from '../../../server/src/checks/check.ts';
import { missingSro } from '../../../server/src/checks/missing-sro.ts';
import { ownerNotDeclared } from '../../../server/src/checks/owner-not-declared.ts';
import { missingCommittee } from '../../../server/src/checks/missing-committee.ts';
import { shouldDoUnmapped } from '../../../server/src/checks/should-do-unmapped.ts';
import { actionWithoutRequirement } from '../../../server/src/checks/action-without-requirement.ts';
import { unknownReference } from '../../../server/src/checks/unknown-reference.ts';
import { duplicateReference } from '../../../server/src/checks/duplicate-reference.ts';
import { declaredCountMismatch } from '../../../server/src/checks/declared-count-mismatch.ts';
import { regulationUnknown } from '../../../server/src/checks/regulation-unknown.ts';
import { confusableCharacter } from '../../../server/src/checks/confusable-character.ts';
import { secondPlanHeading } from '../../../server/src/checks/second-plan-heading.ts';
import { runChecks } from '../../../server/src/checks/run.ts';
import { PlanFile } from '../../../server/src/plan/file.ts';
import { applyEdits, whereIs, type Flag } from '../../../server/src/plan/flag.ts';
import { Plan } from '../../../server/src/plan/plan.ts';
import { readMarked } from '../../support/carets.ts';

const checks = [
  missingSro,
  ownerNotDeclared,
  missingCommittee,
  shouldDoUnmapped,
  actionWithoutRequirement,
  unknownReference,
  duplicateReference,
  declaredCountMismatch,
  regulationUnknown,
  confusableCharacter,
  secondPlanHeading,
] as unknown as readonly Check[];
/** Every check's own examples, run with that check alone: they are its tests and its page. */

const flagsOf = (check: Check, text: string, asAt = '2018-07-01'): Flag[] =>
  runChecks([check], {
    plan: new Plan([new PlanFile('example.plan', text)]),
    asAt,
    settings: new Map(),
  });

const problemsIn = (text: string) =>
  new PlanFile('example.plan', text).units.flatMap((unit) => unit.reading.problems);

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
