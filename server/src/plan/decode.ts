/** The largest plan file that is read: about 40,000 actions of a dozen properties. */
export const sizeLimit = 20 * 1024 * 1024;

/** The text of a plan file's bytes, or why they are none. */
export type Decoded =
  | { readonly text: string; readonly invalidAt: readonly number[] }
  | { readonly unreadable: string };

/**
 * Decodes a file's bytes as UTF-8. Bytes that are no UTF-8 become U+FFFD, and `invalidAt` has the
 * offsets of the first of each run, at most 20; a binary, UTF-16 or oversized file is unreadable.
 */
export function decodePlan(bytes: Uint8Array): Decoded {
  if (bytes.length > sizeLimit) {
    return {
      unreadable: `it is larger than ${String(sizeLimit / 1024 / 1024)} MB, the most that Mustdo reads; split it into several files`,
    };
  }
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return { unreadable: 'it is saved as UTF-16; save it as UTF-8' };
  }
  if (bytes.subarray(0, 65_536).includes(0)) {
    return { unreadable: 'it is not a text file; a plan is plain text saved as UTF-8' };
  }
  try {
    return {
      text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes),
      invalidAt: [],
    };
  } catch {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    const runs = text.matchAll(/\ufffd+/g);
    return { text, invalidAt: [...runs.take(20)].map((match) => match.index) };
  }
}
