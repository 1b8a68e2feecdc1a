import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findOffice } from '../../scripts/office.mjs';

/**
 * Has LibreOffice turn files into files of another form, beside each other in a folder: all of them in one run, because it
 * takes longer to start than to convert. It has a profile of its own there, as two runs cannot share one.
 * @param to as LibreOffice names a form: `pdf`, `csv:…`
 */
export function convert(files: readonly string[], to: string, folder: string): void {
  const office = findOffice();
  if (office === undefined)
    throw new Error('There is no LibreOffice: npm run test:office gets it.');
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  run(office, [profile, '--headless', '--convert-to', to, '--outdir', folder, ...files]);
}

/** The text of a PDF as it stands on its pages, which are apart by form feeds. */
export const textOfPdf = (file: string): string => run('pdftotext', ['-layout', file, '-']);

/** How wide and how high each page of a PDF is, in whole points. */
export const sizesOf = (file: string): (readonly [number, number])[] =>
  [...run('pdfinfo', ['-l', '-1', file]).matchAll(/size:\s+([\d.]+) x ([\d.]+) pts/g)].map(
    ([, width, height]) => [Math.round(Number(width)), Math.round(Number(height))] as const,
  );

/** Writes a picture of each page: `NAME-1.png`, … */
export function picturesOf(file: string, name: string): void {
  run('pdftoppm', ['-r', '60', '-png', file, name]);
}

function run(program: string, args: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    encoding: 'utf8',
    // LibreOffice writes days as the language of the machine has them.
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
    maxBuffer: 64 * 1024 * 1024,
    timeout: 100_000,
  });
  if (status !== 0) throw new Error(`${program} failed: ${stderr}`, { cause: error });
  return stdout;
}
