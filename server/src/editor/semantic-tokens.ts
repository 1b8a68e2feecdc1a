import type { Range, SemanticTokensEdit } from 'vscode-languageserver-types';
import type { Ask } from './ask.ts';
import { tokensOf, type UnitTokens } from './unit-tokens.ts';

/**
 * What each word of a file is, for editors that colour by meaning. A file's tokens are those of its
 * units; what a change costs follows from the units that it changed.
 */
export type FileTokens = readonly UnitTokens[];

/** The numbers of a token as LSP has it. */
const width = 5;

export const semanticTokens = ({ file }: Ask): FileTokens => file.units.map(tokensOf);

/** The tokens as LSP sends them: each one's place counted from the one before. */
export function encodeTokens(tokens: FileTokens): number[] {
  const writer = new Writer();
  for (const unit of tokens) writer.unit(unit);
  return writer.data;
}

/** The tokens on the lines of a range, as LSP sends them. */
export function encodeRange(tokens: FileTokens, { start, end }: Range): number[] {
  const writer = new Writer();
  for (const unit of tokens) writer.unit(unit, start.line, end.line);
  return writer.data;
}

/** What to change in the numbers sent before to get those of now: one edit at most. */
export function tokenEdits(before: FileTokens, now: FileTokens): SemanticTokensEdit[] {
  const most = Math.min(before.length, now.length);
  let first = 0;
  while (first < most && before[first] === now[first]) first++;
  let last = 0;
  while (last < most - first && before.at(-1 - last) === now.at(-1 - last)) last++;

  const above = now.slice(0, first);
  const gapAbove = gapBelow(above);
  const old = new Writer(gapAbove);
  const fresh = new Writer(gapAbove);
  for (const unit of before.slice(first, before.length - last)) old.unit(unit);
  for (const unit of now.slice(first, now.length - last)) fresh.unit(unit);
  // The next token stays, but may stand further from the one before it.
  const after = now.slice(now.length - last);
  const oldGap = old.gapBefore(after);
  const gap = fresh.gapBefore(after);
  const moved = gap !== undefined && gap !== oldGap;
  const deleteCount = old.data.length + (moved ? 1 : 0);
  const data = moved ? [...fresh.data, gap] : fresh.data;
  if (deleteCount === 0 && data.length === 0) return [];
  return [{ start: numbersIn(above), deleteCount, data }];
}

const numbersIn = (tokens: FileTokens): number =>
  tokens.reduce((sum, { data }) => sum + data.length, 0);

/** How many lines the end of some units is below the last token in them. */
function gapBelow(units: FileTokens): number {
  let gap = 0;
  for (const { data, lines } of [...units].reverse()) {
    if (data.length > 0) return gap + lines - (data[data.length - width] ?? 0);
    gap += lines;
  }
  return gap;
}

/** Writes units one below the other. */
class Writer {
  readonly data: number[] = [];
  /** The first line of the next unit. */
  #line: number;
  #lastLine = 0;
  #lastCharacter = 0;

  /** @param line how far the first unit stands below the token before it */
  constructor(line = 0) {
    this.#line = line;
  }

  unit({ data, lines }: UnitTokens, from = 0, to = Infinity): void {
    const top = this.#line;
    this.#line += lines;
    if (this.#line < from || top > to) return;
    for (let at = 0; at < data.length; at += width) {
      const line = top + (data[at] ?? 0);
      if (line < from || line > to) continue;
      const character = data[at + 1] ?? 0;
      const isBelow = line > this.#lastLine;
      this.data.push(
        line - this.#lastLine,
        isBelow ? character : character - this.#lastCharacter,
        data[at + 2] ?? 0,
        data[at + 3] ?? 0,
        data[at + 4] ?? 0,
      );
      this.#lastLine = line;
      this.#lastCharacter = character;
    }
  }

  /** How many lines below the last token the first of the next units' stands; undefined where they have none. */
  gapBefore(next: FileTokens): number | undefined {
    let line = this.#line;
    for (const { data, lines } of next) {
      if (data.length > 0) return line + (data[0] ?? 0) - this.#lastLine;
      line += lines;
    }
    return undefined;
  }
}
