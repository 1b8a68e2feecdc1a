import { removeLine, replace } from '../../checks/shared/fixes.ts';
import type { AnySaid } from '../../language/items.ts';
import { readUnit } from '../../language/read.ts';
import type { Edit } from '../../plan/flag.ts';
import type { Entity } from '../../plan/plan.ts';
import { addAfter, type NewLine } from '../../writing/lines.ts';
import { applied, inFile } from '../../writing/tidy.ts';
import { stepKey } from './side.ts';
import { fieldOf, isMany, keywordField, titleField, type ItemLine, type OwnLine } from './item.ts';
import { bare, likeness, withMarks } from './wording.ts';

/** Three states of one item: as the file was, as the file is, and as the plan has it. */

/** Something that the file says otherwise than before. */
export interface Piece {
  readonly key: string;
  readonly field: string;
  readonly before: ItemLine | undefined;
  readonly now: ItemLine | undefined;
}

/** What is done about it. */
export type Outcome =
  /** The plan gets it. */
  | { readonly type: 'taken'; readonly piece: Piece; readonly own: OwnLine | undefined }
  /** The plan says a third thing, and keeps it. */
  | { readonly type: 'conflict'; readonly piece: Piece; readonly own: OwnLine | undefined }
  /** The plan cannot be changed there. */
  | {
      readonly type: 'left-out';
      readonly piece: Piece;
      readonly own: undefined;
      readonly why: string;
    };

export interface Merged {
  readonly outcomes: readonly Outcome[];
  readonly edits: readonly Edit[];
  /** Lines for a block that has no braces yet. */
  readonly newLines: readonly string[];
}

/** What an item’s file said before, where it is known better than by its cells. */
export type Override = Readonly<Record<string, string | null>>;

/** What the file says otherwise than before, line by line. */
export function piecesOf(
  kind: Entity['kind'],
  before: readonly ItemLine[],
  now: readonly ItemLine[],
  override: Override,
): { readonly pieces: Piece[]; readonly same: ItemLine[] } {
  const old = overridden(kind, before, override);
  const left = [...old];
  const changed: ItemLine[] = [];
  const same: ItemLine[] = [];
  for (const line of now) {
    const index = left.findIndex((one) => one.field === line.field && one.bare === line.bare);
    if (index === -1) changed.push(line);
    else {
      left.splice(index, 1);
      same.push(line);
    }
  }
  const pieces = changed.map((line): Piece => {
    const index = left.findIndex((one) => one.key === line.key);
    const [was] = index === -1 ? [] : left.splice(index, 1);
    return { key: line.key, field: line.field, before: was, now: line };
  });
  const gone = left.map((line) => ({
    key: line.key,
    field: line.field,
    before: line,
    now: undefined,
  }));
  // A word of a scale may stand in the plan where no row says it any more.
  return { pieces: kind === 'scale' ? pieces : [...pieces, ...gone], same };
}

function overridden(
  kind: Entity['kind'],
  before: readonly ItemLine[],
  override: Override,
): readonly ItemLine[] {
  const keys = Object.keys(override);
  if (keys.length === 0) return before;
  const added = keys.flatMap((key): ItemLine[] => {
    const text = override[key] ?? null;
    if (text === null) return [];
    const told = before.find((line) => line.key === key)?.told ?? [];
    return [{ key, field: fieldOf(kind, key, text), text, bare: bare(text), told, references: [] }];
  });
  return [...before.filter(({ key }) => !keys.includes(key)), ...added];
}

/**
 * Takes into an item of the plan what only the file has changed.
 * @param pieces what the file says otherwise than before
 * @param same what it says as before
 * @param now all that it says now, in its order
 */
export function merge(
  ours: Entity,
  own: readonly OwnLine[],
  { pieces, same }: { readonly pieces: readonly Piece[]; readonly same: readonly ItemLine[] },
  now: readonly ItemLine[],
): Merged {
  if (pieces.length === 0) return nothing;
  const free = new Set(own);
  const places = new Map<ItemLine, AnySaid | undefined>();
  const take = (line: OwnLine | undefined, of: ItemLine | undefined): void => {
    if (line !== undefined) free.delete(line);
    if (line !== undefined && of !== undefined) places.set(of, line.said);
  };
  const exact = (line: ItemLine | undefined): OwnLine | undefined =>
    line && [...free].find((one) => one.field === line.field && one.bare === line.bare);
  for (const line of same) take(exact(line), line);
  const verdicts = new Map<Piece, Verdict>();
  // What is plainly a line’s own is taken first; the others then find theirs among what is left.
  for (const judgeOne of [judgePlain, judgeChanged]) {
    for (const piece of pieces) {
      const verdict = verdicts.has(piece) ? undefined : judgeOne(ours, piece, free, exact);
      if (verdict === undefined) continue;
      verdicts.set(piece, verdict);
      take(verdict.own, piece.now ?? piece.before);
    }
  }
  const outcomes = pieces.flatMap((piece): Outcome[] => {
    const { verdict = 'same', own: line } = verdicts.get(piece) ?? {};
    return verdict === 'same' ? [] : [{ type: verdict, piece, own: line }];
  });
  const taken = outcomes.filter(({ type }) => type === 'taken');
  if (taken.length === 0) return { ...nothing, outcomes };
  const hurdle =
    ours.unit.reading.problems.length > 0
      ? 'something in its block of the plan cannot be read; put that right first'
      : undefined;
  const { edits, newLines } = editsOf(ours, own, taken, now, places);
  const why = hurdle ?? whyNotRead(ours, edits);
  if (why === undefined) return { outcomes, edits, newLines };
  return {
    ...nothing,
    outcomes: outcomes.map((one) =>
      one.type === 'taken' ? { type: 'left-out', piece: one.piece, own: undefined, why } : one,
    ),
  };
}

const nothing: Merged = { outcomes: [], edits: [], newLines: [] };

interface Verdict {
  readonly own: OwnLine | undefined;
  readonly verdict: 'same' | 'taken' | 'conflict';
}

type Judge = (
  ours: Entity,
  piece: Piece,
  free: ReadonlySet<OwnLine>,
  exact: (line: ItemLine | undefined) => OwnLine | undefined,
) => Verdict | undefined;

/** What the plan says as the file does now, or as it did before. */
const judgePlain: Judge = (_, { before, now }, __, exact) => {
  const asNow = exact(now);
  if (asNow !== undefined) return { own: asNow, verdict: 'same' };
  const asBefore = exact(before);
  return asBefore === undefined ? undefined : { own: asBefore, verdict: 'taken' };
};

/** What the plan says otherwise than the file ever did. */
const judgeChanged: Judge = ({ kind }, { key, field, before, now }, free) => {
  const isHeader = field === titleField || field === keywordField;
  const others = [...free].filter(
    (line) => line.field === field && (isHeader || line.said !== undefined),
  );
  const own = isMany(kind, field) ? counterpart(others, key, before) : others[0];
  if (before === undefined) return { own, verdict: own === undefined ? 'taken' : 'conflict' };
  return { own, verdict: now === undefined && own === undefined ? 'same' : 'conflict' };
};

/** The least that an edited line has in common with what it was. */
const leastLikeness = 0.3;

/** Of several lines of the plan, the one that was made of a line of the file. */
function counterpart(
  lines: readonly OwnLine[],
  key: string,
  before: ItemLine | undefined,
): OwnLine | undefined {
  const named = lines.find(({ field, said }) => said !== undefined && nameOf(field, said) === key);
  if (named !== undefined || before === undefined) return named;
  const [best] = lines
    .map((line) => ({ line, share: likeness(line.text, before.text) }))
    .sort((a, b) => b.share - a.share);
  return best !== undefined && best.share >= leastLikeness ? best.line : undefined;
}

/** The key of a line of which there is one by its number or its word, wherever it stands. */
function nameOf(field: string, said: AnySaid): string | undefined {
  if (field === 'levels') return said.keyword;
  return field === 'steps' ? stepKey(said) : undefined;
}

function editsOf(
  ours: Entity,
  own: readonly OwnLine[],
  taken: readonly Outcome[],
  now: readonly ItemLine[],
  places: ReadonlyMap<ItemLine, AnySaid | undefined>,
): { edits: Edit[]; newLines: string[] } {
  const { unit, item } = ours;
  const edits: Edit[] = [];
  const added: NewLine[] = [];
  for (const { piece, own: line } of taken) {
    const text = piece.now?.text;
    if (piece.field === titleField || piece.field === keywordField) {
      const span = piece.field === titleField ? withMarks(unit, item.title) : item.keywordSpan;
      if (text !== undefined) edits.push(replace(unit, span, text));
    } else if (line?.said === undefined) {
      if (piece.now !== undefined)
        added.push({ line: piece.now.text, below: placeOf(piece.now, own, now, places) });
    } else if (text === undefined) edits.push(removeLine(unit, line.said.span));
    else edits.push(replace(unit, line.said.span, text));
  }
  if (item.insertAt.bare) return { edits, newLines: added.map(({ line }) => line) };
  const first = own.find(({ said }) => said !== undefined)?.said;
  const additions = added.map(({ line, below }) =>
    below.length === 0 && first !== undefined
      ? addAbove(ours, first, line)
      : addAfter(ours, below, line),
  );
  return { edits: [...edits, ...additions], newLines: [] };
}

/** Adds a line above another; a comment above that stays with it. */
const addAbove = ({ unit, item }: Entity, { span }: AnySaid, line: string): Edit =>
  replace(unit, { start: span.start, end: span.start }, `${line}\n${item.insertAt.indent}`);

/** Below others of its kind, else below what stands above it in the spreadsheet’s order. */
function placeOf(
  line: ItemLine,
  own: readonly OwnLine[],
  now: readonly ItemLine[],
  places: ReadonlyMap<ItemLine, AnySaid | undefined>,
): AnySaid[] {
  const alike = own.findLast(({ field, said }) => field === line.field && said !== undefined)?.said;
  if (alike !== undefined) return [alike];
  const before = now
    .slice(0, now.indexOf(line))
    .map((one) => places.get(one))
    .findLast((said) => said !== undefined);
  return before === undefined ? [] : [before];
}

/** Why a block cannot be changed so; undefined where it can be read as well as before. */
function whyNotRead({ unit }: Entity, edits: readonly Edit[]): string | undefined {
  const text = applied(unit.text, unit.start, edits.map(inFile));
  return readUnit(text).problems.length > 0
    ? 'it cannot be written so that it is read again; write it by hand'
    : undefined;
}
