import { decodePlan, sizeLimit, type Decoded } from './decode.ts';
import { PlanFile } from './file.ts';
import type { FileHost } from './host.ts';
import { defaultSettings, readSettings, type Settings } from './settings.ts';

/** The name of the settings file that marks a project's folder. */
export const settingsFile = 'mustdo.json';

/** A project's files as read from a host, with what could not be read. */
export interface Project {
  readonly settings: Settings;
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
  const settings = await loadSettings(host, unreadable);
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
  return { settings, files, invalidText, unreadable };
}

/** How many files are read at the same time. */
const atOnce = 32;

/** The text of one of a project's files, or why it has none. Never rejects. */
export async function readText(host: FileHost, path: string): Promise<Decoded> {
  const bytes = await host.read(path, sizeLimit).catch((error: unknown) => reasonOf(error));
  return typeof bytes === 'string' ? { unreadable: bytes } : decodePlan(bytes);
}

async function loadSettings(
  host: FileHost,
  unreadable: { path: string; reason: string }[],
): Promise<Settings> {
  if (!(await host.exists(settingsFile))) return defaultSettings;
  const decoded = await readText(host, settingsFile);
  const reading = 'text' in decoded ? readSettings(decoded.text) : { wrong: decoded.unreadable };
  if ('settings' in reading) return reading.settings;
  unreadable.push({ path: settingsFile, reason: reading.wrong });
  return defaultSettings;
}

const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
