import type { PlanDate } from '../../language/dates.ts';
import { datesOf } from '../../language/walk.ts';
import type { Entity, Plan } from '../../plan/plan.ts';
import { sentence } from '../../plan/words.ts';
import type { Draft } from '../check.ts';
import { fixToLookAt, replace } from '../shared/fixes.ts';
import { nameOf } from '../shared/names.ts';
import { nearest } from '../shared/near.ts';
import { quoted, textAt } from '../shared/phrases.ts';

/** Dates to the timescales of a plan that the project does not have; one in quotes is known not to be here. */
export function* unknownPlans(plan: Plan, entity: Entity): Iterable<Draft> {
  for (const { value } of datesOf(entity.item)) {
    const date = value.value as PlanDate | undefined;
    const { per } = date ?? {};
    if (per === undefined || date?.written !== `per ${per}`) continue;
    if (plan.withId('plan', per).length > 0) continue;
    const near = nearest(
      per,
      plan.all('plan').map(({ id }) => id),
    );
    const { unit } = entity;
    const change = (title: string, to: string) => {
      const text = textAt(unit, value.span).replace(/^per\s+\S+/, () => `per ${to}`);
      return fixToLookAt(title, replace(unit, value.span, text));
    };
    yield {
      at: value.span,
      message: `${sentence(nameOf(entity))} refers to the timescales of ${per}, and the project has no plan of that id.`,
      todo: `${near === undefined ? '' : `Did you mean ${near}? `}Correct it, or put the name of a plan that is not in this project in quotes: per ${quoted(per)}.`,
      fixes: () => [
        ...(near === undefined ? [] : [change(`Change it to ${near}`, near)]),
        change('Say that this plan is not in the project', quoted(per)),
      ],
    };
  }
}
