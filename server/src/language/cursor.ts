import type { Mark, Part, Quoted, Span, TextBlock, Word } from './tree.ts';

/** A place on a line: how many things stand before it. */
export type Place = number;

/** Walks over what follows a keyword on its line; slots take from it what is theirs. */
export class Cursor {
  #next = 0;
  /** The place behind what was last taken: what is passed over as unreadable does not count. */
  #taken = 0;
  #isTextTaken = false;
  readonly #text: TextBlock | undefined;
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
    this.#taken = this.#next;
    const last = this.#parts[this.#next - 1];
    if (first !== undefined && first === last) return first.span;
    return { start: first?.span.start ?? this.end, end: last?.span.end ?? this.end };
  }

  /** The text block at the line's end, for the first slot that can use it. */
  takeText(): TextBlock | undefined {
    const text = this.textLeft;
    if (text === undefined) return undefined;
    this.#isTextTaken = true;
    this.#next = this.#taken = this.#parts.length + 1;
    return text;
  }

  get textLeft(): TextBlock | undefined {
    return this.#isTextTaken ? undefined : this.#text;
  }

  /** Where the next thing begins: a part, the text block, or the line's end. */
  get nextStart(): number {
    return this.startOf(this.#next);
  }

  /** Where the cursor stands. */
  get place(): Place {
    return this.#next;
  }

  /** Where the thing at a place begins; the line's end where there is none. */
  startOf(place: Place): number {
    return this.#thingAt(place)?.span.start ?? this.end;
  }

  /** Where what has been taken since the cursor stood at a place ends; where it begins, if nothing was. */
  endSince(place: Place): number {
    if (this.#taken <= place) return this.startOf(place);
    return this.#thingAt(this.#taken - 1)?.span.end ?? this.end;
  }

  /** A part of the line or, behind the last of them, the text block that ends it. */
  #thingAt(place: Place): Part | TextBlock | undefined {
    return place === this.#parts.length ? this.#text : this.#parts[place];
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
