import type { IsoDate } from '../../language/dates.ts';
import { dateInWords } from '../../plan/calendar.ts';
import { answersDue, type AnswerDue } from '../../plan/facts/answers-due.ts';
import { nextDue } from '../../plan/facts/recurrence.ts';
import { requirementDate } from '../../plan/facts/regulator-dates.ts';
import { requirementName, weightOfRequirement } from '../../plan/facts/strength.ts';
import type { Entity, Plan } from '../../plan/plan.ts';
import { sentence } from '../../plan/words.ts';
import { keyOf } from '../tables/items.ts';
import { known, recordDate } from '../tables/values.ts';

/** The days on which something is due to a regulator, and what is owed to one at all. */

/** What stands in a notice or in undertakings, and conditions wherever they stand. */
export const isOwed = (requirement: Entity<'requirement'>): boolean =>
  weightOfRequirement(requirement) === 'notice' ||
  ['undertaking', 'condition'].includes(requirement.item.keyword);

/** A day that a regulator waits for. */
export interface RegulatorDay {
  readonly key: string;
  readonly day: IsoDate;
  readonly what: string;
  readonly of: Entity;
  /** What is recorded of it, where something is. */
  readonly answered: string | undefined;
}

const answerInWords: Readonly<Record<AnswerDue['what'], string>> = {
  answer: 'Answer to the regulator',
  report: 'Report on the actions to be taken',
  representations: 'Last day to make representations',
};

/** Every day on which something is due to a regulator, the earliest first. */
export function regulatorDays(plan: Plan, asAt: IsoDate): RegulatorDay[] {
  const answers = plan.all('source').flatMap((source) => {
    const responded = known(source.item.responded, asAt);
    return answersDue(source, asAt).map(({ what, day }): RegulatorDay => ({
      key: `${source.id}-${what}`,
      day,
      what: answerInWords[what],
      of: source,
      answered: responded && `Sent, ${recordDate(responded.on)}`,
    }));
  });
  const duties = plan.all('requirement').flatMap((requirement): RegulatorDay[] => {
    const { item } = requirement;
    const next = nextDue(requirement, asAt);
    const day = next ?? (isOwed(requirement) ? requirementDate(plan, requirement)?.day : undefined);
    if (day === undefined) return [];
    const confirmed = known(item.confirmed, asAt) ?? known(item.verified, asAt);
    const met = next === undefined ? item.met.find((record) => known(record, asAt)) : undefined;
    const done = confirmed ?? met;
    return [
      {
        key: keyOf(requirement).id,
        day,
        what: `${sentence(requirementName(requirement))}: ${item.title.value ?? requirement.id}`,
        of: requirement,
        answered: done && `Met, ${recordDate(done.on)}`,
      },
    ];
  });
  const next = plan.heading?.item.nextInspection?.on.value;
  const expected = next?.first;
  const inspection: RegulatorDay[] =
    plan.heading === undefined || next === undefined || expected === undefined
      ? []
      : [
          {
            key: 'next-inspection',
            day: expected,
            what: `Next inspection, expected ${dateInWords(next)}`,
            of: plan.heading,
            answered: undefined,
          },
        ];
  return [...answers, ...duties, ...inspection].sort((a, b) =>
    a.day < b.day ? -1 : a.day > b.day ? 1 : 0,
  );
}
