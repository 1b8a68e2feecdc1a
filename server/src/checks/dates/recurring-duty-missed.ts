import { dayInWords } from '../../plan/calendar.ts';
import { knownAt } from '../../plan/facts/history.ts';
import { recurrentDuty } from '../../plan/facts/recurrence.ts';
import { sentence } from '../../plan/words.ts';
import { check } from '../check.ts';
import { addLine, fixToLookAt } from '../shared/fixes.ts';
import { nameOf } from '../shared/names.ts';

export const recurringDutyMissed = check({
  id: 'recurring-duty-missed',
  title: 'Recurring duty that was not met',
  what: 'A requirement falls due daily, weekly, monthly and so on, and for a period that is over no met has a day in it. The periods are counted from the date after from; or from the day its source was signed, served, published or reported; or from its first met. At most the last 60 are looked at. Not where it was confirmed as met, or decided not to act on.',
  why: 'A promise to report every month is broken a month at a time, and nothing in the plan turns red.',
  source:
    'Practice: in its undertakings of May 2019 a trust agreed to meet NHS Improvement once a month, and no day of a meeting is on record.',
  falsePositives:
    'A duty that was met and not written down, or put off by agreement: write met with the day, or write from when it counts: when monthly from 2019-09.',
  severity: { notice: 'error', must: 'warning', should: 'warning', other: 'info' },
  preset: 'recommended',
  options: {
    grace: {
      default: 0,
      min: 0,
      max: 366,
      doc: 'How many days after a period it may still be met for it.',
    },
  },
  over: 'requirement',
  appliesTo: ({ item }, { asAt }) =>
    item.when?.when.value?.form === 'recurring' &&
    ![item.confirmed, item.decision].some(
      (record) => record !== undefined && knownAt(record.on, asAt),
    ),
  *run(requirement, { asAt, options }) {
    const { when } = requirement.item;
    const duty = recurrentDuty(requirement, asAt, options.grace ?? 0);
    const last = duty?.missed.at(-1);
    if (when === undefined || duty === undefined || last === undefined) return;
    const amount = duty.missed.length;
    const period = `${dayInWords(last.from)} to ${dayInWords(last.to)}`;
    const fact =
      amount === 1
        ? `nothing says it was met from ${period}`
        : `nothing says it was met in ${String(amount)} of ${String(duty.past)} periods that are over; the last is ${period}`;
    yield {
      at: when.when.span,
      message: `${sentence(nameOf(requirement))} falls due ${when.when.value?.every ?? ''}, and ${fact}.`,
      todo: 'Write met with each day on which it was met; if it was not, tell the one to whom it is owed.',
      fixes: () => [
        fixToLookAt(
          `Say that it was met on ${dayInWords(last.to)}`,
          addLine(requirement, `met ${last.to}`),
        ),
      ],
    };
  },
  examples: {
    flagged: [
      {
        asAt: '2019-06-30',
        plan: `
undertakings NHSI-2019 "Undertakings, May 2019" {
  signed 2019-05-09 by trust
  signed 2019-05-28 by NHSI
  undertaking 4.1 "Report progress and attend the meetings" {
    when monthly given "once a month" unless-agreed NHSI
         ^^^^^^^ Undertaking 4.1 falls due monthly, and nothing says it was met from 28 May 2019 to 27 June 2019.
  }
}
`,
      },
      {
        plan: `
notice N1 "Notice" {
  condition C1 "Send the rota every week" {
    when weekly from 2018-05-07
         ^^^^^^^^^^^^^^^^^^^^^^ Condition C1 falls due weekly, and nothing says it was met in 4 of 7 periods that are over; the last is 18 June 2018 to 24 June 2018.
    met 2018-05-09
    met 2018-05-18
    met 2018-06-15
    met 2018-06-29
  }
  condition C2 "Report on staffing" {
    when quarterly from 2018-01-31
         ^^^^^^^^^^^^^^^^^^^^^^^^^ Condition C2 falls due quarterly, and nothing says it was met from 31 January 2018 to 29 April 2018.
  }
}
`,
      },
    ],
    clean: [
      {
        asAt: '2019-06-27',
        plan: `
undertakings NHSI-2019 "Undertakings, May 2019" {
  signed 2019-05-28 by NHSI
  undertaking 4.1 "Report progress and attend the meetings" {
    when monthly unless-agreed NHSI
  }
}
`,
      },
      {
        plan: `
notice N1 "Notice" {
  condition C1 "Report on staffing" {
    when monthly from 2018-04
    met  2018-04
    met  2018-05-31
    met  2018-06-04
  }
  condition C2 "Send the rota every week" {
    when weekly
  }
  condition C3 "Send the minutes" {
    when      monthly from 2018-01
    confirmed 2018-02-01 by CQC
  }
  condition C4 "Make the ward safe" {
    when 2018-03
  }
}
`,
      },
    ],
  },
});
