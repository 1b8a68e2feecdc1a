import type { IsoDate } from '../../language/dates.ts';
import { blocks, type Kind } from '../../language/keywords/index.ts';
import { positionOf } from '../../plan/facts/position.ts';
import { actionsFor } from '../../plan/facts/coverage.ts';
import { strengthOfRequirement } from '../../plan/facts/strength.ts';
import { ratingTable } from '../../plan/facts/ratings.ts';
import type { Entity, Plan } from '../../plan/plan.ts';
import { linesToJson, valueToJson } from './values.ts';

/** The version of the exported form; `mustdo schema` describes it. */
export const exportVersion = 1;

/** The names of the lists in which the items of each kind are exported. */
export const listNames: Readonly<Record<Exclude<Kind, 'plan' | 'requirement'>, string>> = {
  trust: 'trusts',
  directorate: 'directorates',
  service: 'services',
  committee: 'committees',
  sro: 'sros',
  risk: 'risks',
  scale: 'scales',
  term: 'terms',
  source: 'sources',
  action: 'actions',
  indicator: 'indicators',
  ratings: 'ratings',
  meeting: 'meetings',
};

/**
 * The typed plan as JSON: everything that is said, with its place, and what follows from it at the
 * as-at date. The same plan and date give the same bytes.
 */
export function exportPlan(plan: Plan, asAt: IsoDate): string {
  const json: Record<string, unknown> = { version: exportVersion, asAt };
  if (plan.heading !== undefined) json.plan = itemToJson(plan, plan.heading, asAt);
  for (const [kind, list] of Object.entries(listNames)) {
    json[list] = plan.all(kind as Kind).map((entity) => itemToJson(plan, entity, asAt));
  }
  return `${JSON.stringify(json, null, 2)}\n`;
}

function itemToJson(plan: Plan, entity: Entity, asAt: IsoDate): object {
  const { item, unit } = entity;
  const place = unit.file.positionAt(unit.start + item.span.start);
  const several = Object.keys(blocks[item.kind].keywords).length > 1;
  const json: Record<string, unknown> = {
    ...(several ? { keyword: item.keyword } : {}),
    id: item.id,
    title: valueToJson(item.title),
    ...linesToJson(item),
    at: { file: unit.file.path, line: place.line },
    ...derived[entity.kind]?.(plan, entity, asAt),
  };
  if (blocks[item.kind].children === 'requirement') {
    const own = plan.all('requirement').filter((requirement) => requirement.parent === entity);
    json.requirements = own.map((requirement) => itemToJson(plan, requirement, asAt));
  }
  return json;
}

/** What is worked out for an item of a kind at the as-at date, kept apart from what is said. */
const derived: Partial<Record<Kind, (plan: Plan, entity: Entity, asAt: IsoDate) => object>> = {
  action: (plan, entity, asAt) => {
    const position = positionOf(plan, entity as Entity<'action'>, asAt);
    const { deadline, progress, assurance } = position;
    return {
      position: {
        strength: position.strength,
        state: position.state,
        deadline: deadline.day ?? null,
        originalDeadline: deadline.originalDay ?? null,
        revisions: deadline.revisions.length,
        daysLate: position.late ?? 0,
        progress: progress?.level.meaning?.id ?? null,
        assurance: assurance?.level?.meaning?.id ?? null,
      },
    };
  },
  requirement: (plan, entity) => {
    const requirement = entity as Entity<'requirement'>;
    return {
      strength: strengthOfRequirement(requirement),
      answeredBy: actionsFor(plan, requirement).map(({ id }) => id),
    };
  },
  ratings: (plan, entity) => {
    const table = ratingTable(plan, entity as Entity<'ratings'>);
    const rows = table.rows.map(({ service, cells }) => ({
      service,
      ratings: cells.map((cell) =>
        cell === undefined
          ? null
          : {
              rating: cell.rating?.id ?? cell.words,
              change: cell.change?.id ?? null,
              date: cell.date?.written ?? null,
            },
      ),
    }));
    return { columns: table.columns, rows };
  },
};
