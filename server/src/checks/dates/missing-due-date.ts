import { deadlineOf } from '../../plan/facts/deadline.ts';
import { stateOf } from '../../plan/facts/progress.ts';
import { check } from '../check.ts';
import { addLine, fixToLookAt, replace } from '../shared/fixes.ts';
import { quoted } from '../shared/phrases.ts';

const todo =
  'Say by which day it is to be complete: due 31 October 2018. Where that is still open, say what it waits for: due tbc "after the board".';

export const missingDueDate = check({
  id: 'missing-due-date',
  title: 'Action without a deadline',
  what: 'An open action has no due, or its due (or the latest due-revised) says only that there is none: none, n/a, unknown, unreadable or withheld. A deadline that is tbc is for fuzzy-due-date.',
  why: 'Nobody can be late for an action without a deadline, so nobody is asked about it.',
  source:
    'Practice: actions are time-bound (the T of SMART), and NHS Improvement’s undertakings ask for CQC action plans with clear timescales.',
  falsePositives:
    'A deadline that is agreed but withheld from this edition of the plan: answer for the flag with explained.',
  severity: { must: 'error', should: 'warning', other: 'warning' },
  preset: 'setting-up',
  over: 'action',
  appliesTo: (action, { plan, asAt }) => stateOf(plan, action, asAt) === 'open',
  *run(action, { plan, asAt }) {
    const { inForce, revisions } = deadlineOf(plan, action, asAt);
    if (inForce === undefined) {
      yield {
        at: action.item.idSpan,
        message: `Action ${action.id} has no deadline.`,
        todo,
        fixes: () => [
          fixToLookAt('Say that its deadline is to come', addLine(action, 'due tbc "by when"')),
        ],
      };
      return;
    }
    // A date that cannot be read has a flag of its own, and tbc is a deadline that is to come.
    const { missing, why, span } = inForce;
    if (missing === undefined || missing === 'tbc') return;
    const keyword = revisions.some(({ due }) => due === inForce) ? 'latest due-revised' : 'due';
    const said = why === undefined ? '' : `, “${why}”`;
    yield {
      at: span,
      message: `Action ${action.id} has no deadline: its ${keyword} is ${missing}${said}.`,
      todo,
      fixes: () => [
        fixToLookAt(
          'Say that its deadline is to come',
          replace(action.unit, span, `tbc ${quoted(why ?? 'by when')}`),
        ),
      ],
    };
  },
  whenAll: (count) => ({
    message: `None of the ${String(count)} open actions has a deadline.`,
    todo: 'Give each action its due: the day by which it is to be complete.',
  }),
  examples: {
    flagged: [
      {
        plan: `
action K "Remind patients of their rights" {
       ^ Action K has no deadline.
  sro "Head of Nursing"
}
action 18.5 "Record supervision" {
  due unreadable "see 18.4"
      ^^^^^^^^^^^^^^^^^^^^^ Action 18.5 has no deadline: its due is unreadable, “see 18.4”.
}
action L "Reduce caseloads" {
  due         2018-05
  due-revised unknown given "extended" on 2018-05-24
              ^^^^^^^ Action L has no deadline: its latest due-revised is unknown.
}
`,
      },
      {
        plan: `
plan NPT-2018 "CQC action plan 2018"
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ None of the 5 open actions has a deadline.

action A "Update the risk register"
action B "Put the new rota in place"
action C "Bring recorded supervision to 85 %"
action D "Write guidance on safe medicines"
action E "Remove blind spots on two wards" {
  due none
}
`,
      },
    ],
    clean: [
      {
        plan: `
action A "Update the risk register" {
  due         unknown
  due-revised 2018-10 on 2018-05-24
}
action K "Remind patients of their rights" {
  due tbc "after the board"
}
action L "Reduce caseloads" {
  completed 2018-06-28
}
action M "Refurbish the interview rooms" {
  withdrawn 2018-05-01 because "The service moved"
}
`,
      },
    ],
  },
});
