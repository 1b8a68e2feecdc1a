import type { ItemOf } from '../../language/items.ts';
import { dateInWords } from '../../plan/calendar.ts';
import { tolerance, totalsOf } from '../../plan/facts/totals.ts';
import { listed } from '../../plan/words.ts';
import { always, check } from '../check.ts';
import { fixToLookAt, replace } from '../shared/fixes.ts';

export const totalMismatch = check({
  id: 'total-mismatch',
  title: 'Total that is not the sum of its parts',
  what: 'An indicator that counts something has a figure for a year and others for its quarters or months (or for a quarter and its months), and the one is not the sum of the others; or is less than those that are known.',
  why: 'One of the two figures is wrong, and a reader who adds them up will not believe the rest.',
  source:
    'Practice: a published quality account has 0 for the year and 1 for its last quarter under the same heading.',
  falsePositives:
    'What is not added up: figures in per cent, days, hours, weeks or scores, and rates per so many, are left alone, and so is a year that has the figure of its last part, such as a waiting list at its end.',
  severity: always('warning'),
  preset: 'recommended',
  over: 'indicator',
  appliesTo: ({ item }) => item.actual.length > 1 && countsSomething(item),
  *run({ id, item, unit }) {
    for (const { record, stated, parts, sum, isWhole } of totalsOf(item)) {
      const differs = isWhole ? Math.abs(stated - sum) > tolerance : stated < sum - tolerance;
      const last = parts.at(-1);
      if (!differs || (sum !== 0 && stated !== 0 && stated === last?.figure.value?.amount))
        continue;
      const figures = parts.map(({ figure }) => figure.value?.written ?? '');
      const total = String(Number(sum.toFixed(6)));
      const period = record.period.value;
      const when = period === undefined ? '' : dateInWords(period);
      yield {
        at: record.figure.span,
        message: `Indicator ${id} has ${record.figure.value?.written ?? ''} for ${when}, but its parts come to ${total}: ${listed(figures)}${isWhole ? '' : ', and not all of them are known'}.`,
        todo: 'Look both up where they come from, and correct the one that is wrong.',
        fixes: () => [
          fixToLookAt(`Change the total to ${total}`, replace(unit, record.figure.span, total)),
        ],
        related: parts.map(({ figure }) => ({
          place: { unit, span: figure.span },
          message: 'A part of it',
        })),
      };
    }
  },
  examples: {
    flagged: [
      {
        asAt: '2020-06-30',
        plan: `
indicator REVIEWED-DEATHS "Deaths judged more likely than not due to problems in care" {
  unit   "deaths"
  actual 2019/20 0
                 ^ Indicator REVIEWED-DEATHS has 0 for the financial year 2019/20, but its parts come to 1: 0, 0, 0 and 1.
  actual Q1 2019/20 0
  actual Q2 2019/20 0
  actual Q3 2019/20 0
  actual Q4 2019/20 1
}
indicator DEATHS "Deaths" {
  unit   "deaths"
  actual Q4 2019/20 90
                    ^^ Indicator DEATHS has 90 for quarter 4 2019/20, but its parts come to 94: 50 and 44, and not all of them are known.
  actual 2020-01    50
  actual 2020-02    44
}
`,
      },
    ],
    clean: [
      {
        asAt: '2020-06-30',
        plan: `
indicator DEATHS "Deaths" {
  unit   "deaths"
  actual Q1 2019/20 102
  actual Q2 2019/20 92
  actual Q3 2019/20 122
  actual Q4 2019/20 94
  actual 2019/20    410
}
indicator CPA "Followed up" {
  unit   %
  actual Q4 2019/20 97
  actual 2019/20    94
}
indicator WAITING "People who wait" {
  unit   "people"
  actual Q3 2019/20 80
  actual Q4 2019/20 60
  actual 2019/20    60
}
indicator STAY "Length of stay" {
  unit   "days"
  actual Q3 2019/20 30
  actual 2019/20    20
}
`,
      },
    ],
  },
});

/** Units of what is not added up over time. */
const notAddedUp =
  /^%$|^(?:minutes?|hours?|days?|weeks?|months?|scores?|ratios?|index)$|\b(?:rate|per|average|mean|median)\b/i;

const countsSomething = ({ unit, actual }: ItemOf<'indicator'>): boolean => {
  const counted = unit?.unit.value;
  if (counted === undefined || notAddedUp.test(counted.trim())) return false;
  return actual.every(({ figure }) => figure.value?.percent !== true);
};
