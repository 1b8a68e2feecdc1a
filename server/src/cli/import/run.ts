import { basename, dirname, extname, resolve } from 'node:path';
import manifest from '../../../package.json' with { type: 'json' };
import { isThere, NodeHost, reasonOf } from '../../hosts/node.ts';
import { writeFolder } from '../../hosts/write.ts';
import type { Refusal } from '../../imports/cells.ts';
import { limits } from '../../imports/limits.ts';
import type { Mapping } from '../../imports/recognise/mapping.ts';
import type { Imported } from '../../imports/written/import.ts';
import { flagsAsText } from '../../outputs/flags/text.ts';
import { forLog, oneLine } from '../../outputs/flags/plain.ts';
import { newProjectOf, reportFile } from '../../outputs/imports/new-project.ts';
import { importInWords } from '../../outputs/imports/report.ts';
import { asAtDate } from '../clock.ts';
import { CannotGoOn } from '../exit.ts';
import { writeOutput } from '../output.ts';
import { paint, showProgress } from '../terminal.ts';

export interface ImportOptions {
  readonly output?: string;
  readonly map?: string;
  readonly saveMap?: string;
  readonly colours?: string;
  readonly asAt?: string;
}

/** Reading workbooks and documents is only loaded by those who import one. */
const imports = () => import('../../imports/index.ts');

/**
 * Makes a project of a file: the whole folder or nothing.
 * @throws CannotGoOn when the call or the file is at fault, or the folder cannot be written
 */
export async function importFile(file: string, options: ImportOptions): Promise<void> {
  const { folderFor, importedFrom, planIdIn, readSheets } = await imports();
  const origin = file === '-' ? 'standard input' : basename(file);
  const stem = file === '-' ? 'imported' : basename(file, extname(file));
  const folder = options.output ?? folderFor(stem);
  if (await isThere(folder))
    throw new CannotGoOn(`${folder} is already there; nothing was changed.`);
  const mapping = await mappingFrom(options);
  showProgress(`Reading ${origin} …`);
  const sheets = orStop(origin, await readSheets(await bytesOf(file)));
  showProgress(`Recognising ${origin} …`);
  const id = planIdIn(basename(resolve(folder)));
  const imported = importedFrom(sheets, mapping, { id, origin });
  if (imported === undefined) {
    if (options.saveMap !== undefined) await saveMapping(options.saveMap, undefined, mapping);
    throw new CannotGoOn(
      `${origin} has no row of headings that can be recognised: say which column is which with --map (docs/import.md shows how).`,
    );
  }
  const { files, checked } = await newProjectOf(imported, {
    ...{ origin, folder, version: manifest.version },
    dayOf: (settings) => asAtDate(options.asAt, settings),
  });
  showProgress(`Writing ${folder} …`);
  const wrong = await writeFolder(folder, files);
  if (wrong !== undefined) throw new CannotGoOn(`${folder} cannot be written: ${wrong}.`);
  if (options.saveMap !== undefined) await saveMapping(options.saveMap, imported, mapping);
  showProgress('');
  const lines = [...importInWords(imported), `All of it is in ${folder}/${reportFile}. Its flags:`];
  process.stdout.write(
    `${lines.map((line) => forLog(oneLine(line))).join('\n')}\n\n${flagsAsText(checked, paint)}`,
  );
}

/** @throws CannotGoOn in one line where something was refused */
function orStop<T extends object>(name: string, made: T | Refusal): T {
  if ('wrong' in made) throw new CannotGoOn(`${name} ${made.wrong}.`);
  return made;
}

async function bytesOf(file: string): Promise<Uint8Array<ArrayBuffer>> {
  if (file === '-') return standardInput();
  const host = new NodeHost(dirname(file));
  return host.read(basename(file), limits.file).then(
    (bytes) => new Uint8Array(bytes),
    (error: unknown) => {
      throw new CannotGoOn(`${file} cannot be read: ${reasonOf(error)}.`);
    },
  );
}

async function standardInput(): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of process.stdin as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > limits.file) break;
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

async function mappingFrom({ map, colours }: ImportOptions): Promise<Mapping> {
  const { noMapping, readColours, readMapping } = await imports();
  let mapping = noMapping;
  if (map !== undefined) {
    const bytes = await bytesOf(map);
    mapping = orStop(map, readMapping(new TextDecoder().decode(bytes)));
  }
  if (colours === undefined) return mapping;
  const pairs = colours.split(',').map((pair): readonly [string, string] => {
    const [colour = '', words = ''] = pair.split('=');
    return [colour.trim(), words];
  });
  const { key } = orStop('--colours', readColours(pairs));
  return { ...mapping, colours: new Map([...mapping.colours, ...key]) };
}

async function saveMapping(
  path: string,
  imported: Imported | undefined,
  mapping: Mapping,
): Promise<void> {
  const { mappingFile } = await imports();
  const met = (imported?.tables ?? []).flatMap(({ columns }) => columns);
  await writeOutput(path, mappingFile(met, mapping));
}
