import type { IToken } from 'chevrotain';
import { problem, withRepair, type Problem } from './problems.ts';
import { Colon, Comma, dedent, tokenEnd, unquote, WordToken } from './tokens.ts';
import type { GridCell, GridRow, Part, Span, TextBlock } from './tree.ts';

/** What the leaves of the tree are made of: tokens with their places. */

export const spanOf = (token: IToken): Span => ({
  start: token.startOffset,
  end: tokenEnd(token),
});

/** From the first of some tokens to the last. */
export function spanOver(tokens: readonly IToken[]): Span {
  const [first] = tokens;
  const last = tokens.at(-1);
  return { start: first?.startOffset ?? 0, end: last === undefined ? 0 : tokenEnd(last) };
}

/** A part of a line; a quotation that is not closed is a problem. */
export function partOf(token: IToken, problems: Problem[]): Part {
  const { tokenType } = token;
  if (tokenType === WordToken) return { type: 'word', text: token.image, span: spanOf(token) };
  if (tokenType === Comma) return { type: 'comma', text: ',', span: spanOf(token) };
  if (tokenType === Colon) return { type: 'colon', text: ':', span: spanOf(token) };
  const { text, closed } = unquote(token.image);
  const span = spanOf(token);
  if (!closed) {
    const end = { start: span.end, end: span.end };
    const found = problem('unclosed-quote', span);
    problems.push(withRepair(found, { title: 'Close the quotation', span: end, text: '"' }));
  }
  return { type: 'quoted', text, span };
}

/** A long text; one that is not closed is a problem. */
export function textBlockOf(token: IToken, problems: Problem[]): TextBlock {
  const { text, closed } = dedent(token.image);
  const opening = { start: token.startOffset, end: token.startOffset + 3 };
  if (!closed) problems.push(problem('unclosed-text', opening));
  return { text, closed, span: spanOf(token) };
}

/**
 * A row of a grid: `contents` are the parts after each of the bars.
 * @param junk what stands behind it and cannot be read
 */
export function gridRowOf(
  pipes: readonly IToken[],
  contents: readonly (readonly Part[])[],
  junk: Span | undefined,
): GridRow {
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
