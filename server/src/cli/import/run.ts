import { basename, extname, resolve } from 'node:path';
import manifest from '../../../package.json' with { type: 'json' };
import { isThere } from '../../hosts/node.ts';
import { writeFolder } from '../../hosts/write.ts';
import type { Mapping } from '../../imports/recognise/mapping.ts';
import type { Imported } from '../../imports/written/import.ts';
import { flagsAsText } from '../../outputs/flags/text.ts';
import { forLog, oneLine } from '../../outputs/flags/plain.ts';
import { newProjectOf, reportFile } from '../../outputs/imports/new-project.ts';
import { importInWords } from '../../outputs/imports/report.ts';
import { asAtDate } from '../clock.ts';
import { CannotGoOn } from '../exit.ts';
import { writeOutput } from '../output.ts';
import { paint, progressBar, showProgress } from '../terminal.ts';
import { bytesOf, imports, mappingFrom, originOf, orStop, type SaidOfColumns } from './source.ts';
import { updateFrom, type UpdateOptions } from './update.ts';

export interface ImportOptions extends SaidOfColumns, UpdateOptions {
  readonly output?: string;
  readonly update?: string;
  readonly saveMap?: string;
}

/** How much of a long import is done when each part of it is; measured with ten thousand rows. */
const shares = { read: 0.2, recognised: 0.5, checked: 0.95 } as const;

/**
 * Makes a project of a file: the whole folder or nothing.
 * @throws CannotGoOn when the call or the file is at fault, or the folder cannot be written
 */
export async function importFile(file: string, options: ImportOptions): Promise<void> {
  const { update } = options;
  if (update !== undefined) {
    if (options.output !== undefined || options.saveMap !== undefined)
      throw new CannotGoOn(
        'say either -o and --save-map for a new folder, or --update for a plan that is there.',
      );
    return updateFrom(file, update, options);
  }
  const [needless] = (['yes', 'dryRun', 'keepPlan'] as const).filter(
    (one) => options[one] === true,
  );
  if (needless !== undefined)
    throw new CannotGoOn(
      `--${needless.replace(/[A-Z]/, (letter) => `-${letter.toLowerCase()}`)} is for --update.`,
    );
  const { folderFor } = await imports();
  const origin = originOf(file);
  const stem = file === '-' ? 'imported' : basename(file, extname(file));
  const folder = options.output ?? folderFor(stem);
  if (await isThere(folder))
    throw new CannotGoOn(`${folder} is already there; nothing was changed.`);
  const mapping = await mappingFrom(options);
  const imported = await takenIn(file, folder, mapping);
  if (imported === undefined) {
    if (options.saveMap !== undefined) await saveMapping(options.saveMap, undefined, mapping);
    throw new CannotGoOn(
      `${origin} has no row of headings that can be recognised: say which column is which with --map (docs/import.md shows how).`,
    );
  }
  tell(shares.recognised, 'Checking the plan');
  const { files, checked } = await newProjectOf(imported, {
    ...{ origin, folder, version: manifest.version },
    dayOf: (settings) => asAtDate(options.asAt, settings),
  });
  tell(shares.checked, `Writing ${folder}`);
  const wrong = await writeFolder(folder, files);
  if (wrong !== undefined) throw new CannotGoOn(`${folder} cannot be written: ${wrong}.`);
  if (options.saveMap !== undefined) await saveMapping(options.saveMap, imported, mapping);
  showProgress('');
  const lines = [...importInWords(imported), `All of it is in ${folder}/${reportFile}. Its flags:`];
  process.stdout.write(
    `${lines.map((line) => forLog(oneLine(line))).join('\n')}\n\n${flagsAsText(checked, paint)}`,
  );
}

/** What a file makes; the cells themselves are given up with the call, before the plan takes up memory. */
async function takenIn(
  file: string,
  folder: string,
  mapping: Mapping,
): Promise<Imported | undefined> {
  const { importedFrom, planIdIn, readSheets } = await imports();
  const origin = originOf(file);
  const reading = `Reading ${origin}`;
  tell(0, reading);
  const read = await readSheets(await bytesOf(file), (share) => tell(shares.read * share, reading));
  const sheets = orStop(origin, read);
  tell(shares.read, `Recognising ${origin}`);
  return importedFrom(sheets, mapping, { id: planIdIn(basename(resolve(folder))), origin });
}

const tell = (share: number, words: string): void =>
  showProgress(`${progressBar(share)} ${words} …`);

async function saveMapping(
  path: string,
  imported: Imported | undefined,
  mapping: Mapping,
): Promise<void> {
  const { mappingFile } = await imports();
  await writeOutput(path, mappingFile(imported?.tables ?? [], mapping));
}
