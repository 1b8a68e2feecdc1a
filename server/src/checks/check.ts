import type { IsoDate } from '../language/dates.ts';
import type { Kind } from '../language/keywords/index.ts';
import type { Weight } from '../plan/facts/strength.ts';
import type { Span } from '../language/tree.ts';
import type { Unit } from '../plan/file.ts';
import type { Fix, Place, Severity } from '../plan/flag.ts';
import type { Entity, Plan } from '../plan/plan.ts';
import type { Backlog } from '../plan/backlog.ts';
import type { Settings } from '../plan/settings.ts';
import type { Level } from './presets.ts';

/** What a check can look at, one at a time: the items of one kind, every item, or a unit of text. */
export type Subjects = { readonly [K in Kind]: Entity<K> } & {
  readonly item: Entity;
  readonly unit: Unit;
};

export type Over = keyof Subjects;

/** What a check may ask about: no clock, no files. */
export interface Context {
  readonly plan: Plan;
  readonly asAt: IsoDate;
  /** The check's own settings, its defaults filled in. */
  readonly options: Readonly<Record<string, number>>;
  /** What the other checks say; undefined unless the check comes last. */
  readonly others: Others | undefined;
}

/** The other checks, for one that comes after them. */
export interface Others {
  /** Every check there is, whether or not it is on. */
  readonly ids: readonly string[];
  /** Whether a check flags an item; undefined where it is not on. */
  readonly isFlagged: (item: Entity, check: string) => boolean | undefined;
}

/** What is judged, and when and how. */
export interface CheckRun {
  readonly plan: Plan;
  readonly asAt: IsoDate;
  /** What the project sets: which checks are on, and how much they weigh. */
  readonly settings: Pick<Settings, 'preset' | 'checks' | 'overrides'>;
  /** Flags that were there before anybody began to look; none where it is left out. */
  readonly backlog?: Backlog;
}

/** What a check says; the runner makes a flag of it. */
export interface Draft {
  /** Where, in the subject's own unit. */
  readonly at: Span;
  /** The thing and the fact, in plain English. */
  readonly message: string;
  /** What to do about it. */
  readonly todo: string;
  /** Worked out when somebody asks for them; the plan may have moved on by then, the subject has not. */
  fixes?(): readonly Fix[];
  readonly related?: readonly { readonly place: Place; readonly message: string }[];
  /** Where one place weighs otherwise than the check's table says. */
  readonly severity?: Severity;
}

export interface Option {
  readonly default: number;
  /** The least and the most that make sense. */
  readonly min: number;
  readonly max: number;
  /** What it sets, with its unit. */
  readonly doc: string;
}

/** How much a check weighs: where nothing is said of a notice, what comes of one weighs as a must-do. */
export type Severities = Readonly<Record<Exclude<Weight, 'notice'>, Severity>> & {
  readonly notice?: Severity;
};

/** A plan in the language, with carets under what is flagged and the message beside them. */
export interface Example {
  readonly plan: string;
  /** The day it is judged at; 1 July 2018 when left out. */
  readonly asAt?: IsoDate;
  /** The name of its file, where it matters; `example.plan` when left out. */
  readonly file?: string;
  /** Other files of the project, by their names. */
  readonly files?: Readonly<Record<string, string>>;
  /** Checks that run beside it; the carets leave their flags out. */
  readonly beside?: readonly string[];
}

/**
 * One check, whole: what it flags and why, how much it weighs, what it says and how to mend it. Its
 * page in docs/checks, `mustdo about` and its tests are made from this.
 */
export interface Check<O extends Over = Over> {
  readonly id: string;
  /** A short name, without a full stop: “Overdue action”. */
  readonly title: string;
  /** What it flags, in a sentence or two. */
  readonly what: string;
  /** Why it matters; printed with every flag. */
  readonly why: string;
  /** The regulation, guidance or practice it rests on. */
  readonly source: string;
  /** When it may be wrong, said plainly. */
  readonly falsePositives: string;
  /** How much it weighs, by what it is about: a must-do, a should-do, or what a notice or undertakings ask. */
  readonly severity: Severities;
  /** Where it is on unless the settings say otherwise (presets.ts). */
  readonly preset: Level;
  readonly options?: Readonly<Record<string, Option>>;
  readonly over: O;
  /** Whether it looks at what all others flag. */
  readonly comesLast?: true;
  /** Which of them it is about at all: open actions, say. Left out: every one. */
  appliesTo?(subject: Subjects[O], context: Context): boolean;
  run(subject: Subjects[O], context: Context): Iterable<Draft>;
  /**
   * What to say instead, once, when every item it looks at is flagged: a row of its own for each
   * would hide all else.
   */
  readonly whenAll?: (count: number) => Pick<Draft, 'message' | 'todo'>;
  readonly examples: {
    /** Each gives exactly the flags its carets show, and each fix takes them away. */
    readonly flagged: readonly Example[];
    /** Each gives none. */
    readonly clean: readonly Example[];
  };
}

/** Types a check by what it looks at. */
export const check = <O extends Over>(definition: Check<O>): Check<O> => definition;

/** The same severity whatever the strength. */
export const always = (severity: Severity): Severities => ({
  must: severity,
  should: severity,
  other: severity,
});
