import type { Check } from './check.ts';
import { mustDoUnmapped } from './must-do-unmapped.ts';
import { overdue } from './overdue.ts';
import { unreadable } from './unreadable.ts';

/** Every check there is, by group, in the order of the catalogue. A new check is one file and one line here. */
export const checks: readonly Check[] = [unreadable, mustDoUnmapped, overdue] as readonly Check[];
