/** What the command line's exit codes say. */
export const exitCodes = {
  /** Nothing needs attention. */
  fine: 0,
  /** Something was flagged, or a file is not formatted. */
  flagged: 1,
  /** The call, the settings or a file is at fault; one clear line says which. */
  failed: 2,
} as const;

/** Ends a command with one clear line on standard error and exit code 2. */
export class CannotGoOn extends Error {}
