import type { PaperFile } from '../../outputs/formats/format.ts';
import { printPage } from '../../hosts/browser.ts';
import { showProgress } from '../terminal.ts';

/** What to do where there is no browser. */
export const noBrowser =
  'No browser was found that could print a PDF. Install Chrome, Edge or Chromium, name one in MUSTDO_BROWSER, or write --format html, open that and print it.';

/** Has a browser print those files that need it; after the first failure no other is tried. */
export class Printer {
  readonly #browser: string | undefined;
  #unprinted: string | undefined;

  /** @param browser the path of its program; undefined where there is none */
  constructor(browser: string | undefined) {
    this.#browser = browser;
  }

  /** Why files that were to be printed are not among what was, in words. */
  get unprinted(): string | undefined {
    return this.#unprinted;
  }

  /** A file as it is to be written; undefined where it was not printed. */
  async printed(file: PaperFile): Promise<PaperFile | undefined> {
    if (file.toPrint !== true) return file;
    if (this.#browser === undefined) this.#unprinted = noBrowser;
    if (this.#browser === undefined || this.#unprinted !== undefined) return undefined;
    showProgress(`Printing ${file.name}`);
    const printed = await printPage(this.#browser, String(file.content));
    if (!('wrong' in printed)) return { name: file.name, content: printed };
    this.#unprinted = `${file.name} was not printed: ${printed.wrong}`;
    return undefined;
  }
}
