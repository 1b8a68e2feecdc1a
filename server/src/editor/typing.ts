import type { IToken } from 'chevrotain';
import { blockOfKeyword, isNested, type BlockSpec } from '../language/keywords/index.ts';
import { wordFollower } from '../language/shapes.ts';
import {
  Colon,
  Comma,
  dedent,
  LeftBrace,
  Newline,
  Pipe,
  Quotes,
  RightBrace,
  Text,
  tokenEnd,
  tokenize,
  unquote,
  WordToken,
} from '../language/tokens.ts';
import type { Part } from '../language/tree.ts';

/**
 * Where somebody is typing: told from the text before the cursor alone, for what is being typed cannot
 * be read yet.
 */
export interface Typing {
  /** The word so far; empty between words. */
  readonly typed: string;
  /** What stands before it on its line. */
  readonly line: readonly IToken[];
  /** The blocks that are open here, the innermost last. */
  readonly open: readonly OpenBlock[];
  /** Whether the word is the first thing on its line of text, and stands at the margin. */
  readonly atMargin: boolean;
}

export interface OpenBlock {
  readonly keyword: string;
  readonly id: string;
  readonly spec: BlockSpec | undefined;
  /** The keywords of its lines so far. */
  readonly said: readonly string[];
  /** How many rows of a table it has so far. */
  readonly rows: number;
}

/**
 * Reads the text of a unit up to the cursor.
 * @returns undefined within a text or a comment
 */
export function typingAt(before: string): Typing | undefined {
  const { tokens, comments } = tokenize(before);
  if (isInComment(before, comments.at(-1)) || isInText(tokens.at(-1))) return undefined;
  const start = startOfWord(before);
  const open: MutableBlock[] = [];
  let line: IToken[] = [];
  let bare: { block: MutableBlock; end: number } | undefined;
  const endLine = (): void => {
    const [first] = line;
    const inner = open.at(-1);
    if (first?.tokenType === WordToken) inner?.said.push(first.image);
    if (first?.tokenType === Pipe && inner !== undefined) inner.rows++;
    if (first !== undefined && inner === undefined) bare = bareHeader(line);
    line = [];
  };
  for (const token of tokens) {
    if (token.startOffset >= start) break;
    if (token.tokenType === Newline) endLine();
    else if (token.tokenType === LeftBrace) {
      const [first] = line;
      if (first?.tokenType === WordToken) open.at(-1)?.said.push(first.image);
      open.push(blockOf(line));
      line = [];
    } else if (token.tokenType === RightBrace) {
      endLine();
      open.pop();
      bare = undefined;
    } else line.push(token);
  }
  const atMargin = line.length === 0 && /(^\ufeff?|[\r\n])$/.test(before.slice(0, start).slice(-2));
  // An indented line directly below a header is its own, though its { is still to come.
  const isBelow =
    bare !== undefined && /^[^\r\n]*(\r\n|\n|\r)[ \t][^\r\n]*$/.test(before.slice(bare.end, start));
  if (open.length === 0 && bare !== undefined && isBelow) open.push(bare.block);
  return { typed: before.slice(start), line, open, atMargin };
}

type MutableBlock = { -readonly [K in keyof OpenBlock]: OpenBlock[K] } & { said: string[] };

function blockOf(header: readonly IToken[]): MutableBlock {
  const [keyword, id] = header.map(({ image }) => image);
  const spec = blockOfKeyword.get(keyword ?? '');
  return { keyword: keyword ?? '', id: id ?? '', spec, said: [], rows: 0 };
}

function bareHeader(line: readonly IToken[]): { block: MutableBlock; end: number } | undefined {
  const block = blockOf(line);
  const last = line.at(-1);
  if (block.spec === undefined || isNested(block.spec) || last === undefined) return undefined;
  return { block, end: tokenEnd(last) };
}

const isInComment = (before: string, last: IToken | undefined): boolean => {
  if (last === undefined || tokenEnd(last) < before.length) return false;
  return last.image.startsWith('//') || last.image.length < 4 || !last.image.endsWith('*/');
};

function isInText(last: IToken | undefined): boolean {
  if (last === undefined) return false;
  if (last.tokenType === Text) return !dedent(last.image).closed;
  return isQuoted(last) && !unquote(last.image).closed;
}

const isQuoted = ({ tokenType }: IToken): boolean =>
  tokenType.CATEGORIES?.includes(Quotes) ?? false;

const inWord = new RegExp(`^${wordFollower}$`, 'u');

function startOfWord(before: string): number {
  let start = before.length;
  while (start > 0 && inWord.test(before.charAt(start - 1))) start--;
  return start;
}

/** The tokens of a line as the parts that slots read; those from the first that is none are left out. */
export function partsOf(tokens: readonly IToken[]): Part[] {
  const parts: Part[] = [];
  for (const token of tokens) {
    const span = { start: token.startOffset, end: tokenEnd(token) };
    if (token.tokenType === WordToken) parts.push({ type: 'word', text: token.image, span });
    else if (isQuoted(token)) {
      parts.push({ type: 'quoted', text: unquote(token.image).text, span });
    } else if (token.tokenType === Comma) parts.push({ type: 'comma', text: ',', span });
    else if (token.tokenType === Colon) parts.push({ type: 'colon', text: ':', span });
    else break;
  }
  return parts;
}
