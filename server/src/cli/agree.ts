import { createInterface } from 'node:readline/promises';
import { CannotGoOn } from './exit.ts';

/**
 * Asks whether to go on.
 * @throws CannotGoOn where there is no terminal to ask on
 */
export async function isAgreed(question: string): Promise<boolean> {
  if (!process.stdin.isTTY || !process.stdout.isTTY) {
    throw new CannotGoOn('nothing was written: look through the changes, then say --yes.');
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return /^y(?:es)?$/i.test((await terminal.question(`${question} [y/N] `)).trim());
  } finally {
    terminal.close();
  }
}
