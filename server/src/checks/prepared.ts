import type { Kind } from '../language/keywords/index.ts';
import { dayInWords } from '../plan/calendar.ts';
import {
  weightOfAction,
  weightOfRequirement,
  weightOfSource,
  type Weight,
} from '../plan/facts/strength.ts';
import { Unit } from '../plan/file.ts';
import { severities, type Fix, type Flag, type Severity, type Subject } from '../plan/flag.ts';
import type { Entity, Plan } from '../plan/plan.ts';
import type { CheckSetting } from '../plan/settings.ts';
import type { Check, CheckRun, Context, Draft, Over, Subjects } from './check.ts';

/** What a check says of one subject. */
export interface Outcome {
  /** Whether the check is about it at all. */
  readonly applies: boolean;
  readonly flags: readonly Flag[];
}

const nothing: readonly Flag[] = [];
const notAboutIt: Outcome = { applies: false, flags: nothing };
const wellDone: Outcome = { applies: true, flags: nothing };

/** One check with the settings of one project: what it says, and how much that weighs. */
export class PreparedCheck {
  readonly check: Check;
  /** Whether it has asked for the day so far: where not, it says the same on another. */
  usesDay = false;
  readonly #run: CheckRun;
  readonly #context: Context;
  /** How much it weighs, where the project says so. */
  readonly #severity: Severity | undefined;

  constructor(check: Check, setting: CheckSetting | undefined, run: CheckRun) {
    this.check = check;
    this.#run = run;
    const defaults = Object.entries(check.options ?? {}).map(([name, option]) => [
      name,
      option.default,
    ]);
    const options = {
      ...(Object.fromEntries(defaults) as Record<string, number>),
      ...setting?.options,
    };
    const used = (): void => {
      this.usesDay = true;
    };
    this.#context = {
      plan: run.plan,
      get asAt() {
        used();
        return run.asAt;
      },
      options,
    };
    this.#severity = setting?.severity === 'off' ? undefined : setting?.severity;
  }

  outcomeFor(subject: Subjects[Over]): Outcome {
    const { check } = this;
    const context = this.#context;
    if (check.appliesTo?.(subject, context) === false) return notAboutIt;
    let flags: Flag[] | undefined;
    for (const draft of check.run(subject, context)) {
      (flags ??= []).push(this.#flag(draft, subject));
    }
    return flags === undefined ? wellDone : { applies: true, flags };
  }

  /** The one flag that stands for those of every subject; undefined for a check that never says so. */
  onceForAll(amount: number, first: Subjects[Over], severity: Severity): Flag | undefined {
    const { check } = this;
    if (check.whenAll === undefined) return undefined;
    const subject = this.#context.plan.heading ?? first;
    const at = subject instanceof Unit ? { start: 0, end: 0 } : subject.item.headerSpan;
    return { ...this.#flag({ at, ...check.whenAll(amount) }, subject), severity };
  }

  #flag(draft: Draft, subject: Subjects[Over]): Flag {
    const { check } = this;
    const { plan, asAt } = this.#run;
    const entity = subject instanceof Unit ? undefined : subject;
    const explained = entity === undefined ? undefined : this.#explanation(entity, asAt);
    const own = (): Severity =>
      draft.severity ?? severityOf(check, entity === undefined ? 'must' : weightOf(plan, entity));
    let fixes: readonly Fix[] | undefined;
    return {
      check: check.id,
      severity: explained === undefined ? (this.#severity ?? own()) : 'info',
      place: { unit: subject instanceof Unit ? subject : subject.unit, span: draft.at },
      subject: subjectOf(subject),
      message: draft.message,
      why: check.why,
      todo: draft.todo,
      get fixes() {
        return (fixes ??= draft.fixes?.() ?? []);
      },
      related: draft.related ?? [],
      explained,
    };
  }

  /** What `explained` says of the check on an item, while it holds. */
  #explanation(entity: Entity, asAt: string): string | undefined {
    const lines = entity.item.explained.filter((line) => line.check.value === this.check.id);
    if (lines.length === 0) return undefined;
    this.usesDay = true;
    const holds = lines.find((line) => (line.until?.value?.last ?? '9999-12-31') >= asAt);
    if (holds?.because?.value === undefined) return undefined;
    const until = holds.until?.value?.last;
    return until === undefined
      ? holds.because.value
      : `${holds.because.value} (until ${dayInWords(until)})`;
  }
}

function subjectOf(subject: Subjects[Over]): Subject {
  const item = subject instanceof Unit ? subject.reading.items[0] : subject.item;
  if (item !== undefined) return { kind: item.keyword, id: item.id };
  return { kind: 'file', id: subject instanceof Unit ? subject.file.path : '' };
}

/** How much a check weighs on something. */
const severityOf = ({ severity }: Check, weight: Weight): Severity =>
  weight === 'notice' ? (severity.notice ?? severity.must) : severity[weight];

function weightOf(plan: Plan, entity: Entity): Weight {
  const weights: Partial<Record<Kind, () => Weight>> = {
    action: () => weightOfAction(plan, entity as Entity<'action'>),
    requirement: () => weightOfRequirement(entity as Entity<'requirement'>),
    source: () => weightOfSource(entity as Entity<'source'>),
  };
  return weights[entity.kind]?.() ?? 'other';
}

/** The worst of the severities of which there are any. */
export const worstOf = (amounts: Readonly<Record<Severity, number>>): Severity =>
  severities.find((severity) => amounts[severity] > 0) ?? 'info';
