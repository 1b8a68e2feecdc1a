/** The most that is read of one file; whatever is beyond is refused in words, never cut off. */
export const limits = {
  /** Bytes of the file itself. */
  file: 50 * 1024 * 1024,
  /** Bytes of all that is packed in it, once unpacked. */
  unpacked: 256 * 1024 * 1024,
  /** Files packed in it. */
  parts: 10_000,
  /** Cells with something in them, merged ones counted as often as they are filled down. */
  cells: 1_000_000,
  /** Characters of one cell, as Excel has it. */
  text: 32_767,
} as const;

/** Bytes in words: `50 MB`. */
export const megabytes = (bytes: number): string => `${String(Math.round(bytes / 1024 / 1024))} MB`;
