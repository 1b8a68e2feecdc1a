import { measuresOf } from '../../plan/facts/indicators.ts';
import { always, check } from '../check.ts';
import { addLine, fixToLookAt } from '../shared/fixes.ts';
import { isGap, isUnfinished } from '../shared/gaps.ts';

/** Beginnings that promise an effort and no result; the longer before the shorter. */
const vague: readonly string[] = [
  'be mindful of',
  'continue',
  'consider',
  'discuss',
  'embed',
  'encourage',
  'ensure',
  'explore',
  'look at',
  'look into',
  'make sure',
  'monitor',
  'ongoing',
  'raise awareness',
  'reinforce',
  'remind',
  'review',
  'strengthen',
  'support',
  'work towards',
];

export const vagueAction = check({
  id: 'vague-action',
  title: 'Action that promises no result',
  what: 'The title of an unfinished action begins with a word such as ensure, review, consider, continue or raise awareness, and nothing says what comes of it: no outcome, and no measure of its own or of the requirements it answers.',
  why: 'To review, to consider and to continue can be done for years, and nothing need be different afterwards.',
  source:
    'Practice: that actions are vague is a first complaint of inspectors and reviewers about action plans; an action is to be specific (SMART).',
  falsePositives:
    'A review whose result is an action of its own: name that action, or say the result with outcome.',
  severity: always('info'),
  // How an action is worded is a matter of style as long as it is done.
  preset: 'strict',
  over: 'action',
  appliesTo: (action, context) =>
    beginningOf(action.item.title.value) !== undefined && isUnfinished(action, context),
  *run(action, { plan }) {
    const { title, outcome } = action.item;
    const word = beginningOf(title.value);
    if (word === undefined || !isGap(outcome?.text)) return;
    if (measuresOf(plan, action).some(({ text }) => !isGap(text))) return;
    yield {
      at: title.span,
      message: `Action ${action.id} begins with “${word}”, and neither an outcome nor a measure says what comes of it.`,
      todo: 'Say what will be different with outcome, and with measure how one will see it. Or begin with what is made: write, appoint, install.',
      fixes: () => [
        fixToLookAt(
          'Add an outcome, to be filled in',
          addLine(action, 'outcome tbc "what will be different"'),
        ),
        fixToLookAt(
          'Add a measure, to be filled in',
          addLine(action, 'measure tbc "how one will see it"'),
        ),
      ],
    };
  },
  examples: {
    flagged: [
      {
        plan: `
action G "Review staffing and skill mix" {
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Action G begins with “review”, and neither an outcome nor a measure says what comes of it.
  due 2018-10
}
action H "Continue to raise awareness of the policy" {
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Action H begins with “continue”, and neither an outcome nor a measure says what comes of it.
  measure none
}
action I "Reviewing caseloads"
         ^^^^^^^^^^^^^^^^^^^^^ Action I begins with “reviewing”, and neither an outcome nor a measure says what comes of it.
`,
      },
    ],
    clean: [
      {
        plan: `
inspection CQC-2017 "CQC inspection, October 2017" {
  must CASELOADS "Caseloads are safe" {
    measure "At most 35 people each"
  }
}
action G "Review staffing and skill mix" {
  outcome "Each shift has two registered nurses"
}
action H "Ensure that fridges are checked" {
  measure "Spot checks every quarter"
}
action I "Review caseloads" {
  for CASELOADS
}
action J "Write guidance on medicines"
action K "Ensured supply of devices"
action L "Consider a new system" {
  withdrawn 2018-06-11
}
action M "Monitors on each ward are replaced"
`,
      },
    ],
  },
});

/** The verbs among the beginnings, also as Reviewing stands for Review. */
const beginnings: readonly string[] = vague.flatMap((words) => {
  const [verb = '', ...rest] = words.split(' ');
  const doing = `${verb.endsWith('e') && verb !== 'be' ? verb.slice(0, -1) : verb}ing`;
  return verb === 'ongoing' ? [words] : [words, [doing, ...rest].join(' ')];
});

/** The vague word that a title begins with, in lower case. */
function beginningOf(title: string | undefined): string | undefined {
  if (title === undefined) return undefined;
  const lower = title.trimStart().slice(0, 40).toLowerCase();
  return beginnings.find((words) => lower === words || lower.startsWith(`${words} `));
}
