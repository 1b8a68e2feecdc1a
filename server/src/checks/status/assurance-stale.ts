import { recurrences, type IsoDate, type Recurrence } from '../../language/dates.ts';
import { addDays, addMonths, dayInWords } from '../../plan/calendar.ts';
import { assuranceOf } from '../../plan/facts/assurance.ts';
import { count } from '../../plan/words.ts';
import { always, check } from '../check.ts';
import { addLine, fixToLookAt } from '../shared/fixes.ts';
import { isUnfinished } from '../shared/gaps.ts';
import { textAt } from '../shared/phrases.ts';

export const assuranceStale = check({
  id: 'assurance-stale',
  title: 'Assurance that is out of date',
  what: 'The latest judgement of an unfinished action is older than its committee’s rhythm allows: by more meetings than the options say, or more months where nothing says how often it meets.',
  why: 'A judgement holds for what was known on its day. Later than that, a committee takes comfort from old news.',
  source:
    'Practice: of each source of assurance a board asks how current it is (Good Governance Institute: board assurance).',
  falsePositives:
    'A judgement that the committee confirmed without recording it again: record it with the date of that meeting.',
  severity: always('info'),
  // Few committees judge every action at every second meeting.
  preset: 'strict',
  options: {
    meetings: {
      default: 2,
      min: 1,
      max: 12,
      doc: 'how many meetings of its committee a judgement is good for, where the committee says how often it meets',
    },
    months: {
      default: 3,
      min: 1,
      max: 24,
      doc: 'how many months a judgement is good for otherwise',
    },
  },
  over: 'action',
  appliesTo: (action, context) =>
    action.item.assurances.length > 0 && isUnfinished(action, context),
  *run(action, { plan, asAt, options }) {
    const { meetings = 2, months = 3 } = options;
    const record = assuranceOf(plan, action, asAt)?.record;
    const given = record?.on?.value?.last;
    if (record?.level.value === undefined || given === undefined) return;
    const by = record.by ?? action.item.committee?.committee;
    const committee = plan.find('committee', by?.value);
    const rhythm = committee?.item.meets?.rhythm.value?.every;
    const until = rhythm === undefined ? addMonths(given, months) : after(given, rhythm, meetings);
    if (asAt <= until) return;
    const reason =
      committee === undefined || rhythm === undefined
        ? `more than ${count(months, 'month')} before ${dayInWords(asAt)}`
        : `and ${committee.id}, which meets ${rhythm}, has had time for ${count(meetings, 'meeting')} since`;
    const own = record.by === undefined ? '' : ` by ${textAt(action.unit, record.by.span)}`;
    yield {
      at: record.on?.span ?? record.level.span,
      message: `The latest assurance of action ${action.id} is of ${dayInWords(given)}, ${reason}.`,
      todo: 'Ask the committee to judge it again, and record its judgement with the date, even where it is the same.',
      fixes: () => [
        fixToLookAt(
          'Say that the committee is to judge it again',
          addLine(action, `assurance tbc "the new judgement"${own} on ${asAt}`),
        ),
      ],
    };
  },
  examples: {
    flagged: [
      {
        asAt: '2018-09-01',
        plan: `
committee QAC "Quality Assurance Committee" {
  meets monthly
}
action C "Bring recorded supervision to 85 %" {
  committee QAC
  assurance partial on 2018-06-30
                       ^^^^^^^^^^ The latest assurance of action C is of 30 June 2018, and QAC, which meets monthly, has had time for 2 meetings since.
}
action D "Write guidance on medicines" {
  assurance full by "Medicines Group" on 2018-05-31
                                         ^^^^^^^^^^ The latest assurance of action D is of 31 May 2018, more than 3 months before 1 September 2018.
}
`,
      },
    ],
    clean: [
      {
        asAt: '2018-09-01',
        plan: `
committee QAC "Quality Assurance Committee" {
  meets monthly
}
committee BOARD "Trust Board" {
  meets quarterly
}
action C "Bring recorded supervision to 85 %" {
  assurance partial by QAC on 2018-07-01
}
action D "Write guidance on medicines" {
  assurance full by "Medicines Group" on 2018-06-01
}
action E "Reduce blind spots" {
  assurance partial by BOARD on 2018-03-01
}
action F "Revise the cleaning schedules" {
  assurance full by QAC on 2018-03-14
  closed    2018-03-14 by QAC
}
action G "Roll out the tool" {
  assurance full by QAC on unknown
}
`,
      },
    ],
  },
});

/** The day on which so many meetings of a rhythm have passed since another. */
function after(day: IsoDate, rhythm: Recurrence, meetings: number): IsoDate {
  const cycle = recurrences[rhythm];
  return 'days' in cycle
    ? addDays(day, cycle.days * meetings)
    : addMonths(day, cycle.months * meetings);
}
