import {
  DocumentHighlightKind,
  type DocumentHighlight,
  type Position,
} from 'vscode-languageserver-types';
import type { Ask } from './ask.ts';
import { findAt } from './find.ts';
import { rangeOf } from './places.ts';
import { occurrencesOf, thingsAt } from './things.ts';

/**
 * Every place in the file that names what a position names: written where it is declared, read where
 * it is used. Null where nothing is named.
 */
export function documentHighlights(ask: Ask, position: Position): DocumentHighlight[] | null {
  const { plan, file } = ask;
  const found = findAt(plan, file, position);
  const things = found === undefined ? [] : thingsAt(plan, found);
  if (things.length === 0) return null;
  const places = new Map<number, DocumentHighlight>();
  for (const thing of things) {
    for (const { unit, span, by } of occurrencesOf(plan, thing, { within: file })) {
      const kind = by === 'declaration' ? DocumentHighlightKind.Write : DocumentHighlightKind.Read;
      places.set(unit.start + span.start, { range: rangeOf(unit, span), kind });
    }
  }
  return [...places.values()];
}
