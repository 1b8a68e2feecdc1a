import { Ended, TooLong, WrongAnswer } from '../client/waiting.ts';
import type { Outcome } from './results.ts';

/** How often something is measured: so many times, but no more once its time is up. */
export interface Repeats {
  readonly times: number;
  readonly budget: number;
}

/**
 * Measures in rounds, each of one or several values, and one round at least. The first round counts as
 * the others do, because people meet it too.
 */
export async function repeat(
  { times, budget }: Repeats,
  round: () => Promise<readonly number[]>,
): Promise<number[]> {
  const end = performance.now() + budget;
  const values: number[] = [];
  do values.push(...(await round()));
  while (values.length < times && performance.now() < end);
  return values;
}

/** What a server did instead of answering; rethrows whatever is a fault of ours. */
export function insteadOf(error: unknown): Outcome {
  if (error instanceof TooLong)
    return { kind: 'words', words: `over ${Math.round(error.limit / 1000)} s` };
  if (error instanceof Ended) return { kind: 'words', words: error.message };
  if (error instanceof WrongAnswer)
    return { kind: 'words', words: error.message.split('\n')[0]?.slice(0, 120) ?? '' };
  throw error;
}
