import { dateInWords, daysBetween, dayInWords } from '../../plan/calendar.ts';
import { positionOf } from '../../plan/facts/position.ts';
import { regulatorDateOf, type RegulatorDate } from '../../plan/facts/regulator-dates.ts';
import { weightOfAction } from '../../plan/facts/strength.ts';
import { count } from '../../plan/words.ts';
import { check } from '../check.ts';
import { addLine, fixToLookAt } from '../shared/fixes.ts';
import { nameOf } from '../shared/names.ts';

export const dueAfterRegulatorDate = check({
  id: 'due-after-regulator-date',
  title: 'Deadline after the regulator’s date',
  what: 'The deadline in force of an open action is later than the when of a requirement it answers, or, where that has none, than the respond-by of the warning or improvement notice it stands in. Of several the earliest counts. Where none of them says a day, a must-do’s action is held against the plan’s next-inspection.',
  why: 'At the time in a warning notice the CQC decides whether the improvement was made. An action that is planned for later cannot have made it.',
  source:
    'Health and Social Care Act 2008, section 29A: the notice sets the time, and at the latest of its times the CQC inspects. Trusts’ plans ask in a column of their own what happens where a date falls after re-inspection.',
  falsePositives:
    'An action that makes lasting what an earlier one has already achieved; a date that the regulator has agreed to move: write the new one in the requirement’s when.',
  severity: { notice: 'error', must: 'warning', should: 'warning', other: 'info' },
  preset: 'recommended',
  over: 'action',
  *run(action, { plan, asAt }) {
    const { state, deadline } = positionOf(plan, action, asAt);
    const { inForce, day } = deadline;
    if (state !== 'open' || inForce === undefined || day === undefined) return;
    const limit = regulatorDateOf(plan, action);
    if (limit === undefined || day <= limit.day) return;
    if (limit.of === 'inspection' && !isMust(weightOfAction(plan, action))) return;
    const after = count(daysBetween(limit.day, day), 'day');
    yield {
      at: inForce.span,
      message: `Action ${action.id} is due ${dayInWords(day)}, ${after} after ${inWords(limit)}.`,
      todo: 'Bring it forward, or agree another date with the regulator and say in the plan what holds until then.',
      fixes: () => [
        fixToLookAt(
          `Bring it forward to ${dayInWords(limit.day)}`,
          addLine(action, `due-revised ${limit.day} on ${asAt} by tbc because tbc "why it moved"`),
        ),
      ],
      related: [
        { place: { unit: limit.by.unit, span: limit.span }, message: 'The regulator’s date' },
      ],
    };
  },
  whenAll: (amount) => ({
    message: `All ${String(amount)} actions that this is about are due after the regulator’s date.`,
    todo: 'Look whether the regulator’s date is right; if so, bring the actions forward, or agree another date.',
  }),
  examples: {
    flagged: [
      {
        plan: `
undertakings NHSI-2019 "Undertakings" {
  undertaking 1.1 "Draw up a plan" {
    when 2018-08-31
  }
  undertaking 1.2 "Carry it out"
}
notice WARNING "Warning notice" {
  section    section-29A
  served     2018-01-30
  respond-by 2018-09
  breach B1 "Ligature points remain"
}
action A "Draw up the plan" {
  for 1.2, 1.1, B1
  due 2018-09
      ^^^^^^^ Action A is due 30 September 2018, 30 days after 31 August 2018, when undertaking 1.1 falls due.
}
action B "Replace the fittings" {
  for         B1
  due         2018-08-31
  due-revised 1 October 2018 on 2018-06-13
              ^^^^^^^^^^^^^^ Action B is due 1 October 2018, 1 day after 30 September 2018, the time in notice WARNING.
}
`,
      },
      {
        plan: `
plan NPT-2018 "CQC action plan 2018" {
  next-inspection 2018-11
}
inspection CQC-2017 "CQC inspection" {
  must   M1 "Staff record their supervision"
  should S1 "Tell people how to reach an advocate"
}
action C "Bring recorded supervision to 85 %" {
  for M1
  due 2018-11
      ^^^^^^^ Action C is due 30 November 2018, 29 days after the next inspection may begin (November 2018).
}
action D "Print the leaflet" {
  for S1
  due 2018-12
}
`,
      },
    ],
    clean: [
      {
        plan: `
inspection CQC-2017 "CQC inspection" {
  respond-by 2018-03-01
  must M1 "Staff record their supervision"
}
notice REQ "Requirement notice" {
  section    requirement-notice
  respond-by 2018-03-01
  breach B1 "Care plans are out of date"
}
undertakings NHSI-2019 "Undertakings" {
  undertaking 1.1 "Report progress" {
    when monthly
  }
  undertaking 1.2 "Carry out the plan" {
    when 2018-09
  }
}
action C "Bring recorded supervision to 85 %" {
  for M1, B1, 1.1
  due 2018-10
}
action D "Carry out the plan" {
  for 1.2
  due 2018-09-30
}
action E "Write it up" {
  for       1.2
  due       2018-12
  completed 2018-06-12
}
`,
      },
    ],
  },
});

const isMust = (weight: string): boolean => weight === 'notice' || weight === 'must';

function inWords({ of, by, day, date }: RegulatorDate): string {
  const words: Record<RegulatorDate['of'], () => string> = {
    requirement: () => `${dayInWords(day)}, when ${nameOf(by)} falls due`,
    notice: () => `${dayInWords(day)}, the time in ${nameOf(by)}`,
    inspection: () => `the next inspection may begin (${dateInWords(date)})`,
  };
  return words[of]();
}
