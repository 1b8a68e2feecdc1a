import type { Mark, Part, Quoted, Span, TextBlock, Word } from './tree.ts';

/** What stood next at a place on a line, if anything, and where what was taken before it ends. */
export interface Place {
  readonly next: Span | undefined;
  readonly lastEnd: number | undefined;
}

/** Walks over what follows a keyword on its line; slots take from it what is theirs. */
export class Cursor {
  #next = 0;
  #text: TextBlock | undefined;
  #lastEnd: number | undefined;
  readonly #parts: readonly Part[];
  /** Where the line ends: the place of what is missing. */
  readonly end: number;

  constructor(parts: readonly Part[], text: TextBlock | undefined, end: number) {
    this.#parts = parts;
    this.#text = text;
    this.end = end;
  }

  peek(ahead = 0): Part | undefined {
    return this.#parts[this.#next + ahead];
  }

  word(ahead = 0): Word | undefined {
    const part = this.peek(ahead);
    return part?.type === 'word' ? part : undefined;
  }

  quoted(): Quoted | undefined {
    const part = this.peek();
    return part?.type === 'quoted' ? part : undefined;
  }

  mark(type: Mark['type'], ahead = 0): boolean {
    return this.peek(ahead)?.type === type;
  }

  /** The bare words from here to the first thing that is none. */
  words(most: number): string[] {
    const texts: string[] = [];
    let word = this.word();
    while (word !== undefined && texts.length < most) {
      texts.push(word.text);
      word = this.word(texts.length);
    }
    return texts;
  }

  take(count = 1): Span {
    const first = this.#parts[this.#next];
    this.#next += count;
    const last = this.#parts[this.#next - 1];
    this.#lastEnd = last?.span.end;
    if (first !== undefined && first === last) return first.span;
    return { start: first?.span.start ?? this.end, end: last?.span.end ?? this.end };
  }

  /** The text block at the line's end, for the first slot that can use it. */
  takeText(): TextBlock | undefined {
    const text = this.#text;
    this.#text = undefined;
    this.#lastEnd = text?.span.end ?? this.#lastEnd;
    return text;
  }

  get textLeft(): TextBlock | undefined {
    return this.#text;
  }

  /** Where the next thing begins: a part, the text block, or the line's end. */
  get nextStart(): number {
    return this.place.next?.start ?? this.end;
  }

  /** Where the cursor stands, for {@link spanSince}. */
  get place(): Place {
    return { next: this.peek()?.span ?? this.#text?.span, lastEnd: this.#lastEnd };
  }

  /** What has been taken since the cursor stood at a place; empty, where it stood, if nothing was. */
  spanSince({ next, lastEnd }: Place): Span {
    const start = next?.start ?? this.end;
    const end = this.#lastEnd === lastEnd ? start : (this.#lastEnd ?? start);
    return next?.end === end ? next : { start, end };
  }

  /** The texts of the last parts taken, from the one that begins a span; single-spaced. */
  textFrom({ start }: Span): string {
    let first = this.#next;
    while (first > 0 && (this.#parts[first - 1]?.span.start ?? 0) >= start) first--;
    const taken = this.#parts.slice(first, this.#next);
    return taken.map((part) => part.text).join(' ');
  }

  get done(): boolean {
    return this.#next >= this.#parts.length;
  }

  /** Everything not taken, as the text of its span. */
  rest(): { span: Span; text: string } {
    const left = this.#parts.slice(this.#next);
    this.#next = this.#parts.length;
    const span = { start: left[0]?.span.start ?? this.end, end: left.at(-1)?.span.end ?? this.end };
    return { span, text: left.map((part) => part.text).join(' ') };
  }
}
