import { parseArgs } from 'node:util';
import { numbersOf } from '../report/asked.ts';
import { wholeNumber } from '../report/numbers.ts';

/** What a run measures, and how often. */
export interface Options {
  /** Numbers of rows below the headings, ascending. */
  readonly sizes: readonly number[];
  readonly runs: number;
  /** Milliseconds after which a run is stopped. */
  readonly limit: number;
  readonly readme: boolean;
}

export const help = `npm run bench:import -- [options]

  --sizes <numbers>   rows of 15 columns, with commas (1000,10000)
  --runs <number>     counted runs of each command over each workbook (5)
  --limit <seconds>   for one run, after which it is stopped (60)
  --quick             small and few: 100 and 1,000 rows, 2 runs
  --readme            also writes the table into bench/README.md
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
      ...{ sizes: text, runs: text, limit: text },
      ...{ quick: flag, readme: flag, help: { ...flag, short: 'h' } },
    },
  });
  if (values.help) return 'help';
  const { quick } = values;
  return {
    sizes: numbersOf(values.sizes ?? (quick ? '100,1000' : '1000,10000')),
    runs: wholeNumber(values.runs ?? (quick ? '2' : '5')),
    limit: wholeNumber(values.limit ?? '60') * 1000,
    readme: values.readme,
  };
}
