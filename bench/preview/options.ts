import { parseArgs } from 'node:util';
import { numbersOf } from '../report/asked.ts';
import { wholeNumber } from '../report/numbers.ts';

/** What a run measures, and how often. */
export interface Options {
  /** Numbers of actions in one file, ascending. */
  readonly sizes: readonly number[];
  /** How often the server is started, and every tab opened. */
  readonly starts: number;
  /** How many keys of a kind are pressed. */
  readonly keys: number;
  /** Milliseconds after which an answer is waited for no longer. */
  readonly limit: number;
  readonly readme: boolean;
}

export const help = `npm run bench:preview -- [options]

  --sizes <numbers>   actions in one file, with commas (1000,10000)
  --starts <number>   times that the server is started and every tab opened (3)
  --keys <number>     keys of a kind that are pressed (20)
  --limit <seconds>   for one answer (60)
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
      ...{ sizes: text, starts: text, keys: text, limit: text },
      ...{ readme: flag, help: { ...flag, short: 'h' } },
    },
  });
  if (values.help) return 'help';
  return {
    sizes: numbersOf(values.sizes ?? '1000,10000'),
    starts: wholeNumber(values.starts ?? '3'),
    keys: wholeNumber(values.keys ?? '20'),
    limit: wholeNumber(values.limit ?? '60') * 1000,
    readme: values.readme,
  };
}
