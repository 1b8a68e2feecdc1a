import type { Kind } from '../language/keywords/index.ts';
import { explanationInWords, explanationOf } from '../plan/facts/explanation.ts';
import {
  weightOfAction,
  weightOfRequirement,
  weightOfSource,
  type Weight,
} from '../plan/facts/strength.ts';
import { Unit } from '../plan/file.ts';
import { pathOfItem } from '../plan/flagged-item.ts';
import type { Flag, Severity } from '../plan/flag.ts';
import type { Entity, Plan } from '../plan/plan.ts';
import type { Check, CheckRun, Context, Draft, Others, Over, Subjects } from './check.ts';
import { FoundFlag, subjectOf } from './found-flag.ts';
import type { CheckSettings } from './settings.ts';
import type { AllFlagged, Outcome } from './tally.ts';

const nothing: readonly Flag[] = [];
const notAboutIt: Outcome = { applies: false, flags: nothing };
const wellDone: Outcome = { applies: true, flags: nothing };

/** What a check goes by in some file. */
interface Rule {
  readonly isOn: boolean;
  /** How much it weighs, where the project says so. */
  readonly severity: Severity | undefined;
  readonly context: Context;
}

/** One check with the settings of one project: what it says, and how much that weighs. */
export class PreparedCheck {
  readonly check: Check;
  /** Whether it has asked for the day so far: where not, it says the same on another. */
  usesDay = false;
  #run: CheckRun;
  readonly #ruleFor: (path: string) => Rule;

  constructor(check: Check, settings: CheckSettings, run: CheckRun, others?: Others) {
    this.check = check;
    this.#run = run;
    const ruleFor = (path?: string): Rule => {
      const { isOn, severity, options } = settings.ruleFor(check, path);
      return { isOn, severity, context: this.#contextWith(options, others) };
    };
    if (settings.hasOverridesFor(check)) {
      const known = new Map<string, Rule>();
      this.#ruleFor = (path) => {
        const rule = known.get(path) ?? ruleFor(path);
        known.set(path, rule);
        return rule;
      };
    } else {
      const rule = ruleFor();
      this.#ruleFor = () => rule;
    }
  }

  /** Goes on at another day; nothing else of the run may be other. */
  follow(run: CheckRun): void {
    this.#run = run;
  }

  /** What it says of a subject. Where it breaks, that is said in a flag: nothing else is lost with it. */
  outcomeFor(subject: Subjects[Over]): Outcome {
    const { check } = this;
    const rule = this.#ruleOf(subject);
    if (!rule.isOn) return notAboutIt;
    let drafts: Draft[] | undefined;
    try {
      if (check.appliesTo?.(subject, rule.context) === false) return notAboutIt;
      for (const draft of check.run(subject, rule.context)) (drafts ??= []).push(draft);
    } catch (error) {
      return { applies: true, flags: [this.#failure(subject, error)] };
    }
    if (drafts === undefined) return wellDone;
    const known = this.#isKnown(subject, drafts.length);
    return { applies: true, flags: drafts.map((draft) => this.#flag(draft, subject, known)) };
  }

  /** Whether it is on where an item stands. */
  isOnFor(subject: Subjects[Over]): boolean {
    return this.#ruleOf(subject).isOn;
  }

  /** The one flag that stands for those of every subject; undefined for a check that never says so. */
  onceForAll(all: AllFlagged, first: Subjects[Over]): Flag | undefined {
    const { check } = this;
    if (check.whenAll === undefined) return undefined;
    const subject = this.#run.plan.heading ?? first;
    const at = subject instanceof Unit ? { start: 0, end: 0 } : subject.item.headerSpan;
    const draft = { at, ...check.whenAll(all.amount) };
    return this.#flag(draft, subject, all.known, all.worst);
  }

  #ruleOf(subject: Subjects[Over]): Rule {
    const unit = subject instanceof Unit ? subject : subject.unit;
    return this.#ruleFor(unit.file.path);
  }

  #contextWith(options: Context['options'], others: Others | undefined): Context {
    const day = (): string => {
      this.usesDay = true;
      return this.#run.asAt;
    };
    return {
      plan: this.#run.plan,
      get asAt() {
        return day();
      },
      options,
      others,
    };
  }

  #isKnown(subject: Subjects[Over], amount: number): boolean {
    const { backlog } = this.#run;
    if (backlog === undefined || backlog.entries.length === 0) return false;
    const { kind, id } = subjectOf(subject);
    const path = subject instanceof Unit ? `${kind} ${id}` : pathOfItem(subject);
    return amount <= backlog.amountOf(path, this.check.id);
  }

  #flag(draft: Draft, subject: Subjects[Over], known: boolean, severity?: Severity): Flag {
    const { check } = this;
    const { plan, asAt } = this.#run;
    const entity = subject instanceof Unit ? undefined : subject;
    const explained = entity === undefined ? undefined : this.#explanation(entity, asAt);
    const weighed = (): Severity =>
      this.#ruleOf(subject).severity ??
      draft.severity ??
      severityOf(check, entity === undefined ? 'must' : weightOf(plan, entity));
    const weighs = severity ?? (explained === undefined && !known ? weighed() : 'info');
    return new FoundFlag(check, subject, draft, weighs, explained, known || undefined);
  }

  #failure(subject: Subjects[Over], error: unknown): Flag {
    const { id, title } = this.check;
    const about = subjectOf(subject);
    const words = error instanceof Error ? error.message : String(error);
    return {
      check: id,
      severity: 'error',
      place:
        subject instanceof Unit
          ? { unit: subject, span: { start: 0, end: 0 } }
          : { unit: subject.unit, span: subject.item.idSpan },
      subject: about,
      message: `The check ${id} broke at ${about.kind} ${about.id} and says nothing of it: ${words}`,
      why: `This is a fault of Mustdo, not of the plan: whether “${title}” holds here is not known. Everything else was checked.`,
      todo: 'Report it to whoever keeps Mustdo, with this line. Until it is mended, turn the check off in mustdo.json.',
      fixes: [],
      related: [],
      failed: true,
    };
  }

  /** What `explained` says of the check on an item, while it holds. */
  #explanation(entity: Entity, asAt: string): string | undefined {
    if (entity.item.explained.length === 0) return undefined;
    this.usesDay = true;
    const explanation = explanationOf(entity, this.check.id, asAt);
    return explanation === undefined ? undefined : explanationInWords(explanation);
  }
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
