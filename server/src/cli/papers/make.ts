import { findBrowser } from '../../hosts/browser.ts';
import { paperFormat } from '../../outputs/formats/index.ts';
import type { PaperFormat } from '../../outputs/formats/format.ts';
import { filesOf } from '../../outputs/formats/pack.ts';
import type { NamedPaper } from '../../outputs/papers/index.ts';
import { CannotGoOn } from '../exit.ts';
import { showProgress } from '../terminal.ts';
import { noBrowser, printAll, type Printed } from './print.ts';

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

/**
 * The files that papers become, while a terminal is told how far that is.
 * @throws CannotGoOn when all of them need a browser, and there is none
 */
export async function paperFiles(
  made: readonly NamedPaper[],
  formats: readonly PaperFormat[],
): Promise<Printed> {
  const browser = formats.some(({ needs }) => needs === 'browser') ? findBrowser() : undefined;
  if (browser === undefined && formats.every(({ needs }) => needs === 'browser')) {
    throw new CannotGoOn(noBrowser);
  }
  const written = await filesOf(made, formats.map(loaded), ({ paper }, index) => {
    showProgress(`${String(index + 1)} of ${String(made.length)}: ${paper.heading.title}`);
  });
  const printed = await printAll(written, browser);
  showProgress('');
  return printed;
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
