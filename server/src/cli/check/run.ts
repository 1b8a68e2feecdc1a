import manifest from '../../../package.json' with { type: 'json' };
import { checks } from '../../checks/index.ts';
import { checkProject } from '../../checks/project.ts';
import { severityCounts, type CheckedProject } from '../../outputs/flags/flag-report.ts';
import { forLog, oneLine } from '../../outputs/flags/plain.ts';
import { CannotGoOn, exitCodes } from '../exit.ts';
import { openProjects, type Opened } from '../open.ts';
import { paint, showProgress } from '../terminal.ts';
import { changedSince } from './changed.ts';
import { chosenChecks, isChosen, withChoice, type Choice } from './choose.ts';
import { mend } from './mend.ts';
import type { CheckOptions } from './options.ts';
import { outletsOf, writeRun } from './outlets.ts';

/** How a check ended, and what it was about. */
export interface Checked {
  readonly code: number;
  readonly roots: readonly string[];
  /** The days they were judged at, each once. */
  readonly days: readonly string[];
}

/**
 * Checks once: reads, mends where that was asked for, and writes the flags.
 * @throws CannotGoOn when the call, the settings or a file is at fault
 */
export async function checkOnce(paths: readonly string[], options: CheckOptions): Promise<Checked> {
  const register = options.explained === true;
  const outlets = outletsOf(options.format, register);
  const choice = chosenChecks(options.only, options.skip);
  if (options.unsafe === true && options.fix !== true) {
    throw new CannotGoOn('--unsafe says which fixes --fix makes; give both.');
  }
  showProgress('Reading the plans …');
  const opened = await openProjects(paths, options.asAt);
  const projects: CheckedProject[] = [];
  const mended: string[] = [];
  for (const [index, project] of opened.entries()) {
    showProgress(`Checking plan ${String(index + 1)} of ${String(opened.length)} …`);
    const after =
      options.fix === true
        ? await mend(project, choice, { unsafe: options.unsafe === true })
        : undefined;
    mended.push(...(after?.lines ?? []));
    projects.push(await checked(after?.opened ?? project, choice, options));
  }
  showProgress('');
  // Standard output belongs to the format.
  for (const line of mended) process.stderr.write(`${forLog(oneLine(line))}\n`);
  const { version } = manifest;
  const stats = options.stats === true;
  await writeRun(outlets, { projects, version, stats, paint }, register);
  return {
    code: codeOf(projects, options),
    roots: opened.map(({ root }) => root),
    days: [...new Set(projects.map(({ asAt }) => asAt))],
  };
}

async function checked(
  opened: Opened,
  choice: Choice,
  options: CheckOptions,
): Promise<CheckedProject> {
  const { plan, project, asAt, folder, asked } = opened;
  const isChanged =
    options.changedSince === undefined
      ? undefined
      : await changedSince(options.changedSince, opened);
  const all = checkProject(checks, withChoice(project, choice), plan, asAt).filter(
    (flag) =>
      asked.has(flag.place.unit.file.path) &&
      // Bytes that are no text are flagged whatever runs.
      isChosen(choice, flag.check) &&
      isChanged?.(flag) !== false,
  );
  const flags = options.known === true ? all : all.filter(({ known }) => known === undefined);
  const files = project.files.map(({ path }) => path).filter((path) => asked.has(path));
  return { plan, asAt, folder, flags, files, known: all.length - flags.length };
}

/**
 * A check that broke is a fault of ours, whatever else there is. The register only lists; else what
 * needs attention counts, and too much that is worth a look.
 */
export function codeOf(
  projects: readonly Pick<CheckedProject, 'flags'>[],
  options: Pick<CheckOptions, 'explained' | 'maxWarnings'>,
): number {
  const broke = projects.some(({ flags }) => flags.some(({ failed }) => failed));
  if (broke) return exitCodes.failed;
  if (options.explained === true) return exitCodes.fine;
  const { error, warning } = severityCounts(projects.flatMap(({ flags }) => flags));
  return error > 0 || warning > (options.maxWarnings ?? Infinity)
    ? exitCodes.flagged
    : exitCodes.fine;
}
