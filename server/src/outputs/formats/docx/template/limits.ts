/** The most that is read of a template; pictures of a letterhead take little of it. */
export const templateLimits = {
  /** Bytes of the file itself. */
  file: 20 * 1024 * 1024,
  /** Bytes of all that is unpacked of it. */
  unpacked: 64 * 1024 * 1024,
  /** Characters of XML in it. */
  text: 16 * 1024 * 1024,
} as const;
