import { parseArgs } from 'node:util';
import { namedIn, numbersOf } from '../report/asked.ts';
import { wholeNumber } from '../report/numbers.ts';
import { packs, type Pack } from './packs.ts';

/** What a run measures, and how often. */
export interface Options {
  readonly packs: readonly Pack[];
  /** Numbers of actions in one file, ascending. */
  readonly sizes: readonly number[];
  readonly runs: number;
  /** Milliseconds after which a run is stopped. */
  readonly limit: number;
  /** Milliseconds for the runs of one pack of one size, after which it is not run again. */
  readonly budget: number;
  readonly readme: boolean;
}

export const help = `npm run bench:papers -- [options]

  --only <names>      packs, with commas: ${packs.map(({ id }) => id).join(', ')}
  --sizes <numbers>   actions in one file, with commas (1000,10000)
  --runs <number>     runs of each pack of each size, one more for memory (3)
  --limit <seconds>   for one run, after which it is stopped (180)
  --budget <seconds>  for all runs of one pack of one size, after which it is not run again (30)
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
      ...{ only: text, sizes: text, runs: text, limit: text, budget: text },
      ...{ readme: flag, help: { ...flag, short: 'h' } },
    },
  });
  if (values.help) return 'help';
  return {
    packs: values.only === undefined ? packs : namedIn(values.only, packs),
    sizes: numbersOf(values.sizes ?? '1000,10000'),
    runs: wholeNumber(values.runs ?? '3'),
    limit: wholeNumber(values.limit ?? '180') * 1000,
    budget: wholeNumber(values.budget ?? '30') * 1000,
    readme: values.readme,
  };
}
