import { nameOf } from '../checks/shared/names.ts';
import { referenceTo } from '../checks/shared/references.ts';
import type { Value } from '../language/items.ts';
import type { Kind } from '../language/keywords/index.ts';
import type { Reference } from '../language/slots.ts';
import type { PlanDate } from '../language/dates.ts';
import { dateInWords, dayInWords } from '../plan/calendar.ts';
import { actionsFor, isSettled, requirementsOf, successorsOf } from '../plan/facts/coverage.ts';
import { deadlineDay, monthMeansIn, dueSoonDays } from '../plan/facts/deadline.ts';
import { isDelivered, states } from '../plan/facts/progress.ts';
import { positionOf, type Position } from '../plan/facts/position.ts';
import type { LevelInPlan } from '../plan/facts/scales.ts';
import { requirementName } from '../plan/facts/strength.ts';
import type { Entity } from '../plan/plan.ts';
import { count, sentence } from '../plan/words.ts';
import type { Ask } from './ask.ts';
import { bold, code, list, paragraphs, plain, table } from './markdown.ts';
import { coverageOf, livePositions, loadOf, lowestAssurance } from './standing.ts';
import {
  asAtInWords,
  dateOr,
  deadlineAway,
  inBrackets,
  missingSaid,
  regulationInWords,
} from './wording.ts';

/** What an editor shows of an item: Markdown, a line a fact. */

/** The card of an item of any kind. */
export function cardOf(ask: Ask, entity: Entity): string {
  const { title } = entity.item;
  const words = title.value ?? `title ${missingSaid(title)}`;
  const heading = `${bold(sentence(nameOf(entity)))} ${plain(words)}`;
  return paragraphs(heading, list(...linesFor(ask, entity)), loadTable(ask, entity));
}

function linesFor(ask: Ask, entity: Entity): (string | undefined)[] {
  switch (entity.kind) {
    case 'action':
      return actionLines(ask, entity);
    case 'requirement':
      return requirementLines(ask, entity);
    case 'source':
      return sourceLines(ask, entity);
    case 'committee':
      return [entity.item.meets && line('Meets', dateOr(entity.item.meets.rhythm, ''))];
    default:
      return [];
  }
}

const line = (label: string, words: string): string => `${label}: ${plain(words)}`;

function actionLines(ask: Ask, action: Entity<'action'>): (string | undefined)[] {
  const { plan, asAt } = ask;
  const { item } = action;
  const position = positionOf(plan, action, asAt);
  const { progress, assurance } = position;
  const successors = successorsOf(plan, action);
  return [
    line('State', `${states[position.state].title}, ${asAtInWords(asAt)}`),
    ...deadlineLines(ask, position),
    line('SRO', named(ask, ['sro'], item.sro?.owner)),
    line(
      'SRO’s word',
      progress === undefined
        ? 'none yet'
        : levelInWords(progress.level) + inBrackets(progress.update.on),
    ),
    line('Committee', named(ask, ['committee'], item.committee?.committee)),
    line(
      'Assurance',
      assurance === undefined
        ? 'none yet'
        : (assurance.level === undefined
            ? missingSaid(assurance.record.level)
            : levelInWords(assurance.level)) + inBrackets(assurance.record.on),
    ),
    ...answersLines(ask, action),
    successors.length === 0
      ? undefined
      : line('Carried on or replaced by', successors.map(({ id }) => id).join(', ')),
  ];
}

function deadlineLines(ask: Ask, position: Position): string[] {
  const { deadline, state } = position;
  const { day, inForce } = deadline;
  const history = historyLines(ask, position);
  if (day === undefined) return [line('Due', dateOr(inForce, 'no date')), ...history];
  const isSettled = isDelivered(state) || state === 'withdrawn';
  const away = isSettled ? '' : `, ${deadlineAway(day, ask.asAt)}`;
  return [line('Due', dayInWords(day) + away), ...history];
}

/** What was first planned and each new deadline since, with who set it and why; none where nothing moved. */
function historyLines(ask: Ask, { deadline }: Position): string[] {
  const { original, originalDay, revisions } = deadline;
  if (revisions.length === 0) return [];
  const first =
    original === undefined ? [] : [line('First planned for', dayOr(originalDay, original))];
  const monthMeans = monthMeansIn(ask.plan);
  return [
    ...first,
    ...revisions.map(({ due, on, by, because }) => {
      const set = [
        on?.value === undefined ? '' : ` on ${dateInWords(on.value)}`,
        by?.value === undefined ? '' : ` by ${named(ask, ['committee', 'sro'], by)}`,
      ].join('');
      const why = because?.value === undefined ? '' : `: ${because.value}`;
      const to = dayOr(deadlineDay(due.value, monthMeans), due);
      return line('Moved to', to + (set === '' ? '' : `, set${set}`) + why);
    }),
  ];
}

/** The day that a deadline means; what the plan says where it means none. */
const dayOr = (day: string | undefined, date: Value<PlanDate>): string =>
  day === undefined ? dateOr(date, '') : dayInWords(day);

/** `At risk`, and what the plan's scale says that it means where that is another word. */
export function levelInWords({ label, meaning }: LevelInPlan<{ readonly id: string }>): string {
  const means = meaning?.id.replaceAll('-', ' ');
  if (means === undefined || means === label.toLowerCase()) return label;
  return `${label}, which means ${means}`;
}

function answersLines({ plan }: Ask, action: Entity<'action'>): string[] {
  const value = action.item.requirements?.requirements;
  if (value === undefined) return [line('Answers', 'no requirement')];
  if (value.value === undefined) return [line('Answers', missingSaid(value))];
  return requirementsOf(plan, action).map((requirement) =>
    line('Answers', titled(requirement, `${requirementName(requirement)} ${requirement.id}`)),
  );
}

const titled = ({ item }: Entity, name: string): string =>
  item.title.value === undefined ? name : `${name}: ${item.title.value}`;

/** Who a reference names: the title where the plan has one, else as it is written. */
function named({ plan }: Ask, kinds: readonly Kind[], value: Value<Reference> | undefined): string {
  if (value === undefined) return 'none named';
  const reference = value.value;
  if (reference === undefined) return missingSaid(value);
  const entities: (Entity | undefined)[] = kinds.map((kind) => plan.find(kind, reference));
  const title = entities.find((entity) => entity !== undefined)?.item.title.value;
  return title ?? reference.name ?? reference.id ?? '';
}

function requirementLines(ask: Ask, requirement: Entity<'requirement'>): (string | undefined)[] {
  const { plan, asAt } = ask;
  const { item, parent } = requirement;
  const actions = actionsFor(plan, requirement);
  const regulations = item.regulations?.paragraphs.value ?? [];
  return [
    item.text?.text.value === undefined ? undefined : line('In full', item.text.text.value),
    parent === undefined ? undefined : line('From', titled(parent, parent.id)),
    regulations.length === 0
      ? undefined
      : line('Regulations', regulations.map(regulationInWords).join('; ')),
    item.when === undefined ? undefined : line('When', dateOr(item.when.when, '')),
    coverageLine(ask, requirement),
    ...actions.map((action) => {
      const { state, late } = positionOf(plan, action, asAt);
      const words = late === undefined ? '' : `, ${count(late, 'day')} late`;
      return line('Action', `${titled(action, action.id)} (${states[state].title}${words})`);
    }),
  ];
}

/** What a requirement's own records and its actions amount to. */
function coverageLine(ask: Ask, requirement: Entity<'requirement'>): string {
  const { plan, asAt } = ask;
  const actions = actionsFor(plan, requirement);
  const live = livePositions(plan, actions, asAt);
  if (live.length === 0) {
    if (isSettled(requirement, asAt)) return line('Coverage', 'settled by its own records');
    const gap = actions.length === 0 ? 'no action answers it' : 'every action is withdrawn';
    return line('Coverage', gap);
  }
  const { open, overdue } = loadOf(plan, actions, asAt);
  const late = overdue === 0 ? '' : ` (${String(overdue)} overdue)`;
  const assurance = lowestAssurance(live)?.level;
  const rated = assurance === undefined ? 'not rated' : levelInWords(assurance);
  const words = `${count(live.length, 'action')}, ${String(open)} open${late}; lowest assurance: ${rated}`;
  return line('Coverage', words);
}

function sourceLines({ plan, asAt }: Ask, source: Entity<'source'>): (string | undefined)[] {
  const { requirements, unanswered } = coverageOf(plan, source, asAt);
  return [
    line('Requirements', `${String(requirements.length)}, ${String(unanswered.length)} unanswered`),
    source.item.published && line('Published', dateOr(source.item.published.on, '')),
  ];
}

/** What an SRO or a committee has in hand; undefined for anything else. */
function loadTable({ plan, asAt }: Ask, entity: Entity): string | undefined {
  if (entity.kind !== 'sro' && entity.kind !== 'committee') return undefined;
  const load = loadOf(plan, plan.referring(entity, 'action', entity.kind), asAt);
  if (load.actions === 0) return 'No actions.';
  return table([
    ['Actions', String(load.actions)],
    ['Open', String(load.open)],
    ['Overdue', String(load.overdue)],
    [`Due in ${String(dueSoonDays)} days`, String(load.dueSoon)],
    ['Complete, not evidenced', String(load.completeNotEvidenced)],
  ]);
}

/** The items that a reference may mean, by the ids that tell them apart. */
export const choices = ({ plan }: Ask, entities: readonly Entity[]): string =>
  list(
    ...entities.map(
      (entity) => `${code(referenceTo(plan, entity))} ${plain(entity.item.title.value ?? '')}`,
    ),
  );
