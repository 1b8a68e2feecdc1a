import { readUnit, unitsOf, type UnitReading } from '../language/read.ts';
import type { Span } from '../language/tree.ts';

/** A position for people: lines and columns count from 1, columns in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/**
 * One unit of a file. Its text and what that says never change: an edit puts another unit in its
 * place. Where it stands does, with every edit above it.
 */
export class Unit {
  readonly file: PlanFile;
  readonly text: string;
  /** The offset in its file. */
  start = 0;
  /** The line it begins on, counted from 0. */
  line = 0;
  /** How many line ends it holds. */
  readonly lineEnds: number;
  #reading: UnitReading | undefined;
  #lineStarts: readonly number[] | undefined;

  constructor(file: PlanFile, text: string, reading?: UnitReading) {
    this.file = file;
    this.text = text;
    this.#reading = reading;
    this.lineEnds = countLineEnds(text);
  }

  /** What its text says; read when first asked for. */
  get reading(): UnitReading {
    this.#reading ??= readUnit(this.text);
    return this.#reading;
  }

  /** Reads it now, rather than when somebody asks. */
  readAhead(): void {
    this.#reading ??= readUnit(this.text);
  }

  /** Its reading, where somebody has asked for it. */
  get knownReading(): UnitReading | undefined {
    return this.#reading;
  }

  /** The offsets in it at which its lines begin. */
  get lineStarts(): readonly number[] {
    this.#lineStarts ??= [0, ...lineEndsIn(this.text)];
    return this.#lineStarts;
  }

  /** The line in it, from 0, that an offset is on. */
  lineAt(offset: number): number {
    return lastAtMost(this.lineStarts, offset);
  }

  /** The line and column in its file of an offset in it; one beyond its end is its end. */
  positionAt(offset: number): Position {
    const at = Math.min(offset, this.text.length);
    const index = lastAtMost(this.lineStarts, at);
    return { line: this.line + index + 1, column: at - (this.lineStarts[index] ?? 0) + 1 };
  }
}

/** What an editor counts the columns of a line in: halves of UTF-16, or bytes of UTF-8. */
export type Columns = 'utf-16' | 'utf-8';

/** What an edit did to a file's units. */
export interface UnitChange {
  readonly removed: readonly Unit[];
  readonly added: readonly Unit[];
}

/**
 * The text of one plan file, unit by unit. An edit reads and replaces the units it touches; of the
 * others nothing changes but where they stand.
 */
export class PlanFile {
  readonly path: string;
  /** What the columns of its lines are counted in by the editor that has it open. */
  columns: Columns = 'utf-16';
  #units: Unit[] = [];
  #text: string | undefined;
  #changes: UnitChange[] = [];

  constructor(path: string, text: string) {
    this.path = path;
    this.#text = text;
    this.#replace(0, 0, unitsOf(text));
    this.#changes = [];
  }

  get units(): readonly Unit[] {
    return this.#units;
  }

  get text(): string {
    this.#text ??= this.#units.map((unit) => unit.text).join('');
    return this.#text;
  }

  /** The file's length in UTF-16 units. */
  get length(): number {
    const last = this.#units.at(-1);
    return last === undefined ? 0 : last.start + last.text.length;
  }

  /** The line end that the file uses first; a line feed where it has none. */
  get eol(): string {
    const first = this.#units.find(({ lineEnds }) => lineEnds > 0);
    return /\r\n|\n|\r/.exec(first?.text ?? '')?.[0] ?? '\n';
  }

  /** Takes another text; units at its beginning and end that are the same stay what they are. */
  setText(text: string): void {
    if (text === this.#text) return;
    this.#replace(0, this.#units.length, unitsOf(text), detached);
    this.#text = text;
  }

  /** Puts a text in place of the characters from one offset up to another. */
  edit(start: number, end: number, text: string): void {
    // What the edit touches may no longer begin a block, nor what follows it.
    const from = Math.max(this.#indexAt(start) - 1, 0);
    const to = Math.min(this.#indexAt(end) + 2, this.#units.length);
    const touched = this.#units.slice(from, to);
    const offset = touched[0]?.start ?? 0;
    const before = touched.map((unit) => unit.text).join('');
    const after = before.slice(0, start - offset) + text + before.slice(end - offset);
    this.#text = undefined;
    this.#replace(from, to, unitsOf(after));
  }

  /** What has changed since this was last asked; units that came and went meanwhile are left out. */
  takeChange(): UnitChange {
    const added = new Set<Unit>();
    const removed: Unit[] = [];
    for (const change of this.#changes) {
      for (const unit of change.removed) if (!added.delete(unit)) removed.push(unit);
      for (const unit of change.added) added.add(unit);
    }
    this.#changes = [];
    return { removed, added: [...added] };
  }

  /** The text from one offset up to another. */
  textBetween(start: number, end: number): string {
    const units = this.#units.slice(this.#indexAt(start), this.#indexAt(end) + 1);
    const offset = units[0]?.start ?? 0;
    const text = units.map((unit) => unit.text).join('');
    return text.slice(start - offset, Math.max(end - offset, 0));
  }

  /** The unit an offset is in; one that is between two is in the later. */
  unitAt(offset: number): Unit | undefined {
    return this.#units[this.#indexAt(offset)];
  }

  /** The line and column of an offset in the file; one beyond the end is the end. */
  positionAt(offset: number): Position {
    const unit = this.unitAt(offset);
    return unit === undefined ? { line: 1, column: 1 } : unit.positionAt(offset - unit.start);
  }

  /** The offset of a line and column; one beyond the line's or the file's end is that end. */
  offsetAt({ line, column }: Position): number {
    if (line < 1) return 0;
    const unit = this.#units[lastAtMost(this.#units, line - 1, (candidate) => candidate.line)];
    if (unit === undefined) return 0;
    const index = line - 1 - unit.line;
    const start = unit.lineStarts[index];
    if (start === undefined) return this.length;
    const lineText = unit.text.slice(start, unit.lineStarts[index + 1]);
    const length = lineText.replace(/[\r\n]+$/, '').length;
    return unit.start + start + Math.min(Math.max(column - 1, 0), length);
  }

  /** The range of a span of one of its units. */
  rangeOf(unit: Unit, span: Span): Range {
    return { start: unit.positionAt(span.start), end: unit.positionAt(span.end) };
  }

  #indexAt(offset: number): number {
    return lastAtMost(this.#units, offset, (unit) => unit.start);
  }

  #replace(from: number, to: number, texts: readonly string[], own = same): void {
    let first = 0;
    let last = texts.length;
    while (from < to && first < last && this.#units[from]?.text === texts[first]) {
      from++;
      first++;
    }
    while (from < to && first < last && this.#units[to - 1]?.text === texts[last - 1]) {
      to--;
      last--;
    }
    const removed = this.#units.slice(from, to);
    const known = new Map(removed.map((unit) => [unit.text, unit.knownReading]));
    const added = texts
      .slice(first, last)
      .map((text) => new Unit(this, own(text), known.get(text)));
    this.#units = [...this.#units.slice(0, from), ...added, ...this.#units.slice(to)];
    this.#changes.push({ removed, added });
    this.#placeFrom(from);
  }

  #placeFrom(index: number): void {
    const before = this.#units[index - 1];
    let start = before === undefined ? 0 : before.start + before.text.length;
    let line = before === undefined ? 0 : before.line + before.lineEnds;
    for (let at = index; at < this.#units.length; at++) {
      const unit = this.#units[at];
      if (unit === undefined) break;
      unit.start = start;
      unit.line = line;
      start += unit.text.length;
      line += unit.lineEnds;
    }
  }
}

const same = (text: string): string => text;

/**
 * The same text in memory of its own. A part of a text, as V8 keeps it, holds on to the whole: units
 * that are edited would each keep all of an older text of their file.
 */
const detached = (text: string): string => ` ${text}`.slice(1);

/** The index of the last of some ordered things that is not beyond a number; 0 where all are. */
function lastAtMost(numbers: readonly number[], limit: number): number;
function lastAtMost<T>(things: readonly T[], limit: number, numberOf: (thing: T) => number): number;
function lastAtMost<T>(
  things: readonly T[],
  limit: number,
  numberOf: (thing: T) => number = Number,
): number {
  let low = 0;
  let high = things.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const thing = things[middle];
    if (thing !== undefined && numberOf(thing) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The offsets after each line end of a text. */
function* lineEndsIn(text: string): Generator<number> {
  for (const { index, 0: end } of text.matchAll(/\r\n|\n|\r/g)) yield index + end.length;
}

function countLineEnds(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  if (!text.includes('\r')) return count;
  return [...lineEndsIn(text)].length;
}
