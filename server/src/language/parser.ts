import { EmbeddedActionsParser, type IToken } from 'chevrotain';
import { withinDepth } from './depth.ts';
import { gridRowOf, partOf, spanOf, spanOver, textBlockOf } from './pieces.ts';
import { problem, withRepair, type Problem } from './problems.ts';
import {
  allTokens,
  Colon,
  Comma,
  Inline,
  Junk,
  LeftBrace,
  Newline,
  Pipe,
  Quotes,
  RightBrace,
  Text,
  tokenEnd,
  tokenize,
  Unknown,
  WordToken,
} from './tokens.ts';
import type { Body, BodyItem, Part, Span, TextBlock, Word } from './tree.ts';

export { depthLimit } from './depth.ts';

/** The tree of one unit, with what could not be read in it. */
export interface Tree {
  readonly items: readonly BodyItem[];
  readonly problems: readonly Problem[];
}

/**
 * The grammar of the five shapes: lines, entries, bodies, texts and grid rows. It knows no keyword
 * and reads every sequence of tokens: what fits nowhere has rules of its own (`junk`, `stray`),
 * so no token is skipped in silence. Chevrotain's own recovery stays on as the last resort.
 *
 * A plan has a million tokens. So one token decides everywhere; what several kinds of tokens may be
 * is a kind of its own (`Inline`, `Junk`); and what a repetition runs is written once, as a field,
 * which works on what is being built, so that nothing is made anew for every token.
 */
export class UnitParser extends EmbeddedActionsParser {
  problems: Problem[] = [];
  /** The lines of the body, or of the unit, that is being read. */
  private items: BodyItem[] = [];
  /** The parts of the line that is being read. */
  private parts: Part[] = [];
  /** What cannot be read on that line. */
  private junk: IToken[] = [];

  /** @param check whether the rules themselves are checked, which takes long and which a test does */
  constructor(check: { readonly definitions: boolean }) {
    const skipValidations = !check.definitions;
    super(allTokens, { recoveryEnabled: true, maxLookahead: 1, skipValidations });
    this.performSelfAnalysis();
  }

  /** Reads tokens from the first to the last. */
  read(tokens: IToken[], problems: Problem[]): BodyItem[] {
    this.input = tokens;
    this.problems = problems;
    this.items = [];
    this.junk = [];
    this.unit();
    const { items } = this;
    this.input = [];
    return items;
  }

  /** One line: nothing, an entry, a grid row, or something no line may begin with. */
  private readonly lines = [
    { ALT: () => this.CONSUME(Newline) },
    { ALT: () => this.SUBRULE(this.entry) },
    { ALT: () => this.SUBRULE(this.row) },
    { ALT: () => this.SUBRULE(this.headless) },
    { ALT: () => this.SUBRULE(this.stray) },
  ];
  private readonly linesAndBraces = [...this.lines, { ALT: () => this.SUBRULE(this.strayBraces) }];

  private readonly takeLine = () => this.OR(this.lines);
  private readonly takeLineOrBraces = () => this.OR(this.linesAndBraces);
  private readonly takePart = () => this.parts.push(partOf(this.CONSUME(Inline), this.problems));
  private readonly takeText = (): TextBlock => {
    const token = this.CONSUME(Text);
    return this.ACTION(() => textBlockOf(token, this.problems));
  };
  private readonly takeBody = () => this.SUBRULE(this.body);
  private readonly takeBrace = () => this.CONSUME(RightBrace);
  private readonly takeJunk = () => this.junk.push(this.CONSUME(Junk));

  private unit = this.RULE('unit', (): void => {
    this.MANY(this.takeLineOrBraces);
  });

  private entry = this.RULE('entry', (): void => {
    const first = this.CONSUME(WordToken);
    const parts: Part[] = (this.parts = []);
    this.MANY(this.takePart);
    const text = this.OPTION(this.takeText);
    const body = this.OPTION1(this.takeBody);
    this.MANY1(this.takeJunk);
    this.ACTION(() => {
      this.addEntry(first, parts, text, body);
    });
  });

  private body = this.RULE('body', (): Body => {
    const open = this.CONSUME(LeftBrace);
    const around = this.items;
    const items: BodyItem[] = (this.items = []);
    this.MANY(this.takeLine);
    this.items = around;
    const close = this.OPTION(this.takeBrace);
    return this.ACTION(() => ({
      items,
      closed: close !== undefined,
      span: {
        start: open.startOffset,
        end: close === undefined ? (items.at(-1)?.span.end ?? tokenEnd(open)) : tokenEnd(close),
      },
    }));
  });

  private row = this.RULE('row', (): void => {
    const pipes = [this.CONSUME(Pipe)];
    const contents = [(this.parts = [])];
    this.MANY(() => {
      this.OR([
        { ALT: this.takePart },
        {
          ALT: () => {
            pipes.push(this.CONSUME1(Pipe));
            contents.push((this.parts = []));
          },
        },
      ]);
    });
    this.MANY1(this.takeJunk);
    this.ACTION(() => this.items.push(gridRowOf(pipes, contents, this.unreadable())));
  });

  /** A body whose header is gone or stands on the line above. */
  private headless = this.RULE('headless', (): void => {
    const body = this.SUBRULE(this.body);
    this.MANY(this.takeJunk);
    this.ACTION(() => {
      this.unreadable();
      this.items.push({ type: 'stray', body, span: body.span });
    });
  });

  private stray = this.RULE('stray', (): void => {
    const first = this.OR([
      { ALT: () => this.CONSUME(Quotes) },
      { ALT: () => this.CONSUME(Text) },
      { ALT: () => this.CONSUME(Comma) },
      { ALT: () => this.CONSUME(Colon) },
      { ALT: () => this.CONSUME(Unknown) },
    ]);
    this.junk.push(first);
    this.MANY(this.takeJunk);
    this.ACTION(() => {
      const span = this.unreadable() ?? spanOf(first);
      this.items.push({ type: 'stray', body: undefined, span });
    });
  });

  private strayBraces = this.RULE('strayBraces', (): void => {
    const braces: IToken[] = [];
    this.AT_LEAST_ONE(() => braces.push(this.CONSUME(RightBrace)));
    this.ACTION(() => {
      const span = spanOver(braces);
      const found = problem('stray-brace', span);
      this.problems.push(withRepair(found, { title: 'Take out the }', span, text: '' }));
      this.items.push({ type: 'stray', body: undefined, span });
    });
  });

  private addEntry(
    first: IToken,
    parts: readonly Part[],
    text: TextBlock | undefined,
    body: Body | undefined,
  ): void {
    const keyword: Word = { type: 'word', text: first.image, span: spanOf(first) };
    const last = this.unreadable() ?? body?.span ?? text?.span ?? parts.at(-1)?.span;
    const span = { start: first.startOffset, end: last?.end ?? keyword.span.end };
    this.items.push({ type: 'entry', keyword, parts, text, body, span });
  }

  /** What remains on a line after all that may stand there: one problem for all of it. */
  private unreadable(): Span | undefined {
    const { junk } = this;
    if (junk.length === 0) return undefined;
    this.junk = [];
    const span = spanOver(junk);
    const text = junk.map((token) => token.image).join(' ');
    this.problems.push(problem('unreadable-text', span, text));
    return span;
  }
}

const parser = new UnitParser({ definitions: false });

/**
 * Reads the text of one unit into its tree. Never throws: what cannot be read is a problem with
 * its place, and the rest stands.
 */
export function parseUnit(text: string): Tree {
  const { tokens, comments } = tokenize(text);
  const problems: Problem[] = [];
  const items = parser.read(withinDepth(tokens, problems), problems);
  const lastComment = comments.at(-1);
  if (lastComment !== undefined && isUnclosedComment(lastComment.image)) {
    const start = lastComment.startOffset;
    problems.push(problem('unclosed-comment', { start, end: start + 2 }));
  }
  return { items, problems };
}

const isUnclosedComment = (image: string): boolean =>
  image.startsWith('/*') && (image.length < 4 || !image.endsWith('*/'));
