import { wholeNumber } from './numbers.ts';

/** What the benchmarks’ command lines share. */

/**
 * Runs a benchmark as it was asked for; help, and what cannot be read, is printed instead.
 * @param optionsOf reads the arguments; throws an Error with one line for people
 */
export async function asAsked<O extends object>(
  optionsOf: (args: readonly string[]) => O | 'help',
  help: string,
  run: (options: O) => Promise<void>,
): Promise<void> {
  let options: O | 'help';
  try {
    options = optionsOf(process.argv.slice(2));
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${help}`);
    process.exitCode = 2;
    return;
  }
  if (options === 'help') console.log(help);
  else await run(options);
}

/** The numbers of a list with commas, ascending. @throws Error when one is no whole number */
export const numbersOf = (list: string): number[] =>
  list
    .split(',')
    .map(wholeNumber)
    .sort((a, b) => a - b);

/** Those of some things that a list with commas names. @throws Error when a name is none of theirs */
export const namedIn = <T extends { readonly id: string }>(
  list: string,
  things: readonly T[],
): T[] =>
  list.split(',').map((name) => {
    const thing = things.find(({ id }) => id === name);
    if (thing !== undefined) return thing;
    throw new Error(`"${name}" is none of ${things.map(({ id }) => id).join(', ')}.`);
  });
