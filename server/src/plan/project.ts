import { backlogFile, settingsFile } from './file-names.ts';
import { decodePlan, sizeLimit, type Decoded } from './decode.ts';
import { PlanFile } from './file.ts';
import type { FileHost } from './host.ts';
import { noBacklog, readBacklog, type Backlog } from './backlog.ts';
import { readSettings, type Settings, type SettingsReading } from './settings.ts';

/** A project's files as read from a host, with what could not be read. */
export interface Project {
  readonly settings: Settings;
  /** The settings as they were read, with what is wrong with their form. */
  readonly settingsReading: SettingsReading;
  readonly backlog: Backlog;
  readonly files: readonly PlanFile[];
  /** Offsets in a file at which its bytes are no UTF-8. */
  readonly invalidText: ReadonlyMap<string, readonly number[]>;
  /** Files that could not be read at all, each with why. */
  readonly unreadable: readonly { readonly path: string; readonly reason: string }[];
}

/**
 * Reads a project. Never rejects because of a file: one that cannot be read is in `unreadable`.
 * @param paths the plan files to read, relative to the host's folder; all of them when left out
 */
export async function loadProject(host: FileHost, paths?: readonly string[]): Promise<Project> {
  const unreadable: { path: string; reason: string }[] = [];
  const settingsReading = readSettings((await ownText(host, settingsFile, unreadable)) ?? '{}');
  const backlog = await loadBacklog(host, unreadable);
  const { settings } = settingsReading;
  const chosen = paths ?? (await host.list(settings.exclude));
  const files: PlanFile[] = [];
  const invalidText = new Map<string, readonly number[]>();
  for (let from = 0; from < chosen.length; from += atOnce) {
    const some = chosen.slice(from, from + atOnce);
    const read = await Promise.all(some.map((path) => readText(host, path)));
    for (const [index, decoded] of read.entries()) {
      const path = some[index] ?? '';
      if ('unreadable' in decoded) {
        unreadable.push({ path, reason: decoded.unreadable });
        continue;
      }
      files.push(new PlanFile(path, decoded.text));
      if (decoded.invalidAt.length > 0) invalidText.set(path, decoded.invalidAt);
    }
  }
  return { settings, settingsReading, backlog, files, invalidText, unreadable };
}

/** How many files are read at the same time. */
const atOnce = 32;

/** The text of one of a project's files, or why it has none. Never rejects. */
export async function readText(host: FileHost, path: string): Promise<Decoded> {
  const bytes = await host.read(path, sizeLimit).catch((error: unknown) => reasonOf(error));
  return typeof bytes === 'string' ? { unreadable: bytes } : decodePlan(bytes);
}

/** The text of a file of Mustdo’s own, where there is one that can be read. */
async function ownText(
  host: FileHost,
  path: string,
  unreadable: { path: string; reason: string }[],
): Promise<string | undefined> {
  if (!(await host.exists(path))) return undefined;
  const decoded = await readText(host, path);
  if ('text' in decoded) return decoded.text;
  unreadable.push({ path, reason: decoded.unreadable });
  return undefined;
}

async function loadBacklog(
  host: FileHost,
  unreadable: { path: string; reason: string }[],
): Promise<Backlog> {
  const text = await ownText(host, backlogFile, unreadable);
  const reading = text === undefined ? { backlog: noBacklog } : readBacklog(text);
  if ('backlog' in reading) return reading.backlog;
  unreadable.push({ path: backlogFile, reason: reading.wrong });
  return noBacklog;
}

const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
