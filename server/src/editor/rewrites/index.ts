import { addRecord } from './records.ts';
import { declareName } from './declare-name.ts';
import { moveToFile } from './move.ts';
import { recordFingerprint } from './record-fingerprint.ts';
import type { RewriteRule } from './rewrite.ts';
import { rowsToActions } from './rows.ts';
import { sortActions, sortSelected } from './sort.ts';
import { splitAction } from './split.ts';
import { writeId } from './write-id.ts';

/** Every kind of rewriting, in the order in which they are offered. */
export const rewriteRules: readonly RewriteRule[] = [
  declareName,
  writeId,
  rowsToActions,
  addRecord,
  recordFingerprint,
  splitAction,
  sortSelected,
  moveToFile,
  sortActions,
];
