import { closest } from './closest.ts';
import { Cursor } from './cursor.ts';
import { insertionPoint, lineEnd } from './insertion.ts';
import type { Item } from './items.ts';
import { blockOfKeyword, isNested, topLevelKeywords, type BlockSpec } from './keywords/index.ts';
import { parseUnit } from './parser.ts';
import { problem, withRepair, type Problem } from './problems.ts';
import { readProperty, readValue } from './properties.ts';
import { recover } from './recover.ts';
import { nothing, rowsOf, type Row } from './rows.ts';
import { isMissingWord } from './shapes.ts';
import { text as textSlot } from './slots.ts';
import { blockBeginningPattern, splitUnits } from './units.ts';
import type { BodyItem, Entry, GridRow, Span, Stray } from './tree.ts';

/** What one unit says, with everything in it that cannot be read. Positions count from its start. */
export interface UnitReading {
  readonly items: readonly Item[];
  readonly problems: readonly Problem[];
}

const beginning = new RegExp(blockBeginningPattern(topLevelKeywords), 'uy');

/** Cuts a file's text into its units; joined again they are the text. */
export const unitsOf = (text: string): string[] => splitUnits(text, beginning);

/** Reads one unit. A function of its text alone; never throws. */
export function readUnit(text: string): UnitReading {
  const tree = recover(parseUnit(text), text);
  const reader = new Reader(text, [...tree.problems]);
  const items = reader.topLevel(tree.items);
  return { items: compact(items), problems: inOrder(reader.problems) };
}

/** An array that has grown holds room for more; a copy holds what it has. */
const compact = <T>(array: readonly T[]): readonly T[] =>
  array.length === 0 ? nothing : array.slice();

const inOrder = (problems: readonly Problem[]): readonly Problem[] =>
  problems.length === 0 ? nothing : problems.toSorted((a, b) => a.span.start - b.span.start);

const placeOf = (spec: BlockSpec): string => `in ${spec.name}`;

class Reader {
  readonly problems: Problem[];
  readonly #text: string;

  constructor(text: string, problems: Problem[]) {
    this.#text = text;
    this.problems = problems;
  }

  topLevel(entries: readonly BodyItem[]): Item[] {
    const items: Item[] = [];
    let orphans: BodyItem[] = [];
    for (const entry of entries) {
      const spec = entry.type === 'entry' ? blockOfKeyword.get(entry.keyword.text) : undefined;
      if (entry.type === 'entry' && spec !== undefined && this.#isHeader(entry, spec)) {
        this.#reportOrphans(orphans);
        orphans = [];
        this.#reportIndented(entry);
        const item = this.#block(entry, spec);
        if (item !== undefined) items.push(item);
      } else if (entry.type === 'stray') {
        this.#reportHeadless(entry);
      } else {
        orphans.push(entry);
      }
    }
    this.#reportOrphans(orphans);
    return items;
  }

  /**
   * A top-level keyword begins a block at the margin, with something after it. Elsewhere it is more
   * likely a property that lost its block, unless an id and a title or a body follow.
   */
  #isHeader({ parts, body, span }: Entry, spec: BlockSpec): boolean {
    if (isNested(spec)) return false;
    const [id, title] = parts;
    if (this.#isAtMargin(span))
      return body !== undefined || parts.length > 1 || id?.type === 'word';
    const hasTitle = title?.type === 'quoted' || isMissingWord(title?.text ?? '');
    return id?.type === 'word' && (hasTitle || (title === undefined && body !== undefined));
  }

  #isAtMargin({ start }: Span): boolean {
    if (start === 0) return true;
    const before = this.#text.charAt(start - 1);
    return before === '\n' || before === '\r' || (start === 1 && before === '\ufeff');
  }

  #reportIndented({ keyword: { text, span } }: Entry): void {
    if (this.#isAtMargin(span)) return;
    const where = 'at the margin, outside any other block';
    this.problems.push(problem('misplaced-block', span, text, 'away from the margin', where));
  }

  /** Lines outside any block: one problem for each run of them, however long. */
  #reportOrphans(orphans: readonly BodyItem[]): void {
    const [first] = orphans;
    const last = orphans.at(-1);
    if (first === undefined || last === undefined) return;
    const line = this.#text.slice(first.span.start, first.span.end).split(/[\r\n]/)[0] ?? '';
    const span = { start: first.span.start, end: last.span.end };
    this.problems.push(problem('not-in-a-block', span, line.trim()));
  }

  #block(entry: Entry, spec: BlockSpec): Item | undefined {
    const cursor = new Cursor(entry.parts, entry.text, lineEnd(entry));
    const idWord = cursor.word();
    if (idWord === undefined || isMissingWord(idWord.text)) {
      const end = { start: entry.keyword.span.start, end: lineEnd(entry) };
      this.problems.push(problem('missing-id', end, entry.keyword.text));
      return undefined;
    }
    cursor.take();
    const title = readValue(cursor, textSlot, entry.keyword.text, this.problems, 'a title');
    this.#nothingLeft(cursor, entry.keyword.text);
    const rows = rowsOf(spec.kind);
    // Copies of many shapes are made several times faster so than with `{ ...blank }`.
    const item: Record<string, unknown> = Object.assign({}, rows.blank);
    item.keyword = entry.keyword.text;
    item.keywordSpan = entry.keyword.span;
    item.id = idWord.text;
    item.idSpan = idWord.span;
    item.title = title;
    item.span = entry.span;
    item.headerSpan = { start: entry.keyword.span.start, end: lineEnd(entry) };
    item.insertAt = insertionPoint(this.#text, entry);
    if (entry.body !== undefined) this.#body(entry.body.items, spec, item);
    // The table's rows have filled every field that the type of this kind's item lists.
    return item as unknown as Item;
  }

  /** The lines of a block: what they say goes into its item. */
  #body(lines: readonly BodyItem[], spec: BlockSpec, item: Record<string, unknown>): void {
    const rows = rowsOf(spec.kind);
    const children: Item[] = [];
    const gridRows: GridRow[] = [];
    const repeated: string[] = [];
    for (const line of lines) {
      if (line.type === 'stray') {
        this.#reportHeadless(line);
        continue;
      }
      if (line.type === 'row') {
        if (spec.grid === true) gridRows.push(line);
        else this.problems.push(problem('misplaced-row', line.span, placeOf(spec)));
        continue;
      }
      const row = rows.ofKeyword.get(line.keyword.text);
      if (row !== undefined) this.#property(line, row, spec, item, repeated);
      else this.#otherLine(line, rows.otherwise, spec, item, repeated, children);
    }
    this.#checkGrid(gridRows);
    item.children = compact(children);
    item.rows = compact(gridRows);
    for (const field of repeated) item[field] = compact(item[field] as unknown[]);
  }

  /** A line whose keyword is no property of the block: a block inside it, perhaps. */
  #otherLine(
    entry: Entry,
    otherwise: Row | undefined,
    spec: BlockSpec,
    item: Record<string, unknown>,
    repeated: string[],
    children: Item[],
  ): void {
    const nestedSpec = blockOfKeyword.get(entry.keyword.text);
    if (nestedSpec !== undefined && nestedSpec.kind === spec.children) {
      const child = this.#block(entry, nestedSpec);
      if (child !== undefined) children.push(child);
    } else if (otherwise !== undefined) {
      this.#property(entry, otherwise, spec, item, repeated);
    } else {
      this.#unknownKeyword(entry, spec, nestedSpec);
    }
  }

  /** @param repeated gets the field when it is no longer as small as it can be */
  #property(
    entry: Entry,
    row: Row,
    spec: BlockSpec,
    item: Record<string, unknown>,
    repeated: string[],
  ): void {
    const { field, property } = row;
    const { text, span } = entry.keyword;
    if (entry.body !== undefined) this.problems.push(problem('unexpected-body', span, text));
    const cursor = new Cursor(entry.parts, entry.text, lineEnd(entry));
    const said = readProperty(cursor, entry, row, this.problems);
    this.#nothingLeft(cursor, text);
    const before = item[field];
    if (!property.many) {
      if (before === undefined) item[field] = said;
      else this.problems.push(problem('repeated-property', span, text, placeOf(spec)));
    } else if (before === nothing) {
      item[field] = [said];
    } else {
      const all = before as unknown[];
      if (all.push(said) === 2) repeated.push(field);
    }
  }

  #unknownKeyword(entry: Entry, spec: BlockSpec, elsewhere: BlockSpec | undefined): void {
    const { text, span } = entry.keyword;
    if (elsewhere !== undefined) {
      const where = isNested(elsewhere)
        ? 'inside a source: an inspection, a notice, undertakings, an audit, a visit or a quality account'
        : 'at the margin, outside any other block';
      this.problems.push(problem('misplaced-block', span, text, placeOf(spec), where));
      return;
    }
    const known = Object.values(spec.properties).map((property) => property.keyword);
    const inside =
      spec.children === undefined
        ? []
        : [...blockOfKeyword]
            .filter(([, of]) => of.kind === spec.children)
            .map(([keyword]) => keyword);
    const near = closest(text, [...known, ...inside]);
    const found = problem('unknown-keyword', span, text, placeOf(spec), near);
    const repair =
      near === undefined ? undefined : { title: `Change it to ${near}`, span, text: near };
    this.problems.push(repair === undefined ? found : withRepair(found, repair));
  }

  #nothingLeft(cursor: Cursor, keyword: string): void {
    const { textLeft } = cursor;
    if (!cursor.done) {
      const { span, text } = cursor.rest();
      this.problems.push(problem('extra-value', span, text, keyword));
    } else if (textLeft !== undefined) {
      const { start } = textLeft.span;
      this.problems.push(problem('unexpected-text', { start, end: start + 3 }, keyword));
    }
  }

  /** A body without a header; any other stray has its problem from the parser. */
  #reportHeadless({ body, span }: Stray): void {
    if (body !== undefined) this.problems.push(problem('headless-block', span));
  }

  #checkGrid(rows: readonly GridRow[]): void {
    const columns = rows[0]?.cells.length ?? 0;
    for (const row of rows) {
      if (row.cells.length !== columns) {
        this.problems.push(problem('grid-shape', row.span, row.cells.length, columns));
      }
    }
  }
}
