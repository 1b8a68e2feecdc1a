import { NodeHost, reasonOf } from '../../hosts/node.ts';
import type { Kept } from '../../imports/update/kept.ts';
import type { Update } from '../../imports/update/update.ts';
import { count, listed } from '../../plan/words.ts';
import { editsByFile } from '../../writing/tidy.ts';
import { updateAsText, updateReport } from '../../outputs/imports/update-report.ts';
import { isAgreed } from '../agree.ts';
import { CannotGoOn, exitCodes } from '../exit.ts';
import { openOne, type Opened } from '../open.ts';
import { showProgress } from '../terminal.ts';
import { writePlan } from '../write-plan.ts';
import { fromRegister, isPaper } from './register.ts';
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
  const origin = originOf(file);
  showProgress(`Reading ${origin} …`);
  const bytes = await bytesOf(file);
  const isOwn = await isPaper(bytes);
  const known = isOwn ? undefined : await keptIn(opened);
  const mapping = await mappingFrom(options, known?.mapping);
  const { sheets } = orStop(origin, await readSheets(bytes));
  showProgress(`Comparing ${origin} …`);
  const now = sideOf(sheets, mapping, known === undefined);
  if (now === undefined) {
    throw new CannotGoOn(
      `${origin} has no row of headings that can be recognised: say which column is which with --map (docs/import.md shows how).`,
    );
  }
  if (known === undefined) {
    const update = await fromRegister(opened, bytes, now);
    showProgress('');
    if (update === undefined) {
      throw new CannotGoOn(
        `${opened.folder}${keptName} is not there, so nobody knows what ${origin} said before: --update is for plans that mustdo import made, and for a plan’s own register.`,
      );
    }
    await offer(opened, update, options, new Map());
    return;
  }
  const before = sideOf(known.sheets, known.mapping);
  showProgress('');
  if (before === undefined)
    throw new CannotGoOn(`${opened.folder}${keptName} has no headings that can be recognised.`);
  const update = updateOf(opened.plan, known, before, now);
  const open =
    options.keepPlan === true
      ? { ...update.open, unsettled: {}, notAdded: [], gone: [] }
      : update.open;
  const kept = keptFile({ file: origin, mapping, sheets, ...open });
  const isKept = kept === keptFile(known);
  const report = updateReport(update, origin);
  const others = [
    [keptName, kept],
    [reportFile, report],
  ] as const;
  await offer(opened, update, options, new Map(isKept ? [] : others));
}

/** Shows what would change, and writes it once somebody agrees. */
async function offer(
  opened: Opened,
  update: Omit<Update, 'open'>,
  options: UpdateOptions,
  others: ReadonlyMap<string, string>,
): Promise<void> {
  const { differences, edits } = update;
  process.stdout.write(updateAsText(update, opened.folder));
  const isOpen = differences.some(({ type }) => type !== 'taken' && type !== 'added');
  process.exitCode = isOpen && options.keepPlan !== true ? exitCodes.flagged : exitCodes.fine;
  const byFile = editsByFile(edits);
  if (byFile.size + others.size === 0) return;
  if (options.dryRun === true) {
    process.stdout.write('\nNothing was written.\n');
    return;
  }
  const plans = [...byFile.keys()].map(({ path }) => opened.folder + path);
  const taken = differences.filter(({ type }) => type === 'taken' || type === 'added').length;
  const wish =
    plans.length === 0
      ? `Keep in ${opened.folder} what the file says now`
      : `Write ${count(taken, 'change')} into ${listed(plans)}`;
  if (options.yes !== true && !(await isAgreed(`\n${wish}?`))) {
    process.stdout.write('Nothing was written.\n');
    return;
  }
  await writePlan(opened, byFile, others);
  const written = [...plans, ...[...others.keys()].map((name) => opened.folder + name)];
  process.stdout.write(`\nWrote ${listed(written)}.\n`);
}

/** What the project keeps of the file that it was made of; undefined where it was not made of one. */
async function keptIn({ root, folder }: Opened): Promise<Kept | undefined> {
  const { keptName, readKept } = await imports();
  const host = new NodeHost(root);
  const name = folder + keptName;
  if (!(await host.exists(keptName))) return undefined;
  const bytes = await host.read(keptName, keptLimit).catch((error: unknown) => {
    throw new CannotGoOn(`${name} cannot be read: ${reasonOf(error)}.`);
  });
  return orStop(name, readKept(new TextDecoder().decode(bytes)));
}

/** The cells of the largest file that is read, as text. */
const keptLimit = 256 * 1024 * 1024;
