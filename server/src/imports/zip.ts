/**
 * What a zip file says that it holds, without unpacking it. The form is that of PKWARE’s APPNOTE 6.3: the
 * directory stands at the end of the file, and each of its entries says where the entry itself begins.
 */

/** An entry of a zip file. */
export interface ZipEntry {
  readonly name: string;
  /** Whether it is encrypted. */
  readonly isLocked: boolean;
  /** How it is packed: 0 as it is, 8 deflated. */
  readonly method: number;
  /** How many bytes it says that it holds once unpacked. */
  readonly size: number;
  /** Where its bytes stand in the file. */
  readonly start: number;
  readonly end: number;
  /** Where its line of the directory, and its own header, begin. */
  readonly listedAt: number;
  readonly headerAt: number;
}

const endMark = 0x06054b50;
const listMark = 0x02014b50;
const headerMark = 0x04034b50;
/** Says where the directory for files over 4 GB ends. */
const largeMark = 0x07064b50;
/** The length of the directory’s end, and the longest comment that may follow it. */
const endLength = 22;
const longestComment = 65_535;

/**
 * The entries of a zip file in the order of its directory; undefined where the bytes are no whole one, or one
 * that readers may read differently: with two counts of its entries, or a directory for files over 4 GB.
 */
export function zipEntries(bytes: Uint8Array): readonly ZipEntry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end === undefined) return undefined;
  const isLarge = end >= 20 && view.getUint32(end - 20, true) === largeMark;
  const count = view.getUint16(end + 10, true);
  if (isLarge || view.getUint16(end + 8, true) !== count) return undefined;
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let left = count; left > 0; left--) {
    if (at + 46 > end || view.getUint32(at, true) !== listMark) return undefined;
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) =>
      view.getUint16(at + offset, true),
    ) as [number, number, number];
    const headerAt = view.getUint32(at + 42, true);
    if (headerAt + 30 > end || view.getUint32(headerAt, true) !== headerMark) return undefined;
    const own = [26, 28].map((offset) => view.getUint16(headerAt + offset, true));
    const start = headerAt + 30 + own.reduce((sum, length) => sum + length, 0);
    const packed = view.getUint32(at + 20, true);
    if (start + packed > end) return undefined;
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      isLocked: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      size: view.getUint32(at + 24, true),
      start,
      end: start + packed,
      listedAt: at,
      headerAt,
    });
    at += 46 + nameLength + extra + comment;
  }
  return entries;
}

/** Where the directory’s end begins: the last place that has its mark. */
function endOf(view: DataView): number | undefined {
  const first = Math.max(0, view.byteLength - endLength - longestComment);
  for (let at = view.byteLength - endLength; at >= first; at--) {
    if (view.getUint32(at, true) === endMark) return at;
  }
  return undefined;
}

/**
 * What an entry holds once it is unpacked.
 * @param limit the most bytes; of more, and of what cannot be unpacked, nothing is returned
 */
export async function unpacked(
  bytes: Uint8Array,
  { method, start, end }: ZipEntry,
  limit: number,
): Promise<Uint8Array | 'too large' | 'broken'> {
  const packed = bytes.slice(start, end);
  if (method === 0) return packed.length > limit ? 'too large' : packed;
  if (method !== 8) return 'broken';
  const parts: Uint8Array[] = [];
  let length = 0;
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  try {
    for await (const part of stream as unknown as AsyncIterable<Uint8Array>) {
      length += part.length;
      // Leaving the loop ends the stream: no more is unpacked.
      if (length > limit) return 'too large';
      parts.push(part);
    }
  } catch {
    return 'broken';
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
