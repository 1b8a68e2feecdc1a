/** A plan in which carets under a line show what is flagged there, the message beside them. */
export interface Marked {
  readonly plan: string;
  readonly expected: readonly MarkedFlag[];
}

export interface MarkedFlag {
  /** Lines and columns count from 1, as in a flag's range. */
  readonly line: number;
  readonly column: number;
  readonly length: number;
  readonly message: string;
}

/** Takes the caret lines out of a plan and says what they expect. */
export function readMarked(text: string): Marked {
  const lines: string[] = [];
  const expected: MarkedFlag[] = [];
  for (const line of text.replace(/^\n/, '').split('\n')) {
    const marker = /^(\s*)(\^+) (.*)$/.exec(line);
    if (marker === null) {
      lines.push(line);
      continue;
    }
    const [, before = '', carets = '', message = ''] = marker;
    expected.push({
      line: lines.length,
      column: before.length + 1,
      length: carets.length,
      message,
    });
  }
  return { plan: lines.join('\n'), expected };
}
