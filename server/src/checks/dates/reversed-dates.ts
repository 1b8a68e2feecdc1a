import type { PlanDate } from '../../language/dates.ts';
import type { Value } from '../../language/items.ts';
import { dateInWords } from '../../plan/calendar.ts';
import type { Entity } from '../../plan/plan.ts';
import { sentence } from '../../plan/words.ts';
import { always, check } from '../check.ts';
import { fixToLookAt, replace } from '../shared/fixes.ts';
import { nameOf } from '../shared/names.ts';
import { textAt } from '../shared/phrases.ts';

export const reversedDates = check({
  id: 'reversed-dates',
  title: 'Dates that run backwards',
  what: 'A time that ends before it begins: of an inspection (inspected … to …), of the holder of a role, or of a vacancy (from … to …).',
  why: 'One of the two dates is wrong, and whoever reads the plan cannot know which.',
  source:
    'Practice: the minutes of a council print an inspection as “19 December 2018 to 13 December 2018”.',
  falsePositives: 'None known: a time cannot end before it begins.',
  severity: always('error'),
  preset: 'recommended',
  over: 'item',
  *run(entity) {
    const { unit } = entity;
    for (const { from, to, what } of timesIn(entity)) {
      const { last } = to.value ?? {};
      const { first } = from.value ?? {};
      if (from.value === undefined || to.value === undefined) continue;
      if (last === undefined || first === undefined || last >= first) continue;
      yield {
        at: to.span,
        message: `${sentence(nameOf(entity))} ${what} from ${dateInWords(from.value)} to ${dateInWords(to.value)}, which is before it.`,
        todo: 'Look which of the two dates is right; they may have been swapped.',
        fixes: () => [
          fixToLookAt(
            'Swap the two dates',
            replace(unit, from.span, textAt(unit, to.span)),
            replace(unit, to.span, textAt(unit, from.span)),
          ),
        ],
      };
    }
  },
  examples: {
    flagged: [
      {
        plan: `
inspection CQC-2018 "CQC inspection" {
  inspected 2018-11-19 to 2018-11-21
  inspected 19 December 2018 to 13 December 2018
                                ^^^^^^^^^^^^^^^^ Inspection CQC-2018 was inspected from 19 December 2018 to 13 December 2018, which is before it.
}
sro HON "Head of Nursing" {
  holder "A. Holder" from 2018-02 to 2017-11
                                     ^^^^^^^ SRO HON was held from February 2018 to November 2017, which is before it.
  vacant from 2018-05-02 to 2018-05-01
                            ^^^^^^^^^^ SRO HON was vacant from 2 May 2018 to 1 May 2018, which is before it.
}
`,
      },
    ],
    clean: [
      {
        plan: `
inspection CQC-2018 "CQC inspection" {
  inspected 2018-11-19 to 2018-11-19
  inspected 2018-12-13 to 2018-12
  inspected 2018-12
}
sro HON "Head of Nursing" {
  holder "A. Holder" from 2016-02 to 2018-04-30
  vacant from 2018-05-01
  holder "B. Holder" to unknown
}
`,
      },
    ],
  },
});

interface Time {
  readonly what: string;
  readonly from: Value<PlanDate>;
  readonly to: Value<PlanDate>;
}

function timesIn({ item }: Entity): Time[] {
  const time = (
    what: string,
    from: Value<PlanDate> | undefined,
    to: Value<PlanDate> | undefined,
  ): Time[] => (from === undefined || to === undefined ? [] : [{ what, from, to }]);
  if (item.kind === 'source') {
    return item.inspected.flatMap(({ on, to }) => time('was inspected', on, to));
  }
  if (item.kind !== 'sro') return [];
  return [
    ...item.holder.flatMap(({ from, to }) => time('was held', from, to)),
    ...item.vacant.flatMap(({ from, to }) => time('was vacant', from, to)),
  ];
}
