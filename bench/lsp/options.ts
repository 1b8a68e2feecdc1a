import { parseArgs } from 'node:util';
import { namedIn, numbersOf } from '../report/asked.ts';
import { wholeNumber } from '../report/numbers.ts';
import { servers, type Server } from './servers.ts';

/** What a run measures, and how often. */
export interface Options {
  readonly servers: readonly Server[];
  /** Numbers of actions in one file, ascending. */
  readonly sizes: readonly number[];
  /** How many files the project of many files has; 0 for no such project. */
  readonly files: number;
  readonly flags: number;
  readonly starts: number;
  readonly edits: number;
  readonly bursts: number;
  readonly asks: number;
  /** Milliseconds for each kind of measurement of a server; after that it is measured no more often. */
  readonly budget: number;
  /** Milliseconds after which an answer is waited for no longer. */
  readonly limit: number;
  /** Milliseconds for one server with one content, after which nothing more of it is begun. */
  readonly cell: number;
  /** The same for the whole run. */
  readonly total: number;
  readonly readme: boolean;
}

export const help = `npm run bench:lsp -- [options]

  --only <names>      servers, with commas: ${servers.map(({ id }) => id).join(', ')}
  --sizes <numbers>   actions in one file, with commas (100,1000,10000)
  --files <number>    files in the project of many files, 50 actions each; 0 for none (1000)
  --flags <number>    flags in the content with flags (1000)
  --starts <number>   times that each server is started (5)
  --edits <number>    single keys typed (20)
  --bursts <number>   bursts of 20 keys typed (5)
  --asks <number>     times that each question is asked (10)
  --budget <seconds>  for each kind of measurement, after which it is not repeated (3)
  --limit <seconds>   for one answer, after which it is "over" (60)
  --cell <seconds>    for one server with one content, after which nothing more of it is begun (50)
  --minutes <number>  for everything, after which nothing more is begun (14)
  --quick             small and few: sizes 100 and 1,000, 50 files, few repeats
  --readme            also writes the tables into bench/README.md
`;

/**
 * Reads the arguments of the command line.
 * @throws Error with one line for people, when they cannot be read
 */
export function optionsOf(args: readonly string[]): Options | 'help' {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: text,
      sizes: text,
      files: text,
      flags: text,
      starts: text,
      edits: text,
      bursts: text,
      asks: text,
      budget: text,
      limit: text,
      cell: text,
      minutes: text,
      quick: flag,
      readme: flag,
      help: { ...flag, short: 'h' },
    },
  });
  if (values.help) return 'help';
  const { quick } = values;
  const number = (given: string | undefined, usual: number, short = usual): number =>
    given === undefined ? (quick ? short : usual) : wholeNumber(given);
  return {
    servers: values.only === undefined ? servers : namedIn(values.only, servers),
    sizes: numbersOf(values.sizes ?? (quick ? '100,1000' : '100,1000,10000')),
    files: number(values.files, 1000, 50),
    flags: number(values.flags, 1000, 50),
    starts: number(values.starts, 5, 1),
    edits: number(values.edits, 20, 4),
    bursts: number(values.bursts, 5, 1),
    asks: number(values.asks, 10, 3),
    budget: number(values.budget, 3) * 1000,
    limit: number(values.limit, 60) * 1000,
    cell: number(values.cell, 50) * 1000,
    total: number(values.minutes, 14) * 60_000,
    readme: values.readme,
  };
}
