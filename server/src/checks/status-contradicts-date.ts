import { latestKnown } from '../plan/facts/history.ts';
import { positionOf, type Position } from '../plan/facts/position.ts';
import { isDelivered } from '../plan/facts/progress.ts';
import type { Fix } from '../plan/flag.ts';
import type { Plan } from '../plan/plan.ts';
import { check, type Context, type Draft } from './check.ts';
import { addLine, fixToLookAt } from './fixes.ts';
import { dated, wasDue } from './phrases.ts';

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
  over: 'action',
  *run(action, context) {
    const position = positionOf(context.plan, action, context.asAt);
    const draft =
      onTrackButOverdue(position, context) ??
      completeButReopened(position, context) ??
      completeButNotSo(position, context);
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
                    ^^^^^ Action H is “Complete” in its SRO’s latest word (14 May 2018), but it was reopened later (11 June 2018).
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

/** On track while overdue. Not started and at risk do not say that the deadline will be met. */
function onTrackButOverdue(position: Position, { plan, asAt }: Context): Draft | undefined {
  const { action, progress } = position;
  const due = wasDue(position, asAt);
  if (progress?.level.meaning?.id !== 'on-track' || due === undefined) return undefined;
  return {
    ...theWord(position, `it ${due}`),
    todo: 'Ask the SRO for an update. Then say how the action stands, or that it is complete, or give a new deadline with due-revised.',
    fixes: [
      ...sayOffTrack(plan, position, asAt),
      fixToLookAt(
        'Give a new deadline',
        addLine(action, `due-revised tbc "the new date" on ${asAt} because tbc "why it moved"`),
      ),
    ],
  };
}

/** Complete by a word that a later reopening has overtaken. */
function completeButReopened(position: Position, { asAt }: Context): Draft | undefined {
  const { action, progress, state } = position;
  if (state !== 'open' || progress?.level.meaning?.delivered !== true) return undefined;
  const reopened = latestKnown(action.item.reopened, (record) => record.on, asAt);
  return {
    ...theWord(position, `it was reopened later${dated(reopened?.on)}`),
    todo: 'Ask the SRO for an update since it was reopened, and add it.',
  };
}

/** On record as done, while a later word says it is still going on. */
function completeButNotSo(position: Position, { asAt }: Context): Draft | undefined {
  const { action, progress, state } = position;
  const meaning = progress?.level.meaning;
  const going = meaning !== undefined && meaning.rank !== null && !meaning.delivered;
  if (!isDelivered(state) || progress === undefined || !going) return undefined;
  const { completed, closed, sustained } = action.item;
  const record = latestKnown([...completed, ...closed, ...sustained], ({ on }) => on, asAt);
  const done = record?.on.value?.last;
  const said = progress.update.on.value;
  if (record === undefined || done === undefined || (said?.first ?? '') <= done) return undefined;
  return {
    ...theWord(position, `on record as ${record.keyword} before${dated(record.on)}`),
    todo: 'Ask the SRO which holds. If work goes on, say reopened and why; if not, add an update.',
    fixes: [
      fixToLookAt(
        'Say that it was reopened',
        addLine(action, `reopened ${said?.written ?? asAt} because tbc "what was found"`),
      ),
    ],
  };
}

/** Where the SRO's latest word stands, and what the dates say against it. */
function theWord({ action, progress }: Position, against: string): Pick<Draft, 'at' | 'message'> {
  const { level, update } = progress ?? {};
  const said = `Action ${action.id} is “${level?.label ?? ''}” in its SRO’s latest word`;
  return {
    at: update?.level.span ?? action.item.idSpan,
    message: `${said}${dated(update?.on)}, but ${against}.`,
  };
}

/** A new update in the plan's own word for off track, where it has one: what was said stays as it was said. */
function sayOffTrack(plan: Plan, { action }: Position, asAt: string): Fix[] {
  const scales = plan.withId('scale', 'progress');
  const lines = scales.flatMap((scale) => scale.item.levels);
  const own = lines.find((line) => line.means?.value === 'off-track')?.keyword;
  const word = scales.length === 0 ? 'off-track' : own;
  if (word === undefined) return [];
  const update = addLine(action, `update ${asAt} ${word} tbc "what holds it up"`);
  return [fixToLookAt(`Add an update that says ${word}`, update)];
}
