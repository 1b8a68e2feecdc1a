import type { IToken } from 'chevrotain';
import { spanOf } from './pieces.ts';
import { problem, type Problem } from './problems.ts';
import { LeftBrace, RightBrace } from './tokens.ts';

/** How many blocks may stand inside one another. */
export const depthLimit = 8;

/**
 * Leaves out what lies deeper than the limit, before the parser could run out of stack.
 * @param problems gets one more where anything was left out
 */
export function withinDepth(tokens: IToken[], problems: Problem[]): IToken[] {
  const tooDeep = firstTooDeep(tokens);
  if (tooDeep === undefined) return tokens;
  problems.push(problem('too-deep', spanOf(tooDeep), depthLimit));
  let depth = 0;
  return tokens.filter((token) => {
    if (token.tokenType === RightBrace) {
      if (depth > 0) depth--;
      return depth < depthLimit;
    }
    if (token.tokenType === LeftBrace) depth++;
    return depth <= depthLimit;
  });
}

function firstTooDeep(tokens: readonly IToken[]): IToken | undefined {
  let depth = 0;
  for (const token of tokens) {
    if (token.tokenType === RightBrace) depth = Math.max(depth - 1, 0);
    else if (token.tokenType === LeftBrace && ++depth > depthLimit) return token;
  }
  return undefined;
}
