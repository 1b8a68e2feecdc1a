import { NodeHost, reasonOf } from '../../hosts/node.ts';
import type { Kept } from '../../imports/update/kept.ts';
import { count, listed } from '../../plan/words.ts';
import { editsByFile } from '../../writing/tidy.ts';
import { updateAsText, updateReport } from '../../outputs/imports/update-report.ts';
import { isAgreed } from '../agree.ts';
import { CannotGoOn, exitCodes } from '../exit.ts';
import { openOne, type Opened } from '../open.ts';
import { showProgress } from '../terminal.ts';
import { writePlan } from '../write-plan.ts';
import { bytesOf, imports, mappingFrom, originOf, orStop, type SaidOfColumns } from './source.ts';

export interface UpdateOptions {
  readonly dryRun?: boolean;
  readonly yes?: boolean;
  readonly keepPlan?: boolean;
  readonly asAt?: string;
}

/** The name of the report of an update; that of the first import stays. */
const reportFile = 'update-report.md';

/**
 * Takes what has changed in a file into the plan that it once became. The exit code is 1 where the file and the plan
 * still differ in something that both say.
 * @throws CannotGoOn when something cannot be read or written, or nobody can be asked
 */
export async function updateFrom(
  file: string,
  folder: string,
  options: UpdateOptions & SaidOfColumns,
): Promise<void> {
  const { keptFile, keptName, readSheets, sideOf, updateOf } = await imports();
  const opened = await openOne(folder, options.asAt);
  const known = await keptIn(opened);
  const mapping = await mappingFrom(options, known.mapping);
  const origin = originOf(file);
  showProgress(`Reading ${origin} …`);
  const { sheets } = orStop(origin, await readSheets(await bytesOf(file)));
  showProgress(`Comparing ${origin} …`);
  const before = sideOf(known.sheets, known.mapping);
  const now = sideOf(sheets, mapping);
  showProgress('');
  if (before === undefined)
    throw new CannotGoOn(`${opened.folder}${keptName} has no headings that can be recognised.`);
  if (now === undefined) {
    throw new CannotGoOn(
      `${origin} has no row of headings that can be recognised: say which column is which with --map (docs/import.md shows how).`,
    );
  }
  const update = updateOf(opened.plan, known, before, now);
  const { differences, edits } = update;
  process.stdout.write(updateAsText(update, opened.folder));
  const isOpen = differences.some(({ type }) => type !== 'taken' && type !== 'added');
  process.exitCode = isOpen && options.keepPlan !== true ? exitCodes.flagged : exitCodes.fine;
  const open =
    options.keepPlan === true
      ? { ...update.open, unsettled: {}, notAdded: [], gone: [] }
      : update.open;
  const kept = keptFile({ file: origin, mapping, sheets, ...open });
  const byFile = editsByFile(edits);
  if (byFile.size === 0 && kept === keptFile(known)) return;
  if (options.dryRun === true) {
    process.stdout.write('\nNothing was written.\n');
    return;
  }
  const plans = [...byFile.keys()].map(({ path }) => opened.folder + path);
  const what = plans.length === 0 ? opened.folder + keptName : listed(plans);
  const taken = differences.filter(({ type }) => type === 'taken' || type === 'added').length;
  const wish =
    plans.length === 0
      ? `Keep in ${what} what the file says now`
      : `Write ${count(taken, 'change')} into ${what}`;
  if (options.yes !== true && !(await isAgreed(`\n${wish}?`))) {
    process.stdout.write('Nothing was written.\n');
    return;
  }
  const report = updateReport(update, origin);
  await writePlan(
    opened,
    byFile,
    new Map([
      [keptName, kept],
      [reportFile, report],
    ]),
  );
  process.stdout.write(
    `\nWrote ${listed([...plans, opened.folder + keptName, opened.folder + reportFile])}.\n`,
  );
}

/** What the project keeps of the file that it was made of. */
async function keptIn({ root, folder }: Opened): Promise<Kept> {
  const { keptName, readKept } = await imports();
  const host = new NodeHost(root);
  const name = folder + keptName;
  if (!(await host.exists(keptName))) {
    throw new CannotGoOn(
      `${name} is not there, so nobody knows what the file said before: --update is for plans that mustdo import made.`,
    );
  }
  const bytes = await host.read(keptName, keptLimit).catch((error: unknown) => {
    throw new CannotGoOn(`${name} cannot be read: ${reasonOf(error)}.`);
  });
  return orStop(name, readKept(new TextDecoder().decode(bytes)));
}

/** The cells of the largest file that is read, as text. */
const keptLimit = 256 * 1024 * 1024;
