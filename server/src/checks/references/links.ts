import type { Value } from '../../language/items.ts';
import type { Reference } from '../../language/slots.ts';
import type { Entity, Plan } from '../../plan/plan.ts';

/** What an action says of earlier actions: each that it continues or replaces, in the order it names them. */

type Action = Entity<'action'>;

export interface Link {
  readonly from: Action;
  readonly to: Action;
  readonly verb: 'continues' | 'replaces';
  /** The reference that names it, and the list in which that stands. */
  readonly reference: Reference;
  readonly list: Value<readonly Reference[]>;
}

/** The links of an action to earlier ones; references that name nothing in the plan give none. */
export function linksOf(plan: Plan, from: Action): Link[] {
  const { continues, replaces } = from.item;
  const said = [
    { verb: 'continues', list: continues?.actions },
    { verb: 'replaces', list: replaces?.actions },
  ] as const;
  return said.flatMap(({ verb, list }) =>
    (list?.value ?? []).flatMap((reference) => {
      const to = plan.find('action', reference);
      return to === undefined || list === undefined ? [] : [{ from, to, verb, reference, list }];
    }),
  );
}
