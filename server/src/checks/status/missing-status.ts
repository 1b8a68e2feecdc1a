import { latestKnown } from '../../plan/facts/history.ts';
import { progressOf, stateOf } from '../../plan/facts/progress.ts';
import { check } from '../check.ts';
import { addLine, fixToLookAt } from '../shared/fixes.ts';
import { dated } from '../shared/phrases.ts';

export const missingStatus = check({
  id: 'missing-status',
  title: 'Open action without a word on progress',
  what: 'An action is open, and no update known at the as-at date says how it is going in a word of scale progress. A word that is tbc is an answer for now.',
  why: 'A committee that reads nothing does not know whether nothing was done or nobody wrote it down.',
  source:
    'Practice: published trust plans rate the progress of every action, such as off track, on track, complete; in plans that went through a scan or a copy, colours are what is lost first.',
  falsePositives:
    'An action that was only just agreed, or one that has not begun: say not-started, with the date.',
  severity: { must: 'warning', should: 'warning', other: 'info' },
  preset: 'recommended',
  over: 'action',
  appliesTo: (action, { plan, asAt }) => stateOf(plan, action, asAt) === 'open',
  *run(action, { plan, asAt }) {
    if (progressOf(plan, action, asAt) !== undefined) return;
    const update = latestKnown(action.item.updates, ({ on }) => on, asAt);
    const word = update?.level.missing;
    // What stands there and cannot be read is flagged as that.
    if (update !== undefined && (word === undefined || word === 'tbc')) return;
    yield {
      at: update?.level.span ?? action.item.idSpan,
      message:
        update === undefined
          ? `Nothing says how action ${action.id} is going.`
          : `Nothing says how action ${action.id} is going: its latest update${dated(update.on)} says ${word ?? ''}.`,
      todo: 'Add an update: its date, a word of the plan’s scale progress, and what was done.',
      fixes: () => [
        fixToLookAt(
          'Add an update to be filled in',
          addLine(action, `update ${asAt} tbc tbc "how it is going"`),
        ),
      ],
    };
  },
  whenAll: (count) => ({
    message: `Nothing says how any of the ${String(count)} open actions is going.`,
    todo: 'Add an update to each: its date, a word of the plan’s scale progress, and what was done.',
  }),
  examples: {
    flagged: [
      {
        plan: `
action F "Revise the cleaning schedules" {
       ^ Nothing says how action F is going.
  due 2018-10
}
action G "Roll out the tool" {
  update 2018-06-12 unreadable "S"
                    ^^^^^^^^^^^^^^ Nothing says how action G is going: its latest update (12 June 2018) says unreadable.
}
action H "Strengthen safe medicines" {
       ^ Nothing says how action H is going.
  update 2018-07-09 on-track "Not known yet on 1 July"
}
`,
      },
    ],
    clean: [
      {
        plan: `
action F "Revise the cleaning schedules" {
  update 2018-06-12 on-track
}
action G "Roll out the tool" {
  update unknown at-risk
  update 2018-06-12 unreadable "S"
}
action H "Strengthen safe medicines" {
  update 2018-06-12 tbc tbc "the SRO is on leave until July"
}
action I "Control ligature risks at team bases" {
  completed 2018-06-20
}
action J "Embed standards for care plans" {
  withdrawn 2018-06-11
}
`,
      },
    ],
  },
});
