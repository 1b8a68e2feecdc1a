import { PlanFile } from '../../server/src/plan/file.ts';
import { Plan, type Entity } from '../../server/src/plan/plan.ts';

/** A plan read from texts, one a file. */
export const planOf = (...texts: readonly string[]): Plan =>
  new Plan(texts.map((text, index) => new PlanFile(`file-${String(index + 1)}.plan`, text)));

/** The action with that id; a test that asks for one that is not there fails. */
export function actionIn(plan: Plan, id: string): Entity<'action'> {
  const [action] = plan.withId('action', id);
  if (action === undefined) throw new Error(`The plan has no action ${id}.`);
  return action;
}
