import assert from 'node:assert/strict';
import { problemWords } from '../../../server/src/language/problems.ts';
import { PlanFile } from '../../../server/src/plan/file.ts';
import { applyEdits } from '../../../server/src/plan/flag.ts';
import { readMarked } from '../../support/carets.ts';
import { cases } from './unreadable-cases.ts';

/** Every way to be unreadable: the place, the words, what still stands, and what the repair gives. */

const idsIn = (file: PlanFile): string =>
  file.units
    .flatMap(({ reading }) =>
      reading.items.flatMap((item) => [item.id, ...item.children.map(({ id }) => id)]),
    )
    .join(' ');

describe('what cannot be read', () => {
  for (const { code, plan: marked, stand, repaired } of cases) {
    it(`${code} is said once, at its place, and all else stands`, () => {
      const { plan, expected } = readMarked(marked);
      const file = new PlanFile('a.plan', plan);
      const found = file.units.flatMap((unit) =>
        unit.reading.problems.map((problem) => {
          const { start } = file.rangeOf(unit, problem.span);
          return {
            code: problem.code,
            line: start.line,
            column: start.column,
            message: problem.message,
          };
        }),
      );
      const places = expected.map(({ line, column, message }) => ({ code, line, column, message }));
      assert.deepEqual(found, places);
      assert.equal(idsIn(file), stand);
      const repairs = file.units.flatMap((unit) =>
        unit.reading.problems.flatMap(({ repair }) =>
          repair === undefined ? [] : [{ unit, ...repair }],
        ),
      );
      assert.equal(repairs.length > 0 ? applyEdits(plan, repairs) : undefined, repaired);
    });
  }

  it('has a case here for every kind but the depth, which has its own test', () => {
    const kinds = new Set(Object.keys(problemWords));
    kinds.delete('too-deep');
    assert.deepEqual(cases.map(({ code }) => code).sort(), [...kinds].sort());
  });
});
