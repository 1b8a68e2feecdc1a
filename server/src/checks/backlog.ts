import { backlogOf, type Backlog } from '../plan/backlog.ts';
import { itemPath } from '../plan/flagged-item.ts';
import type { Flag } from '../plan/flag.ts';
import type { Judgement } from './judgement.ts';

/** What has become of a known backlog. */
export interface BacklogChange {
  /** How many flags are known. */
  readonly before: number;
  /** The backlog without what is gone: never more than before. */
  readonly left: Backlog;
  /** How many of its flags are gone. */
  readonly gone: number;
}

/**
 * A backlog of all that is flagged now and would stand in the way: what is for information, explained,
 * or a fault of Mustdo is not among it.
 */
export const backlogNow = (judgement: Judgement): Backlog =>
  counted(
    judgement,
    ({ severity, explained, failed }) =>
      severity !== 'info' && explained === undefined && failed === undefined,
  );

/** What is left of a backlog. Where more is flagged than is known, all that is known is left. */
export function followBacklog(known: Backlog, judgement: Judgement): BacklogChange {
  const now = counted(judgement, ({ failed }) => failed === undefined);
  const left = known.entries.flatMap((entry) => {
    const amount = Math.min(entry.amount, now.amountOf(entry.item, entry.check));
    return amount === 0 ? [] : [{ ...entry, amount }];
  });
  const before = amountIn(known);
  const backlog = backlogOf(left);
  return { before, left: backlog, gone: before - amountIn(backlog) };
}

/** How many flags a backlog holds. */
export const amountIn = ({ entries }: Backlog): number =>
  entries.reduce((sum, { amount }) => sum + amount, 0);

function counted(judgement: Judgement, isCounted: (flag: Flag) => boolean): Backlog {
  const { plan } = judgement;
  const byItem = Map.groupBy(judgement.everyFlag.filter(isCounted), (flag) => itemPath(plan, flag));
  const entries = [...byItem].flatMap(([item, flags]) =>
    [...Map.groupBy(flags, ({ check }) => check)].map(([check, { length: amount }]) => ({
      item,
      check,
      amount,
    })),
  );
  return backlogOf(entries);
}
