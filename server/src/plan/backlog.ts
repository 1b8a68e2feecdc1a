import * as z from 'zod/mini';
import { readOwnFile } from './own-file.ts';

/**
 * The known backlog: flags that stood when a project began to be checked. Each is known by its item
 * and its check, never by a line, so that it stays known when the text moves.
 */
export interface Backlog {
  /** How many flags of a check are known of an item; 0 for none. */
  amountOf(item: string, check: string): number;
  /** Every entry, in the order of items and checks. */
  readonly entries: readonly BacklogEntry[];
}

export interface BacklogEntry {
  /** Its path: `action C`, or `inspection CQC-2017, must A`. */
  readonly item: string;
  readonly check: string;
  /** At least 1. */
  readonly amount: number;
}

/** The version of the file that this Mustdo writes. */
const version = 1;

const fileSchema = z.strictObject({
  version: z.literal(version),
  backlog: z.record(z.string(), z.record(z.string(), z.int().check(z.positive()))),
});

class ReadBacklog implements Backlog {
  readonly entries: readonly BacklogEntry[];
  readonly #amounts: ReadonlyMap<string, number>;

  constructor(entries: readonly BacklogEntry[]) {
    this.entries = entries.toSorted(
      (a, b) => inCodePoints(a.item, b.item) || inCodePoints(a.check, b.check),
    );
    this.#amounts = new Map(entries.map((entry) => [keyOf(entry), entry.amount]));
  }

  amountOf(item: string, check: string): number {
    return this.#amounts.get(keyOf({ item, check })) ?? 0;
  }
}

const keyOf = ({ item, check }: Pick<BacklogEntry, 'item' | 'check'>): string => `${check} ${item}`;

const inCodePoints = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export const noBacklog: Backlog = new ReadBacklog([]);

/** A backlog of entries, of which no two are of one item and check. */
export const backlogOf = (entries: readonly BacklogEntry[]): Backlog => new ReadBacklog(entries);

/** Reads the text of a backlog; or says in one line why it cannot be used. */
export function readBacklog(
  text: string,
): { readonly backlog: Backlog } | { readonly wrong: string } {
  const read = readOwnFile(text, fileSchema, version, 'mustdo backlog');
  if ('wrong' in read) return read;
  const entries = Object.entries(read.data.backlog).flatMap(([item, checks]) =>
    Object.entries(checks).map(([check, amount]) => ({ item, check, amount })),
  );
  return { backlog: backlogOf(entries) };
}

/** The text of a backlog: the same for the same entries. */
export function backlogAsText({ entries }: Backlog): string {
  const byItem = Map.groupBy(entries, ({ item }) => item);
  const backlog = Object.fromEntries(
    [...byItem].map(([item, own]) => [
      item,
      Object.fromEntries(own.map(({ check, amount }) => [check, amount])),
    ]),
  );
  return `${JSON.stringify({ version, backlog }, null, 2)}\n`;
}
