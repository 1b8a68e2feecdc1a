import assert from 'node:assert/strict';
import { formatPlan } from '../../../server/src/language/printer.ts';
import { addEach } from '../../../server/src/writing/lines.ts';
import { updateLine } from '../../../server/src/writing/records.ts';
import { inFile, textAfter } from '../../../server/src/writing/tidy.ts';
import { actionIn, planOf } from '../../support/plans.ts';

// Several lines are added to a block at once, each where it belongs.

const long = updateLine({ on: '2018-06-29', level: 'amber', text: 'One\n\nTwo', by: 'HON' });

const table: readonly (readonly [string, string, string])[] = [
  [
    'a block without braces gets them once',
    'action A "x"\n',
    `action A "x" {
  update 2018-06-29 amber by HON """
    One

    Two
  """
  completed 2018-06-15
}
`,
  ],
  [
    'each stands below the last of its kind',
    'action A "x" {\n  update 2018-05-04 red\n  sro    HON\n}\n',
    `action A "x" {
  update 2018-05-04 red
  update 2018-06-29 amber by HON """
    One

    Two
  """
  sro       HON
  completed 2018-06-15
}
`,
  ],
  [
    'what was not laid out tidily is left as it is',
    'action A "x" {\n sro   HON   // why\n}\n',
    `action A "x" {
 sro   HON   // why
 update 2018-06-29 amber by HON """
    One

    Two
  """
 completed 2018-06-15
}
`,
  ],
];

describe('lines that are added to a block', () => {
  for (const [name, before, wanted] of table) {
    it(name, () => {
      const plan = planOf(before);
      const action = actionIn(plan, 'A');
      const edits = addEach(action, [
        { line: long, below: action.item.updates },
        { line: 'completed 2018-06-15', below: action.item.completed },
      ]).map(inFile);
      const [file] = plan.files;
      assert.ok(file);
      const now = textAfter(file, edits);
      assert.equal(now, wanted);
      const [update] = actionIn(planOf(now), 'A').item.updates.slice(-1);
      assert.equal(update?.text.value, 'One\n\nTwo');
      assert.deepEqual(
        planOf(formatPlan(now)).files[0]?.units.flatMap((unit) => unit.reading.problems),
        [],
      );
    });
  }
});
