import { FoldingRangeKind, type FoldingRange } from 'vscode-languageserver-types';
import { LeftBrace, RightBrace, Text, tokenEnd, tokenize } from '../language/tokens.ts';
import type { Span } from '../language/tree.ts';
import type { Ask } from './ask.ts';
import { keptByUnit } from './per-unit.ts';

interface Fold extends Span {
  readonly isComment: boolean;
  /** Whether its last line stays in sight: a `}`, or the `"""` that closes a text. */
  readonly keepsEnd: boolean;
}

/** What can be folded: blocks, long texts, comments over several lines and runs of line comments. */
export function foldingRanges({ file }: Ask): FoldingRange[] {
  const ranges: FoldingRange[] = [];
  for (const unit of file.units) {
    for (const { startLine, endLine, ...kind } of rangesIn(unit)) {
      ranges.push({ startLine: startLine + unit.line, endLine: endLine + unit.line, ...kind });
    }
  }
  return ranges;
}

/** With lines counted from the unit's first. */
const rangesIn = keptByUnit((unit): readonly FoldingRange[] => {
  return foldsOf(unit.text).flatMap(({ start, end, isComment, keepsEnd }) => {
    const startLine = unit.lineAt(start);
    const endLine = unit.lineAt(end) - (keepsEnd ? 1 : 0);
    if (endLine <= startLine) return [];
    return [{ startLine, endLine, ...(isComment ? { kind: FoldingRangeKind.Comment } : {}) }];
  });
});

function foldsOf(text: string): readonly Fold[] {
  const { tokens, comments } = tokenize(text);
  const folds: Fold[] = [];
  const open: number[] = [];
  for (const token of tokens) {
    const start = token.startOffset;
    const end = tokenEnd(token);
    if (token.tokenType === LeftBrace) open.push(start);
    if (token.tokenType === Text) {
      const keepsEnd = /[\r\n][ \t]*"""\s*$/.test(token.image);
      folds.push({
        start,
        end: keepsEnd ? end : trimmedEnd(text, end),
        isComment: false,
        keepsEnd,
      });
    }
    if (token.tokenType === RightBrace) {
      const from = open.pop();
      if (from !== undefined) folds.push({ start: from, end, isComment: false, keepsEnd: true });
    }
  }
  for (const start of open) {
    folds.push({ start, end: trimmedEnd(text, text.length), isComment: false, keepsEnd: false });
  }
  const spans = comments.map((comment) => ({
    start: comment.startOffset,
    end: tokenEnd(comment),
  }));
  return [...folds, ...commentFolds(text, spans)];
}

const trimmedEnd = (text: string, end: number): number => text.slice(0, end).trimEnd().length;

/** Block comments, and line comments on lines of their own that follow one another. */
function commentFolds(text: string, comments: readonly Span[]): Fold[] {
  const folds: { start: number; end: number; isComment: true; keepsEnd: false }[] = [];
  let run: (typeof folds)[number] | undefined;
  for (const { start, end } of comments) {
    const isLine = text.startsWith('//', start);
    const isAlone = /(^|[\r\n])[ \t\ufeff]*$/.test(text.slice(Math.max(start - 200, 0), start));
    const follows =
      run !== undefined && /^[ \t]*(\r\n|\n|\r)[ \t]*$/.test(text.slice(run.end, start));
    if (run !== undefined && isLine && isAlone && follows) {
      run.end = end;
      continue;
    }
    const fold = { start, end, isComment: true, keepsEnd: false } as const;
    run = isLine && isAlone ? { ...fold } : undefined;
    folds.push(run ?? fold);
  }
  return folds;
}
