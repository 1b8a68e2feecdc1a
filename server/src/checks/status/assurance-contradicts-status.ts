import type { IsoDate } from '../../language/dates.ts';
import type { Span } from '../../language/tree.ts';
import { latestKnown } from '../../plan/facts/history.ts';
import { positionOf, type Position } from '../../plan/facts/position.ts';
import { always, check } from '../check.ts';
import { addLine, fixToLookAt } from '../shared/fixes.ts';
import { dated, textAt, wasDue } from '../shared/phrases.ts';

/** The ranks of the vocabulary of assurance: from significant up a committee is assured. */
const assured = 3;

export const assuranceContradictsStatus = check({
  id: 'assurance-contradicts-status',
  title: 'Assurance and status that disagree',
  what: 'The committee’s latest judgement is full or significant assurance while the action is overdue or off track; or it is partial or no assurance while the action is closed or sustained.',
  why: 'The SRO, the calendar and the committee judge the same action apart. Where they disagree, one of them knows something that the others do not.',
  source:
    'Practice: published trust plans rate the SRO’s progress and the committee’s assurance in columns of their own. There is no set terminology of assurance (Chartered Institute of Internal Auditors), so the plan’s own scale decides.',
  falsePositives:
    'A judgement on the controls rather than on the action, or one older than what has happened since: ask the committee, and record what it says.',
  severity: always('warning'),
  preset: 'recommended',
  over: 'action',
  *run(action, { plan, asAt }) {
    const position = positionOf(plan, action, asAt);
    const { assurance } = position;
    const rank = assurance?.level?.meaning?.rank ?? undefined;
    if (assurance === undefined || rank === undefined) return;
    const reasons = [...(rank >= assured ? troubles : signedOff)(position, asAt)];
    if (reasons.length === 0) return;
    const { record, level } = assurance;
    const { unit } = action;
    const facts = reasons.map(({ fact }) => fact).join(', and ');
    const by = record.by === undefined ? '' : ` by ${textAt(unit, record.by.span)}`;
    yield {
      at: record.level.span,
      message: `The latest assurance of action ${action.id} is “${level?.label ?? ''}”${dated(record.on)}, but the action ${facts}.`,
      todo: 'Ask the committee to judge it again, and record its new assurance with its date.',
      fixes: () => [
        fixToLookAt(
          'Say that the committee is to judge it again',
          addLine(action, `assurance tbc "the new judgement"${by} on ${asAt}`),
        ),
      ],
      related: reasons.map(({ span, label }) => ({ place: { unit, span }, message: label })),
    };
  },
  examples: {
    flagged: [
      {
        asAt: '2018-11-01',
        plan: `
scale assurance "Committee assurance" {
  fully     "Fully assured"     means full
  partially "Partially assured" means partial
}
committee CEG "Clinical Effectiveness Group"

action J "Embed standards for care plans" {
  due       2018-07
  assurance fully by CEG on unknown
            ^^^^^ The latest assurance of action J is “Fully assured”, but the action was due 31 July 2018, 93 days before 1 November 2018.
}
action L "Reduce caseloads" {
  due       2018-07
  completed 2018-07-12
  closed    2018-09-12 by CEG
  assurance partially by CEG on 2018-06-13
            ^^^^^^^^^ The latest assurance of action L is “Partially assured” (13 June 2018), but the action is closed (12 September 2018).
}
`,
      },
      {
        plan: `
action C "Bring recorded supervision to 85 %" {
  due       2018-05
  assurance significant on 2018-05-09
            ^^^^^^^^^^^ The latest assurance of action C is “Significant” (9 May 2018), but the action was due 31 May 2018, 31 days before 1 July 2018, and is “Off track” in its SRO’s latest word (12 June 2018).
  update 2018-06-12 off-track
}
`,
      },
    ],
    clean: [
      {
        plan: `
action C "Bring recorded supervision to 85 %" {
  due       2018-10
  assurance full on unknown
}
action F "Revise the cleaning schedules" {
  due       2018-05
  assurance full on 2018-04-11
  assurance partial on 2018-06-13
}
action G "Roll out the tool" {
  due       2018-05
  completed 2018-05-30
  closed    2018-06-13
  assurance full on 2018-06-13
}
action H "Strengthen safe medicines" {
  due       2018-05
  assurance not-yet-rated on 2018-06-13
}
`,
      },
    ],
  },
});

/** One thing that speaks against the committee's judgement, and where it stands. */
interface Reason {
  readonly fact: string;
  readonly span: Span;
  readonly label: string;
}

/** What speaks against an action that a committee is assured of. */
function* troubles(position: Position, asAt: IsoDate): Generator<Reason> {
  const { deadline, progress, state } = position;
  const due = wasDue(position, asAt);
  if (due !== undefined && deadline.inForce !== undefined) {
    yield { fact: due, span: deadline.inForce.span, label: 'The deadline in force' };
  }
  if (state !== 'open' || progress?.level.meaning?.id !== 'off-track') return;
  const { level, update } = progress;
  yield {
    fact: `is “${level.label}” in its SRO’s latest word${dated(update.on)}`,
    span: update.level.span,
    label: 'The SRO’s latest word',
  };
}

/** What speaks for an action that a committee is not assured of. */
function* signedOff({ action, state }: Position, asAt: IsoDate): Generator<Reason> {
  if (state !== 'closed' && state !== 'sustained') return;
  const record = latestKnown(action.item[state], ({ on }) => on, asAt);
  if (record === undefined) return;
  const fact = `is ${state}${dated(record.on)}`;
  yield { fact, span: record.span, label: `On record as ${state}` };
}
