import type { Cell, Reader } from '../plan/cells.ts';
import type { Unit } from '../plan/file.ts';
import type { Flag } from '../plan/flag.ts';
import type { Plan } from '../plan/plan.ts';
import type { Over, Subjects } from './check.ts';
import type { PreparedCheck } from './prepared.ts';
import { sameFlags, type Outcome, type Tally } from './tally.ts';

export type Subject = Subjects[Over];

/** A check with what it has counted so far. */
export interface Row {
  readonly prepared: PreparedCheck;
  readonly tally: Tally;
  /** The one flag that stands for all, while every subject is flagged. */
  forAll: Flag | undefined;
}

/** What one check said of one subject, kept where it may have to look again. */
export interface Finding extends Reader {
  readonly row: Row;
  readonly subject: Subject;
  readonly unit: Unit;
  cells: readonly Cell[];
  outcome: Outcome;
  /** Whether it follows from the subject alone, whatever the rest of the plan says. */
  isOwn: boolean;
}

const noFindings: readonly Finding[] = [];

/** What checks said of the units of a plan, and what each of them read to say it. */
export class Findings {
  readonly #plan: Plan;
  /** Told when something has changed that nearly all follows from. */
  readonly #wideReader: Reader;
  readonly #byUnit = new Map<Unit, readonly Finding[]>();
  readonly #stale = new Set<Finding>();
  readonly #wideCells = new Set<Cell>();

  constructor(plan: Plan, wideReader: Reader) {
    this.#plan = plan;
    this.#wideReader = wideReader;
  }

  of(unit: Unit): readonly Finding[] {
    return this.#byUnit.get(unit) ?? noFindings;
  }

  set(unit: Unit, findings: readonly Finding[]): void {
    if (findings.length > 0) this.#byUnit.set(unit, findings);
    else this.#byUnit.delete(unit);
  }

  /** The units in which a check flags something. */
  *flaggedBy(row: Row): Generator<Unit> {
    for (const [unit, findings] of this.#byUnit) {
      const flags = findings.some((one) => one.row === row && one.outcome.flags.length > 0);
      if (flags) yield unit;
    }
  }

  /** Has a check look at a subject; undefined where it says nothing and read nothing from elsewhere. */
  look(row: Row, subject: Subject, unit: Unit): Finding | undefined {
    return this.#plan.isFollowed
      ? this.#lookAndWatch(row, subject, unit)
      : this.#lookOnce(row, subject, unit);
  }

  /** In a plan that stays as it is only flags have to be kept; most looks find none. */
  #lookOnce(row: Row, subject: Subject, unit: Unit): Finding | undefined {
    const outcome = row.prepared.outcomeFor(subject);
    row.tally.add(outcome);
    if (outcome.flags.length === 0) return undefined;
    return { row, subject, unit, cells: [], outcome, isOwn: true, stale: () => undefined };
  }

  #lookAndWatch(row: Row, subject: Subject, unit: Unit): Finding | undefined {
    const { value: outcome, cells: read } = this.#plan.watch(() =>
      row.prepared.outcomeFor(subject),
    );
    row.tally.add(outcome);
    const cells = this.#narrow(read);
    if (cells.length === 0 && outcome.flags.length === 0 && outcome.applies) return undefined;
    const becameStale = this.#stale;
    const finding: Finding = {
      row,
      subject,
      unit,
      cells,
      outcome,
      isOwn: read.length === 0,
      stale() {
        becameStale.add(this);
      },
    };
    for (const cell of cells) cell.enter(finding);
    return finding;
  }

  /** Has checks look again where something that they read has changed; gives the units they now say other things of. */
  *lookAgain(): Generator<Unit> {
    for (const finding of this.#stale) if (this.#isOther(finding)) yield finding.unit;
    this.#stale.clear();
  }

  forget(finding: Finding): void {
    for (const cell of finding.cells) cell.leave(finding);
    finding.row.tally.take(finding.outcome);
    this.#stale.delete(finding);
  }

  forgetUnit(unit: Unit): void {
    for (const finding of this.of(unit)) this.forget(finding);
    this.#byUnit.delete(unit);
  }

  /** Waits no longer for what nearly all follows from. */
  leaveWide(): void {
    for (const cell of this.#wideCells) cell.leave(this.#wideReader);
    this.#wideCells.clear();
  }

  #isOther(finding: Finding): boolean {
    for (const cell of finding.cells) cell.leave(finding);
    const { row, subject, outcome: before } = finding;
    const { value: now, cells } = this.#plan.watch(() => row.prepared.outcomeFor(subject));
    finding.cells = this.#narrow(cells);
    finding.isOwn = cells.length === 0;
    for (const cell of finding.cells) cell.enter(finding);
    if (before.applies === now.applies && sameFlags(before.flags, now.flags)) return false;
    row.tally.take(before);
    row.tally.add(now);
    finding.outcome = now;
    return true;
  }

  /** The cells of a finding's own; for those that nearly all read, one entry stands for all. */
  #narrow(cells: readonly Cell[]): readonly Cell[] {
    if (!cells.some(({ isWide }) => isWide)) return cells;
    for (const cell of cells) {
      if (!cell.isWide || this.#wideCells.has(cell)) continue;
      this.#wideCells.add(cell);
      cell.enter(this.#wideReader);
    }
    return cells.filter(({ isWide }) => !isWide);
  }
}
