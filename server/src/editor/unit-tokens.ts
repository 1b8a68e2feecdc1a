import type { IToken } from 'chevrotain';
import type { Reference, Slot } from '../language/slots.ts';
import { Quotes, Text, tokenEnd, tokenize, WordToken } from '../language/tokens.ts';
import type { AnySaid, Item, Value } from '../language/items.ts';
import type { Span } from '../language/tree.ts';
import { rowsOf, type Row } from '../language/rows.ts';
import type { Unit } from '../plan/file.ts';
import { bodies } from '../plan/vocabularies.ts';
import { keptByUnit } from './per-unit.ts';
import { declared, encoded, inSlot, named, roles, type Role } from './token-roles.ts';
import { columnOf } from './places.ts';
import { markDocs, missingDocs } from './wording.ts';

/** What each word, text and comment of one unit is: a function of its text alone. */

export interface UnitTokens {
  /** Five numbers a token: line (from the unit's first), character, length, type and modifiers. */
  readonly data: Uint32Array;
  /** How many line ends the unit has. */
  readonly lines: number;
}

/** The tokens of a unit that mean something, in the order of the text; kept while its text stays. */
export const tokensOf = keptByUnit((unit: Unit): UnitTokens => {
  const { tokens, comments } = tokenize(unit.text);
  const words = tokens.filter(({ tokenType }) => tokenType === WordToken);
  const known = new WordRoles(words);
  for (const item of unit.reading.items) known.readItem(item);
  const starts = unit.lineStarts;
  const data: number[] = [];
  let line = 0;
  let word = 0;
  for (const token of inTextOrder(tokens, comments)) {
    const meant = token.tokenType === WordToken ? known.roles[word++] : roleOfToken(token);
    if (meant === undefined) continue;
    const { type, modifiers } = encoded(meant);
    for (const { start, end } of linesWithin(token)) {
      while ((starts[line + 1] ?? Infinity) <= start) line++;
      const character = columnOf(unit, starts[line] ?? 0, start);
      data.push(line, character, columnOf(unit, start, end), type, modifiers);
    }
  }
  return { data: Uint32Array.from(data), lines: unit.lineEnds };
});

function inTextOrder(tokens: readonly IToken[], comments: readonly IToken[]): readonly IToken[] {
  if (comments.length === 0) return tokens;
  return [...tokens, ...comments].sort((a, b) => a.startOffset - b.startOffset);
}

function roleOfToken({ tokenType, image }: IToken): Role | undefined {
  if (tokenType === Text || tokenType.CATEGORIES?.includes(Quotes) === true) return roles.text;
  return image.startsWith('//') || image.startsWith('/*') ? roles.comment : undefined;
}

/** The stretches of a token on each of its lines, without indentation: no client has to know longer ones. */
function linesWithin(token: IToken): Span[] {
  const { image, startOffset } = token;
  if (token.tokenType !== Text && !image.startsWith('/*'))
    return [{ start: startOffset, end: tokenEnd(token) }];
  return [...image.matchAll(/[^\s][^\r\n]*/g)].map(({ index, 0: line }) => ({
    start: startOffset + index,
    end: startOffset + index + line.trimEnd().length,
  }));
}

type Fields = Readonly<Record<string, AnySaid | readonly AnySaid[] | undefined>>;

/** The roles of a unit's words, from what its items say. */
class WordRoles {
  readonly #words: readonly IToken[];
  /** A role for each word, in their order; undefined for a word that cannot be read. */
  readonly roles: (Role | undefined)[];

  constructor(words: readonly IToken[]) {
    this.#words = words;
    this.roles = words.map(() => undefined);
  }

  readItem(item: Item): void {
    const fields = item as unknown as Fields;
    this.#set(item.headerSpan, ({ image }) => aside(image));
    this.#set(item.keywordSpan, () => roles.block);
    this.#set(item.idSpan, () => declared(item.kind));
    const { all, otherwise } = rowsOf(item.kind);
    for (const row of all) {
      const keyword = row === otherwise ? roles.levelDeclared : roles.property;
      const said = fields[row.field];
      if (said === undefined) continue;
      if (!Array.isArray(said)) this.#readLine(row, keyword, said as AnySaid);
      else for (const line of said as readonly AnySaid[]) this.#readLine(row, keyword, line);
    }
    this.#readRows(item);
    for (const child of item.children) this.readItem(child);
  }

  #readLine({ qualifiers, slots }: Row, keyword: Role, said: AnySaid): void {
    this.#set(said.span, ({ image }) => (qualifiers.has(image) ? roles.qualifier : aside(image)));
    this.#set(said.keywordSpan, () => keyword);
    for (const { name, slot } of slots) {
      const value = said[name];
      if (value !== undefined) this.#readValue(slot, value as Value<unknown>);
    }
  }

  #readValue({ kind }: Slot<unknown>, { value, span }: Value<unknown>): void {
    if (value === undefined) return;
    switch (kind) {
      case 'reference':
        this.#readReference(value as Reference);
        return;
      case 'references':
        for (const one of value as readonly Reference[]) this.#readReference(one);
        return;
      default:
        this.#set(span, ({ image }) => (image === 'tbc' ? roles.missing : inSlot(kind)));
    }
  }

  #readReference({ kinds, id, source, span }: Reference): void {
    if (id === undefined) return;
    const isKnown = kinds.length > 1 && (bodies.has(id) || id === 'trust');
    const own = { start: span.end - id.length, end: span.end };
    if (source !== undefined) this.#set(span, () => named(['source']));
    this.#set(own, () => (isKnown || kinds.join() === 'body' ? roles.known : named(kinds)));
  }

  /** The rows of a ratings table: a heading, then a service and its ratings. */
  #readRows({ rows }: Item): void {
    for (const [index, row] of rows.entries()) {
      for (const [column, { span }] of row.cells.entries()) {
        this.#set(span, ({ image }) => {
          if (index === 0) return roles.property;
          if (column === 0) return named(['service']);
          return /^\d/.test(image) ? roles.number : roles.word;
        });
      }
    }
  }

  /** Gives the words in a span their roles; one that has no new role keeps its own. */
  #set({ start, end }: Span, roleFor: (word: IToken) => Role | undefined): void {
    for (let index = this.#firstFrom(start); index < this.#words.length; index++) {
      const word = this.#words[index];
      if (word === undefined || word.startOffset >= end) return;
      const found = roleFor(word);
      if (found !== undefined) this.roles[index] = found;
    }
  }

  #firstFrom(offset: number): number {
    let low = 0;
    let high = this.#words.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#words[middle]?.startOffset ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Words that say something about a value: marks, and that it is missing. */
const asides: ReadonlyMap<string, Role> = new Map([
  ...Object.keys(missingDocs).map((word): [string, Role] => [word, roles.missing]),
  ...Object.keys(markDocs).map((word): [string, Role] => [word, roles.qualifier]),
]);

const aside = (word: string): Role | undefined => asides.get(word);
