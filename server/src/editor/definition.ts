import type { Location, Position } from 'vscode-languageserver-types';
import type { Ask } from './ask.ts';
import { findAt } from './find.ts';
import { locationOf } from './places.ts';
import { declarationsOf, thingsAt } from './things.ts';

/**
 * Where what a position names is declared; each of them where a reference may mean more than one, none
 * where the plan declares nothing of that name.
 */
export function definition(ask: Ask, position: Position): Location[] {
  const found = findAt(ask.plan, ask.file, position);
  if (found === undefined) return [];
  return thingsAt(ask.plan, found)
    .flatMap((thing) => [...declarationsOf(ask.plan, thing)])
    .map((place) => locationOf(ask, place));
}
