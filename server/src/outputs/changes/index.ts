import { paperAsMarkdown } from '../formats/markdown.ts';
import { renderPaper } from '../html/page.ts';
import type { Before } from '../papers/paper-spec.ts';
import { changesAsJson } from './json.ts';
import { changesPaper, comparisonOf, type Comparison } from './paper.ts';
import { changesAsText } from './text.ts';

/** A form in which it is said what changed. */
export interface ChangeFormat {
  readonly id: string;
  readonly write: (before: Before, after: Before) => string;
}

const format = (id: string, write: (comparison: Comparison) => string): ChangeFormat => ({
  id,
  write: (before, after) => write(comparisonOf(before, after)),
});

/** Every form of changes. A new one is one file and one line here. */
export const changeFormats: readonly ChangeFormat[] = [
  format('text', changesAsText),
  format('json', changesAsJson),
  format('markdown', (comparison) => paperAsMarkdown(changesPaper(comparison))),
  format('html', (comparison) => renderPaper(changesPaper(comparison))),
];
