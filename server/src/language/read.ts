import { closest } from './closest.ts';
import { Cursor } from './cursor.ts';
import type { InsertionPoint, Item } from './items.ts';
import { blockOfKeyword, isNested, topLevelKeywords, type BlockSpec } from './keywords/index.ts';
import { parseUnit } from './parser.ts';
import { problem, withRepair, type Problem } from './problems.ts';
import { readProperty, readValue } from './properties.ts';
import { recover } from './recover.ts';
import { isMissingWord } from './shapes.ts';
import { text as textSlot } from './slots.ts';
import { blockBeginningPattern, splitUnits } from './units.ts';
import type { BodyItem, Entry, GridRow, Span, Stray } from './tree.ts';

/** What one unit says, with everything in it that cannot be read. Positions count from its start. */
export interface UnitReading {
  readonly items: readonly Item[];
  readonly problems: readonly Problem[];
}

const beginning = new RegExp(blockBeginningPattern(topLevelKeywords), 'gu');

/** Cuts a file's text into its units; joined again they are the text. */
export const unitsOf = (text: string): string[] => splitUnits(text, beginning);

/** Reads one unit. A function of its text alone; never throws. */
export function readUnit(unit: string): UnitReading {
  const text = copyOf(unit);
  const tree = recover(parseUnit(text), text);
  const reader = new Reader(text, [...tree.problems]);
  const items = reader.topLevel(tree.items);
  return { items, problems: reader.problems.sort((a, b) => a.span.start - b.span.start) };
}

/**
 * The same text in memory of its own. A part of a text, as V8 keeps it, holds on to the whole; a reading
 * outlives the text of its file, and every unit that was ever edited would keep all of an older one.
 */
const copyOf = (text: string): string => ` ${text}`.slice(1);

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
    return /^\ufeff?$|[\r\n]$/.test(this.#text.slice(Math.max(start - 2, 0), start));
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
    const item: Record<string, unknown> = {
      kind: spec.kind,
      keyword: entry.keyword.text,
      keywordSpan: entry.keyword.span,
      id: idWord.text,
      idSpan: idWord.span,
      title,
      span: entry.span,
      headerSpan: { start: entry.keyword.span.start, end: lineEnd(entry) },
      insertAt: this.#insertionPoint(entry),
    };
    for (const [field, property] of Object.entries(spec.properties)) {
      item[field] = property.many ? [] : undefined;
    }
    const { children, rows } = this.#body(entry.body?.items ?? [], spec, item);
    // The table's rows have filled every field that the type of this kind's item lists.
    return { ...item, children, rows } as unknown as Item;
  }

  #body(lines: readonly BodyItem[], spec: BlockSpec, item: Record<string, unknown>) {
    const children: Item[] = [];
    const rows: GridRow[] = [];
    for (const line of lines) {
      if (line.type === 'stray') {
        this.#reportHeadless(line);
        continue;
      }
      if (line.type === 'row') {
        if (spec.grid === true) rows.push(line);
        else this.problems.push(problem('misplaced-row', line.span, placeOf(spec)));
        continue;
      }
      const child = this.#line(line, spec, item);
      if (child !== undefined) children.push(child);
    }
    this.#checkGrid(rows);
    return { children, rows };
  }

  /** One line of a block: a property goes into the item, a nested block comes back. */
  #line(entry: Entry, spec: BlockSpec, item: Record<string, unknown>): Item | undefined {
    const { text } = entry.keyword;
    const fields = Object.entries(spec.properties);
    const found = fields.find(([, property]) => property.keyword === text);
    const nestedSpec = blockOfKeyword.get(text);
    if (found === undefined && nestedSpec !== undefined && nestedSpec.kind === spec.children) {
      return this.#block(entry, nestedSpec);
    }
    const row = found ?? fields.find(([field]) => field === spec.otherwise);
    if (row === undefined) {
      this.#unknownKeyword(entry, spec, nestedSpec);
      return undefined;
    }
    const [field, property] = row;
    if (entry.body !== undefined) {
      this.problems.push(problem('unexpected-body', entry.keyword.span, text));
    }
    const cursor = new Cursor(entry.parts, entry.text, lineEnd(entry));
    const said = readProperty(cursor, entry, property, this.problems);
    this.#nothingLeft(cursor, text);
    if (property.many) (item[field] as unknown[]).push(said);
    else if (item[field] === undefined) item[field] = said;
    else this.problems.push(problem('repeated-property', entry.keyword.span, text, placeOf(spec)));
    return undefined;
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

  #insertionPoint(entry: Entry): InsertionPoint {
    const own = this.#indentAt(entry.span.start);
    if (entry.body === undefined) return { offset: entry.span.end, indent: `${own}  `, bare: true };
    const last = entry.body.items.at(-1);
    if (last === undefined) {
      return { offset: entry.body.span.start + 1, indent: `${own}  `, bare: false };
    }
    return {
      offset: this.#lineEndFrom(last.span.end, entry.body.span),
      indent: this.#indentAt(last.span.start) || `${own}  `,
      bare: false,
    };
  }

  /** The end of the line that `offset` is on, so that a comment after the last value stays with it. */
  #lineEndFrom(offset: number, within: Span): number {
    const rest = this.#text.slice(offset, within.end);
    const end = /[\r\n}]/.exec(rest)?.index ?? rest.length;
    return offset + rest.slice(0, end).trimEnd().length;
  }

  #indentAt(offset: number): string {
    let lineStart = offset;
    while (lineStart > 0 && !/[\r\n]/.test(this.#text.charAt(lineStart - 1))) lineStart--;
    return /^[ \t]*/.exec(this.#text.slice(lineStart, offset))?.[0] ?? '';
  }
}

const lineEnd = (entry: Entry): number =>
  Math.max(entry.keyword.span.end, entry.parts.at(-1)?.span.end ?? 0, entry.text?.span.start ?? 0);
