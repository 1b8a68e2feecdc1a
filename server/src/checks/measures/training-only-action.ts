import { requirementsOf } from '../../plan/facts/coverage.ts';
import { indicatorsIn, measuresOf } from '../../plan/facts/indicators.ts';
import type { Entity, Plan } from '../../plan/plan.ts';
import { always, check } from '../check.ts';
import { addLine, fixToLookAt } from '../shared/fixes.ts';
import { isUnfinished } from '../shared/gaps.ts';

/** Beginnings of words for what staff are told: training, communication, policies. */
const telling =
  /\b(?:train|retrain|teach|taught|educat|e-?learning|induct|workshop|toolbox talk|awareness|remind|re-?brief|brief|communicat|newsletter|e-?mail|bulletin|circulat|re-?circulat|disseminat|cascad|poster|leaflet|share learning|policy|policies|procedure|guidance|guideline|protocol|sop\b|standard operating)/i;

/** Beginnings of words for a look at what is done afterwards. */
const looking =
  /\b(?:audit|observ|spot.?check|sampl|review of (?:records|notes|charts|care plans)|record review|case.?note|walk.?round|visit|inspect|drill|simulat|mystery|survey|feedback|interview|incident|complaint|peer|check)/i;

export const trainingOnlyAction = check({
  id: 'training-only-action',
  title: 'Training alone, and no look at practice',
  what: 'All that an unfinished action and its steps say is to train, tell or write down, and no measure, of its own or of the requirements it answers, looks at what is done in practice: by an audit, an observation, a sample of records, a drill. That staff were trained is no such look. Where a requirement itself asks for training, or for what else staff are told, nothing is said.',
  why: 'Training supports change and does not replace it. Somebody has to look whether care is given otherwise than before.',
  source:
    'Practice: those who inspected say that training delivered is not practice changed, and look for records sampled, observation, audit and feedback.',
  falsePositives:
    'Training that is itself what was asked for, such as mandatory training, where no requirement says so: name the requirement, or an indicator of what it is for.',
  severity: always('info'),
  // It goes by words, and a good action may be worded like a poor one.
  preset: 'strict',
  over: 'action',
  appliesTo: (action, context) =>
    action.item.title.value !== undefined &&
    telling.test(action.item.title.value) &&
    isUnfinished(action, context),
  *run(action, { plan }) {
    const { title, description, steps, outcome } = action.item;
    const done = [title.value, ...steps.map(({ text }) => text.value)];
    if (!done.every((text) => text === undefined || telling.test(text))) return;
    const others = [description?.text.value, outcome?.text.value];
    if ([...done, ...others].some((text) => text !== undefined && looking.test(text))) return;
    if (isAskedFor(plan, action) || looksAtPractice(plan, action)) return;
    yield {
      at: title.span,
      message: `Action ${action.id} trains, tells or writes down, and no measure looks at what is done in practice.`,
      todo: 'Add a measure that looks: an audit, an observation, a sample of records, a drill, with how much is enough.',
      fixes: () => [
        fixToLookAt(
          'Add a measure of practice, to be filled in',
          addLine(action, 'measure tbc "the audit, or what else looks at practice"'),
        ),
      ],
    };
  },
  examples: {
    flagged: [
      {
        plan: `
action 20.1 "Train all staff in immediate life support" {
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Action 20.1 trains, tells or writes down, and no measure looks at what is done in practice.
  measure "All staff have had mandatory training"
  step 1 "Book the training"
  step 2 "E-mail all ward managers"
}
action D "Circulate the policy on restraint"
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Action D trains, tells or writes down, and no measure looks at what is done in practice.
`,
      },
    ],
    clean: [
      {
        plan: `
inspection CQC-2017 "CQC inspection, October 2017" {
  must CARE-PLANS "Care plans are personal" {
    measure "Audit of ten care plans a ward"
  }
}
indicator FALLS "Falls with harm"
action A "Teach all ward staff to use the ligature cutters" {
  measure "In a drill without warning, a cutter is at hand in two minutes"
}
action B "Train staff in writing care plans" {
  for CARE-PLANS
}
action C "Train staff in preventing falls" {
  measure "Fewer falls" indicator FALLS
}
action D "Write guidance on medicines" {
  step 1 "Write it"
  step 2 "Fit locks to all cupboards"
}
action E "Fit locks to all cupboards"
action F "Train staff in restraint" {
  measure tbc "after the audit in July"
}
notice S29A-2018 "Warning notice" {
  must TRAINING "Bring mandatory training up to date"
}
action G "Bring mandatory training in every hub to 85 %" {
  for TRAINING
}
`,
      },
    ],
  },
});

/** Whether a requirement asks for just that. */
const isAskedFor = (plan: Plan, action: Entity<'action'>): boolean =>
  requirementsOf(plan, action).some(({ item }) =>
    [item.title.value, item.text?.text.value].some((text) => telling.test(text ?? '')),
  );

/** Whether a measure looks at practice: by its own words, or by an indicator of something else than training. */
function looksAtPractice(plan: Plan, action: Entity<'action'>): boolean {
  const measures = measuresOf(plan, action);
  if (measures.some(({ text }) => text.missing === 'tbc' || looking.test(text.value ?? '')))
    return true;
  return indicatorsIn(plan, measures).some(({ item }) => !telling.test(item.title.value ?? ''));
}
