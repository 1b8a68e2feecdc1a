import {
  SymbolKind,
  type DocumentSymbol,
  type Range,
  type WorkspaceSymbol,
} from 'vscode-languageserver-types';
import type { Item } from '../language/items.ts';
import { kinds, type Kind } from '../language/keywords/index.ts';
import type { Span } from '../language/tree.ts';
import type { Unit } from '../plan/file.ts';
import type { Entity } from '../plan/plan.ts';
import type { Ask } from './ask.ts';
import { locationOf, rangeOf } from './places.ts';

/** The outline of a file, and the items of a whole workspace by id or title. */

const symbolKinds: Readonly<Record<Kind, SymbolKind>> = {
  plan: SymbolKind.File,
  trust: SymbolKind.Namespace,
  directorate: SymbolKind.Package,
  service: SymbolKind.Package,
  committee: SymbolKind.Interface,
  sro: SymbolKind.Object,
  risk: SymbolKind.Key,
  scale: SymbolKind.Enum,
  source: SymbolKind.Module,
  requirement: SymbolKind.Property,
  action: SymbolKind.Function,
  indicator: SymbolKind.Variable,
  ratings: SymbolKind.Array,
  meeting: SymbolKind.Event,
};

/** The blocks of a file, with the requirements, steps and scale words inside them. */
export const documentSymbols = ({ file }: Ask): DocumentSymbol[] =>
  file.units.flatMap((unit) => unit.reading.items.map((item) => symbolOf(unit, item)));

function symbolOf(unit: Unit, item: Item): DocumentSymbol {
  return {
    name: item.id,
    detail: item.title.value ?? item.keyword,
    kind: symbolKinds[item.kind],
    range: rangeOf(unit, item.span),
    selectionRange: rangeOf(unit, item.idSpan),
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
 * their case; those that have it as it stands come first.
 * @param asks one for each project
 */
export function workspaceSymbols(asks: readonly Ask[], query: string): WorkspaceSymbol[] {
  const wanted = query.toLowerCase();
  const ranked: { ask: Ask; entity: Entity; rank: number }[] = [];
  for (const ask of asks) {
    for (const kind of kinds) {
      for (const entity of ask.plan.all(kind)) {
        const rank = rankOf(entity, wanted);
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

/** 0 for the id itself, then its beginning, then what is in id or title, then a subsequence of them. */
function rankOf({ id, item }: Entity, wanted: string): number | undefined {
  const own = id.toLowerCase();
  if (own === wanted) return 0;
  if (own.startsWith(wanted)) return 1;
  const all = `${own} ${(item.title.value ?? '').toLowerCase()}`;
  if (all.includes(wanted)) return 2;
  return isSubsequence(wanted.replaceAll(/\s+/g, ''), all) ? 3 : undefined;
}

/** Whether a text has all characters of another in their order. */
export function isSubsequence(part: string, whole: string): boolean {
  let from = 0;
  for (const character of part) {
    const at = whole.indexOf(character, from);
    if (at < 0) return false;
    from = at + character.length;
  }
  return true;
}
