import type { DateForm, IsoDate, PlanDate } from '../../language/dates.ts';
import type { Value } from '../../language/items.ts';
import { dateInWords, dayInWords } from '../../plan/calendar.ts';
import { positionOf } from '../../plan/facts/position.ts';
import type { Fix } from '../../plan/flag.ts';
import type { Entity } from '../../plan/plan.ts';
import { always, check } from '../check.ts';
import { fixToLookAt, replace } from '../shared/fixes.ts';
import { quoted } from '../shared/phrases.ts';

/** Forms of dates that no calendar day can prove kept or missed. */
const untestable: ReadonlySet<DateForm> = new Set([
  'rolling',
  'recurring',
  'immediate',
  'ongoing',
  'on-request',
  'to-be-agreed',
  'per-plan',
]);

export const fuzzyDueDate = check({
  id: 'fuzzy-due-date',
  title: 'Deadline that is not firm',
  what: 'The deadline in force of an open action is not one that a day can be held against: tbc, a date that waits for something, rolling, immediate, ongoing, on-request, to-be-agreed, a recurring date or another plan’s timescales. A month, a quarter or a year is firm: it ends with its last day, or as the plan’s month-means says.',
  why: 'A deadline that nobody can test is never missed and never met; the committee cannot hold anyone to it.',
  source:
    'Practice: actions are time-bound (the T of SMART); a warning notice under section 29A sets a time at which the CQC looks.',
  falsePositives:
    'A duty that is really without end, such as reporting every month: put it in the requirement’s when, and give the action the day by which the routine is in place.',
  severity: always('warning'),
  preset: 'recommended',
  over: 'action',
  *run(action, { plan, asAt }) {
    const { state, deadline } = positionOf(plan, action, asAt);
    const { inForce, day } = deadline;
    if (state !== 'open' || inForce === undefined) return;
    const words = fuzzyWords(inForce);
    if (words === undefined) return;
    yield {
      at: inForce.span,
      message: `The deadline of action ${action.id} is not firm: ${words}.`,
      todo: 'Give the day by which it is to be complete, and keep the paper’s words after given.',
      fixes: () => makeFirm(action, inForce, day),
    };
  },
  whenAll: (count) => ({
    message: `None of the ${String(count)} actions has a firm deadline.`,
    todo: 'Give each action the day by which it is to be complete.',
  }),
  examples: {
    flagged: [
      {
        plan: `
action 11 "Refurbish the community bases" {
  due rolling 2017/18 given "Rolling programme"
      ^^^^^^^^^^^^^^^ The deadline of action 11 is not firm: rolling through 2017/18.
}
action 12 "Replace the ward doors" {
  due rolling 2018/19
      ^^^^^^^^^^^^^^^ The deadline of action 12 is not firm: rolling through 2018/19.
}
action M "Refurbish the interview rooms" {
  due 2018-04 tbc "capital"
      ^^^^^^^^^^^^^^^^^^^^^ The deadline of action M is not firm: April 2018, capital to be confirmed.
}
action 19.3.3 "Cover absences" {
  due immediate given "1) Immediate"
      ^^^^^^^^^ The deadline of action 19.3.3 is not firm: immediately.
}
action G "Roll out the tool" {
  due         2018-05
  due-revised tbc "the new date" on 2018-05-24
              ^^^^^^^^^^^^^^^^^^ The deadline of action G is not firm: to be confirmed (the new date).
}
action P "Report staffing to the board" {
  due monthly from 2018-04
      ^^^^^^^^^^^^^^^^^^^^ The deadline of action P is not firm: monthly from 1 April 2018.
}
action Q "Deliver the recovery plan" {
  due 2018-09
}
`,
      },
    ],
    clean: [
      {
        plan: `
action C "Bring recorded supervision to 85 %" {
  due 2018-10 given "Oct-18"
}
action D "Write guidance on safe medicines" {
  due Q4 2018/19
}
action E "Remove blind spots on two wards" {
  due 2018/19
}
action 11 "Refurbish the community bases" {
  due       rolling 2017/18
  completed 2018-03-28
}
action K "Remind patients of their rights"
`,
      },
    ],
  },
});

/** What a deadline says, in words for people, when no day can be held against it. */
function fuzzyWords({ value, missing, why }: Value<PlanDate>): string | undefined {
  if (missing === 'tbc') return `to be confirmed${why === undefined ? '' : ` (${why})`}`;
  if (value === undefined) return undefined;
  const fuzzy = untestable.has(value.form) || value.awaiting !== undefined;
  return fuzzy ? dateInWords(value) : undefined;
}

/** A rolling or waiting date made firm as far as it names a day; what it said stays, after `given`. */
function makeFirm(
  action: Entity<'action'>,
  { value, given, span }: Value<PlanDate>,
  day: IsoDate | undefined,
): Fix[] {
  if (value === undefined || day === undefined) return [];
  const { form, written, awaiting } = value;
  const firm = untestable.has(form)
    ? { text: day, words: dayInWords(day) }
    : { text: written, words: dateInWords({ ...value, awaiting: undefined }) };
  const said = awaiting === undefined ? written : `${written} tbc ${awaiting}`.trim();
  const text = given === undefined ? `${firm.text} given ${quoted(said)}` : firm.text;
  return [fixToLookAt(`Take ${firm.words} as its deadline`, replace(action.unit, span, text))];
}
