import { chosen } from '../../plan/choices.ts';
import { csv } from './csv.ts';
import { docx } from './docx.ts';
import { textFormat, type PaperFormat } from './format.ts';
import { html } from './html.ts';
import { paperAsJson } from './json.ts';
import { paperAsMarkdown } from './markdown.ts';
import { pdf } from './pdf.ts';
import { xlsx } from './xlsx.ts';

/** Every form of a paper. A new one is one file and one line here. */
export const paperFormats: readonly PaperFormat[] = [
  docx,
  xlsx,
  html,
  pdf,
  csv,
  textFormat(
    'markdown',
    'md',
    'text with tables, for a wiki, an e-mail or a pull request',
    paperAsMarkdown,
  ),
  textFormat('json', 'json', 'data, for programs', paperAsJson),
];

/** The format of an id, or in words what was meant. */
export const paperFormat = (id: string): PaperFormat | { readonly wrong: string } =>
  chosen('format', id, paperFormats);
