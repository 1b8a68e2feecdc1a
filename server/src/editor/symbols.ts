import {
  SymbolKind,
  type DocumentSymbol,
  type Range,
  type WorkspaceSymbol,
} from 'vscode-languageserver-types';
import type { Item } from '../language/items.ts';
import { kinds } from '../language/keywords/index.ts';
import type { Span } from '../language/tree.ts';
import type { Unit } from '../plan/file.ts';
import type { Entity } from '../plan/plan.ts';
import type { Ask } from './ask.ts';
import { locationOf, rangeOf } from './places.ts';
import { symbolKinds } from './symbol-kinds.ts';

/** The outline of a file, and the items of a whole workspace by id or title. */

/** The blocks of a file, with the requirements, steps and scale words inside them. */
export function documentSymbols({ file }: Ask): DocumentSymbol[] {
  const symbols: DocumentSymbol[] = [];
  for (const unit of file.units) symbols.push(...symbolsAt(unit));
  return symbols;
}

/** The symbols of a unit, made again only when its text or its first line is another. */
function symbolsAt(unit: Unit): readonly DocumentSymbol[] {
  const { line } = unit;
  const before = known.get(unit);
  if (before?.line === line) return before.symbols;
  const symbols = unit.reading.items.map((item) => symbolOf(unit, item));
  known.set(unit, { line, symbols });
  return symbols;
}

const known = new WeakMap<
  Unit,
  { readonly line: number; readonly symbols: readonly DocumentSymbol[] }
>();

function symbolOf(unit: Unit, item: Item): DocumentSymbol {
  return {
    name: item.id,
    detail: item.title.value ?? item.keyword,
    kind: symbolKinds[item.kind],
    ...rangesOf(unit, item.span, item.idSpan),
    children: [
      ...linesWithNames(unit, item),
      ...item.children.map((child) => symbolOf(unit, child)),
    ],
  };
}

function linesWithNames(unit: Unit, item: Item): DocumentSymbol[] {
  if (item.kind === 'action') {
    return item.steps.map(({ number, text, span, keywordSpan }) => ({
      name: `step ${number.value ?? ''}`.trim(),
      detail: text.value ?? '',
      kind: SymbolKind.Field,
      ...rangesOf(unit, span, keywordSpan),
    }));
  }
  if (item.kind !== 'scale') return [];
  return item.levels.map(({ keyword, label, span, keywordSpan }) => ({
    name: keyword,
    detail: label.value ?? '',
    kind: SymbolKind.EnumMember,
    ...rangesOf(unit, span, keywordSpan),
  }));
}

const rangesOf = (
  unit: Unit,
  whole: Span,
  name: Span,
): { range: Range; selectionRange: Range } => ({
  range: rangeOf(unit, whole),
  selectionRange: rangeOf(unit, name),
});

/** More than this many answers nobody reads. */
const most = 500;

/**
 * The items of projects whose id or title has the query's characters, in their order and whatever
 * their case; the best matches first.
 * @param asks one for each project
 */
export function workspaceSymbols(asks: readonly Ask[], query: string): WorkspaceSymbol[] {
  const wanted = query.trim().toLowerCase();
  const ranked: { ask: Ask; entity: Entity; rank: number }[] = [];
  for (const ask of asks) {
    for (const kind of kinds) {
      for (const entity of ask.plan.all(kind)) {
        const rank = rankOf(namesOf(entity.item), wanted);
        if (rank !== undefined) ranked.push({ ask, entity, rank });
      }
    }
  }
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map(({ ask, entity: { item, unit, kind, parent, id } }) => ({
      name: item.title.value === undefined ? id : `${id} ${item.title.value}`,
      kind: symbolKinds[kind],
      location: locationOf(ask, { unit, span: item.idSpan }),
      containerName: parent?.id ?? unit.file.path,
    }));
}

/** An item's id, and with it its title, in lower case; kept as long as the item. */
interface Names {
  readonly id: string;
  readonly all: string;
}

const namesKnown = new WeakMap<Item, Names>();

function namesOf(item: Item): Names {
  const before = namesKnown.get(item);
  if (before !== undefined) return before;
  const id = item.id.toLowerCase();
  const names = { id, all: `${id} ${(item.title.value ?? '').toLowerCase()}` };
  namesKnown.set(item, names);
  return names;
}

/**
 * 0 for the id itself, then its beginning, the beginning of a word, what is in id or title, and last
 * a subsequence of them: one whose letters stand close together before one that is spread out.
 */
function rankOf({ id, all }: Names, wanted: string): number | undefined {
  if (id === wanted) return 0;
  if (id.startsWith(wanted)) return 1;
  if (all.includes(` ${wanted}`)) return 2;
  if (all.includes(wanted)) return 3;
  const width = subsequenceWidth(wanted.replaceAll(/\s+/g, ''), all);
  return width === undefined ? undefined : 4 + width / (all.length + 1);
}

/** Over how many characters a text's first subsequence of a part's characters stretches; undefined where it has none. */
function subsequenceWidth(part: string, whole: string): number | undefined {
  let first: number | undefined;
  let from = 0;
  for (const character of part) {
    const at = whole.indexOf(character, from);
    if (at < 0) return undefined;
    first ??= at;
    from = at + character.length;
  }
  return from - (first ?? 0);
}

/** Whether a text has all characters of another in their order. */
export const isSubsequence = (part: string, whole: string): boolean =>
  subsequenceWidth(part, whole) !== undefined;
