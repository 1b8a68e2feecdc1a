import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readUnit, unitsOf } from '../../server/src/language/read.ts';
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

/**
 * Asserts the four guarantees of recovery.test.ts for one wound of a plan without problems.
 */
export function assertContained(text: string, wound: Wound): void {
  const before = unitsOf(text);
  const after = unitsOf(inflict(text, wound));
  let start = 0;
  const hurt = before.findIndex((unit) => (start += unit.length) > wound.start);
  const index = hurt < 0 ? before.length - 1 : hurt;
  const above = before.slice(0, Math.max(index - 1, 0));
  const below = before.slice(index + 1);
  assert.deepEqual(after.slice(0, above.length), above, 'the units above');
  assert.deepEqual(after.slice(Math.max(after.length - below.length, above.length)), below, 'the units below');
  const neighbour = index > 0 ? before[index - 1] : undefined;
  const joined = after[above.length];
  if (neighbour === undefined || joined === neighbour) return;
  assert.ok(joined?.startsWith(neighbour), 'the unit above begins as it did');
  assertSwallowed(neighbour, joined);
}

function assertSwallowed(neighbour: string, joined: string): void {
  const { items } = readUnit(neighbour);
  const reading = readUnit(joined);
  const flaggedAbove = reading.problems.filter(({ span }) => span.start < neighbour.length);
  if (flaggedAbove.length === 0) {
    assert.deepEqual(reading.items.slice(0, items.length), items, 'the block above');
    return;
  }
  assert.deepEqual(flaggedAbove.map(({ code }) => code), ['missing-opening-brace']);
  const bare = items.at(-1);
  assert.ok(bare?.insertAt.bare, 'only a block without braces');
  assert.match(neighbour.slice(bare.span.end), /^[^\r\n]*(?:\r\n|\n|\r)$/, 'directly above');
  assert.deepEqual(reading.items.slice(0, items.length - 1), items.slice(0, -1));
  const { kind, keyword, id, title } = reading.items[items.length - 1] ?? {};
  assert.deepEqual({ kind, keyword, id, title }, { kind: bare.kind, keyword: bare.keyword, id: bare.id, title: bare.title });
}
