import { severities, type Flag, type Place, type Severity } from '../plan/flag.ts';

/** From this many items on, a check that flags every one of them says so once. */
const manyEnough = 5;

/** What a check says of one subject. */
export interface Outcome {
  /** Whether the check is about it at all. */
  readonly applies: boolean;
  readonly flags: readonly Flag[];
}

/** What stands where a check flags every subject. */
export interface AllFlagged {
  readonly amount: number;
  readonly worst: Severity;
  /** Whether each is of the known backlog. */
  readonly known: boolean;
}

/** How many subjects a check flags, and how many it is not about. */
export class Tally {
  #notAboutIt = 0;
  #flagged = 0;
  #known = 0;
  readonly #severities: Record<Severity, number> = { error: 0, warning: 0, info: 0 };

  get flagged(): number {
    return this.#flagged;
  }

  add(outcome: Outcome): void {
    this.#count(outcome, 1);
  }

  take(outcome: Outcome): void {
    this.#count(outcome, -1);
  }

  /**
   * How many subjects are flagged, and how heavily, where there are many and it is every one.
   * @param subjects how many the check looks at
   */
  allFlagged(subjects: number): AllFlagged | undefined {
    const amount = this.#flagged;
    if (amount !== subjects - this.#notAboutIt || amount < manyEnough) return undefined;
    const worst = severities.find((severity) => this.#severities[severity] > 0) ?? 'info';
    return { amount, worst, known: this.#known === amount };
  }

  #count({ applies, flags }: Outcome, by: 1 | -1): void {
    if (!applies) this.#notAboutIt += by;
    if (flags.length === 0) return;
    this.#flagged += by;
    if (flags.every(({ known }) => known)) this.#known += by;
    for (const { severity } of flags) this.#severities[severity] += by;
  }
}

/** Whether a check says the same as before, wherever that now stands. */
export const sameFlags = (before: readonly Flag[], now: readonly Flag[]): boolean =>
  before.length === now.length && before.every((flag, index) => sameFlag(flag, now[index]));

const sameFlag = (before: Flag, now: Flag | undefined): boolean =>
  now?.message === before.message &&
  now.todo === before.todo &&
  now.severity === before.severity &&
  now.explained === before.explained &&
  now.known === before.known &&
  now.failed === before.failed &&
  samePlace(before.place, now.place) &&
  before.related.length === now.related.length &&
  before.related.every((related, index) => {
    const other = now.related[index];
    return other?.message === related.message && samePlace(related.place, other.place);
  });

const samePlace = (before: Place, now: Place): boolean =>
  before.unit === now.unit &&
  before.span.start === now.span.start &&
  before.span.end === now.span.end;
