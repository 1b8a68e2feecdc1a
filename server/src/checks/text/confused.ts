import { curlyQuotes } from '../../language/shapes.ts';
import { tokenEnd, tokenize, Unknown, WordToken } from '../../language/tokens.ts';
import type { Span } from '../../language/tree.ts';
import { inLatin, otherLetter, replacements } from '../../plan/look-alikes.ts';
import { confusables, type Confusable } from '../../plan/vocabularies.ts';

/** Words with characters that look like others, and what a reader takes them for. */
export interface Confused {
  readonly span: Span;
  /** What the reader sees. */
  readonly latin: string;
  /** Whether it stands in a text that people wrote, not in a word of the language. */
  readonly inText: boolean;
  /** Each such character once, with what stands for it in `latin`. */
  readonly characters: readonly { readonly entry: Confusable; readonly instead: string }[];
}

/** Spaces of every width are read as spaces. */
const entries = [...confusables.values()].filter(({ latin }) => latin !== ' ');

export const isInvisible = ({ latin }: Confusable): boolean => latin === '';

const classOf = (of: readonly Confusable[]): string =>
  of.map(({ codePoint }) => codePoint.replace('U+', '\\u')).join('');

const anyConfusable = new RegExp(`[${classOf(entries)}]`, 'u');
const invisible = classOf(entries.filter(isInvisible));
const textWord = new RegExp(`[\\p{L}\\p{M}\\p{N}${invisible}]+`, 'gu');
const latinLetter = /\p{Script=Latin}/gu;
const latinOrDigit = /[\p{Script=Latin}\p{N}]/u;

/** Greek letters that stand as symbols at the start or the end of a word: TNFα, αTTP. */
const symbol = /^[αγκνρσχ]|[αγκνρσχ]$/u;

/** Whether there is anything to look at; most plans have nothing. */
export const hasConfusable = (text: string): boolean =>
  beyondAscii.test(text) && anyConfusable.test(text);

/** What every confusable character is; quicker to look for than all of them. */
const beyondAscii = /[^\0-\x7f]/;

/** Words before a text that has to stay as the paper prints it. */
const verbatim: ReadonlySet<string> = new Set(['given', 'unreadable']);

/**
 * Finds the confused words of a unit’s text, in its order; comments are no part of it.
 * @param isReference whether the text that begins at an offset is a reference in quotes
 */
export function* confusedWords(
  text: string,
  isReference: (offset: number) => boolean,
): Generator<Confused> {
  let bare: Span = { start: 0, end: 0 };
  let before = '';
  const bareWord = () => judge(text, bare, true, false);
  for (const token of tokenize(text).tokens) {
    const span = { start: token.startOffset, end: tokenEnd(token) };
    const belongs =
      token.tokenType === WordToken ||
      (token.tokenType === Unknown && anyConfusable.test(token.image));
    if (belongs && span.start === bare.end) {
      bare = { start: bare.start, end: span.end };
    } else {
      yield* bareWord();
      bare = belongs ? span : { start: span.end, end: span.end };
    }
    const isString = token.image.startsWith('"') || curlyQuotes.includes(token.image.charAt(0));
    if (isString && !verbatim.has(before)) {
      const strict = isReference(span.start);
      for (const { 0: word, index } of token.image.matchAll(textWord)) {
        const start = span.start + index;
        yield* judge(text, { start, end: start + word.length }, strict, !strict);
      }
    }
    before = token.image;
  }
  yield* bareWord();
}

/** @param strict whether a word wholly of look-alikes is one too; in a text it is another language's */
function* judge(text: string, span: Span, strict: boolean, inText: boolean): Generator<Confused> {
  const word = text.slice(span.start, span.end);
  const found = [...new Set(word)].flatMap((character) => confusables.get(character) ?? []);
  if (found.length === 0) return;
  const letters = word.match(latinLetter) ?? [];
  const instead = replacements(found, letters);
  const looksLatin = !otherLetter.test(inLatin(word, instead));
  const mixes = letters.length > 0 && !symbol.test(word);
  const characters = found
    .filter((entry) =>
      isInvisible(entry) ? strict || latinOrDigit.test(word) : looksLatin && (strict || mixes),
    )
    .map((entry) => ({ entry, instead: instead.get(entry.character) ?? '' }));
  if (characters.length === 0) return;
  const shown = new Map(characters.map(({ entry, instead: to }) => [entry.character, to]));
  yield { span, latin: inLatin(word, shown), inText, characters };
}
