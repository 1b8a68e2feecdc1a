import { Ended, TooLong, WrongAnswer } from '../client/waiting.ts';
import type { Outcome } from './results.ts';

/** How often something is measured: so many times, but no more once its time is up. */
export interface Repeats {
  readonly times: number;
  readonly budget: number;
}

/** A measurement that went well for a while. */
class Interrupted extends Error {
  readonly milliseconds: readonly number[];
  override readonly cause: unknown;

  constructor(milliseconds: readonly number[], cause: unknown) {
    super('interrupted');
    this.milliseconds = milliseconds;
    this.cause = cause;
  }
}

/**
 * Measures in rounds, each of one or several values, and one round at least. The first round counts as
 * the others do, because people meet it too.
 */
export async function repeat(
  { times, budget }: Repeats,
  round: (add: (milliseconds: number) => void) => Promise<void>,
): Promise<number[]> {
  const end = performance.now() + budget;
  const values: number[] = [];
  try {
    do await round((value) => values.push(value));
    while (values.length < times && performance.now() < end);
  } catch (error) {
    throw values.length === 0 ? error : new Interrupted(values, error);
  }
  return values;
}

/** What a server did instead of answering; rethrows whatever is a fault of ours. */
export function insteadOf(error: unknown): Outcome {
  if (error instanceof Interrupted) {
    const { milliseconds, cause } = error;
    return { kind: 'times', milliseconds, note: `then ${wordsOf(cause)}` };
  }
  return { kind: 'words', words: wordsOf(error) };
}

function wordsOf(error: unknown): string {
  if (error instanceof TooLong) return `over ${Math.round(error.limit / 1000)} s`;
  if (error instanceof Ended) return error.message;
  if (error instanceof WrongAnswer) return error.message.split('\n')[0]?.slice(0, 120) ?? '';
  throw error;
}

/** Whether a server can be asked no further after that. */
export const isFinal = (error: unknown): boolean =>
  error instanceof Interrupted
    ? isFinal(error.cause)
    : error instanceof TooLong || error instanceof Ended;
