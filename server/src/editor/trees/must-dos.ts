import type { Strength } from '../../language/keywords/sources.ts';
import { actionsFor, isSettled } from '../../plan/facts/coverage.ts';
import { requirementName, strengthOfRequirement } from '../../plan/facts/strength.ts';
import type { Entity } from '../../plan/plan.ts';
import { count, sentence } from '../../plan/words.ts';
import type { Ask } from '../ask.ts';
import { keyOf, placeOf } from '../entity-key.ts';
import { coverageOf, livePositions, lowestAssurance } from '../standing.ts';
import { actionBranch, assuranceInWords, byDeadline, labelOf } from './standing.ts';
import { rowOf } from './row.ts';
import type { Branch, NodeIcon, Tree } from './tree.ts';

/** What was asked, by who asked it: each requirement with the actions that answer it. */
export const mustDos: Tree = {
  groupings: ['source'],
  roots: (ask) => ask.plan.all('source').map((source) => sourceBranch(ask, source)),
};

function sourceBranch(ask: Ask, source: Entity<'source'>): Branch {
  const { requirements, unanswered } = coverageOf(ask.plan, source, ask.asAt);
  const asked = count(requirements.length, 'requirement');
  const rest = unanswered.length === 0 ? 'all answered' : `${String(unanswered.length)} unanswered`;
  const description = requirements.length === 0 ? asked : `${asked}, ${rest}`;
  const label = source.item.title.value ?? source.id;
  return {
    key: `source ${source.id}`,
    label,
    description,
    tooltip: `${labelOf(source)}\n${description}`,
    icon: 'source',
    context: 'source',
    place: placeOf(ask, source),
    item: keyOf(ask, source),
    row: rowOf(source.id, source.item.title.value ?? '', sentence(asked), sentence(rest)),
    unfolded: unanswered.length > 0,
    below:
      requirements.length === 0
        ? undefined
        : () => inOrder(requirements).map((requirement) => requirementBranch(ask, requirement)),
  };
}

const order: Readonly<Record<Strength, number>> = { must: 0, should: 1, other: 2 };

/** Musts before shoulds; else as the document has them. */
const inOrder = (requirements: readonly Entity<'requirement'>[]): Entity<'requirement'>[] =>
  [...requirements].sort(
    (a, b) => order[strengthOfRequirement(a)] - order[strengthOfRequirement(b)],
  );

function requirementBranch(ask: Ask, requirement: Entity<'requirement'>): Branch {
  const actions = actionsFor(ask.plan, requirement);
  const standing = standingOf(ask, requirement, actions);
  const label = labelOf(requirement);
  const { item } = requirement;
  const kind = sentence(requirementName(requirement));
  return {
    key: `requirement ${requirement.id}`,
    label,
    description: standing,
    tooltip: [label, item.text?.text.value, `${kind}: ${standing}`]
      .filter((line) => line !== undefined)
      .join('\n'),
    icon: strengthOfRequirement(requirement) satisfies NodeIcon,
    context: 'requirement',
    place: placeOf(ask, requirement),
    item: keyOf(ask, requirement),
    row: rowOf(
      requirement.id,
      item.title.value ?? '',
      kind,
      requirement.parent?.item.title.value ?? requirement.parent?.id ?? '',
      actions.map(({ id }) => id).join(', '),
      sentence(standing),
    ),
    below:
      actions.length === 0
        ? undefined
        : () => byDeadline(ask, actions).map((action) => actionBranch(ask, action)),
  };
}

/** `2 actions, 1 overdue, partially assured`, or that nothing answers it. */
function standingOf(
  { plan, asAt }: Ask,
  requirement: Entity<'requirement'>,
  actions: readonly Entity<'action'>[],
): string {
  const positions = livePositions(plan, actions, asAt);
  if (positions.length === 0) {
    if (isSettled(requirement, asAt)) return 'settled by its own records';
    return actions.length === 0 ? 'no action answers it' : 'every action is withdrawn';
  }
  const overdue = positions.filter(({ late }) => late !== undefined).length;
  return [
    count(positions.length, 'action'),
    ...(overdue === 0 ? [] : [`${String(overdue)} overdue`]),
    assuranceInWords(lowestAssurance(positions)),
  ].join(', ');
}
