import type { IsoDate, PlanDate } from '../../language/dates.ts';
import type { ItemOf } from '../../language/items.ts';
import type { Span } from '../../language/tree.ts';
import { dateInWords } from '../../plan/calendar.ts';
import { knownAt } from '../../plan/facts/history.ts';
import { levelIn, type LevelInPlan } from '../../plan/facts/scales.ts';
import { isWorse, type Ranked } from '../../plan/facts/worse.ts';
import type { Edit } from '../../plan/flag.ts';
import type { Entity, Plan } from '../../plan/plan.ts';
import { assuranceMeanings, progressMeanings } from '../../plan/vocabularies.ts';
import { check, type Draft } from '../check.ts';
import { addQualifier, fixToLookAt, replace } from '../shared/fixes.ts';
import { isGap } from '../shared/gaps.ts';

export const downgradeUnremarked = check({
  id: 'downgrade-unremarked',
  title: 'Worse than before, without a word',
  what: 'The SRO’s latest word on progress is worse than the one before it, and its update says nothing more; or a committee’s latest judgement is worse than the one before it, and gives neither reason nor minute.',
  why: 'What got worse since the last meeting is what a committee has to discuss. Here it has nothing to go by.',
  source:
    'Practice: papers for committees report what changed since the last meeting; in the key of the special measures plans of 2014, an action with some issues discloses them in its narrative.',
  falsePositives:
    'A reason that stands in a note or in the update before: say it where the rating got worse.',
  severity: { must: 'warning', should: 'warning', other: 'info' },
  preset: 'recommended',
  over: 'action',
  appliesTo: ({ item }) => item.updates.length > 1 || item.assurances.length > 1,
  *run(action, { plan, asAt }) {
    yield* worseWord(plan, action, asAt);
    yield* worseJudgement(plan, action, asAt);
  },
  examples: {
    flagged: [
      {
        plan: `
scale progress "Progress" {
  amber "At risk"  means at-risk
  green "On track" means on-track
  blue  "Complete" means complete
}
committee CEG "Clinical Effectiveness Group"
action C "Bring recorded supervision to 85 %" {
  update 2018-05-09 green "Two wards are at 85 %"
  update 2018-06-12 amber given "A" by HON
                    ^^^^^ The progress of action C went from “On track” (9 May 2018) to “At risk” (12 June 2018), and nothing says why.
}
action D "Write guidance on medicines" {
  update    2018-06 amber none
                    ^^^^^ The progress of action D went from “Complete” (May 2018) to “At risk” (June 2018), and nothing says why.
  update    2018-05 blue
  assurance significant by CEG on 2018-05-09
  assurance partial by CEG on 2018-06-13
            ^^^^^^^ The assurance of action D went from “Significant” (9 May 2018) to “Partial” (13 June 2018), and nothing says why.
}
`,
      },
    ],
    clean: [
      {
        plan: `
action C "Bring recorded supervision to 85 %" {
  update 2018-05-09 on-track
  update 2018-06-12 at-risk "The matron's post is vacant"
  update 2018-07-09 off-track
}
action D "Write guidance on medicines" {
  update    2018-05-09 off-track
  update    2018-06-12 at-risk
  assurance partial on 2018-05-09
  assurance no-assurance on 2018-06-13 minute "18/62"
}
action E "Reduce blind spots" {
  update    2018-04-11 on-track
  update    2018-05-09 off-track
  update    2018-06-12 at-risk
  assurance full on 2018-05-09
  assurance not-yet-rated on 2018-06-13
}
action F "Revise the cleaning schedules" {
  update 2018-05-09 on-track
  update unknown off-track
}
action G "Roll out the tool" {
  update    2018-05-09 on-track
  update    2018-06-12 at-risk tbc "the SRO is asked"
  assurance full on 2018-05-09
  assurance partial on 2018-06-13 because tbc
}
`,
      },
    ],
  },
});

const why = 'tbc "why it got worse"';

function* worseWord(plan: Plan, action: Entity<'action'>, asAt: IsoDate): Generator<Draft> {
  const [latest, before] = latestTwo(action.item.updates, asAt);
  if (latest === undefined || before === undefined) return;
  const { text, span } = latest;
  if (text.value !== undefined || text.missing === 'tbc') return;
  yield* worse(action, 'progress', rated(plan, before), rated(plan, latest), () => {
    if (text.missing !== undefined) return replace(action.unit, text.span, why);
    // The text is the last of the values; who said it may follow.
    const isLast = text.span.start >= span.end;
    return replace(action.unit, text.span, isLast ? ` ${why}` : `${why} `);
  });
}

function* worseJudgement(plan: Plan, action: Entity<'action'>, asAt: IsoDate): Generator<Draft> {
  const [latest, before] = latestTwo(action.item.assurances, asAt);
  if (latest === undefined || before === undefined) return;
  const { because, minute } = latest;
  if (!isGap(because) || !isGap(minute)) return;
  yield* worse(action, 'assurance', rated(plan, before), rated(plan, latest), () =>
    because === undefined
      ? addQualifier(action, latest, `because ${why}`)
      : replace(action.unit, because.span, why),
  );
}

type Judgement = ItemOf<'action'>['assurances' | 'updates'][number];

/** The last two of the ratings that are dated and known at the as-at date, the latest first. */
function latestTwo<R extends Judgement>(
  records: readonly R[],
  asAt: IsoDate,
): readonly (R | undefined)[] {
  const day = ({ on }: R): string => on?.value?.first ?? '';
  return records
    .filter(({ level }) => level.value !== undefined)
    .filter((record) => day(record) !== '' && knownAt(record.on, asAt))
    .sort((a, b) => Number(day(a) > day(b)) - Number(day(a) < day(b)))
    .slice(-2)
    .reverse();
}

interface Meaning extends Ranked {
  readonly title: string;
}

interface Rated extends LevelInPlan<Meaning> {
  readonly at: Span;
  readonly on: PlanDate | undefined;
}

const meaningsOf: Readonly<Record<string, ReadonlyMap<string, Meaning>>> = {
  progress: progressMeanings,
  assurance: assuranceMeanings,
};

function rated(plan: Plan, { level, on }: Judgement): Rated | undefined {
  const { value } = level;
  if (value === undefined) return undefined;
  const inPlan = levelIn(plan, value, meaningsOf[value.scale] ?? new Map<string, Meaning>());
  return { ...inPlan, at: level.span, on: on?.value };
}

function* worse(
  { id }: Entity<'action'>,
  what: string,
  before: Rated | undefined,
  latest: Rated | undefined,
  edit: () => Edit,
): Generator<Draft> {
  if (before?.on === undefined || latest?.on === undefined) return;
  if (!isWorse(latest.meaning, before.meaning)) return;
  yield {
    at: latest.at,
    message: `The ${what} of action ${id} went from “${before.label}” (${dateInWords(before.on)}) to “${latest.label}” (${dateInWords(latest.on)}), and nothing says why.`,
    todo: `Say ${what === 'progress' ? 'in the update what holds it up' : 'with because what the committee saw'}, and what is done about it.`,
    fixes: () => [fixToLookAt('Say that the reason is to be confirmed', edit())],
  };
}
