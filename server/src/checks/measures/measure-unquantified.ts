import { measuresOf } from '../../plan/facts/indicators.ts';
import { always, check } from '../check.ts';
import { addLine, fixToLookAt } from '../shared/fixes.ts';
import { isUnfinished } from '../shared/gaps.ts';

export const measureUnquantified = check({
  id: 'measure-unquantified',
  title: 'Measures without a figure',
  what: 'None of the measures of an unfinished action, nor of the requirements it answers, names an indicator or an amount: a number, or a word such as all, each, none or twice. The numbers of dates, of lists and of how often one looks are no amounts.',
  why: 'Without an amount, two people who look at the same thing can differ on whether it is reached.',
  source: 'Practice: an action is to be measurable (SMART), with a number or a target.',
  falsePositives:
    'Something that is simply there or not, such as a policy that is in force, needs no amount.',
  severity: always('info'),
  // In published plans, half of all measures say only that something is in place.
  preset: 'strict',
  over: 'action',
  appliesTo: (action, context) =>
    action.item.measures.some(({ text }) => text.value !== undefined) &&
    isUnfinished(action, context),
  *run(action, { plan }) {
    const measures = measuresOf(plan, action);
    const isQuantified = measures.some(
      ({ text, indicator }) =>
        indicator?.value !== undefined ||
        text.missing === 'tbc' ||
        (text.value !== undefined && namesAmount(text.value)),
    );
    const first = action.item.measures.find(({ text }) => text.value !== undefined);
    if (isQuantified || first === undefined) return;
    yield {
      at: first.text.span,
      message: `No measure of action ${action.id} names an amount or an indicator.`,
      todo: 'Say how much is enough, such as “85 % of records are complete in two months running”, or name an indicator.',
      fixes: () => [
        fixToLookAt(
          'Add a measure with an amount, to be filled in',
          addLine(action, 'measure tbc "how much is enough"'),
        ),
      ],
    };
  },
  examples: {
    flagged: [
      {
        plan: `
action D "Write guidance on medicines" {
  measure "1. The guidance is in use"
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^ No measure of action D names an amount or an indicator.
  measure "2. Spot checks every quarter, and every three months in the community"
}
action E "Reduce blind spots" {
  measure unreadable
  measure "Reviewed in April 2018 and by 30 June 2018, for 2018/19"
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ No measure of action E names an amount or an indicator.
}
`,
      },
    ],
    clean: [
      {
        plan: `
inspection CQC-2017 "CQC inspection, October 2017" {
  must SUPERVISION "Staff record their supervision" {
    measure "Supervision recorded" indicator RECORDED
  }
}
indicator RECORDED "Supervision recorded in time"
action C "Give each ward a device" {
  for     SUPERVISION
  measure "The devices are in use"
}
action D "Write guidance on medicines" {
  measure "The guidance is in use"
  measure "85 % of charts are complete"
}
action E "Reduce blind spots" {
  measure "All wards have their assessment"
}
action F "Revise the cleaning schedules" {
  measure tbc "the score to be reached"
}
action G "Roll out the tool" {
  measure   "The tool is in use"
  withdrawn 2018-06-11
}
`,
      },
    ],
  },
});

const months =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';

/** What has a number or a word for one and is no amount: the number of an item, a date, how often one looks. */
const noAmounts: readonly RegExp[] = [
  /^\s*\(?\d{1,2}[.):]\s/,
  /\b(?:19|20)\d\d(?:\/\d\d|-\d\d){0,2}\b/g,
  new RegExp(`\\b\\d{1,2}(?:st|nd|rd|th)? (?:${months})\\b`, 'gi'),
  /\b(?:every|each)(?: (?:\d{1,2}|two|three|four|six))? (?:day|week|month|quarter|year|shift)s?\b/gi,
];

const amount =
  /\d|\b(?:all|each|every|every(?:one|body)|none|nobody|no one|zero|both|half|twice|one|two|three|four|five|six|seven|eight|nine|ten)\b/i;

/** Whether a text says how much. */
const namesAmount = (text: string): boolean =>
  amount.test(noAmounts.reduce((rest, pattern) => rest.replace(pattern, ' '), text));
