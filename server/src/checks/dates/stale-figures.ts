import type { IsoDate, PlanDate } from '../../language/dates.ts';
import type { Span } from '../../language/tree.ts';
import { addDays, addMonths, dateInWords, daysBetween, dayInWords } from '../../plan/calendar.ts';
import { dueSoonDays } from '../../plan/facts/deadline.ts';
import { knownAt } from '../../plan/facts/history.ts';
import { nextMeetingOf, type MeetingDay } from '../../plan/facts/meetings.ts';
import type { Entity, Plan } from '../../plan/plan.ts';
import { count } from '../../plan/words.ts';
import { always, check } from '../check.ts';
import { addLine, fixToLookAt } from '../shared/fixes.ts';

/** What a month has at most: longer periods may be as much older as they are longer. */
const month = 31;

export const staleFigures = check({
  id: 'stale-figures',
  title: 'Figures older than the meeting',
  what: 'The latest actual of an indicator is more than 62 days old at the next meeting of a committee that watches it, where that is within 30 days, or else at the as-at date. A figure of a quarter or a year may be as much older as these are longer than a month. A figure that is suspended, or said to be missing, counts as said.',
  why: 'A committee that sees the figures of spring in autumn judges a service that no longer exists.',
  source:
    'Practice: “how current is the data?” is a question that boards are told to ask of their assurance (good-governance.org.uk).',
  falsePositives:
    'Figures that a national body publishes late: raise the number of days, or write why in the indicator’s explained.',
  severity: always('warning'),
  preset: 'recommended',
  options: {
    days: {
      default: 62,
      min: 1,
      max: 3660,
      doc: 'How many days after the end of its month a figure may be shown.',
    },
  },
  over: 'indicator',
  appliesTo: ({ item }, { asAt }) => item.actual.some(({ period }) => knownAt(period, asAt)),
  *run(indicator, { plan, asAt, options }) {
    const latest = latestActual(indicator, asAt);
    if (latest === undefined) return;
    const { date, first, last, span } = latest;
    const meeting = nextMeeting(plan, indicator, asAt);
    const day = meeting?.day ?? asAt;
    const age = daysBetween(last, day);
    const longer = Math.max(0, daysBetween(first, last) + 1 - month);
    if (age <= (options.days ?? 0) + longer) return;
    const than =
      meeting === undefined
        ? dayInWords(asAt)
        : `meeting ${meeting.entity.id} on ${dayInWords(meeting.day)}`;
    yield {
      at: span,
      message: `The latest figure of indicator ${indicator.id} is of ${dateInWords(date)}, which ended ${count(age, 'day')} before ${than}.`,
      todo: 'Add the latest actual, or say why there is none: actual 2018-06 suspended because "…".',
      fixes: () =>
        date.form === 'month'
          ? [
              fixToLookAt(
                'Say that the figure of the month before is to come',
                addLine(indicator, `actual ${addMonths(asAt, -1).slice(0, -3)} tbc "the figure"`),
              ),
            ]
          : [],
      related:
        meeting === undefined
          ? []
          : [
              {
                place: { unit: meeting.entity.unit, span: meeting.entity.item.headerSpan },
                message: 'The next meeting of a committee that watches it',
              },
            ],
    };
  },
  whenAll: (amount) => ({
    message: `The latest figures of all ${String(amount)} indicators are older than they may be.`,
    todo: 'Bring the figures up to date before the next meeting.',
  }),
  examples: {
    flagged: [
      {
        asAt: '2018-08-01',
        plan: `
committee QAC "Quality Assurance Committee"
meeting QAC-5 "Quality Assurance Committee" {
  committee QAC
  on        2018-05-16
}
meeting QAC-9 "Quality Assurance Committee" {
  committee QAC
  on        2018-09-19
}
meeting QAC-8 "Quality Assurance Committee" {
  committee "Quality Assurance Committee"
  on        2018-08-15
}
indicator SUPERVISION "Supervision recorded" {
  unit   %
  actual 2018-05 61
         ^^^^^^^ The latest figure of indicator SUPERVISION is of May 2018, which ended 76 days before meeting QAC-8 on 15 August 2018.
  actual 2018-04 58
}
indicator WAITS "Waits over 18 weeks" {
  unit   "people"
  actual Q3 2017/18 212
         ^^^^^^^^^^ The latest figure of indicator WAITS is of quarter 3 2017/18, which ended 213 days before 1 August 2018.
}
action C "Bring recorded supervision to 85 %" {
  measure   "85 % recorded" indicator SUPERVISION
  committee QAC
}
`,
      },
    ],
    clean: [
      {
        plan: `
committee QAC "Quality Assurance Committee"
meeting QAC-7 "Quality Assurance Committee" {
  committee QAC
  on        2018-07-18
}
indicator SUPERVISION "Supervision recorded" {
  actual 2018-05 61
}
indicator WAITS "Waits over 18 weeks" {
  actual Q4 2017/18 212
}
indicator SURVEY "People who would recommend the trust" {
  actual 2017/18 81
}
indicator RETURNS "Returns" {
  actual 2018-01 44
  actual 2018-06 suspended because "national collection paused"
}
indicator NEW "Not counted yet"
action C "Bring recorded supervision to 85 %" {
  measure   "85 % recorded" indicator SUPERVISION
  committee QAC
}
`,
      },
    ],
  },
});

/** The newest period of which something is said, whatever the order of the lines. */
function latestActual({ item }: Entity<'indicator'>, asAt: IsoDate): Latest | undefined {
  let latest: Latest | undefined;
  for (const { period } of item.actual) {
    const date = period.value;
    if (date?.first === undefined || date.last === undefined || !knownAt(period, asAt)) continue;
    if (latest !== undefined && date.last <= latest.last) continue;
    latest = { date, first: date.first, last: date.last, span: period.span };
  }
  return latest;
}

interface Latest {
  readonly date: PlanDate;
  readonly first: IsoDate;
  readonly last: IsoDate;
  readonly span: Span;
}

/** The next meeting soon after the as-at date of a committee that watches what the indicator measures. */
function nextMeeting(
  plan: Plan,
  indicator: Entity<'indicator'>,
  asAt: IsoDate,
): MeetingDay | undefined {
  const measured = [
    ...plan.referring(indicator, 'action', 'measures'),
    ...plan.referring(indicator, 'requirement', 'measures'),
  ];
  const committees = new Set(
    measured.map(({ item }) => plan.find('committee', item.committee?.committee.value)),
  );
  let next: MeetingDay | undefined;
  for (const committee of committees) {
    const first = committee && nextMeetingOf(plan, committee, asAt);
    if (first === undefined || first.day > addDays(asAt, dueSoonDays)) continue;
    if (next === undefined || first.day < next.day) next = first;
  }
  return next;
}
