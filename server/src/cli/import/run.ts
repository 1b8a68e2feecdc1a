import { basename, dirname, extname, resolve } from 'node:path';
import manifest from '../../../package.json' with { type: 'json' };
import { checks } from '../../checks/index.ts';
import { checkProject } from '../../checks/project.ts';
import { isThere, NodeHost, reasonOf } from '../../hosts/node.ts';
import { writeFolder } from '../../hosts/write.ts';
import type { Refusal } from '../../imports/cells.ts';
import { limits } from '../../imports/limits.ts';
import type { Mapping } from '../../imports/recognise/mapping.ts';
import type { Imported } from '../../imports/written/import.ts';
import { flagsAsText } from '../../outputs/flags/text.ts';
import type { CheckedProject } from '../../outputs/flags/flag-report.ts';
import { forLog, oneLine } from '../../outputs/flags/plain.ts';
import { importInWords, importReport } from '../../outputs/imports/report.ts';
import { MemoryHost } from '../../plan/host.ts';
import { Plan } from '../../plan/plan.ts';
import { loadProject } from '../../plan/project.ts';
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

const reportFile = 'import-report.md';

/**
 * Makes a project of a file: the whole folder or nothing.
 * @throws CannotGoOn when the call or the file is at fault, or the folder cannot be written
 */
export async function importFile(file: string, options: ImportOptions): Promise<void> {
  const { idFrom, importedFrom, readSheets } = await imports();
  const origin = file === '-' ? 'standard input' : basename(file);
  const stem = file === '-' ? 'imported' : basename(file, extname(file));
  const folder = options.output ?? idFrom(stem)?.replaceAll('/', '-') ?? 'imported';
  if (await isThere(folder))
    throw new CannotGoOn(`${folder} is already there; nothing was changed.`);
  const mapping = await mappingFrom(options);
  showProgress(`Reading ${origin} …`);
  const sheets = orStop(origin, await readSheets(await bytesOf(file)));
  showProgress(`Recognising ${origin} …`);
  const id = idFrom(basename(resolve(folder))) ?? 'PLAN';
  const imported = importedFrom(sheets, mapping, { id, origin });
  if (imported === undefined) {
    if (options.saveMap !== undefined) await saveMapping(options.saveMap, undefined, mapping);
    throw new CannotGoOn(
      `${origin} has no row of headings that can be recognised: say which column is which with --map (docs/import.md shows how).`,
    );
  }
  const checked = await check(imported, options.asAt, `${folder}/`);
  const report = importReport(imported, origin, checked, manifest.version);
  showProgress(`Writing ${folder} …`);
  const wrong = await writeFolder(folder, new Map([...imported.files, [reportFile, report]]));
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
  const columns = new Map(
    (imported?.tables ?? [])
      .flatMap((table) => table.columns)
      .map((column) => [column.heading, column]),
  );
  await writeOutput(path, mappingFile(mapping.headingRow, [...columns.values()], mapping.colours));
}

/** The flags of the new project, before it is written. */
async function check(
  { files }: Imported,
  asAt: string | undefined,
  folder: string,
): Promise<CheckedProject> {
  const project = await loadProject(new MemoryHost(Object.fromEntries(files)));
  const plan = new Plan(project.files, false);
  const day = asAtDate(asAt, project.settings);
  const flags = checkProject(checks, project, plan, day);
  return { plan, asAt: day, folder, flags, known: 0, files: project.files.map(({ path }) => path) };
}
