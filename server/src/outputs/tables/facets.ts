import type { IsoDate } from '../../language/dates.ts';
import type { Value } from '../../language/items.ts';
import type { Reference } from '../../language/slots.ts';
import { requirementsOf } from '../../plan/facts/coverage.ts';
import { states } from '../../plan/facts/progress.ts';
import type { Position } from '../../plan/facts/position.ts';
import { strengthOfRequirement } from '../../plan/facts/strength.ts';
import type { Entity, Plan } from '../../plan/plan.ts';
import { answersTo, isAnswered } from './answers.ts';
import { nameOf } from './items.ts';
import { isOverdue, isUndated } from './judgements.ts';
import { strengthInWords } from './strengths.ts';
import type { Facets } from './table.ts';

/** By which words rows about actions and requirements can be picked out. */

const none = 'None named';

/** The names of what a field refers to; that it names nothing can be looked for too. */
const namesIn = (plan: Plan, references: readonly Reference[] | undefined): readonly string[] =>
  references === undefined || references.length === 0
    ? [none]
    : [...new Set(references.map((reference) => nameOf(plan, reference)))];

const nameIn = (plan: Plan, value: Value<Reference> | undefined): readonly string[] =>
  namesIn(plan, value?.value && [value.value]);

const titleOf = ({ item, id }: Entity): string => item.title.value ?? id;

/** What an action can be picked out by. */
export function facetsOfAction(plan: Plan, position: Position): Facets {
  const { action, strength, state } = position;
  const { item } = action;
  const sources = requirementsOf(plan, action).flatMap(({ parent }) =>
    parent === undefined ? [] : [titleOf(parent)],
  );
  return {
    directorate: nameIn(plan, item.directorate?.directorate),
    service: namesIn(plan, item.services?.services.value),
    sro: nameIn(plan, item.sro?.owner),
    committee: nameIn(plan, item.committee?.committee),
    source: sources.length > 0 ? [...new Set(sources)] : nameIn(plan, item.source?.source),
    strength: [strengthInWords(strength)],
    status: [
      states[state].title,
      ...(isOverdue(position) ? ['Overdue'] : []),
      ...(isUndated(position) ? ['Without a day'] : []),
    ],
  };
}

/** What a requirement can be picked out by; who answers for it are those of its actions. */
export function facetsOfRequirement(
  plan: Plan,
  requirement: Entity<'requirement'>,
  asAt: IsoDate,
): Facets {
  const { item, parent } = requirement;
  const answers = answersTo(plan, requirement, asAt);
  const live = answers.live.map((position) => ({ position, of: position.action.item }));
  const each = (own: readonly string[], names: readonly (readonly string[])[]): string[] => {
    const all = new Set([...own, ...names.flat()]);
    if (all.size > 1) all.delete(none);
    return all.size === 0 ? [none] : [...all];
  };
  return {
    directorate: each(
      [],
      live.map(({ of }) => nameIn(plan, of.directorate?.directorate)),
    ),
    service: namesIn(plan, item.services?.services.value),
    sro: each(
      item.sro === undefined ? [] : nameIn(plan, item.sro.owner),
      live.map(({ of }) => nameIn(plan, of.sro?.owner)),
    ),
    committee: each(
      item.committee === undefined ? [] : nameIn(plan, item.committee.committee),
      live.map(({ of }) => nameIn(plan, of.committee?.committee)),
    ),
    source: [parent === undefined ? none : titleOf(parent)],
    strength: [strengthInWords(strengthOfRequirement(requirement))],
    status: [
      isAnswered(answers) ? 'Answered' : 'Nothing answers it',
      ...(live.some(({ position }) => isOverdue(position)) ? ['With overdue actions'] : []),
    ],
  };
}
