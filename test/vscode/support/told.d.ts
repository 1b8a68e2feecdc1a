import type { CheckOutput } from './flags.ts';

declare global {
  /** Only tests whose names have this in them run. */
  const grep: string;
  /** What the command line says of the sample; put in when the tests are bundled. */
  const expectedCheck: CheckOutput;
  /** Files to import, each with a mapping and with what the command line makes of it by that, by the names of the files. */
  const expectedImports: readonly {
    readonly name: string;
    /** In base64. */
    readonly bytes: string;
    readonly map: string;
    readonly files: Readonly<Record<string, string>>;
  }[];
}
