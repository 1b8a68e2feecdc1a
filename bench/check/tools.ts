import type { Place } from '../content/content.ts';
import type { Language } from '../content/index.ts';

/** A command line that checks content, and what it is given. */
export interface Tool {
  readonly id: string;
  readonly language: Language;
  /** The package it comes in; undefined for ours. */
  readonly packageName?: string;
  /** Relative to the folder of the package, or of the repository. */
  readonly script: string;
  /** What it is called with, in the content’s folder. */
  readonly args: (opened: string, many: boolean) => readonly string[];
  /** What its output holds when it has found the wrong reference at that place. */
  readonly finds: (wrong: string, place: Place) => string;
}

/** Ours first: the others are measured against it. */
export const tools: readonly Tool[] = [
  {
    id: 'ours',
    language: 'mustdo',
    script: 'server/bin/mustdo.js',
    args: () => ['check', '.'],
    finds: (wrong) => wrong,
  },
  {
    id: 'ajv',
    language: 'yaml',
    packageName: 'ajv-cli',
    script: 'dist/index.js',
    args: (opened, many) => [
      ...['validate', '-s', 'plan.schema.json', '-d', many ? '**/*.yaml' : opened],
      // All mistakes, and each on a line, as others say them; else it would stop at the first.
      ...['--all-errors', '--errors=line'],
    ],
    // It says the value neither by line nor by name, but by its path.
    finds: () => '/sro',
  },
  {
    id: 'spectral',
    language: 'yaml',
    packageName: '@stoplight/spectral-cli',
    script: 'dist/index.js',
    args: (opened, many) => [
      ...['lint', many ? '**/*.yaml' : opened],
      ...['--ruleset', 'spectral.json', '--ignore-unknown-format'],
    ],
    finds: (_, { line }) => `${line + 1}:`,
  },
  {
    id: 'typespec',
    language: 'typespec',
    packageName: '@typespec/compiler',
    script: 'cmd/tsp.js',
    args: () => ['compile', 'main.tsp', '--no-emit'],
    finds: (wrong) => wrong,
  },
  {
    id: 'likec4',
    language: 'likec4',
    packageName: 'likec4',
    script: 'bin/likec4.mjs',
    args: () => ['validate', '.'],
    finds: (wrong) => wrong,
  },
];
