import { zipEntries } from '../../imports/zip.ts';

/** Midnight of 1 January 1980, the first moment that a zip file can name, as MS-DOS writes a time and a day. */
const [time, day] = [0, (1 << 5) | 1];

/** A zip file whose entries all have the same time, so that the same content gives the same bytes. */
export function withFixedTimes(bytes: Uint8Array): Uint8Array {
  const fixed = bytes.slice();
  const view = new DataView(fixed.buffer);
  for (const { listedAt, headerAt } of zipEntries(fixed) ?? []) {
    for (const at of [listedAt + 12, headerAt + 10]) {
      view.setUint16(at, time, true);
      view.setUint16(at + 2, day, true);
    }
  }
  return fixed;
}
