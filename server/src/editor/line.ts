import { Cursor } from '../language/cursor.ts';
import type { PropertySpec } from '../language/keywords/index.ts';
import { isMissingWord } from '../language/shapes.ts';
import { isMisread, text, type Slot } from '../language/slots.ts';
import type { Part } from '../language/tree.ts';

/** What may come next on a line, after the parts that stand there. */
export interface Expected {
  /** Values that may stand here; more than one where the first may be left out. */
  readonly values: readonly NextValue[];
  /** The source, or the year of the regulations, that stands before a colon. */
  readonly source: string | undefined;
  /** What the list that is being written has already. */
  readonly listed: readonly string[];
  /** Words that have begun a value of several words: `per`. */
  readonly begun: readonly string[];
  readonly qualifiers: readonly { readonly word: string; readonly slot: Slot<unknown> }[];
  /** Of `given`, `inferred` and `not-in-plan`, those that may follow the value before. */
  readonly marks: readonly string[];
}

export interface NextValue {
  readonly name: string;
  readonly slot: Slot<unknown>;
}

const nothing: Expected = {
  values: [],
  source: undefined,
  listed: [],
  begun: [],
  qualifiers: [],
  marks: [],
};

/** A property as far as a line's values and qualifiers go; a header is one with a title. */
export type LineSpec = Pick<PropertySpec, 'values' | 'qualifiers'>;

export const headerSpec: LineSpec = { values: { title: text }, qualifiers: {} };

/** Reads a line up to the word that is being typed, and says what that word may be. */
export const expectedAfter = (spec: LineSpec, parts: readonly Part[]): Expected =>
  new LineReader(spec, parts).expected();

class LineReader {
  readonly #spec: LineSpec;
  readonly #parts: readonly Part[];
  readonly #cursor: Cursor;
  readonly #said = new Set<string>();
  /** What may follow the last value that was read. */
  #marks: string[] = [];

  constructor(spec: LineSpec, parts: readonly Part[]) {
    this.#spec = spec;
    this.#parts = parts;
    this.#cursor = new Cursor(parts, undefined, parts.at(-1)?.span.end ?? 0);
  }

  expected(): Expected {
    const waiting: NextValue[] = [];
    for (const [name, slot] of Object.entries<Slot<unknown>>(this.#spec.values)) {
      if (this.#cursor.done) {
        waiting.push({ name, slot });
        if (!slot.optional) return { ...nothing, values: waiting, marks: this.#marks };
        continue;
      }
      if (slot.optional && this.#isQualifier()) continue;
      const stopped = this.#take({ name, slot });
      if (stopped !== undefined) return stopped;
    }
    while (this.#isQualifier()) {
      const word = this.#cursor.word()?.text ?? '';
      const slot = this.#spec.qualifiers[word] as Slot<unknown>;
      this.#cursor.take();
      this.#said.add(word);
      const next = { name: word, slot };
      if (this.#cursor.done) return { ...nothing, values: [next] };
      const stopped = this.#take(next);
      if (stopped !== undefined) return stopped;
    }
    if (!this.#cursor.done) return nothing;
    const qualifiers = Object.entries<Slot<unknown>>(this.#spec.qualifiers)
      .filter(([word]) => !this.#said.has(word))
      .map(([word, slot]) => ({ word, slot }));
    return { ...nothing, values: waiting, qualifiers, marks: this.#marks };
  }

  #isQualifier(): boolean {
    return Object.hasOwn(this.#spec.qualifiers, this.#cursor.word()?.text ?? '');
  }

  /** Takes one value; when the line ends within it, what may go on there. */
  #take(next: NextValue): Expected | undefined {
    const { slot } = next;
    const cursor = this.#cursor;
    const from = this.#position();
    const word = cursor.word()?.text ?? '';
    this.#marks = ['given', 'inferred'];
    if (isMissingWord(word) || slot.alsoMissing.includes(word)) {
      cursor.take();
      if (cursor.quoted() !== undefined) cursor.take();
    } else {
      const read = slot.read(cursor);
      if (isMisread(read) && read.misread === 'unfinished-list' && cursor.done) {
        return { ...nothing, values: [next], listed: this.#wordsFrom(from) };
      }
      if (read === undefined || isMisread(read)) return this.#stopped(next, from);
      if (cursor.mark('colon') && cursor.peek(1) === undefined) {
        const listed = this.#wordsFrom(from);
        return { ...nothing, values: [next], listed, source: listed.at(-1) };
      }
      const isReference = slot.kind === 'reference' || slot.kind === 'references';
      if (isReference && this.#parts[this.#position() - 1]?.text !== 'not-in-plan') {
        this.#marks.push('not-in-plan');
      }
    }
    return this.#takeMarks();
  }

  #takeMarks(): Expected | undefined {
    const cursor = this.#cursor;
    for (;;) {
      const word = cursor.word()?.text ?? '';
      if (word !== 'given' && word !== 'inferred') return undefined;
      if (cursor.peek(1) === undefined) {
        return { ...nothing, values: [{ name: word, slot: text }] };
      }
      if (cursor.peek(1)?.type !== 'quoted') return undefined;
      cursor.take(2);
      this.#marks = this.#marks.filter((mark) => mark !== word && mark !== 'not-in-plan');
    }
  }

  /** A value that cannot be read may be one that is not yet whole. */
  #stopped(next: NextValue, from: number): Expected {
    const begun = this.#parts.slice(from).map((part) => part.text);
    return { ...nothing, values: [next], begun };
  }

  #wordsFrom(from: number): string[] {
    return this.#parts
      .slice(from, this.#position())
      .filter(({ type }) => type === 'word')
      .map((part) => part.text);
  }

  /** How many parts are taken. */
  #position(): number {
    const { nextStart, done } = this.#cursor;
    if (done) return this.#parts.length;
    return this.#parts.findIndex(({ span }) => span.start === nextStart);
  }
}
