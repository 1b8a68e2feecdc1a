import type { CheckOutput } from './flags.ts';

declare global {
  /** Only tests whose names have this in them run. */
  const grep: string;
  /** What the command line says of the sample; put in when the tests are bundled. */
  const expectedCheck: CheckOutput;
}
