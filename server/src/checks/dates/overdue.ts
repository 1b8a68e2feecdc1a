import { dayInWords } from '../../plan/calendar.ts';
import { positionOf } from '../../plan/facts/position.ts';
import { count } from '../../plan/words.ts';
import { check } from '../check.ts';
import { addLine, fixToLookAt } from '../shared/fixes.ts';

export const overdue = check({
  id: 'overdue',
  title: 'Overdue action',
  what: 'The deadline in force is before the as-at date, and nothing says the action is complete or withdrawn. A month means its last day unless the plan says otherwise.',
  why: 'A must-do that is past its date is what a committee and the CQC ask about first.',
  source:
    'Practice: every published trust plan is reported by its overdue actions; a warning notice (section 29A) sets dates the trust is held to.',
  falsePositives:
    'An action that is done but whose completion nobody has written down: say completed.',
  severity: { must: 'error', should: 'warning', other: 'warning' },
  preset: 'recommended',
  over: 'action',
  *run(action, { plan, asAt }) {
    const { deadline, late } = positionOf(plan, action, asAt);
    const { inForce, day, revisions } = deadline;
    if (inForce === undefined || day === undefined || late === undefined) return;
    const revised = revisions.length > 0 ? `, after ${count(revisions.length, 'new date')}` : '';
    yield {
      at: inForce.span,
      message: `Action ${action.id} was due ${dayInWords(day)}${revised}, ${count(late, 'day')} before ${dayInWords(asAt)}, and nothing says it is complete.`,
      todo: 'Say completed with its date and evidence, or give a new deadline with due-revised, who agreed it and why.',
      fixes: () => [
        fixToLookAt('Say it is complete', addLine(action, `completed ${asAt}`)),
        fixToLookAt(
          'Give a new deadline',
          addLine(action, `due-revised tbc "the new date" on ${asAt} because tbc "why it moved"`),
        ),
      ],
    };
  },
  examples: {
    flagged: [
      {
        plan: `
action F "Revise the cleaning schedules" {
  due 2018-06 given "Jun-18"
      ^^^^^^^ Action F was due 30 June 2018, 1 day before 1 July 2018, and nothing says it is complete.
}
`,
      },
      {
        plan: `
action B "Put the new rota in place" {
  due         2018-03
  due-revised 2018-05 on 2018-04-10 because "The rota system came late"
              ^^^^^^^ Action B was due 31 May 2018, after 1 new date, 31 days before 1 July 2018, and nothing says it is complete.
  due-revised 2018-12 on 2018-09-14 because "Not known yet on 1 July"
}
`,
      },
    ],
    clean: [
      {
        plan: `
action F "Revise the cleaning schedules" {
  due       2018-06
  completed 2018-06-28
}
action G "Roll out the tool" {
  due 2018-07
}
`,
      },
    ],
  },
});
