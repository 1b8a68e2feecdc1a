/**
 * The syntax tree of one unit: what the five shapes of the language give, before any keyword is
 * looked up. Every position is an offset from the start of the unit, so that a unit which moves
 * in its file keeps its tree.
 */

/** A stretch of text: `start` is the first character's offset, `end` the one after the last. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A bare word: an id, a date, a number, a keyword. Its slot decides which. */
export interface Word {
  readonly type: 'word';
  readonly text: string;
  readonly span: Span;
}

/** A quoted text on one line; `text` is what stands between the quotes. */
export interface Quoted {
  readonly type: 'quoted';
  readonly text: string;
  readonly span: Span;
}

/** A comma or a colon between words. */
export interface Mark {
  readonly type: 'comma' | 'colon';
  readonly text: string;
  readonly span: Span;
}

export type Part = Word | Quoted | Mark;

/** A text over several lines between `"""`; `text` is dedented, its lines' ends trimmed. */
export interface TextBlock {
  readonly text: string;
  /** False when the unit ended before the closing `"""`. */
  readonly closed: boolean;
  readonly span: Span;
}

/** A row of a grid: `| PICU | good | requires improvement down |`. */
export interface GridRow {
  readonly type: 'row';
  readonly cells: readonly GridCell[];
  readonly span: Span;
}

export interface GridCell {
  readonly parts: readonly Part[];
  readonly span: Span;
}

/** A keyword with what follows it on its line: a property, or a block's header with its body. */
export interface Entry {
  readonly type: 'entry';
  readonly keyword: Word;
  readonly parts: readonly Part[];
  readonly text: TextBlock | undefined;
  readonly body: Body | undefined;
  readonly span: Span;
}

export interface Body {
  readonly items: readonly BodyItem[];
  /** False when the unit ended before the closing brace. */
  readonly closed: boolean;
  readonly span: Span;
}

/** What no line may begin with; a body without a header of its own keeps its items. */
export interface Stray {
  readonly type: 'stray';
  readonly body: Body | undefined;
  readonly span: Span;
}

export type BodyItem = Entry | GridRow | Stray;
