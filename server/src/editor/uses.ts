import { kinds } from '../language/keywords/index.ts';
import type { PlanFile, Unit } from '../plan/file.ts';
import type { Entity, Plan } from '../plan/plan.ts';

/** Who may name what, by the plan's own indexes: no answer about one thing walks the whole plan. */

/** The items among which all are that name an item, clearly or not; most of them do. */
export function candidatesFor(plan: Plan, wanted: Entity): readonly Entity[] {
  const found = plan.mentionsOf(wanted).map(({ entity }) => entity);
  if (wanted.kind === 'service') found.push(...plan.all('ratings'));
  // The dates that another plan's timescales are taken for are in no index.
  for (const unit of wanted.kind === 'plan' ? unitsWith(plan.files, wanted.id) : []) {
    found.push(...plan.entitiesIn(unit));
  }
  return byKind(found.sort((a, b) => plan.compare(a, b)));
}

const byKind = (entities: readonly Entity[]): readonly Entity[] => {
  const ofKind = Map.groupBy(new Set(entities), ({ kind }) => kind);
  return kinds.flatMap((kind) => ofKind.get(kind) ?? []);
};

/** The units whose text has a word somewhere: a search that reads nothing. */
export function* unitsWith(files: readonly PlanFile[], word: string): Generator<Unit> {
  for (const { units } of files) {
    for (const unit of units) if (unit.text.includes(word)) yield unit;
  }
}

/** The requirements of a source, in the order of its text. */
export const requirementsIn = (plan: Plan, source: Entity<'source'>): Entity<'requirement'>[] =>
  plan
    .entitiesIn(source.unit)
    .filter(
      (entity) => entity.kind === 'requirement' && entity.parent === source,
    ) as Entity<'requirement'>[];
