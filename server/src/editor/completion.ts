import {
  CompletionItemKind,
  InsertTextFormat,
  InsertTextMode,
  type CompletionItem,
  type CompletionList,
  type Position,
  type Range,
} from 'vscode-languageserver-types';
import {
  blockOfKeyword,
  isNested,
  topLevelKeywords,
  type BlockSpec,
  type PropertySpec,
} from '../language/keywords/index.ts';
import { missingWords, wordFollower } from '../language/shapes.ts';
import { Pipe, Text, WordToken } from '../language/tokens.ts';
import { linesOf } from '../language/walk.ts';
import type { Unit } from '../plan/file.ts';
import type { Ask } from './ask.ts';
import { cellCandidates, valueCandidates, type Candidate } from './candidates.ts';
import { expectedAfter, headerSpec, type LineSpec } from './line.ts';
import { offsetAt, rangeOf, unitAt } from './places.ts';
import { scaleMeanings } from './scale-meanings.ts';
import { blockSnippet, withoutPlaces } from './snippets.ts';
import { isSubsequence } from './symbols.ts';
import { partsOf, typingAt, type OpenBlock, type Typing } from './typing.ts';
import { isIn, markDocs, missingDocs } from './wording.ts';
import { entitiesIn } from './uses.ts';

/** What an editor can do with an answer. */
export interface CompletionAbilities {
  /** Whether it knows snippets, with places to fill in. */
  readonly snippets: boolean;
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
  abilities: CompletionAbilities = { snippets: true },
): CompletionList {
  const offset = offsetAt(ask.file, position);
  const unit = unitAt(ask.file, offset);
  const at = offset - (unit?.start ?? 0);
  const typing = unit === undefined ? undefined : typingAt(unit.text.slice(0, at));
  if (unit === undefined || typing === undefined) return { isIncomplete: false, items: [] };
  const place = { ask, unit, at, typing };
  const range = rangeOf(unit, wordSpan(place));
  const { wanted, isIncomplete } = shortened(candidatesAt(place), typing.typed);
  const items = wanted.map((candidate, index) => toItem(candidate, index, range, abilities));
  return { isIncomplete, items };
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

function candidatesAt(place: At): Candidate[] {
  const { ask, typing } = place;
  const [first] = typing.line;
  const block = typing.open.at(-1);
  if (first === undefined) return lineStarts(place, block);
  if (first.tokenType === Pipe && block?.spec?.grid === true) {
    const bars = typing.line.filter(({ tokenType }) => tokenType === Pipe).length;
    const isEmpty = typing.line.at(-1)?.tokenType === Pipe;
    return cellCandidates(ask, { isHeading: block.rows === 0, isFirst: bars === 1, isEmpty });
  }
  const isReadable =
    first.tokenType === WordToken && !typing.line.some(({ tokenType }) => tokenType === Text);
  if (!isReadable) return [];
  const property = block?.spec && propertyOf(block.spec, first.image);
  const parts = partsOf(typing.line.slice(1));
  if (block !== undefined && property !== undefined) {
    return lineCandidates(ask, property, parts, block);
  }
  const header = blockOfKeyword.get(first.image);
  const stands = block === undefined ? header && !isNested(header) : isChild(block.spec, header);
  if (header === undefined || stands !== true) return [];
  if (parts.length === 0) return header.kind === 'scale' ? scaleNames() : [];
  const own = { keyword: first.image, id: parts[0]?.text ?? '', spec: header, said: [], rows: 0 };
  return lineCandidates(ask, headerSpec, parts.slice(1), own);
}

const isChild = (spec: BlockSpec | undefined, header: BlockSpec | undefined): boolean =>
  header !== undefined && header.kind === spec?.children;

function propertyOf(spec: BlockSpec, keyword: string): PropertySpec | undefined {
  const rows = Object.entries(spec.properties);
  const own = rows.find(([, property]) => property.keyword === keyword);
  return (own ?? rows.find(([field]) => field === spec.otherwise))?.[1];
}

/** Keywords: the block's own that may still be said, what stands inside it; blocks at the margin. */
function lineStarts(place: At, block: OpenBlock | undefined): Candidate[] {
  const { typing, unit } = place;
  const blocks = typing.atMargin
    ? topLevelKeywords.map((keyword) => blockCandidate(place, keyword))
    : [];
  if (block?.spec === undefined) return block === undefined ? blocks : [];
  const { spec } = block;
  const said = new Set([...block.said, ...saidBelow(place, block)]);
  const properties = Object.entries(spec.properties)
    .filter(([field]) => field !== spec.otherwise)
    .filter(([, { keyword, many }]) => many || !said.has(keyword))
    .map(([, { keyword, doc }]) => ({ label: keyword, doc, kind: CompletionItemKind.Property }));
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

/** A whole block where its line is still empty, else its keyword alone. */
function blockCandidate({ unit, at }: At, keyword: string): Candidate {
  const spec = blockOfKeyword.get(keyword);
  const rest = /^[^\r\n]*/.exec(unit.text.slice(at))?.[0] ?? '';
  const isEmpty = rest.replace(restOfWord, '').trim() === '';
  return {
    label: keyword,
    doc: spec?.keywords[keyword],
    kind: CompletionItemKind.Class,
    snippet: spec !== undefined && isEmpty ? blockSnippet(spec, keyword) : undefined,
  };
}

const scaleNames = (): Candidate[] =>
  [...scaleMeanings.keys()].map((label) => ({ label, kind: CompletionItemKind.Value }));

function lineCandidates(
  ask: Ask,
  spec: LineSpec,
  parts: Parameters<typeof expectedAfter>[1],
  block: OpenBlock,
): Candidate[] {
  const expected = expectedAfter(spec, parts);
  const { values, qualifiers, marks, source, listed, begun } = expected;
  const [first] = values;
  const mayBeMissing =
    first !== undefined &&
    !isIn(markDocs, first.name) &&
    source === undefined &&
    listed.length === 0 &&
    begun.length === 0;
  const missing = mayBeMissing ? [...missingWords, ...first.slot.alsoMissing] : [];
  return [
    ...values.flatMap((next) => valueCandidates(ask, next, expected, block)),
    ...qualifiers.map(({ word, slot }) => ({
      label: word,
      doc: `Takes ${slot.expects}.`,
      kind: CompletionItemKind.Keyword,
    })),
    ...marks.map((word) => ({
      label: word,
      doc: isIn(markDocs, word) ? markDocs[word] : undefined,
      kind: CompletionItemKind.Keyword,
    })),
    ...missing.map((word) => ({
      label: word,
      detail: isIn(missingDocs, word) ? missingDocs[word] : undefined,
      kind: CompletionItemKind.Constant,
    })),
  ];
}

/** Each label once; of a long list, what has the letters that are typed. */
function shortened(
  candidates: readonly Candidate[],
  typed: string,
): { wanted: Candidate[]; isIncomplete: boolean } {
  const labels = new Set<string>();
  const once = candidates.filter(({ label }) => labels.size < labels.add(label).size);
  if (once.length <= most) return { wanted: once, isIncomplete: false };
  const letters = typed.toLowerCase();
  const fitting = once.filter((one) => isSubsequence(letters, findText(one).toLowerCase()));
  return { wanted: fitting.slice(0, most), isIncomplete: true };
}

const findText = ({ label, detail, find }: Candidate): string =>
  find ?? (detail === undefined ? label : `${label} ${detail}`);

function toItem(
  candidate: Candidate,
  index: number,
  range: Range,
  { snippets }: CompletionAbilities,
): CompletionItem {
  const { label, detail, doc, kind, snippet } = candidate;
  const isSnippet = snippet !== undefined && snippets;
  const plainText = snippet === undefined ? label : withoutPlaces(snippet);
  return {
    label,
    kind,
    ...(detail === undefined ? {} : { detail }),
    ...(doc === undefined ? {} : { documentation: doc }),
    sortText: String(index).padStart(4, '0'),
    filterText: findText(candidate),
    textEdit: { range, newText: isSnippet ? snippet : plainText },
    ...(isSnippet ? { insertTextFormat: InsertTextFormat.Snippet } : {}),
    ...(isSnippet && snippet.includes('\n')
      ? { insertTextMode: InsertTextMode.adjustIndentation }
      : {}),
  };
}
