import type { Said, Value } from './items.ts';
import type { Span } from './tree.ts';

/**
 * What is kept of every line and every value: of a large plan half a million. Their places are kept as
 * numbers, and made into spans for whoever asks. Fields are only declared, so that nothing is defined before
 * the constructor fills them.
 */

/** A line of a block; what it says is added to it under the names of its row's slots. */
export class Line implements Said {
  declare readonly keyword: string;
  declare private readonly start: number;
  declare private readonly end: number;

  constructor(keyword: string, { start, end }: Span) {
    this.keyword = keyword;
    this.start = start;
    this.end = end;
  }

  get span(): Span {
    return { start: this.start, end: this.end };
  }

  /** The keyword begins the line. */
  get keywordSpan(): Span {
    return { start: this.start, end: this.start + this.keyword.length };
  }
}

/**
 * A class for the lines of one row. V8 learns from the first objects of a class how much room each needs,
 * and lines of one row need about the same.
 */
export const lineClass = (): typeof Line => class extends Line {};

/** A value without a word for missing and without other words beside it, as nearly all are. */
export class ReadValue<T> implements Value<T> {
  declare readonly value: T | undefined;
  declare private readonly start: number;
  declare private readonly end: number;

  constructor(value: T | undefined, start: number, end: number) {
    this.value = value;
    this.start = start;
    this.end = end;
  }

  get span(): Span {
    return { start: this.start, end: this.end };
  }
}
