/**
 * Paths that plan text names: `evidence "Audit" in "evidence/audit.pdf"`. They are relative to the file
 * that names them, or with a `/` before them to the project's folder, and never lead out of the project.
 */

/** What no path of ours has: another scheme or drive, another machine, characters that are not to be seen. */
// eslint-disable-next-line no-control-regex
const foreign = /:|^[\\/]{2}|[\u0000-\u001f\u007f]/;

/** A text is a path only where it ends like the name of a file. */
const fileName = /[^\s./\\][^/\\]*\.[a-z][a-z0-9]{0,5}$/i;

/** The path in the project that a text of a file names; undefined where it names none. */
export function pathNamed(file: string, written: string): string | undefined {
  const text = written.trim();
  if (foreign.test(text) || !fileName.test(text)) return undefined;
  const isRooted = /^[\\/]/.test(text);
  const parts = isRooted ? [] : file.split('/').slice(0, -1);
  for (const part of text.split(/[\\/]/)) {
    if (part === '..') {
      if (parts.pop() === undefined) return undefined;
    } else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

/** How a file names a path of the project, in the manner in which it named another before. */
export function pathAsNamed(file: string, path: string, before: string): string {
  const named = /^\s*[\\/]/.test(before)
    ? `/${path}`
    : relative(file.split('/').slice(0, -1), path);
  return before.includes('\\') && !before.includes('/') ? named.replaceAll('/', '\\') : named;
}

function relative(folder: readonly string[], path: string): string {
  const parts = path.split('/');
  let common = 0;
  while (common < folder.length && common < parts.length - 1 && folder[common] === parts[common])
    common++;
  return [...folder.slice(common).map(() => '..'), ...parts.slice(common)].join('/');
}
