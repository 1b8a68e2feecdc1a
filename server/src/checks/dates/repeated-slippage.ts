import { daysBetween, dayInWords } from '../../plan/calendar.ts';
import { positionOf } from '../../plan/facts/position.ts';
import { count } from '../../plan/words.ts';
import { check } from '../check.ts';

export const repeatedSlippage = check({
  id: 'repeated-slippage',
  title: 'Deadline that keeps moving',
  what: 'The deadline of an open action has been moved 3 times or more, or by more than 90 days in all, counted from its first deadline to the one in force.',
  why: 'An action that slips again and again has a cause that new dates do not mend: the committee above should hear of it.',
  source:
    'Practice: change control, and the escalation of actions that drift from plan to plan. The numbers are ours; set the options to what your trust thinks right.',
  falsePositives:
    'Work that was moved by a decision outside, such as a building: the reasons after because say so; answer for the flag with explained.',
  severity: { notice: 'error', must: 'warning', should: 'warning', other: 'info' },
  preset: 'recommended',
  options: {
    revisions: {
      default: 3,
      min: 1,
      max: 100,
      doc: 'From how many new deadlines on an action is flagged.',
    },
    days: {
      default: 90,
      min: 0,
      max: 3660,
      doc: 'By how many days in all a deadline may move without a flag.',
    },
  },
  over: 'action',
  appliesTo: (action) => action.item.dueRevised.length > 0,
  *run(action, { plan, asAt, options }) {
    const { state, deadline } = positionOf(plan, action, asAt);
    const { inForce, day, originalDay, revisions } = deadline;
    if (state !== 'open' || inForce === undefined || revisions.length === 0) return;
    const days = day === undefined || originalDay === undefined ? 0 : daysBetween(originalDay, day);
    if (revisions.length < (options.revisions ?? 0) && days <= (options.days ?? 0)) return;
    const moved =
      days > 0 && day !== undefined && originalDay !== undefined
        ? `, by ${count(days, 'day')} in all: from ${dayInWords(originalDay)} to ${dayInWords(day)}`
        : '';
    yield {
      at: inForce.span,
      message: `The deadline of action ${action.id} has moved ${count(revisions.length, 'time')}${moved}.`,
      todo: 'Take it to the committee above, with the cause and what would hold the next date; write what it decides.',
      related: revisions.map(({ due, span }) => ({
        place: { unit: action.unit, span },
        message: due === inForce ? 'The deadline in force' : 'An earlier one',
      })),
    };
  },
  examples: {
    flagged: [
      {
        plan: `
action C "Bring recorded supervision to 85 %" {
  due         2018-03-31
  due-revised 2018-05-31 on 2018-03-14
  due-revised 2018-07-31 on 2018-05-09
              ^^^^^^^^^^ The deadline of action C has moved 2 times, by 122 days in all: from 31 March 2018 to 31 July 2018.
  due-revised 2018-12-31 on 2018-09-12
}
action D "Write guidance on safe medicines" {
  due         2018-05-31
  due-revised 2018-06-15 on 2018-05-09
  due-revised 2018-06-22 on 2018-06-01
  due-revised 2018-07-06 on 2018-06-20
              ^^^^^^^^^^ The deadline of action D has moved 3 times, by 36 days in all: from 31 May 2018 to 6 July 2018.
}
action E "Reduce blind spots" {
  due         tbc
  due-revised 2018-05-15 on 2018-05-09
  due-revised 2018-06-22 on 2018-06-01
  due-revised tbc "capital" on 2018-06-20
              ^^^^^^^^^^^^^ The deadline of action E has moved 3 times.
}
`,
      },
    ],
    clean: [
      {
        plan: `
action C "Bring recorded supervision to 85 %" {
  due         2018-03-31
  due-revised 2018-05-31 on 2018-03-14
  due-revised 2018-06-29 on 2018-05-09
}
action D "Write guidance on safe medicines" {
  due         2017-05-31
  due-revised 2018-06-15 on 2018-05-09
  completed   2018-06-12
}
action E "Reduce blind spots" {
  due         2018-12-31
  due-revised 2018-07-31 on 2018-05-09
}
`,
      },
    ],
  },
});
