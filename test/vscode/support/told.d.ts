import type { CheckOutput } from './flags.ts';

declare global {
  /** What the command line says of the sample; put in when the tests are bundled. */
  const expectedCheck: CheckOutput;
}
