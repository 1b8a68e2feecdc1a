import { findBrowser } from '../../hosts/browser.ts';
import { paperFormat } from '../../outputs/formats/index.ts';
import type { PaperFormat } from '../../outputs/formats/format.ts';
import { filesOf } from '../../outputs/formats/pack.ts';
import type { NamedPaper } from '../../outputs/papers/index.ts';
import { CannotGoOn } from '../exit.ts';
import type { Keep } from '../output.ts';
import { showProgress } from '../terminal.ts';
import { noBrowser, Printer } from './print.ts';

/** What commands that make papers share. */

/** The parts of a list with commas. */
export const parts = (list: string): string[] => list.split(',').map((part) => part.trim());

/**
 * The formats of a list with commas.
 * @throws CannotGoOn when there is no such format
 */
export const formatsOf = (list: string): PaperFormat[] => parts(list).map(formatOf);

function formatOf(id: string): PaperFormat {
  const format = paperFormat(id);
  if ('wrong' in format) throw new CannotGoOn(format.wrong);
  return format;
}

/** What came of papers that were to be made. */
export interface Made {
  /** The ids of the papers that were made. */
  readonly papers: readonly string[];
  /** How many files they became. */
  readonly files: number;
  /** In words why some that a browser was to print are not among them. */
  readonly unprinted: string | undefined;
}

/**
 * Makes the files that papers become, while a terminal is told how far that is.
 * @param keep is handed each file when it is made
 * @throws CannotGoOn when all of them need a browser, and there is none
 */
export async function makePapers(
  papers: Iterable<NamedPaper>,
  formats: readonly PaperFormat[],
  keep: Keep,
): Promise<Made> {
  const browser = formats.some(({ needs }) => needs === 'browser') ? findBrowser() : undefined;
  if (browser === undefined && formats.every(({ needs }) => needs === 'browser')) {
    throw new CannotGoOn(noBrowser);
  }
  const printer = new Printer(browser);
  const made: string[] = [];
  let files = 0;
  const written = filesOf(papers, formats.map(loaded), ({ id, paper }) => {
    made.push(id);
    showProgress(`Paper ${String(made.length)}: ${paper.heading.title}`);
  });
  for await (const file of written) {
    const printed = await printer.printed(file);
    if (printed === undefined) continue;
    await keep(printed);
    files += 1;
  }
  showProgress('');
  return { papers: made, files, unprinted: printer.unprinted };
}

/** A format that says in one line when the part of the program that writes it is missing. */
const loaded = (format: PaperFormat): PaperFormat => ({
  ...format,
  async write(paper, name) {
    try {
      return await format.write(paper, name);
    } catch (error) {
      if (!isMissingModule(error)) throw error;
      const file = `mustdo-${format.id}.mjs`;
      throw new CannotGoOn(
        `${format.id} is written by ${file}, which belongs beside mustdo.js: copy it there.`,
      );
    }
  },
});

const isMissingModule = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND';
