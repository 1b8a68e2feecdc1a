import { paperAsMarkdown } from '../formats/markdown.ts';
import { renderPaper } from '../html/page.ts';
import type { Before } from '../papers/paper-spec.ts';
import { changesAsJson } from './json.ts';
import { changesPaper, comparisonOf, type Comparison } from './paper.ts';
import { changesAsText } from './text.ts';

/** A form in which it is said what changed. */
export interface ChangeFormat {
  readonly id: string;
  /** What it is for, as docs/commands.md says it. */
  readonly use: string;
  readonly write: (before: Before, after: Before) => string;
}

const format = (
  id: string,
  use: string,
  write: (comparison: Comparison) => string,
): ChangeFormat => ({
  id,
  use,
  write: (before, after) => write(comparisonOf(before, after)),
});

/** Every form of changes. A new one is one file and one line here. */
export const changeFormats: readonly ChangeFormat[] = [
  format('text', 'a line a change, cut to the width of a terminal', changesAsText),
  format('json', 'data, for programs', changesAsJson),
  format('markdown', 'for a wiki, an e-mail or a pull request', (comparison) =>
    paperAsMarkdown(changesPaper(comparison)),
  ),
  format('html', 'one page that needs nothing else, to read or to print', (comparison) =>
    renderPaper(changesPaper(comparison)),
  ),
];
