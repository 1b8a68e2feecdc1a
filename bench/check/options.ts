import { parseArgs } from 'node:util';
import { namedIn, numbersOf } from '../report/asked.ts';
import { wholeNumber } from '../report/numbers.ts';
import { tools, type Tool } from './tools.ts';

/** What a run measures, and how often. */
export interface Options {
  readonly tools: readonly Tool[];
  /** Numbers of actions in one file, ascending. */
  readonly sizes: readonly number[];
  /** How many files the folder has; 0 for no folder. */
  readonly files: number;
  readonly runs: number;
  /** Milliseconds after which a run is stopped. */
  readonly limit: number;
  /** Milliseconds for the runs of one tool over one content, after which it is not run again. */
  readonly budget: number;
  readonly readme: boolean;
}

export const help = `npm run bench:check -- [options]

  --only <names>      tools, with commas: ${tools.map(({ id }) => id).join(', ')}
  --sizes <numbers>   actions in one file, with commas (1000,10000)
  --files <number>    files in the folder, 50 actions each; 0 for none (1000)
  --runs <number>     counted runs of each tool over each content (5)
  --limit <seconds>   for one run, after which it is stopped (60)
  --budget <seconds>  for all runs of one tool over one content, after which it is not run again (30)
  --quick             small and few: sizes 100 and 1,000, 50 files, 2 runs
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
      ...{ only: text, sizes: text, files: text, runs: text, limit: text, budget: text },
      ...{ quick: flag, readme: flag, help: { ...flag, short: 'h' } },
    },
  });
  if (values.help) return 'help';
  const { quick } = values;
  return {
    tools: values.only === undefined ? tools : namedIn(values.only, tools),
    sizes: numbersOf(values.sizes ?? (quick ? '100,1000' : '1000,10000')),
    files: wholeNumber(values.files ?? (quick ? '50' : '1000')),
    runs: wholeNumber(values.runs ?? (quick ? '2' : '5')),
    limit: wholeNumber(values.limit ?? '60') * 1000,
    budget: wholeNumber(values.budget ?? '30') * 1000,
    readme: values.readme,
  };
}
