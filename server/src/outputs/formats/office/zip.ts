import { unzipSync, zipSync, type Zippable } from 'fflate';

/** What a document is made of: its parts by their paths. */
export type Parts = Readonly<Record<string, Uint8Array>>;

/**
 * Any day will do, as long as it is always the same. Without a time zone it is that of the machine, and zip files keep
 * no zone: so the bytes are the same everywhere.
 */
const always = '1980-01-02T12:00:00';

/** The file of these parts, in their order; the same parts give the same bytes. */
function zip(parts: Parts): Uint8Array {
  const entries: Zippable = {};
  for (const [path, content] of Object.entries(parts)) entries[path] = content;
  return zipSync(entries, { mtime: always, os: 0 });
}

/** The parts of a file that Mustdo has just written itself; one from elsewhere would have to be looked at first. */
const unzip = (file: Uint8Array): Parts => unzipSync(file);

const decoder = new TextDecoder();
const encoder = new TextEncoder();

export const textOfPart = (part: Uint8Array): string => decoder.decode(part);
export const partOfText = (text: string): Uint8Array => encoder.encode(text);

/** A workbook within a document: what a chart of Word shows when its data are edited. */
const isWorkbook = (path: string): boolean => path.endsWith('.xlsx');

/**
 * The same document with nothing in it of when it was written: no times of its parts, nor of those of the
 * workbooks in it.
 * @param changed what else to do to its parts
 */
export function timeless(
  file: Uint8Array,
  changed: (parts: Parts) => Parts = (parts) => parts,
): Uint8Array {
  const parts: Record<string, Uint8Array> = {};
  for (const [path, content] of Object.entries(changed(unzip(file)))) {
    parts[path] = isWorkbook(path) ? timeless(content) : content;
  }
  return zip(parts);
}
