import type { PaperFile } from '../../outputs/formats/format.ts';
import { count } from '../../plan/words.ts';
import { printPage } from '../../hosts/browser.ts';
import { showProgress } from '../terminal.ts';

/** What to do where there is no browser. */
export const noBrowser =
  'No browser was found that could print a PDF. Install Chrome, Edge or Chromium, name one in MUSTDO_BROWSER, or write --format html, open that and print it.';

/** Files as they are to be written, and in words why some that a browser was to print are not among them. */
export interface Printed {
  readonly files: readonly PaperFile[];
  readonly unprinted: string | undefined;
}

/** Prints those of some files that need it; after the first failure no other is tried. */
export async function printAll(
  all: readonly PaperFile[],
  browser: string | undefined,
): Promise<Printed> {
  const pages = all.filter(({ toPrint }) => toPrint === true).length;
  const files: PaperFile[] = [];
  let unprinted = browser === undefined && pages > 0 ? noBrowser : undefined;
  let nth = 0;
  for (const file of all) {
    if (file.toPrint !== true) {
      files.push(file);
      continue;
    }
    if (browser === undefined || unprinted !== undefined) continue;
    showProgress(`Printing ${String(++nth)} of ${count(pages, 'page')}: ${file.name}`);
    const printed = await printPage(browser, String(file.content));
    if ('wrong' in printed) unprinted = `${file.name} was not printed: ${printed.wrong}`;
    else files.push({ name: file.name, content: printed });
  }
  return { files, unprinted };
}
