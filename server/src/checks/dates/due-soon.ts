import { daysBetween, dayInWords } from '../../plan/calendar.ts';
import { dueSoonDays } from '../../plan/facts/deadline.ts';
import { positionOf } from '../../plan/facts/position.ts';
import { count } from '../../plan/words.ts';
import { always, check } from '../check.ts';
import { addLine, fixToLookAt } from '../shared/fixes.ts';

export const dueSoon = check({
  id: 'due-soon',
  title: 'Action due soon',
  what: 'The deadline in force of an open action is today or within the next 30 days, counted from the as-at date.',
  why: 'While the day is still to come, there is time to finish, or to agree a new deadline before the action is overdue.',
  source: 'Practice: trackers of actions remind their owners as the dates come near.',
  falsePositives:
    'An action that is done but whose completion nobody has written down: say completed.',
  severity: always('info'),
  preset: 'recommended',
  options: {
    days: {
      default: dueSoonDays,
      min: 0,
      max: 366,
      doc: 'How many days ahead to look; 0 is today alone.',
    },
  },
  over: 'action',
  *run(action, { plan, asAt, options }) {
    const { state, deadline } = positionOf(plan, action, asAt);
    const { inForce, day } = deadline;
    if (state !== 'open' || inForce === undefined || day === undefined) return;
    const left = daysBetween(asAt, day);
    if (left < 0 || left > (options.days ?? 0)) return;
    const when =
      left === 0 ? `today, ${dayInWords(day)}` : `${dayInWords(day)}, in ${count(left, 'day')}`;
    yield {
      at: inForce.span,
      message: `Action ${action.id} is due ${when}.`,
      todo: 'Ask its SRO whether it will be complete by then. If not, agree a new deadline now, with due-revised.',
      fixes: () => [fixToLookAt('Say it is complete', addLine(action, `completed ${asAt}`))],
    };
  },
  examples: {
    flagged: [
      {
        plan: `
action I "Control ligature risks at team bases" {
  due 2018-07 given "Jul-18"
      ^^^^^^^ Action I is due 31 July 2018, in 30 days.
}
action J "Embed standards for care plans" {
  due         2018-05-31
  due-revised 2018-07-01 on 2018-05-24 because "Two teams moved"
              ^^^^^^^^^^ Action J is due today, 1 July 2018.
}
`,
      },
      {
        asAt: '2018-07-31',
        plan: `
action D "Write guidance on safe medicines" {
  due 2018-08-01
      ^^^^^^^^^^ Action D is due 1 August 2018, in 1 day.
}
`,
      },
    ],
    clean: [
      {
        plan: `
action D "Write guidance on safe medicines" {
  due 2018-08-01
}
action F "Revise the cleaning schedules" {
  due 2018-06
}
action I "Control ligature risks at team bases" {
  due       2018-07
  completed 2018-06-28
}
action 18.5 "Record supervision" {
  due tbc "after the board"
}
`,
      },
    ],
  },
});
