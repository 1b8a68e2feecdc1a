import type { Location, Position } from 'vscode-languageserver-types';
import type { Kind } from '../language/keywords/index.ts';
import { actionsFor, successorsOf } from '../plan/facts/coverage.ts';
import type { Entity, Plan } from '../plan/plan.ts';
import type { Ask } from './ask.ts';
import { placeOf } from './entity-key.ts';
import { findAt } from './find.ts';
import { locationOf } from './places.ts';
import { occurrencesOf, thingsAt } from './things.ts';
import { requirementsIn } from './uses.ts';

type CarriedOutBy<K extends Kind> = (plan: Plan, entity: Entity<K>) => readonly Entity[];

/** What carries a thing out: the actions of a requirement or an owner, the successors of an action. */
const carriedOutBy: { readonly [K in Kind]?: CarriedOutBy<K> } = {
  source: requirementsIn,
  requirement: actionsFor,
  action: successorsOf,
  sro: (plan, sro) => plan.referring(sro, 'action', 'sro'),
  committee: (plan, committee) => plan.referring(committee, 'action', 'committee'),
  directorate: (plan, directorate) => plan.referring(directorate, 'action', 'directorate'),
  service: (plan, service) => plan.referring(service, 'action', 'services'),
  indicator: (plan, indicator) => plan.referring(indicator, 'action', 'measures'),
  risk: (plan, risk) => plan.referring(risk, 'action', 'resources'),
};

/** Where what a position names is carried out; for a word of a scale, where it is used. */
export function implementation(ask: Ask, position: Position): Location[] {
  const found = findAt(ask.plan, ask.file, position);
  if (found === undefined) return [];
  return thingsAt(ask.plan, found).flatMap((thing) => {
    if (thing.type === 'item') {
      const { entity } = thing;
      // Each row of the table takes entities of its own kind.
      const by = carriedOutBy[entity.kind] as CarriedOutBy<Kind> | undefined;
      return (by?.(ask.plan, entity) ?? []).map((one) => placeOf(ask, one));
    }
    return [...occurrencesOf(ask.plan, thing)]
      .filter((occurrence) => occurrence.by !== 'declaration')
      .map((occurrence) => locationOf(ask, occurrence));
  });
}
