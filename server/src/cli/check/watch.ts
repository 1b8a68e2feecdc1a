import { watch, type FSWatcher } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, join, resolve, sep } from 'node:path';
import { isThere } from '../../hosts/node.ts';
import { dayInWords } from '../../plan/calendar.ts';
import { backlogFile, settingsFile } from '../../plan/file-names.ts';
import { listed } from '../../plan/words.ts';
import { CannotGoOn, exitCodes } from '../exit.ts';
import type { CheckOptions } from './options.ts';
import { checkOnce, type Checked } from './run.ts';

/** Editors write a file in several steps: so many milliseconds nothing has to happen before it is read. */
const quiet = 100;

/**
 * Checks now, and again whenever a plan or a `mustdo.json` changes, until Ctrl+C.
 * @returns the exit code of the last check
 * @throws CannotGoOn when the first check cannot go on
 */
export async function checkAndWatch(
  paths: readonly string[],
  options: CheckOptions,
): Promise<number> {
  const first = await checkOnce(paths, options);
  let { code } = first;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const { promise: ended, resolve: end, reject: fail } = Promise.withResolvers<undefined>();
  const again = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(async () => {
        code = await checkAgain(paths, options);
      });
      running.catch(fail);
    }, quiet);
  };
  const watchers = await watchFolders(paths, first.roots, again);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => end(undefined));
  sayWhen(first);
  await ended.finally(() => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  });
  await running;
  return code;
}

/** A fault in the settings, say, ends no watch: it may be mended in the next moment. */
async function checkAgain(paths: readonly string[], options: CheckOptions): Promise<number> {
  try {
    const checked = await checkOnce(paths, options);
    sayWhen(checked);
    return checked.code;
  } catch (error) {
    if (!(error instanceof CannotGoOn)) throw error;
    process.stderr.write(`mustdo: ${error.message}\n`);
    return exitCodes.failed;
  }
}

function sayWhen({ days }: Checked): void {
  const words = listed(days.map(dayInWords));
  process.stderr.write(`Checked as at ${words}. Watching for changes; Ctrl+C ends it.\n`);
}

/** The folders to watch, and whether with all below them: a lone file may lie in one that holds half a disk. */
async function watchFolders(
  paths: readonly string[],
  roots: readonly string[],
  again: () => void,
): Promise<readonly FSWatcher[]> {
  const folders = new Map<string, boolean>();
  for (const root of roots) folders.set(root, await isThere(join(root, settingsFile)));
  for (const path of paths.map((named) => resolve(named))) {
    if ((await stat(path)).isDirectory()) folders.set(path, true);
  }
  const whole = [...folders].filter(([, recursive]) => recursive).map(([folder]) => folder);
  return [...folders]
    .filter(([folder]) => !whole.some((other) => folder.startsWith(other + sep)))
    .map(([folder, recursive]) =>
      watch(folder, { recursive }, (_, name) => {
        // Without a name the system does not say what has changed.
        if (name === null || isWatched(name)) again();
      }).on('error', again),
    );
}

const isWatched = (path: string): boolean =>
  path.endsWith('.plan') || [settingsFile, backlogFile].includes(basename(path));
