import { daysBetween, dayInWords } from '../../plan/calendar.ts';
import { always, check } from '../check.ts';
import { fixToLookAt, replace } from '../shared/fixes.ts';
import { textAt } from '../shared/phrases.ts';

export const papersDueAfterMeeting = check({
  id: 'papers-due-after-meeting',
  title: 'Papers due too late for their meeting',
  what: 'The papers of a meeting are due on its day or later, or fewer days before it than the option says. Months and other dates that are no day are not compared.',
  why: 'Members cannot judge what they have not read.',
  source:
    'Practice: committees’ terms of reference set the days by which papers go out before a meeting.',
  falsePositives: 'A meeting called at short notice, whose papers are tabled.',
  severity: always('warning'),
  preset: 'recommended',
  options: {
    days: {
      default: 1,
      min: 1,
      max: 92,
      doc: 'How many days before the meeting its papers must be due at the latest.',
    },
  },
  over: 'meeting',
  *run({ item, id, unit }, { options }) {
    const due = item.papersDue?.on;
    const on = item.on?.on;
    if (due?.value?.form !== 'day' || on?.value?.form !== 'day') return;
    const { first: dueDay } = due.value;
    const { first: day } = on.value;
    if (dueDay === undefined || day === undefined) return;
    const before = daysBetween(dueDay, day);
    if (before >= (options.days ?? 1)) return;
    const fact =
      before > 0
        ? `only ${String(before)} ${before === 1 ? 'day' : 'days'} before it`
        : before === 0
          ? 'the same day'
          : `after it`;
    yield {
      at: due.span,
      message: `The papers of meeting ${id} on ${dayInWords(day)} are due ${dayInWords(dueDay)}, ${fact}.`,
      todo: 'Look which of the two dates is right, and give the day by which members have the papers.',
      fixes: () =>
        before < 0
          ? [
              fixToLookAt(
                'Swap the two dates',
                replace(unit, due.span, textAt(unit, on.span)),
                replace(unit, on.span, textAt(unit, due.span)),
              ),
            ]
          : [],
    };
  },
  examples: {
    flagged: [
      {
        plan: `
meeting QAC-7 "Quality Assurance Committee" {
  on         18 July 2018
  papers-due 2018-07-25
             ^^^^^^^^^^ The papers of meeting QAC-7 on 18 July 2018 are due 25 July 2018, after it.
}
meeting QAC-8 "Quality Assurance Committee" {
  on         2018-08-15
  papers-due 2018-08-15
             ^^^^^^^^^^ The papers of meeting QAC-8 on 15 August 2018 are due 15 August 2018, the same day.
}
`,
      },
    ],
    clean: [
      {
        plan: `
meeting QAC-7 "Quality Assurance Committee" {
  on         2018-07-18
  papers-due 2018-07-17
}
meeting QAC-8 "Quality Assurance Committee" {
  on         2018-08
  papers-due 2018-08-15
}
meeting QAC-9 "Quality Assurance Committee" {
  on         2018-09-19
  papers-due tbc
}
`,
      },
    ],
  },
});
