import type { IsoDate } from '../../language/dates.ts';
import { latestKnown } from '../../plan/facts/history.ts';
import { positionOf, type Position } from '../../plan/facts/position.ts';
import { isDelivered } from '../../plan/facts/progress.ts';
import type { Fix } from '../../plan/flag.ts';
import type { Entity, Plan } from '../../plan/plan.ts';
import { check, type Context, type Draft } from '../check.ts';
import { addLine, fixToLookAt } from '../shared/fixes.ts';
import { dated, wasDue } from '../shared/phrases.ts';

export const statusContradictsDate = check({
  id: 'status-contradicts-date',
  title: 'Status and dates that disagree',
  what: 'The SRO’s latest word and the dates on record cannot both hold: on track although overdue, complete although reopened since, or not complete in a word later than the day of completion.',
  why: 'A committee that finds one such line stops believing the rest of the plan.',
  source:
    'Practice: published trust plans rate progress beside the date by which an action is to be complete, and are read against both.',
  falsePositives:
    'A word that was right on its day, before the deadline passed: it needs an update all the same.',
  severity: { must: 'error', should: 'warning', other: 'warning' },
  preset: 'recommended',
  over: 'action',
  *run(action, context) {
    const position = positionOf(context.plan, action, context.asAt);
    const said = position.progress;
    if (said === undefined) return;
    const draft =
      onTrackButOverdue(position, said, context) ??
      completeButReopened(position, said, context) ??
      completeButNotSo(position, said, context);
    if (draft !== undefined) yield draft;
  },
  examples: {
    flagged: [
      {
        plan: `
scale progress "Progress" {
  red   "Off track" means off-track
  green "On track"  means on-track
}
action F "Revise the cleaning schedules" {
  due 2018-06
  update 2018-06-12 green "The first ward is done"
                    ^^^^^ Action F is “On track” in its SRO’s latest word (12 June 2018), but it was due 30 June 2018, 1 day before 1 July 2018.
}
`,
      },
      {
        plan: `
scale progress "Progress" {
  amber "On track" means on-track
  green "Complete" means complete
}
action G "Roll out the tool" {
  due 2018-05-31
  update unknown amber
                 ^^^^^ Action G is “On track” in its SRO’s latest word, but it was due 31 May 2018, 31 days before 1 July 2018.
}
action H "Strengthen safe medicines" {
  due 2018-09
  update 2018-05-14 green
                    ^^^^^ Action H is “Complete” in its SRO’s latest word (14 May 2018), but it was reopened (11 June 2018).
  reopened 2018-06-11 because "Two fridges were found unlocked"
}
`,
      },
      {
        plan: `
action H "Strengthen safe medicines" {
  due       2018-05
  completed 2018-05-14
  update 2018-06-11 at-risk "Two fridges were found unlocked"
                    ^^^^^^^ Action H is “At risk” in its SRO’s latest word (11 June 2018), but on record as completed before (14 May 2018).
}
`,
      },
    ],
    clean: [
      {
        plan: `
action C "Bring recorded supervision to 85 %" {
  due 2018-10
  update 2018-06-12 on-track
}
action F "Revise the cleaning schedules" {
  due 2018-06
  update 2018-05-14 on-track
  update 2018-06-30 off-track "The supplier is late"
}
action G "Roll out the tool" {
  due 2018-05
  update 2018-05-14 on-track
  completed 2018-05-30
}
action H "Strengthen safe medicines" {
  due 2018-05
  update 2018-05-14 complete
  reopened 2018-09-11 because "Not known yet on 1 July"
}
action I "Control ligature risks at team bases" {
  due 2018-06
  update 2018-06-12 not-started
}
`,
      },
    ],
  },
});

type Said = NonNullable<Position['progress']>;

/** On track while overdue. Not started and at risk do not say that the deadline will be met. */
function onTrackButOverdue(position: Position, said: Said, context: Context): Draft | undefined {
  const { action } = position;
  const { plan, asAt } = context;
  const due = wasDue(position, asAt);
  if (said.level.meaning?.id !== 'on-track' || due === undefined) return undefined;
  return {
    ...theWord(action, said, `it ${due}`),
    todo: 'Ask the SRO for an update. Then say how the action stands, or that it is complete, or give a new deadline with due-revised.',
    fixes: () => [
      ...sayOffTrack(plan, action, asAt),
      fixToLookAt(
        'Give a new deadline',
        addLine(action, `due-revised tbc "the new date" on ${asAt} because tbc "why it moved"`),
      ),
    ],
  };
}

/** Complete by a word that a later reopening has overtaken. */
function completeButReopened(
  { action, state }: Position,
  said: Said,
  { asAt }: Context,
): Draft | undefined {
  if (state !== 'open' || said.level.meaning?.delivered !== true) return undefined;
  const reopened = latestKnown(action.item.reopened, (record) => record.on, asAt);
  return {
    ...theWord(action, said, `it was reopened${dated(reopened?.on)}`),
    todo: 'Ask the SRO how it has gone since it was reopened, and add an update.',
  };
}

/** On record as done, while a later word says that it still goes on. */
function completeButNotSo(
  { action, state }: Position,
  said: Said,
  { asAt }: Context,
): Draft | undefined {
  const { meaning } = said.level;
  if (!isDelivered(state) || meaning?.delivered !== false || meaning.rank === null)
    return undefined;
  const { completed, closed, sustained } = action.item;
  const record = latestKnown([...completed, ...closed, ...sustained], ({ on }) => on, asAt);
  const done = record?.on.value?.last;
  const date = said.update.on.value;
  if (record === undefined || done === undefined || date?.first === undefined) return undefined;
  if (date.first <= done) return undefined;
  return {
    ...theWord(action, said, `on record as ${record.keyword} before${dated(record.on)}`),
    todo: 'Ask the SRO which holds. If work goes on, say reopened and why; if not, add an update.',
    fixes: () => [
      fixToLookAt(
        'Say that it was reopened',
        addLine(action, `reopened ${date.written} because tbc "what was found"`),
      ),
    ],
  };
}

/** Where the SRO's latest word stands, and what the dates say against it. */
function theWord(
  action: Entity<'action'>,
  { level, update }: Said,
  against: string,
): Pick<Draft, 'at' | 'message'> {
  return {
    at: update.level.span,
    message: `Action ${action.id} is “${level.label}” in its SRO’s latest word${dated(update.on)}, but ${against}.`,
  };
}

/** A new update in the plan's own word for off track, where it has one: what was said stays as it was said. */
function sayOffTrack(plan: Plan, action: Entity<'action'>, asAt: IsoDate): Fix[] {
  const scales = plan.withId('scale', 'progress');
  const lines = scales.flatMap((scale) => scale.item.levels);
  const own = lines.find((line) => line.means?.value === 'off-track')?.keyword;
  const word = scales.length === 0 ? 'off-track' : own;
  if (word === undefined) return [];
  const update = addLine(action, `update ${asAt} ${word} tbc "what holds it up"`);
  return [fixToLookAt(`Add an update that says ${word}`, update)];
}
