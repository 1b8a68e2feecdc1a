import type { Reader } from '../plan/cells.ts';
import type { Unit, UnitChange } from '../plan/file.ts';
import type { Flag, Severity } from '../plan/flag.ts';
import type { Entity, Plan } from '../plan/plan.ts';
import type { Check, CheckRun, Others, Over } from './check.ts';
import { Findings, type Finding, type Row, type Subject } from './findings.ts';
import { PreparedCheck } from './prepared.ts';
import { CheckSettings } from './settings.ts';
import { sameFlags, Tally } from './tally.ts';

/**
 * The flags of a plan at a date, kept up as the plan changes: a check looks again at what was edited,
 * and at whatever it had read of that from elsewhere. What it gives is always what a fresh look at the
 * whole plan would.
 */
export class Judgement implements Reader {
  readonly #checks: readonly Check[];
  #run: CheckRun;
  #settings: CheckSettings;
  #rows: readonly Row[] = [];
  #rowsOver = new Map<Over, readonly Row[]>();
  /** The checks that look at what the others flag. */
  #last: readonly PreparedCheck[] = [];
  #findings: Findings;
  /** The items of the units that were looked at, and how many subjects there are of each kind. */
  readonly #looked = new Map<Unit, readonly Entity[]>();
  readonly #subjects = new Map<Over, number>();
  readonly #flagged = new Map<Unit, readonly Flag[]>();
  readonly #counts: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  #allStale = false;
  /** Flags that no check gives, of units as they were read. */
  #given: ReadonlyMap<Unit, readonly Flag[]> = new Map();
  #touched = new Set<Unit>();

  /**
   * Judges the whole plan.
   * @param given flags that no check gives: of bytes that are no text
   */
  constructor(checks: readonly Check[], run: CheckRun, given?: readonly Flag[]) {
    this.#checks = checks;
    this.#run = run;
    this.#settings = new CheckSettings(run.settings);
    this.#findings = new Findings(run.plan, this);
    this.judge(run, given);
  }

  get plan(): Plan {
    return this.#run.plan;
  }

  get asAt(): string {
    return this.#run.asAt;
  }

  /** How many flags there are of each severity. */
  get counts(): Readonly<Record<Severity, number>> {
    return this.#counts;
  }

  /** How many subjects a check flags; undefined when it is turned off. */
  amountFlagged(check: string): number | undefined {
    return this.#rows.find(({ prepared }) => prepared.check.id === check)?.tally.flagged;
  }

  /** Every flag, in the order of the files, their text, and the checks' ids. */
  get flags(): Flag[] {
    return this.plan.files.flatMap((file) => file.units.flatMap((unit) => this.flagsIn(unit)));
  }

  /** The flags of a unit, in the order of its text and of the checks' ids. */
  flagsIn(unit: Unit): readonly Flag[] {
    return this.#flagged.get(unit) ?? none;
  }

  /** The flags of a unit that stand whatever else there may be in the plan. */
  ownFlagsIn(unit: Unit): readonly Flag[] {
    return this.#findings
      .of(unit)
      .filter(({ isOwn, row }) => isOwn && row.prepared.check.whenAll === undefined)
      .flatMap(({ outcome }) => outcome.flags)
      .sort(inOrder);
  }

  /** Every flag there is of an item or a text, also where one stands for all: what a backlog counts. */
  get everyFlag(): Flag[] {
    return this.plan.files.flatMap(({ units }) =>
      units.flatMap((unit) => [
        ...(this.#given.get(unit) ?? none),
        ...this.#findings.of(unit).flatMap(({ outcome }) => outcome.flags),
        ...this.#lastIn(unit),
      ]),
    );
  }

  /** The units whose flags have changed since this was last asked; some of them may be gone. */
  takeTouched(): ReadonlySet<Unit> {
    const touched = this.#touched;
    this.#touched = new Set();
    return touched;
  }

  /** Judges the plan at another date, or with other settings. */
  judge(run: CheckRun, given: readonly Flag[] = []): void {
    const before = this.#run;
    const isOtherDay =
      run.plan === before.plan &&
      run.settings === before.settings &&
      run.backlog === before.backlog;
    this.#run = run;
    this.#given = Map.groupBy(given, ({ place }) => place.unit);
    if (isOtherDay && given.length === 0 && !this.#allStale && this.#looked.size > 0)
      this.#judgeDay();
    else this.#judgeAll();
  }

  /** Follows a change of the plan. */
  update({ removed, added }: UnitChange): void {
    for (const unit of removed) this.#drop(unit);
    if (this.#allStale) {
      this.#judgeAll();
      return;
    }
    for (const unit of added) this.#look(unit);
    for (const unit of this.#findings.lookAgain()) this.#touched.add(unit);
    this.#settle();
  }

  /** Something that nearly all follows from has changed. */
  stale(): void {
    this.#allStale = true;
  }

  #judgeAll(): void {
    for (const unit of this.#looked.keys()) this.#drop(unit);
    this.#findings.leaveWide();
    this.#findings = new Findings(this.plan, this);
    this.#allStale = false;
    this.#prepare();
    for (const file of this.plan.files) for (const unit of file.units) this.#look(unit);
    this.#settle();
  }

  /** Has those checks look again at everything that ask for the day. */
  #judgeDay(): void {
    const before = this.#rows;
    this.#rows = before.map((row) =>
      row.prepared.usesDay ? this.#rowOf(row.prepared.check) : row,
    );
    for (const { prepared } of this.#rows) prepared.follow(this.#run);
    this.#rowsOver = Map.groupBy(this.#rows, ({ prepared }) => prepared.check.over);
    this.#last = this.#last.map(({ check }) => this.#lastOf(check));
    const old = new Set(before.filter(({ prepared }) => prepared.usesDay));
    const others = new Set(this.#rows.filter((row) => !before.includes(row)));
    for (const [unit, entities] of this.#looked) {
      const findings = this.#findings.of(unit);
      const kept = findings.filter(({ row }) => !old.has(row));
      for (const finding of findings) if (old.has(finding.row)) this.#findings.forget(finding);
      this.#findings.set(unit, [
        ...kept,
        ...this.#findAll(unit, entities, (row) => others.has(row)),
      ]);
      this.#touched.add(unit);
    }
    this.#settle();
  }

  #prepare(): void {
    this.#settings = new CheckSettings(this.#run.settings);
    const on = this.#checks.filter((check) => this.#settings.isOnSomewhere(check));
    this.#rows = on
      .filter(({ comesLast }) => comesLast !== true)
      .map((check) => this.#rowOf(check));
    this.#rowsOver = Map.groupBy(this.#rows, ({ prepared }) => prepared.check.over);
    this.#last = on
      .filter(({ comesLast }) => comesLast === true)
      .map((check) => this.#lastOf(check));
  }

  #rowOf(check: Check): Row {
    const prepared = new PreparedCheck(check, this.#settings, this.#run);
    return { prepared, tally: new Tally(), forAll: undefined };
  }

  #lastOf(check: Check): PreparedCheck {
    const isFlagged: Others['isFlagged'] = (item, id) => {
      const row = this.#rows.find(({ prepared }) => prepared.check.id === id);
      if (row?.prepared.isOnFor(item) !== true) return undefined;
      const { forAll } = row;
      const once = forAll?.place.unit === item.unit && forAll.subject.id === item.id;
      return once || this.#findings.of(item.unit).some((finding) => flags(finding, row, item));
    };
    const ids = this.#checks.map(({ id }) => id);
    return new PreparedCheck(check, this.#settings, this.#run, { ids, isFlagged });
  }

  #look(unit: Unit): void {
    const entities = this.plan.entitiesIn(unit);
    this.#looked.set(unit, entities);
    this.#countSubjects(entities, 1);
    const findings = this.#findAll(unit, entities, () => true);
    this.#findings.set(unit, findings);
    if (
      findings.some(({ outcome }) => outcome.flags.length > 0) ||
      this.#given.has(unit) ||
      entities.some(isForLast)
    ) {
      this.#touched.add(unit);
    }
  }

  /** What some of the checks say of a unit and its items. */
  #findAll(unit: Unit, entities: readonly Entity[], wanted: (row: Row) => boolean): Finding[] {
    const findings: Finding[] = [];
    const about = (subject: Subject, over: Over): void => {
      for (const row of this.#rowsOver.get(over) ?? noRows) {
        const finding = wanted(row) ? this.#findings.look(row, subject, unit) : undefined;
        if (finding !== undefined) findings.push(finding);
      }
    };
    about(unit, 'unit');
    for (const entity of entities) {
      about(entity, 'item');
      about(entity, entity.kind);
    }
    return findings;
  }

  #countSubjects(entities: readonly Entity[], by: 1 | -1): void {
    const count = (over: Over, amount: number): void => {
      this.#subjects.set(over, (this.#subjects.get(over) ?? 0) + amount);
    };
    count('unit', by);
    count('item', by * entities.length);
    for (const { kind } of entities) count(kind, by);
  }

  #drop(unit: Unit): void {
    this.#findings.forgetUnit(unit);
    this.#countSubjects(this.#looked.get(unit) ?? [], -1);
    this.#looked.delete(unit);
    if (this.#flagged.has(unit)) this.#touched.add(unit);
  }

  /** Brings together what stands in each unit that was touched. */
  #settle(): void {
    for (const row of this.#rows) this.#settleForAll(row);
    for (const unit of this.#touched) {
      const before = this.flagsIn(unit);
      const flags = this.#looked.has(unit) ? this.#gather(unit) : none;
      for (const { severity } of before) this.#counts[severity]--;
      for (const { severity } of flags) this.#counts[severity]++;
      if (flags.length > 0) this.#flagged.set(unit, flags);
      else this.#flagged.delete(unit);
    }
  }

  /** Puts one flag in the place of all where a check flags every subject, or takes it away again. */
  #settleForAll(row: Row): void {
    const { prepared, tally, forAll: before } = row;
    if (prepared.check.whenAll === undefined) return;
    const all = tally.allFlagged(this.#subjects.get(prepared.check.over) ?? 0);
    const first = all && this.#firstOf(row);
    const now = first && prepared.onceForAll(all, first);
    if (before === undefined && now === undefined) return;
    if (before !== undefined && now !== undefined && sameFlags([before], [now])) return;
    row.forAll = now;
    for (const flag of [before, now]) if (flag !== undefined) this.#touched.add(flag.place.unit);
    if (before !== undefined && now !== undefined) return;
    for (const unit of this.#findings.flaggedBy(row)) this.#touched.add(unit);
  }

  #firstOf(row: Row): Subject | undefined {
    for (const unit of this.plan.files.flatMap(({ units }) => units)) {
      for (const finding of this.#findings.of(unit)) {
        if (finding.row === row && finding.outcome.applies) return finding.subject;
      }
    }
    return undefined;
  }

  #gather(unit: Unit): readonly Flag[] {
    const found = [...(this.#given.get(unit) ?? none)];
    for (const { row, outcome } of this.#findings.of(unit)) {
      if (row.forAll === undefined) found.push(...outcome.flags);
    }
    for (const { forAll } of this.#rows) if (forAll?.place.unit === unit) found.push(forAll);
    return [...found, ...this.#lastIn(unit)].sort(inOrder);
  }

  /** What the checks say that come after all others. */
  *#lastIn(unit: Unit): Generator<Flag> {
    for (const item of this.#looked.get(unit) ?? []) {
      if (!isForLast(item)) continue;
      for (const prepared of this.#last) yield* prepared.outcomeFor(item).flags;
    }
  }
}

/** Whether there is anything for the checks that come last: they look at what is explained. */
const isForLast = ({ item }: Entity): boolean => item.explained.length > 0;

const flags = ({ row, subject, outcome }: Finding, of: Row, item: Entity): boolean =>
  row === of && subject === item && outcome.flags.length > 0;

const inOrder = (a: Flag, b: Flag): number =>
  a.place.span.start - b.place.span.start || (a.check < b.check ? -1 : 1);

const none: readonly Flag[] = [];
const noRows: readonly Row[] = [];
