import type { Flag } from '../plan/flag.ts';
import type { Check, CheckRun } from './check.ts';
import { Judgement } from './judgement.ts';

/**
 * Runs checks over a plan, once.
 * @returns the flags, in the order of the files, their text, and the checks' ids
 */
export const runChecks = (checks: readonly Check[], run: CheckRun): Flag[] =>
  new Judgement(checks, run).flags;
