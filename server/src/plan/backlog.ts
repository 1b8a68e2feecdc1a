import { isObjectOf, isRecordOf, type Is } from './json-form.ts';

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

/** What comes of reading a backlog: it, or in one line why it cannot be used. */
export type BacklogReading = { readonly backlog: Backlog } | { readonly wrong: string };

export interface BacklogEntry {
  /** Its path: `action C`, or `inspection CQC-2017, must A`. */
  readonly item: string;
  readonly check: string;
  /** At least 1. */
  readonly amount: number;
}

/** The version of the file that this Mustdo writes. */
export const backlogVersion = 1;

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

/** The value of the file in which nothing is wrong. */
interface BacklogFile {
  readonly version: typeof backlogVersion;
  readonly backlog: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** The backlog that the value of a file says. */
export function backlogFrom({ backlog }: BacklogFile): Backlog {
  const entries = Object.entries(backlog).flatMap(([item, checks]) =>
    Object.entries(checks).map(([check, amount]) => ({ item, check, amount })),
  );
  return backlogOf(entries);
}

/**
 * The backlog in the value of a file, where it is as it must be; `readBacklogClosely` takes longer and can say what is wrong. A test
 * compares what the two take.
 * @returns undefined where anything at all is out of the ordinary
 */
export const backlogIn = (value: unknown): Backlog | undefined =>
  isBacklogFile(value) ? backlogFrom(value) : undefined;

const isBacklogFile = (value: unknown): value is BacklogFile =>
  isObjectOf(value, {
    version: (version) => version === backlogVersion,
    backlog: (items) => isRecordOf(items, (checks) => isRecordOf(checks, isAmount)),
  }) && ['version', 'backlog'].every((key) => Object.hasOwn(value, key));

const isAmount: Is = (value) => Number.isSafeInteger(value) && Number(value) > 0;

/** The text of a backlog: the same for the same entries. */
export function backlogAsText({ entries }: Backlog): string {
  const byItem = Map.groupBy(entries, ({ item }) => item);
  const backlog = Object.fromEntries(
    [...byItem].map(([item, own]) => [
      item,
      Object.fromEntries(own.map(({ check, amount }) => [check, amount])),
    ]),
  );
  return `${JSON.stringify({ version: backlogVersion, backlog }, null, 2)}\n`;
}
