import type { Cell } from '../cells.ts';
import type { Findings } from '../findings.ts';
import { colourWords, meaningOfProgress, type ColourKey } from './ratings.ts';

const pair = new RegExp(
  `\\b(${colourWords.join('|')})\\b\\s{0,3}[=:–-]\\s{0,3}([^;,=\\n]{2,60})`,
  'giu',
);

/** What the trust's own key, printed beside its tables, says that its colours mean; what is said by hand counts first. */
export function colourKeyIn(
  rows: readonly (readonly Cell[])[],
  said: ColourKey,
  findings: Findings,
): { readonly key: ColourKey; readonly used: readonly (readonly Cell[])[] } {
  const key = new Map(said);
  const used = new Set<readonly Cell[]>();
  for (const cells of rows) {
    const [first, second, ...more] = cells;
    if (first === undefined || more.length > 0) continue;
    const found =
      second === undefined
        ? [...first.text.matchAll(pair)].map(
            ([, colour = '', words = '']) => [colour, words] as const,
          )
        : [[first.text, second.text] as const];
    for (const [colour, words] of found) {
      const name = colour.trim().toLowerCase();
      const meaning = meaningOfProgress(words.trim());
      const isColour = (colourWords as readonly string[]).includes(name);
      if (!isColour || meaning === undefined || said.has(name)) continue;
      key.set(name, meaning);
      used.add(cells);
      findings.guesses.push({
        at: first.at,
        text: cells.map(({ text }) => text).join(': '),
        words: `a key: ${name} means ${meaning}`,
      });
    }
  }
  return { key, used: [...used] };
}

/** What the fill of a cell would be by the key, for people to decide; empty where it is filled with no colour that tells. */
export function fillInWords(fill: string | undefined, key: ColourKey): string {
  if (fill === undefined) return '';
  const meaning = key.get(fill);
  return meaning === undefined
    ? `; it is filled ${fill}`
    : `; it is filled ${fill}, by the key ${meaning}`;
}
