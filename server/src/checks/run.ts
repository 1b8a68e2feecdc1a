import type { IsoDate } from '../language/dates.ts';
import type { Strength } from '../language/keywords/sources.ts';
import { kinds, type Kind } from '../language/keywords/index.ts';
import { dayInWords } from '../plan/calendar.ts';
import { strengthOfAction, strengthOfRequirement } from '../plan/facts/strength.ts';
import type { Unit } from '../plan/file.ts';
import { severities, type Flag, type Severity, type Subject } from '../plan/flag.ts';
import type { Entity, Plan } from '../plan/plan.ts';
import type { CheckSetting } from '../plan/settings.ts';
import type { Check, Draft, Over, Subjects } from './check.ts';

export interface CheckRun {
  readonly plan: Plan;
  readonly asAt: IsoDate;
  readonly settings: ReadonlyMap<string, CheckSetting>;
}

/** From this many items on, a check that flags every one of them says so once. */
const manyEnough = 5;

/**
 * Runs checks over a plan.
 * @returns the flags, in the order of the files, their text, and the checks' ids
 */
export function runChecks(checks: readonly Check[], run: CheckRun): Flag[] {
  const flags = checks.flatMap((check) => runOne(check, run));
  const order = new Map(run.plan.files.map((file, index) => [file, index]));
  const fileOf = (flag: Flag): number => order.get(flag.place.unit.file) ?? 0;
  const offsetOf = (flag: Flag): number => flag.place.unit.start + flag.place.span.start;
  return flags.sort(
    (a, b) => fileOf(a) - fileOf(b) || offsetOf(a) - offsetOf(b) || (a.check < b.check ? -1 : 1),
  );
}

function runOne(check: Check, run: CheckRun): Flag[] {
  const setting = run.settings.get(check.id);
  if (setting?.severity === 'off') return [];
  const defaults = Object.entries(check.options ?? {}).map(([name, option]) => [
    name,
    option.default,
  ]);
  const options = {
    ...(Object.fromEntries(defaults) as Record<string, number>),
    ...setting?.options,
  };
  const context = { plan: run.plan, asAt: run.asAt, options };
  const subjects = subjectsOf(check.over, run.plan).filter(
    (subject) => check.appliesTo?.(subject as never, context) ?? true,
  );
  const flagged = subjects
    .map((subject) => ({ subject, drafts: [...check.run(subject as never, context)] }))
    .filter(({ drafts }) => drafts.length > 0);
  const flags = flagged.flatMap(({ subject, drafts }) =>
    drafts.map((draft) => toFlag(check, draft, subject, run)),
  );
  const [first] = subjects;
  const all = flagged.length === subjects.length && flagged.length >= manyEnough;
  if (check.whenAll === undefined || first === undefined || !all) return flags;
  const worst = severities.find((severity) => flags.some((flag) => flag.severity === severity));
  return [
    { ...onceForAll(check, check.whenAll(flagged.length), first, run), severity: worst ?? 'info' },
  ];
}

function subjectsOf(over: Over, plan: Plan): readonly Subjects[Over][] {
  if (over === 'unit') return plan.files.flatMap((file) => file.units);
  if (over === 'item') return kinds.flatMap((kind) => plan.all(kind));
  return plan.all(over);
}

function onceForAll(
  check: Check,
  words: Pick<Draft, 'message' | 'todo'>,
  first: Subjects[Over],
  run: CheckRun,
): Flag {
  const subject = run.plan.heading ?? first;
  const at = isEntity(subject) ? subject.item.headerSpan : { start: 0, end: 0 };
  return toFlag(check, { at, ...words }, subject, run);
}

const isEntity = (subject: Subjects[Over]): subject is Entity => 'item' in subject;

function toFlag(check: Check, draft: Draft, subject: Subjects[Over], run: CheckRun): Flag {
  const unit = isEntity(subject) ? subject.unit : subject;
  const chosen = run.settings.get(check.id)?.severity;
  const strength = isEntity(subject) ? strengthOf(run.plan, subject) : 'must';
  const own = draft.severity ?? check.severity[strength];
  const severity: Severity = chosen === undefined || chosen === 'off' ? own : chosen;
  const explained = isEntity(subject) ? explanation(check, subject, run.asAt) : undefined;
  return {
    check: check.id,
    severity: explained === undefined ? severity : 'info',
    place: { unit, span: draft.at },
    subject: isEntity(subject) ? { kind: subject.item.keyword, id: subject.id } : fileSubject(unit),
    message: draft.message,
    why: check.why,
    todo: draft.todo,
    fixes: draft.fixes ?? [],
    related: draft.related ?? [],
    explained,
  };
}

const fileSubject = (unit: Unit): Subject => {
  const [item] = unit.reading.items;
  return item === undefined
    ? { kind: 'file', id: unit.file.path }
    : { kind: item.keyword, id: item.id };
};

function strengthOf(plan: Plan, entity: Entity): Strength {
  const strengths: Partial<Record<Kind, () => Strength>> = {
    action: () => strengthOfAction(plan, entity as Entity<'action'>),
    requirement: () => strengthOfRequirement(entity as Entity<'requirement'>),
  };
  return strengths[entity.kind]?.() ?? 'other';
}

/** What `explained` says of a check on an item, while it holds. */
function explanation(check: Check, entity: Entity, asAt: IsoDate): string | undefined {
  const lines = entity.item.explained.filter((line) => line.check.value === check.id);
  const holds = lines.find((line) => (line.until?.value?.last ?? '9999-12-31') >= asAt);
  if (holds?.because?.value === undefined) return undefined;
  const until = holds.until?.value?.last;
  return until === undefined
    ? holds.because.value
    : `${holds.because.value} (until ${dayInWords(until)})`;
}
