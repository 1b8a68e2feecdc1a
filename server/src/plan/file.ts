import { readUnit, unitsOf, type UnitReading } from '../language/read.ts';
import type { Span } from '../language/tree.ts';

/** One unit of a file: its reading is a function of its text, its place is where it stands today. */
export interface Unit {
  readonly file: PlanFile;
  readonly start: number;
  readonly text: string;
  readonly reading: UnitReading;
}

/** A position for people: lines and columns count from 1, columns in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** The text of one plan file, read unit by unit. */
export class PlanFile {
  readonly path: string;
  readonly text: string;
  readonly units: readonly Unit[];
  #lineStarts: number[] | undefined;

  /**
   * @param before the same file as it was; units whose text it has already read are not read again
   */
  constructor(path: string, text: string, before?: PlanFile) {
    this.path = path;
    this.text = text;
    const known = new Map(before?.units.map((unit) => [unit.text, unit.reading]));
    let start = 0;
    this.units = unitsOf(text).map((unitText) => {
      const reading = known.get(unitText) ?? readUnit(unitText);
      const unit = { file: this, start, text: unitText, reading };
      start += unitText.length;
      return unit;
    });
  }

  /** The line and column of an offset in the file; one beyond the end is the end. */
  positionAt(offset: number): Position {
    const starts = this.#starts();
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const column = Math.min(offset, this.text.length) - (starts[low] ?? 0);
    return { line: low + 1, column: column + 1 };
  }

  /** The offset of a line and column; one beyond the line's or the file's end is that end. */
  offsetAt({ line, column }: Position): number {
    const starts = this.#starts();
    const start = starts[line - 1];
    if (start === undefined) return line < 1 ? 0 : this.text.length;
    const next = starts[line];
    const lineText = this.text.slice(start, next);
    const length = lineText.replace(/[\r\n]+$/, '').length;
    return start + Math.min(Math.max(column - 1, 0), length);
  }

  /** The range of a span of one of its units. */
  rangeOf(unit: Unit, span: Span): Range {
    return {
      start: this.positionAt(unit.start + span.start),
      end: this.positionAt(unit.start + span.end),
    };
  }

  #starts(): number[] {
    if (this.#lineStarts !== undefined) return this.#lineStarts;
    const starts = [0];
    for (const match of this.text.matchAll(/\r\n|\n|\r/g))
      starts.push(match.index + match[0].length);
    this.#lineStarts = starts;
    return starts;
  }
}
