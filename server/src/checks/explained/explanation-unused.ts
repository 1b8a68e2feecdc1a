import { sentence } from '../../plan/words.ts';
import { always, check } from '../check.ts';
import { nameOf } from '../shared/names.ts';
import { fixToLookAt, removeLine } from '../shared/fixes.ts';

export const explanationUnused = check({
  id: 'explanation-unused',
  title: 'Explanation of no flag',
  what: 'An item says `explained` of a check that does not flag it.',
  why: 'An explanation that nothing needs any more would hide the next flag, which nobody has looked at.',
  source:
    'Practice: a register of exceptions is reviewed, and what no longer holds is taken out. ESLint, Ruff and others report unused suppressions for the same reason.',
  falsePositives:
    'One that was written ahead of the day from which the check flags it: it is used from then on.',
  severity: always('info'),
  preset: 'recommended',
  over: 'item',
  comesLast: true,
  *run(entity, { others }) {
    for (const { check: name, span } of entity.item.explained) {
      const id = name.value;
      if (id === undefined || others?.isFlagged(entity, id) !== false) continue;
      yield {
        at: name.span,
        message: `${sentence(nameOf(entity))} explains ${id}, and ${id} does not flag it.`,
        todo: 'Take the explanation out, or move it to what is flagged.',
        fixes: () => [fixToLookAt('Take the explanation out', removeLine(entity.unit, span))],
      };
    }
  },
  examples: {
    flagged: [
      {
        beside: ['overdue'],
        plan: `
action F "Revise the cleaning schedules" {
  due       2018-10
  explained overdue until 2018-12-31 because "The supplier is late" by QAC
            ^^^^^^^ Action F explains overdue, and overdue does not flag it.
}
`,
      },
    ],
    clean: [
      {
        beside: ['overdue'],
        plan: `
action F "Revise the cleaning schedules" {
  due       2018-06
  explained overdue until 2018-12-31 because "The supplier is late" by QAC
  explained due-soon until 2018-12-31 because "This check does not run beside it" by QAC
}
`,
      },
    ],
  },
});
