import { closest } from '../../language/closest.ts';
import { sentence } from '../../plan/words.ts';
import { always, check } from '../check.ts';
import { fixToLookAt, replace } from '../shared/fixes.ts';
import { nameOf } from '../shared/names.ts';

export const explanationOfUnknownCheck = check({
  id: 'explanation-of-unknown-check',
  title: 'Explanation of a check that there is not',
  what: 'An item says `explained` of something that is the name of no check.',
  why: 'The explanation counts for nothing, and whoever wrote it believes that it does.',
  source: 'Mustdo’s own catalogue of checks: `mustdo about` lists it.',
  falsePositives: 'A check of a newer Mustdo than the one that runs: use that one.',
  severity: always('warning'),
  preset: 'setting-up',
  over: 'item',
  comesLast: true,
  *run(entity, { others }) {
    for (const { check: name } of entity.item.explained) {
      const id = name.value;
      if (id === undefined || others === undefined || others.ids.includes(id)) continue;
      const near = closest(id, others.ids);
      const hint = near === undefined ? '' : ` Did you mean ${near}?`;
      yield {
        at: name.span,
        message: `${sentence(nameOf(entity))} explains ${id}, and there is no such check.${hint}`,
        todo: 'Name the check as it stands beside its flag.',
        fixes: () =>
          near === undefined
            ? []
            : [fixToLookAt(`Explain ${near}`, replace(entity.unit, name.span, near))],
      };
    }
  },
  examples: {
    flagged: [
      {
        beside: ['overdue'],
        plan: `
action F "Revise the cleaning schedules" {
  due       2018-05
  explained overdu until 2018-12-31 because "The supplier is late" by QAC
            ^^^^^^ Action F explains overdu, and there is no such check. Did you mean overdue?
}
`,
      },
    ],
    clean: [
      {
        beside: ['overdue'],
        plan: `
action F "Revise the cleaning schedules" {
  due       2018-05
  explained overdue until 2018-12-31 because "The supplier is late" by QAC
}
`,
      },
    ],
  },
});
