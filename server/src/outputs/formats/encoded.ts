const encoder = new TextEncoder();

/** So many bytes are handed on at once: with fewer, packing takes longer; with more, it takes more memory. */
const atOnce = 1 << 19;

/**
 * A text in pieces as bytes of UTF-8, without the whole of it ever being a text.
 * @param pieces none ends within a character
 * @param take is handed the bytes in portions; they are written over when it returns
 */
export function encode(pieces: Iterable<string>, take: (bytes: Uint8Array) => void): void {
  const buffer = new Uint8Array(atOnce);
  let filled = 0;
  for (const piece of pieces) {
    for (let rest = piece; ;) {
      const { read, written } = encoder.encodeInto(rest, buffer.subarray(filled));
      filled += written;
      if (read === rest.length) break;
      take(buffer.subarray(0, filled));
      filled = 0;
      rest = rest.slice(read);
    }
  }
  take(buffer.subarray(0, filled));
}

/** A text in pieces as the bytes of a file. */
export function encoded(pieces: Iterable<string>): Uint8Array {
  const portions: Uint8Array[] = [];
  encode(pieces, (bytes) => portions.push(bytes.slice()));
  return joined(portions);
}

/** Bytes one behind the other. */
export function joined(portions: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(portions.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const portion of portions) {
    all.set(portion, at);
    at += portion.length;
  }
  return all;
}
