import ignore from 'ignore';
import { frozenFile, settingsFile } from '../plan/file-names.ts';

/** The files that decide which plans are a project’s own, wherever they are listed. */
export const markers = [settingsFile, frozenFile] as const;

/** The folders below that hold a file of a name, each with a `/` at its end. */
const foldersWith = (paths: readonly string[], name: string): string[] =>
  paths.filter((path) => path.endsWith(`/${name}`)).map((path) => path.slice(0, -name.length));

/** Those paths that are plans and in no frozen folder, in code point order. */
export function livePlans(paths: readonly string[]): string[] {
  const frozen = foldersWith(paths, frozenFile);
  return paths
    .filter((path) => path.endsWith('.plan'))
    .filter((path) => !frozen.some((folder) => path.startsWith(folder)))
    .sort();
}

/**
 * The plans of a project’s own, of all files below its folder: those of a project in a folder below, or in a
 * frozen one, are not.
 * @param paths relative to the project’s folder, with those of {@link markers} among them
 * @param exclude what to leave out besides, as in `.gitignore`
 */
export function ownPlans(paths: readonly string[], exclude: readonly string[]): string[] {
  const nested = foldersWith(paths, settingsFile);
  const excluded = ignore().add([...exclude]);
  return livePlans(paths).filter(
    (path) => !excluded.ignores(path) && !nested.some((folder) => path.startsWith(folder)),
  );
}
