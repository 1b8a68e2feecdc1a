import { unzipSync, Zip, ZipDeflate } from 'fflate';
import { encode, joined } from '../encoded.ts';

/** What a document is made of: its parts by their paths. */
export type Parts = Readonly<Record<string, Uint8Array>>;

/** Parts as they are to be packed: one that is long is a text in pieces, which are made when they are wanted. */
export type PartsToPack = Readonly<Record<string, Uint8Array | Iterable<string>>>;

/**
 * Any day will do, as long as it is always the same. Without a time zone it is that of the machine, and zip files keep
 * no zone: so the bytes are the same everywhere.
 */
const always = '1980-01-02T12:00:00';

/** The file of these parts, in their order; the same parts give the same bytes. */
function zip(parts: PartsToPack): Uint8Array {
  const packed: Uint8Array[] = [];
  const file = new Zip((error, bytes) => {
    // What it cannot pack are more parts, or longer ones, than a file of this kind holds.
    if (error !== null) throw error;
    packed.push(bytes);
  });
  for (const [path, content] of Object.entries(parts)) {
    const part = new ZipDeflate(path);
    part.mtime = always;
    part.os = 0;
    file.add(part);
    if (content instanceof Uint8Array) part.push(content, true);
    else packText(part, content);
  }
  file.end();
  return joined(packed);
}

function packText(part: ZipDeflate, pieces: Iterable<string>): void {
  encode(pieces, (bytes) => {
    part.push(bytes);
  });
  part.push(new Uint8Array(), true);
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
  changed: (parts: Parts) => PartsToPack = (parts) => parts,
): Uint8Array {
  const parts: Record<string, Uint8Array | Iterable<string>> = {};
  for (const [path, content] of Object.entries(changed(unzip(file)))) {
    const isDated = isWorkbook(path) && content instanceof Uint8Array;
    parts[path] = isDated ? timeless(content) : content;
  }
  return zip(parts);
}
