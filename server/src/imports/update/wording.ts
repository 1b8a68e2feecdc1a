import type { AnySaid, Item, Value } from '../../language/items.ts';
import type { Level, Reference } from '../../language/slots.ts';
import { dedent, Quotes, Text, tokenize, unquote } from '../../language/tokens.ts';
import type { Span } from '../../language/tree.ts';
import { levelsOf, referencesOf } from '../../language/walk.ts';
import type { Unit } from '../../plan/file.ts';

/** Lines of different plans made comparable: what they name by the plan's own names, and no layout. */

/** What a line calls things, in place of what its own plan calls them; undefined leaves the words as they are. */
export interface Naming {
  reference(reference: Reference): string | undefined;
  level(level: Level): string | undefined;
}

/** A line as it is to be written, and what it refers to. */
export interface Worded {
  readonly text: string;
  readonly references: readonly Reference[];
}

/** The text of each line of an item, with what it names by other names. */
export function linesIn(unit: Unit, item: Item, naming: Naming): (said: AnySaid) => Worded {
  const references = [...referencesOf(item)].map(({ reference }) => reference);
  const levels = [...levelsOf(item)].flatMap(({ value }) => (value as Value<Level>).value ?? []);
  const names = [
    ...references.map((one) => ({ span: one.span, text: naming.reference(one) })),
    ...levels.map((one) => ({ span: one.span, text: naming.level(one) })),
  ].sort((a, b) => a.span.start - b.span.start);
  return ({ span, keywordSpan }) => {
    const isOwn = (one: { readonly span: Span }): boolean =>
      one.span.start >= keywordSpan.end && one.span.end <= span.end;
    let text = '';
    let at = keywordSpan.end;
    for (const name of names.filter(isOwn)) {
      if (name.text === undefined) continue;
      text += unit.text.slice(at, name.span.start) + name.text;
      at = name.span.end;
    }
    const rest = text + unit.text.slice(at, span.end);
    const keyword = unit.text.slice(keywordSpan.start, keywordSpan.end);
    // The formatter puts values below one another; a line by itself has one blank.
    return {
      text: `${keyword} ${rest.trimStart()}`.trimEnd(),
      references: references.filter(isOwn),
    };
  };
}

/** Where a value stands with what the paper says and why it is believed. */
export function withMarks({ text }: Unit, { span, given, inferred }: Value<unknown>): Span {
  if (given === undefined && inferred === undefined) return span;
  const marks = /(?:[ \t]+(?:given|inferred)[ \t]+(?:"(?:[^"\r\n]|"")*"|[“”„][^“”„\r\n]*[“”„]))*/uy;
  marks.lastIndex = span.end;
  return { start: span.start, end: span.end + (marks.exec(text)?.[0].length ?? 0) };
}

/** A line without its layout: two lines that say the same are the same text. Comments count. */
export function bare(line: string): string {
  const { tokens, comments } = tokenize(withoutPlaces(line));
  return [...tokens, ...comments]
    .sort((a, b) => a.startOffset - b.startOffset)
    .map(({ tokenType, image }) => {
      if (tokenType === Text) return JSON.stringify(dedent(image).text);
      const isQuoted = tokenType.CATEGORIES?.includes(Quotes) === true;
      return isQuoted ? JSON.stringify(unquote(image).text) : image.trim();
    })
    .filter((image) => image !== '')
    .join(' ');
}

/** Where a value was found is no part of it: a row that is put in above moves all that is below. */
const withoutPlaces = (line: string): string =>
  line
    .replaceAll(/ inferred "from the merged cell [^"]*"/g, '')
    .replaceAll(/ inferred "that of row \d+; the cell is blank"/g, '');

/** How much two texts have in common: the share of their words that both have, from 0 to 1. */
export function likeness(a: string, b: string): number {
  const [left, right] = [wordsOf(a), wordsOf(b)];
  if (left.length + right.length === 0) return 1;
  const counts = new Map<string, number>();
  for (const word of left) counts.set(word, (counts.get(word) ?? 0) + 1);
  let both = 0;
  for (const word of right) {
    const left = counts.get(word) ?? 0;
    if (left === 0) continue;
    both++;
    counts.set(word, left - 1);
  }
  return (2 * both) / (left.length + right.length);
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
