import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { unitsOf } from '../../server/src/language/read.ts';
import { Newline, tokenEnd, tokenize } from '../../server/src/language/tokens.ts';

/** Ways to wound a plan, and what has to stand all the same. */

const folder = fileURLToPath(new URL('../../samples/', import.meta.url));

/** The text of every sample file. */
export const sampleFiles: readonly { name: string; text: string }[] = readdirSync(folder, {
  recursive: true,
  encoding: 'utf8',
})
  .filter((name) => name.endsWith('.plan'))
  .sort()
  .map((name) => ({ name, text: readFileSync(folder + name, 'utf8') }));

/** What is put in place of a stretch of a text. */
export interface Wound {
  readonly start: number;
  readonly end: number;
  readonly put: string;
}

export const inflict = (text: string, { start, end, put }: Wound): string =>
  text.slice(0, start) + put + text.slice(end);

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Every line with its end, from its first character to the next line's. */
function linesOf(text: string): (Stretch & { readonly contentEnd: number })[] {
  return Array.from(text.matchAll(/([^\r\n]*)(\r\n|\n|\r|$)/g), (match) => ({
    start: match.index,
    contentEnd: match.index + (match[1]?.length ?? 0),
    end: match.index + match[0].length,
  })).filter(({ start, end }) => end > start);
}

function tokensOf(text: string): Stretch[] {
  let start = 0;
  return unitsOf(text).flatMap((unit) => {
    const base = start;
    start += unit.length;
    return tokenize(unit)
      .tokens.filter(({ tokenType }) => tokenType !== Newline)
      .map((token) => ({ start: base + token.startOffset, end: base + tokenEnd(token) }));
  });
}

export const lostLines = (text: string): Wound[] =>
  linesOf(text).map(({ start, end }) => ({ start, end, put: '' }));

export const lostTokens = (text: string): Wound[] =>
  tokensOf(text).map(({ start, end }) => ({ start, end, put: '' }));

/** What opens or closes something, or is mistaken for it. */
export const hostileTokens = ['"', '"""', '/*', '{', '}', '|', '“'] as const;

/** One hostile token at every line's start and end. */
export const strayTokens = (text: string): Wound[] =>
  linesOf(text).flatMap(({ start, contentEnd }) =>
    hostileTokens.flatMap((put) => [
      { start, end: start, put },
      { start: contentEnd, end: contentEnd, put },
    ]),
  );

/** Asserts what stands in spite of a wound, and says which wound it was where it does not. */
export function inSpiteOf(
  text: string,
  wounds: Iterable<Wound>,
  check: (wound: Wound) => void,
): void {
  for (const wound of wounds) {
    try {
      check(wound);
    } catch (cause) {
      const around = text.slice(Math.max(wound.start - 80, 0), wound.start);
      const lost = text.slice(wound.start, wound.end);
      const place = `after ${JSON.stringify(around)}, ${JSON.stringify(wound.put)} for ${JSON.stringify(lost)}`;
      throw new Error(`${place}: ${String(cause)}`, { cause });
    }
  }
}

/** What a wound makes of the unit it is in, and of the unit above where that one takes it in. */
export interface Harm {
  /** The wounded unit as it was. */
  readonly before: string;
  /** What stands in its place: without the unit above, several where the wound began a block, or nothing. */
  readonly after: readonly string[];
  /** The unit above as it was and as it is, where it has taken the wounded one in. */
  readonly swallowed: { readonly above: string; readonly joined: string } | undefined;
}

/** Finds the harm, and asserts that all other units are what they were, character for character. */
export function harmOf(text: string, wound: Wound): Harm {
  const before = unitsOf(text);
  const after = unitsOf(inflict(text, wound));
  let end = 0;
  const found = before.findIndex((unit) => (end += unit.length) > wound.start);
  const index = found < 0 ? before.length - 1 : found;
  const below = before.slice(index + 1);
  const unharmed = before.slice(0, Math.max(index - 1, 0));
  assert.deepEqual(after.slice(0, unharmed.length), unharmed, 'the units above');
  const rest = after.slice(unharmed.length);
  assert.deepEqual(rest.splice(rest.length - below.length), below, 'the units below');
  const above = index > 0 ? before[index - 1] : undefined;
  const hurt = { before: before[index] ?? '' };
  if (above === undefined) return { ...hurt, after: rest, swallowed: undefined };
  const joined = rest.shift() ?? '';
  assert.ok(joined.startsWith(above), 'the unit above begins as it did');
  return { ...hurt, after: rest, swallowed: joined === above ? undefined : { above, joined } };
}
