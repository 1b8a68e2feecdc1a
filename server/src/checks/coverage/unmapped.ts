import { actionsFor, isAnswered } from '../../plan/facts/coverage.ts';
import { requirementName } from '../../plan/facts/strength.ts';
import type { Entity, Plan } from '../../plan/plan.ts';
import type { Context, Draft } from '../check.ts';
import { freeId } from '../shared/declare.ts';
import { addBlockAfter, fixToLookAt } from '../shared/fixes.ts';
import { referenceTo } from '../shared/references.ts';

/** What the checks on unmapped must-dos and unmapped should-dos share. */
export function* unmapped(
  requirement: Entity<'requirement'>,
  { plan, asAt }: Context,
): Iterable<Draft> {
  const { item } = requirement;
  if (isAnswered(plan, requirement, asAt)) return;
  const actions = actionsFor(plan, requirement);
  const title = item.title.value === undefined ? '' : `, “${item.title.value}”`;
  const name = `${requirementName(requirement)} ${requirement.id}${title}`;
  const message =
    actions.length === 0
      ? `No action answers ${name}.`
      : `Every action that answered ${name}${title === '' ? '' : ','} is withdrawn.`;
  yield {
    at: item.idSpan,
    message,
    todo: 'Add an action for it, name it in the “for” of the action that answers it, or record a decision.',
    fixes: () => [
      fixToLookAt(
        `Add an action for ${requirement.id}`,
        addBlockAfter(lastAction(plan) ?? requirement, stub(plan, requirement)),
      ),
    ],
  };
}

const lastAction = (plan: Plan): Entity<'action'> | undefined => plan.all('action').at(-1);

function stub(plan: Plan, requirement: Entity<'requirement'>): string {
  const { id } = requirement;
  const actionId = freeId(id, (candidate) => plan.withId('action', candidate).length > 0);
  return [
    `action ${actionId} tbc "what will be done" {`,
    `  for ${referenceTo(plan, requirement)}`,
    '  sro tbc "who answers for it"',
    '  due tbc "by when"',
    '}',
  ].join('\n');
}
