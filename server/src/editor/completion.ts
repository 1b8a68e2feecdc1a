import {
  CompletionItemKind,
  InsertTextFormat,
  InsertTextMode,
  MarkupKind,
  type CompletionItem,
  type CompletionList,
  type Position,
  type Range,
} from 'vscode-languageserver-types';
import { blockOfKeyword, topLevelKeywords, type PropertySpec } from '../language/keywords/index.ts';
import { missingWords, wordFollower } from '../language/shapes.ts';
import { Pipe } from '../language/tokens.ts';
import { linesOf } from '../language/walk.ts';
import type { Unit } from '../plan/file.ts';
import type { Ask } from './ask.ts';
import type { Candidate } from './candidate.ts';
import { cellCandidates, valueCandidates } from './candidates.ts';
import { inFile } from '../writing/tidy.ts';
import { textEdit } from './changes.ts';
import { docOf } from './completion-docs.ts';
import { mayDeclare } from './declare-candidate.ts';
import { expectedAfter } from './line.ts';
import { lineCandidate } from './line-snippets.ts';
import { offsetAt, rangeOf, unitAt } from './places.ts';
import { scaleMeanings } from './scale-meanings.ts';
import { blockSnippet, scaleSnippets, withoutPlaces } from './snippets.ts';
import { isSubsequence } from './symbols.ts';
import { isChild, typedLine, type TypedLine } from './typed-line.ts';
import { typingAt, type OpenBlock, type Typing } from './typing.ts';
import { isIn, markDocs } from './wording.ts';

/** What an editor can do with an answer. */
export interface CompletionAbilities {
  /** Whether it knows snippets, with places to fill in. */
  readonly snippets: boolean;
  /** Whether it asks for the documentation of an item when it is shown. */
  readonly resolvesDocs: boolean;
}

/** The longest list that is sent; more typing makes it shorter. */
const most = 500;

/**
 * What can be typed at a position: keywords at the start of a line, then what the keyword takes. It
 * goes by the text before the cursor, so that a line need not be readable yet.
 */
export function completion(
  ask: Ask,
  position: Position,
  abilities: CompletionAbilities = { snippets: true, resolvesDocs: true },
): CompletionList {
  const offset = offsetAt(ask.file, position);
  const unit = unitAt(ask.file, offset);
  const at = offset - (unit?.start ?? 0);
  const typing = unit === undefined ? undefined : typingAt(unit.text.slice(0, at));
  if (unit === undefined || typing === undefined) return { isIncomplete: false, items: [] };
  const place = { ask, unit, at, typing };
  const { wanted, isIncomplete } = shortened(candidatesAt(place), typing.typed);
  const items = wanted.map((candidate, index) => toItem(candidate, index, place, abilities));
  return { isIncomplete: isIncomplete || isOpenEnded(typing), items };
}

/** Puts the documentation into an item that was sent without it; as it is, where there is none. */
export function resolveCompletion(ask: Ask, item: CompletionItem): CompletionItem {
  const about = dataOf(item)?.about;
  const value = about && docOf(ask, about);
  if (value === undefined) return item;
  return { ...item, documentation: { kind: MarkupKind.Markdown, value } };
}

/** The document that an item was offered in; undefined for what is none of ours. */
export const uriOfItem = (item: CompletionItem): string | undefined => dataOf(item)?.uri;

interface ItemData {
  readonly uri: string;
  readonly about: Candidate['about'];
}

function dataOf({ data }: CompletionItem): ItemData | undefined {
  const isOurs = typeof data === 'object' && data !== null && 'uri' in data && 'about' in data;
  return isOurs ? (data as ItemData) : undefined;
}

/** Where each further letter may make a new id, which is offered to be declared. */
function isOpenEnded(typing: Typing): boolean {
  const line = typedLine(typing);
  const next = line && !line.needsId ? expectedAfter(line.spec, line.parts).values : [];
  return next.some(({ slot }) => slot.kind.startsWith('reference') && mayDeclare(slot.of));
}

interface At {
  readonly ask: Ask;
  readonly unit: Unit;
  readonly at: number;
  readonly typing: Typing;
}

const restOfWord = new RegExp(`^${wordFollower}+`, 'u');

/** The word that is being typed, to its end; nothing of what follows where none is begun. */
function wordSpan({ unit, at, typing: { typed } }: At): { start: number; end: number } {
  const rest = typed === '' ? '' : (restOfWord.exec(unit.text.slice(at, at + 200))?.[0] ?? '');
  return { start: at - typed.length, end: at + rest.length };
}

function candidatesAt(place: At): Iterable<Candidate> {
  const { ask, typing } = place;
  const [first] = typing.line;
  const block = typing.open.at(-1);
  if (first === undefined) return lineStarts(place, block);
  if (first.tokenType === Pipe && block?.spec?.grid === true) {
    const bars = typing.line.filter(({ tokenType }) => tokenType === Pipe).length;
    const isEmpty = typing.line.at(-1)?.tokenType === Pipe;
    return cellCandidates(ask, { isHeading: block.rows === 0, isFirst: bars === 1, isEmpty });
  }
  const line = typedLine(typing);
  if (line === undefined) return [];
  if (line.needsId) return line.block.spec?.kind === 'scale' ? scaleNames() : [];
  return lineCandidates(place, line);
}

/** Keywords: the block's own that may still be said, what stands inside it; blocks at the margin. */
function lineStarts(place: At, block: OpenBlock | undefined): Candidate[] {
  const { typing, unit } = place;
  const blocks = typing.atMargin
    ? [
        ...topLevelKeywords.map((keyword) => blockCandidate(place, keyword)),
        ...scaleCandidates(place),
      ]
    : [];
  if (block?.spec === undefined) return block === undefined ? blocks : [];
  const { spec } = block;
  const said = new Set([...block.said, ...saidBelow(place, block)]);
  const properties = Object.entries(spec.properties)
    .filter(([field]) => field !== spec.otherwise)
    .filter(([, { keyword, many }]) => many || !said.has(keyword))
    .flatMap(([, property]) => propertyCandidates(place, block, property));
  const inside = [...blockOfKeyword.keys()].filter((keyword) =>
    isChild(spec, blockOfKeyword.get(keyword)),
  );
  const isOpen = unit.reading.problems.some(({ code }) => code === 'unclosed-block');
  return [
    ...properties,
    ...inside.map((keyword) => blockCandidate(place, keyword)),
    ...(isOpen ? blocks : []),
  ];
}

/** What the lines of the block after the cursor say already. */
function saidBelow({ ask, unit, at, typing: { typed } }: At, block: OpenBlock): string[] {
  const entity = ask.plan
    .entitiesIn(unit)
    .find(
      ({ item, id }) => item.keyword === block.keyword && id === block.id && item.span.end >= at,
    );
  if (entity === undefined) return [];
  return [...linesOf(entity.item)]
    .filter(({ said }) => said.keywordSpan.start !== at - typed.length)
    .map(({ said }) => said.keyword);
}

/** The keyword; and, where its line is still empty, the whole line to fill in. */
function propertyCandidates(place: At, block: OpenBlock, property: PropertySpec): Candidate[] {
  const { keyword } = property;
  const kind = block.spec?.kind;
  const own: Candidate = {
    label: keyword,
    kind: CompletionItemKind.Property,
    about: kind && { type: 'property', block: kind, word: keyword },
  };
  const whole = isLineEmpty(place) ? lineCandidate(place.ask, block, property) : undefined;
  return whole === undefined ? [own] : [own, whole];
}

/** Whether nothing stands on the line but the word that is being typed. */
function isLineEmpty({ unit, at }: At): boolean {
  const rest = /^[^\r\n]*/.exec(unit.text.slice(at))?.[0] ?? '';
  return rest.replace(restOfWord, '').trim() === '';
}

/** A whole block where its line is still empty, else its keyword alone. */
function blockCandidate(place: At, keyword: string): Candidate {
  const spec = blockOfKeyword.get(keyword);
  return {
    label: keyword,
    kind: CompletionItemKind.Class,
    snippet: spec !== undefined && isLineEmpty(place) ? blockSnippet(spec, keyword) : undefined,
    about: { type: 'block', word: keyword },
  };
}

/** The scales of a trust, each with all its words. */
const scaleCandidates = (place: At): Candidate[] =>
  isLineEmpty(place)
    ? scaleSnippets.map(({ name, snippet }) => ({
        label: `scale ${name}`,
        kind: CompletionItemKind.Class,
        snippet,
        about: { type: 'block', word: 'scale' },
      }))
    : [];

const scaleNames = (): Candidate[] =>
  [...scaleMeanings.keys()].map((label) => ({ label, kind: CompletionItemKind.Value }));

function* lineCandidates(place: At, line: TypedLine): Generator<Candidate> {
  const { spec, parts, block, property } = line;
  const expected = expectedAfter(spec, parts);
  const { values, qualifiers, marks, source, listed, begun } = expected;
  const [first] = values;
  const { start, end } = wordSpan(place);
  const at = { unit: place.unit, block, word: place.unit.text.slice(start, end) };
  for (const next of values) yield* valueCandidates(place.ask, next, expected, at);
  const kind = block.spec?.kind;
  for (const { word } of qualifiers) {
    const about =
      kind === undefined || property === undefined
        ? undefined
        : ({ type: 'qualifier', block: kind, property: property.keyword, word } as const);
    yield { label: word, kind: CompletionItemKind.Keyword, about };
  }
  for (const word of marks) {
    yield { label: word, kind: CompletionItemKind.Keyword, about: { type: 'mark', word } };
  }
  const mayBeMissing =
    first !== undefined &&
    !isIn(markDocs, first.name) &&
    source === undefined &&
    listed.length === 0 &&
    begun.length === 0;
  for (const word of mayBeMissing ? [...missingWords, ...first.slot.alsoMissing] : []) {
    yield { label: word, kind: CompletionItemKind.Constant, about: { type: 'missing', word } };
  }
}

/**
 * Each label once; of a long list, what has the letters that are typed. No more are made than are
 * shown.
 */
function shortened(
  candidates: Iterable<Candidate>,
  typed: string,
): { wanted: Candidate[]; isIncomplete: boolean } {
  const letters = typed.toLowerCase();
  const fits = (one: Candidate): boolean => isSubsequence(letters, findText(one).toLowerCase());
  const labels = new Set<string>();
  let wanted: Candidate[] = [];
  let isIncomplete = false;
  for (const candidate of candidates) {
    if (isIncomplete && (wanted.length > most || !fits(candidate))) {
      if (wanted.length > most) break;
      continue;
    }
    if (labels.has(candidate.label)) continue;
    labels.add(candidate.label);
    wanted.push(candidate);
    if (wanted.length <= most || isIncomplete) continue;
    isIncomplete = true;
    wanted = wanted.filter(fits);
  }
  return { wanted: wanted.slice(0, most), isIncomplete };
}

const findText = ({ label, detail, find }: Candidate): string =>
  find ?? (detail === undefined ? label : `${label} ${detail}`);

function toItem(
  candidate: Candidate,
  index: number,
  place: At,
  { snippets, resolvesDocs }: CompletionAbilities,
): CompletionItem {
  const { label, detail, kind, snippet, about, also } = candidate;
  const { ask } = place;
  const isSnippet = snippet !== undefined && snippets;
  const plainText = snippet === undefined ? (candidate.text ?? label) : withoutPlaces(snippet);
  const doc = about === undefined || resolvesDocs ? undefined : docOf(ask, about);
  const data: ItemData = { uri: ask.uriOf(ask.file.path), about };
  return {
    label,
    kind,
    ...(detail === undefined ? {} : { detail }),
    ...(doc === undefined ? {} : { documentation: { kind: MarkupKind.Markdown, value: doc } }),
    sortText: String(index).padStart(4, '0'),
    filterText: findText(candidate),
    textEdit: { range: rangeFor(place, candidate), newText: isSnippet ? snippet : plainText },
    ...(isSnippet ? { insertTextFormat: InsertTextFormat.Snippet } : {}),
    ...(isSnippet && snippet.includes('\n')
      ? { insertTextMode: InsertTextMode.adjustIndentation }
      : {}),
    ...(also === undefined ? {} : { additionalTextEdits: [textEdit(inFile(also))] }),
    ...(about !== undefined && resolvesDocs ? { data } : {}),
  };
}

/** What an item takes the place of: the word, or a phrase that somebody began before it. */
function rangeFor(place: At, { wordsBefore = 0 }: Candidate): Range {
  const { start, end } = wordSpan(place);
  const first = wordsBefore === 0 ? undefined : place.typing.line.at(-wordsBefore);
  return rangeOf(place.unit, { start: first?.startOffset ?? start, end });
}
