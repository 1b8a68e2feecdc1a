/** Plan files that a program for sharing files, or a person, has made a copy of. */

/** What the name of a file says it is. */
export interface CopiedFile {
  /** The file it is a copy of, in the same folder. */
  readonly original: string;
  /** Who makes such copies: “OneDrive or SharePoint”. */
  readonly by: string;
}

interface Form {
  /** The name without .plan; its first group is the original’s. */
  readonly pattern: RegExp;
  readonly by: string;
  /** Whether the name might be meant, so that it tells nothing unless the original is there too. */
  readonly onlyBeside: boolean;
}

const forms: readonly Form[] = [
  {
    pattern: /^(.*\S) \([^()]*conflict(?:ed)? (?:copy|version)[^()]*\)$/i,
    by: 'Dropbox, or another program that shares files, when two people had it open',
    onlyBeside: false,
  },
  {
    pattern: /^(.+)\.sync-conflict-\d{8}-\d{6}(?:-\w+)?$/i,
    by: 'Syncthing, when two computers had changed it',
    onlyBeside: false,
  },
  {
    pattern: /^(.*\S) - copy(?: \(\d+\))?$/i,
    by: 'Windows, when it was copied and pasted',
    onlyBeside: false,
  },
  {
    pattern: /^copy of (.+)$/i,
    by: 'a program or a person that copied it',
    onlyBeside: false,
  },
  {
    pattern: /^(.*\S) \(\d{1,3}\)$/,
    by: 'a browser or Windows, when it was saved again',
    onlyBeside: true,
  },
  {
    // The name of a computer, at most 15 characters, in capitals.
    pattern:
      /^(.+?)-(?=[A-Z\d-]{0,14}(?:LAPTOP|DESKTOP|SURFACE|MACBOOK|IMAC|PC|WIN|VDI))[A-Z\d-]{2,15}$/,
    by: 'OneDrive or SharePoint, when two people had it open',
    onlyBeside: true,
  },
];

/**
 * What a file is a copy of, by its name.
 * @param path with `/` between folders
 * @param isBeside whether a file of that path is there too
 * @returns undefined for a file that is nobody’s copy
 */
export function copiedFrom(
  path: string,
  isBeside: (path: string) => boolean,
): CopiedFile | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const folder = path.slice(0, path.length - name.length);
  const stem = name.replace(/\.plan$/i, '');
  for (const { pattern, by, onlyBeside } of forms) {
    const original = pattern.exec(stem)?.[1];
    if (original === undefined) continue;
    const file = `${original}.plan`;
    if (!onlyBeside || isBeside(folder + file)) return { original: file, by };
  }
  return undefined;
}
