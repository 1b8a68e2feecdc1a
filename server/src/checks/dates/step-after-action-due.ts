import { daysBetween, dayInWords } from '../../plan/calendar.ts';
import { deadlineDay, monthMeansIn } from '../../plan/facts/deadline.ts';
import { knownAt } from '../../plan/facts/history.ts';
import { positionOf, type Position } from '../../plan/facts/position.ts';
import { count } from '../../plan/words.ts';
import { always, check, type Context, type Draft } from '../check.ts';
import { addLine, fixToLookAt, replace } from '../shared/fixes.ts';

export const stepAfterActionDue = check({
  id: 'step-after-action-due',
  title: 'Step due after its action',
  what: 'A step of an open action that is not done is due after the deadline in force of the action itself.',
  why: 'An action cannot be complete before its last step, so one of the two dates is wrong.',
  source:
    'Practice: the date of an action is the day by which all of it is to be complete, and its steps are what a committee asks about in between.',
  falsePositives: 'A step that follows up what is already complete: make it an action of its own.',
  severity: always('warning'),
  preset: 'recommended',
  over: 'action',
  *run(action, context) {
    const position = positionOf(context.plan, action, context.asAt);
    if (position.state === 'open') yield* lateSteps(position, context);
  },
  examples: {
    flagged: [
      {
        plan: `
action C "Bring recorded supervision to 85 %" {
  due 2018-10
  step 1 "Agree the trajectory" due 2018-03
  step 2 "Reach 85 %" due 31 December 2018 given "by the end of the year"
                          ^^^^^^^^^^^^^^^^ Step 2 of action C is due 31 December 2018, 61 days after the action itself, due 31 October 2018.
}
`,
      },
    ],
    clean: [
      {
        plan: `
action C "Bring recorded supervision to 85 %" {
  due 2018-09
  due-revised 2018-10 on 2018-06-14 because "Devices are late"
  step 1 "Agree the trajectory" due 2018-03
  step 2 "Reach 85 %" due 2018-10-31
}
action G "Roll out the tool" {
  due 2018-05
  step 1 "Agree the roll-out" due 2018-06-12 done 2018-05-12
  step 2 "Report to the committee" due monthly
}
action I "Control ligature risks at team bases" {
  due 2018-05
  completed 2018-05-30
  step 2 "Replace the fittings" due 2018-07
}
`,
      },
    ],
  },
});

function* lateSteps({ action, deadline }: Position, { plan, asAt }: Context): Iterable<Draft> {
  const { day, inForce } = deadline;
  if (day === undefined || inForce === undefined) return;
  for (const { number, due, done } of action.item.steps) {
    const stepDay = deadlineDay(due?.value, monthMeansIn(plan));
    const isDone = done !== undefined && knownAt(done, asAt);
    if (due === undefined || stepDay === undefined || stepDay <= day || isDone) continue;
    const step = number.value === undefined ? 'A step' : `Step ${number.value}`;
    const after = count(daysBetween(day, stepDay), 'day');
    yield {
      at: due.span,
      message: `${step} of action ${action.id} is due ${dayInWords(stepDay)}, ${after} after the action itself, due ${dayInWords(day)}.`,
      todo: 'Bring the step forward, or agree a new deadline for the action with due-revised.',
      fixes: () => [
        fixToLookAt(
          `Bring the step forward to ${dayInWords(day)}`,
          replace(action.unit, due.span, day),
        ),
        fixToLookAt(
          `Move the action’s deadline to ${dayInWords(stepDay)}`,
          addLine(action, `due-revised ${stepDay} on ${asAt} because tbc "why it moved"`),
        ),
      ],
      related: [
        { place: { unit: action.unit, span: inForce.span }, message: 'The deadline of the action' },
      ],
    };
  }
}
