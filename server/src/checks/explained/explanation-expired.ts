import { dayInWords, daysBetween } from '../../plan/calendar.ts';
import { sentence, count } from '../../plan/words.ts';
import { always, check } from '../check.ts';
import { fixToLookAt, removeLine } from '../shared/fixes.ts';
import { nameOf } from '../shared/names.ts';

export const explanationExpired = check({
  id: 'explanation-expired',
  title: 'Explanation past its day',
  what: 'An item says `explained … until` a day that is past.',
  why: 'Somebody answered for the flag until that day. Since then nobody does, and the flag weighs again what it weighs.',
  source: 'Practice: an exception is granted until a day, and comes back to whoever granted it.',
  falsePositives: 'A line that is kept as history: write that as a note.',
  severity: always('warning'),
  preset: 'recommended',
  over: 'item',
  appliesTo: ({ item }) => item.explained.length > 0,
  *run(entity, { asAt }) {
    for (const { check: name, until, span } of entity.item.explained) {
      const last = until?.value?.last;
      if (until === undefined || last === undefined || last >= asAt) continue;
      const days = count(daysBetween(last, asAt), 'day');
      yield {
        at: until.span,
        message: `${sentence(nameOf(entity))} explains ${name.value ?? 'a flag'} until ${dayInWords(last)}, ${days} before ${dayInWords(asAt)}.`,
        todo: 'Ask who granted it for a new day and a reason that holds, or take the line out.',
        fixes: () => [fixToLookAt('Take the explanation out', removeLine(entity.unit, span))],
      };
    }
  },
  examples: {
    flagged: [
      {
        plan: `
action F "Revise the cleaning schedules" {
  due       2018-05
  explained overdue until 2018-06-30 because "The supplier is late" by QAC
                          ^^^^^^^^^^ Action F explains overdue until 30 June 2018, 1 day before 1 July 2018.
}
`,
      },
    ],
    clean: [
      {
        plan: `
action F "Revise the cleaning schedules" {
  due       2018-05
  explained overdue until 2018-07-01 because "The supplier is late" by QAC
  explained missing-committee because "The board itself watches it" by trust
}
`,
      },
    ],
  },
});
