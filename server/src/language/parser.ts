import { EmbeddedActionsParser, type IToken } from 'chevrotain';
import { problem, withRepair, type Problem } from './problems.ts';
import {
  allTokens,
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
  Unknown,
  unquote,
  WordToken,
} from './tokens.ts';
import type {
  Body,
  BodyItem,
  GridCell,
  GridRow,
  Part,
  Span,
  Stray,
  TextBlock,
  Word,
} from './tree.ts';

/** The tree of one unit, with what could not be read in it. */
export interface Tree {
  readonly items: readonly BodyItem[];
  readonly problems: readonly Problem[];
}

/** How many blocks may stand inside one another. */
export const depthLimit = 8;

const spanOf = (token: IToken): Span => ({ start: token.startOffset, end: tokenEnd(token) });

/** From the first of some tokens to the last. */
function spanOver(tokens: readonly IToken[]): Span {
  const [first] = tokens;
  const last = tokens.at(-1);
  return { start: first?.startOffset ?? 0, end: last === undefined ? 0 : tokenEnd(last) };
}

/**
 * The grammar of the five shapes: lines, entries, bodies, texts and grid rows. It knows no keyword
 * and reads every sequence of tokens: what fits nowhere has rules of its own (`junk`, `stray`),
 * so no token is skipped in silence. Chevrotain's own recovery stays on as the last resort.
 */
class UnitParser extends EmbeddedActionsParser {
  problems: Problem[] = [];

  constructor() {
    super(allTokens, { recoveryEnabled: true });
    this.performSelfAnalysis();
  }

  unit = this.RULE('unit', (): BodyItem[] => {
    const items: BodyItem[] = [];
    this.MANY(() => {
      this.OR([
        { ALT: () => this.SUBRULE(this.line, { ARGS: [items] }) },
        {
          ALT: () => {
            const braces: IToken[] = [];
            this.AT_LEAST_ONE(() => braces.push(this.CONSUME(RightBrace)));
            this.ACTION(() => items.push(this.strayBraces(braces)));
          },
        },
      ]);
    });
    return items;
  });

  /** One line: nothing, an entry, a grid row, or something no line may begin with. */
  private line = this.RULE('line', (items: BodyItem[]): void => {
    this.OR([
      { ALT: () => this.CONSUME(Newline) },
      { ALT: () => this.SUBRULE(this.entry, { ARGS: [items] }) },
      { ALT: () => this.SUBRULE(this.row, { ARGS: [items] }) },
      { ALT: () => this.SUBRULE(this.headless, { ARGS: [items] }) },
      { ALT: () => this.SUBRULE(this.stray, { ARGS: [items] }) },
    ]);
  });

  private entry = this.RULE('entry', (items: BodyItem[]): void => {
    const first = this.CONSUME(WordToken);
    const parts: Part[] = [];
    this.MANY(() => this.SUBRULE(this.part, { ARGS: [parts] }));
    const text = this.OPTION(() => {
      const token = this.CONSUME(Text);
      return this.ACTION(() => this.textBlock(token));
    });
    const body = this.OPTION1(() => this.SUBRULE(this.body));
    const junk = this.SUBRULE(this.junk);
    this.ACTION(() => {
      const keyword: Word = { type: 'word', text: first.image, span: spanOf(first) };
      const ends = [keyword.span, parts.at(-1)?.span, text?.span, body?.span, junk];
      const end = Math.max(...ends.map((span) => span?.end ?? 0));
      items.push({
        type: 'entry',
        keyword,
        parts,
        text,
        body,
        span: { start: keyword.span.start, end },
      });
    });
  });

  private part = this.RULE('part', (parts: Part[]): void => {
    this.OR([
      {
        ALT: () => {
          const token = this.CONSUME(WordToken);
          this.ACTION(() => parts.push({ type: 'word', text: token.image, span: spanOf(token) }));
        },
      },
      {
        ALT: () => {
          const token = this.CONSUME(Quotes);
          this.ACTION(() => parts.push(this.quoted(token)));
        },
      },
      {
        ALT: () => {
          const token = this.CONSUME(Comma);
          this.ACTION(() => parts.push({ type: 'comma', text: ',', span: spanOf(token) }));
        },
      },
      {
        ALT: () => {
          const token = this.CONSUME(Colon);
          this.ACTION(() => parts.push({ type: 'colon', text: ':', span: spanOf(token) }));
        },
      },
    ]);
  });

  private body = this.RULE('body', (): Body => {
    const open = this.CONSUME(LeftBrace);
    const items: BodyItem[] = [];
    this.MANY(() => this.SUBRULE(this.line, { ARGS: [items] }));
    const close = this.OPTION(() => this.CONSUME(RightBrace));
    return this.ACTION(() => ({
      items,
      closed: close !== undefined,
      span: {
        start: open.startOffset,
        end: close === undefined ? (items.at(-1)?.span.end ?? tokenEnd(open)) : tokenEnd(close),
      },
    }));
  });

  private row = this.RULE('row', (items: BodyItem[]): void => {
    const pipes = [this.CONSUME(Pipe)];
    let parts: Part[] = [];
    const contents = [parts];
    this.MANY(() => {
      this.OR([
        { ALT: () => this.SUBRULE(this.part, { ARGS: [parts] }) },
        {
          ALT: () => {
            const pipe = this.CONSUME1(Pipe);
            this.ACTION(() => {
              pipes.push(pipe);
              contents.push((parts = []));
            });
          },
        },
      ]);
    });
    const junk = this.SUBRULE(this.junk);
    this.ACTION(() => items.push(gridRow(pipes, contents, junk)));
  });

  /** A body whose header is gone or stands on the line above. */
  private headless = this.RULE('headless', (items: BodyItem[]): void => {
    const body = this.SUBRULE(this.body);
    this.SUBRULE(this.junk);
    this.ACTION(() => items.push({ type: 'stray', body, span: body.span }));
  });

  private stray = this.RULE('stray', (items: BodyItem[]): void => {
    const first = this.OR([
      { ALT: () => this.CONSUME(Quotes) },
      { ALT: () => this.CONSUME(Text) },
      { ALT: () => this.CONSUME(Comma) },
      { ALT: () => this.CONSUME(Colon) },
      { ALT: () => this.CONSUME(Unknown) },
    ]);
    const tokens = [first];
    this.MANY(() => this.SUBRULE(this.restOfLine, { ARGS: [tokens] }));
    this.ACTION(() =>
      items.push({ type: 'stray', body: undefined, span: this.unreadable(tokens) }),
    );
  });

  /** What remains on a line after all that may stand there: one problem for all of it. */
  private junk = this.RULE('junk', (): Span | undefined => {
    const tokens: IToken[] = [];
    this.MANY(() => this.SUBRULE(this.restOfLine, { ARGS: [tokens] }));
    return this.ACTION(() => (tokens.length > 0 ? this.unreadable(tokens) : undefined));
  });

  private restOfLine = this.RULE('restOfLine', (tokens: IToken[]): void => {
    const token = this.OR([
      { ALT: () => this.CONSUME(WordToken) },
      { ALT: () => this.CONSUME(Quotes) },
      { ALT: () => this.CONSUME(Text) },
      { ALT: () => this.CONSUME(Comma) },
      { ALT: () => this.CONSUME(Colon) },
      { ALT: () => this.CONSUME(Pipe) },
      { ALT: () => this.CONSUME(Unknown) },
    ]);
    this.ACTION(() => tokens.push(token));
  });

  private quoted(token: IToken): Part {
    const { text, closed } = unquote(token.image);
    const span = spanOf(token);
    if (!closed) {
      const end = { start: span.end, end: span.end };
      const found = problem('unclosed-quote', span);
      this.problems.push(withRepair(found, { title: 'Close the quotation', span: end, text: '"' }));
    }
    return { type: 'quoted', text, span };
  }

  private textBlock(token: IToken): TextBlock {
    const { text, closed } = dedent(token.image);
    const opening = { start: token.startOffset, end: token.startOffset + 3 };
    if (!closed) this.problems.push(problem('unclosed-text', opening));
    return { text, closed, span: spanOf(token) };
  }

  private strayBraces(braces: readonly IToken[]): Stray {
    const span = spanOver(braces);
    const found = problem('stray-brace', span);
    this.problems.push(withRepair(found, { title: 'Take out the }', span, text: '' }));
    return { type: 'stray', body: undefined, span };
  }

  private unreadable(tokens: readonly IToken[]): Span {
    const span = spanOver(tokens);
    const text = tokens.map((token) => token.image).join(' ');
    this.problems.push(problem('unreadable-text', span, text));
    return span;
  }
}

function gridRow(pipes: readonly IToken[], contents: Part[][], junk: Span | undefined): GridRow {
  const cells: GridCell[] = [];
  for (const [index, parts] of contents.entries()) {
    const open = pipes[index];
    const close = pipes[index + 1];
    if (open === undefined || (close === undefined && parts.length === 0)) continue;
    const end = close?.startOffset ?? parts.at(-1)?.span.end ?? tokenEnd(open);
    cells.push({ parts, span: { start: tokenEnd(open), end } });
  }
  const start = pipes[0]?.startOffset ?? 0;
  const lastPipe = pipes.at(-1);
  const end = Math.max(
    cells.at(-1)?.span.end ?? 0,
    lastPipe ? tokenEnd(lastPipe) : 0,
    junk?.end ?? 0,
  );
  return { type: 'row', cells, span: { start, end } };
}

const parser = new UnitParser();

/**
 * Reads the text of one unit into its tree. Never throws: what cannot be read is a problem with
 * its place, and the rest stands.
 */
export function parseUnit(text: string): Tree {
  const { tokens, comments } = tokenize(text);
  const { kept, problems } = limitDepth(tokens);
  parser.input = kept;
  parser.problems = problems;
  const items = parser.unit();
  const lastComment = comments.at(-1);
  if (lastComment !== undefined && isUnclosedComment(lastComment.image)) {
    const start = lastComment.startOffset;
    problems.push(problem('unclosed-comment', { start, end: start + 2 }));
  }
  return { items, problems };
}

const isUnclosedComment = (image: string): boolean =>
  image.startsWith('/*') && (image.length < 4 || !image.endsWith('*/'));

/** Leaves out what lies deeper than the limit, before the parser could run out of stack. */
function limitDepth(tokens: IToken[]): { kept: IToken[]; problems: Problem[] } {
  let depth = 0;
  let reported = false;
  const problems: Problem[] = [];
  const kept = tokens.filter((token) => {
    if (token.tokenType === RightBrace) {
      if (depth > 0) depth--;
      return depth < depthLimit;
    }
    if (token.tokenType === LeftBrace) {
      depth++;
      if (depth > depthLimit && !reported) {
        reported = true;
        problems.push(problem('too-deep', spanOf(token), depthLimit));
      }
    }
    return depth <= depthLimit;
  });
  return { kept, problems };
}
