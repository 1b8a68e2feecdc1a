import type { PlanDate } from '../../language/dates.ts';
import type { Value } from '../../language/items.ts';
import { dayInWords, notWorkingBecause, workingDayBefore } from '../../plan/calendar.ts';
import { knownAt } from '../../plan/facts/history.ts';
import { positionOf } from '../../plan/facts/position.ts';
import type { Entity } from '../../plan/plan.ts';
import { always, check, type Draft } from '../check.ts';
import { fixToLookAt, replace } from '../shared/fixes.ts';
import { quoted } from '../shared/phrases.ts';

export const dueNotWorkingDay = check({
  id: 'due-not-working-day',
  title: 'Deadline on a day that nobody works',
  what: 'The deadline in force of an open action, or of a step that is not done, is a Saturday, a Sunday or one of England’s bank holidays, and is still to come. Only dates written as a day count: the last day of a month, a quarter or a year was not chosen for its weekday.',
  why: 'Nobody signs off on that day, so the action is either done before it or late.',
  source:
    'Practice: the time that a warning notice of 2019 set, 27 May 2019, was the Spring bank holiday. The bank holidays are those of GOV.UK, 2015 to 2028.',
  falsePositives:
    'A date that a regulator has set, or work of a service that is staffed every day: answer for the flag with explained. Bank holidays of other years are not known.',
  severity: always('info'),
  preset: 'strict',
  over: 'action',
  *run(action, { plan, asAt }) {
    const { state, deadline } = positionOf(plan, action, asAt);
    if (state !== 'open') return;
    if (deadline.inForce !== undefined) {
      yield* onNoWorkingDay(action, deadline.inForce, `Action ${action.id}`, asAt);
    }
    for (const { number, due, done } of action.item.steps) {
      if (due === undefined || (done !== undefined && knownAt(done, asAt))) continue;
      const step = number.value === undefined ? 'A step' : `Step ${number.value}`;
      yield* onNoWorkingDay(action, due, `${step} of action ${action.id}`, asAt);
    }
  },
  examples: {
    flagged: [
      {
        plan: `
action C "Bring recorded supervision to 85 %" {
  due 2018-07-01
      ^^^^^^^^^^ Action C is due 1 July 2018, a Sunday.
}
action D "Write guidance on safe medicines" {
  due         2018-06-29
  due-revised 27 August 2018 on 2018-06-14 because "The pharmacist is away"
              ^^^^^^^^^^^^^^ Action D is due 27 August 2018, a bank holiday (Summer bank holiday).
  step 1 "Agree it" due 2018-08-25 given "25 Aug"
                        ^^^^^^^^^^ Step 1 of action D is due 25 August 2018, a Saturday.
}
`,
      },
      {
        asAt: '2019-01-31',
        plan: `
action E "Make the improvements of the notice" {
  due 2019-05-27
      ^^^^^^^^^^ Action E is due 27 May 2019, a bank holiday (Spring bank holiday).
}
`,
      },
    ],
    clean: [
      {
        plan: `
action C "Bring recorded supervision to 85 %" {
  due 2018-09 given "Sep-18"
  step 1 "Agree the trajectory" due 2018-07-07 done 2018-06-28
  step 2 "Reach 85 %" due 2018-09-28
}
action D "Write guidance on safe medicines" {
  due 2018-06-30
}
action E "Reduce blind spots" {
  due       2018-08-27
  completed 2018-06-21
}
action F "Revise the cleaning schedules" {
  due tbc "after the board"
}
`,
      },
    ],
  },
});

function* onNoWorkingDay(
  action: Entity<'action'>,
  { value, given, span }: Value<PlanDate>,
  what: string,
  asAt: string,
): Iterable<Draft> {
  const day = value?.first;
  if (value?.form !== 'day' || day === undefined || day < asAt) return;
  const because = notWorkingBecause(day);
  if (because === undefined) return;
  const before = workingDayBefore(day);
  const said = given === undefined ? ` given ${quoted(value.written)}` : '';
  yield {
    at: span,
    message: `${what} is due ${dayInWords(day)}, ${because}.`,
    todo: `Give a day on which somebody can sign it off, such as ${dayInWords(before)}, the working day before.`,
    fixes: () => [
      fixToLookAt(
        `Make it ${dayInWords(before)}, the working day before`,
        replace(action.unit, span, `${before}${said}`),
      ),
    ],
  };
}
