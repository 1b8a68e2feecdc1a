import type { Location, Position } from 'vscode-languageserver-types';
import type { Ask } from './ask.ts';
import { findAt } from './find.ts';
import { locationOf } from './places.ts';
import { occurrencesOf, thingsAt } from './things.ts';

/** Every place in the project that names what a position names, by its id or in quotes; each once. */
export function references(ask: Ask, position: Position, includeDeclaration: boolean): Location[] {
  const found = findAt(ask.plan, ask.file, position);
  if (found === undefined) return [];
  const places = new Map<string, Location>();
  for (const thing of thingsAt(ask.plan, found)) {
    for (const occurrence of occurrencesOf(ask.plan, thing)) {
      if (occurrence.by === 'declaration' && !includeDeclaration) continue;
      const location = locationOf(ask, occurrence);
      places.set(JSON.stringify(location), location);
    }
  }
  return [...places.values()];
}
