import { nameOf } from '../checks/shared/names.ts';
import { referenceTo } from '../checks/shared/references.ts';
import type { Value } from '../language/items.ts';
import type { Kind } from '../language/keywords/index.ts';
import type { Reference } from '../language/slots.ts';
import { dayInWords } from '../plan/calendar.ts';
import { actionsFor, requirementsOf, successorsOf } from '../plan/facts/coverage.ts';
import { isDelivered, states } from '../plan/facts/progress.ts';
import { positionOf, type Position } from '../plan/facts/position.ts';
import type { LevelInPlan } from '../plan/facts/scales.ts';
import { requirementName } from '../plan/facts/strength.ts';
import type { Entity } from '../plan/plan.ts';
import { count, sentence } from '../plan/words.ts';
import type { Ask } from './ask.ts';
import { bold, code, list, paragraphs, plain } from './markdown.ts';
import {
  asAtInWords,
  dateOr,
  daysAway,
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
  return paragraphs(heading, list(...linesFor(ask, entity)));
}

function linesFor(ask: Ask, entity: Entity): (string | undefined)[] {
  switch (entity.kind) {
    case 'action':
      return actionLines(ask, entity);
    case 'requirement':
      return requirementLines(ask, entity);
    case 'source':
      return sourceLines(ask, entity);
    case 'sro':
      return [openLine(ask, ask.plan.referring(entity, 'action', 'sro'))];
    case 'committee':
      return [
        openLine(ask, ask.plan.referring(entity, 'action', 'committee')),
        entity.item.meets && line('Meets', dateOr(entity.item.meets.rhythm, '')),
      ];
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
    ...deadlineLines(position, asAt),
    line('SRO', named(ask, 'sro', item.sro?.owner)),
    line(
      'SRO’s word',
      progress === undefined
        ? 'none yet'
        : levelInWords(progress.level) + inBrackets(progress.update.on),
    ),
    line('Committee', named(ask, 'committee', item.committee?.committee)),
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

function deadlineLines({ deadline, late, state }: Position, asAt: string): string[] {
  const { day, inForce, originalDay } = deadline;
  if (day === undefined) return [line('Due', dateOr(inForce, 'no date'))];
  const isSettled = isDelivered(state) || state === 'withdrawn';
  const away = late === undefined ? daysAway(day, asAt) : `${count(late, 'day')} late`;
  const due = line('Due', isSettled ? dayInWords(day) : `${dayInWords(day)}, ${away}`);
  const moved = originalDay !== undefined && originalDay !== day;
  return moved ? [due, line('First planned for', dayInWords(originalDay))] : [due];
}

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
function named({ plan }: Ask, kind: Kind, value: Value<Reference> | undefined): string {
  if (value === undefined) return 'none named';
  const reference = value.value;
  if (reference === undefined) return missingSaid(value);
  const entity = plan.find(kind, reference);
  return entity?.item.title.value ?? reference.name ?? reference.id ?? '';
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
    actions.length === 0 ? 'No action answers it' : undefined,
    ...actions.map((action) => {
      const { state, late } = positionOf(plan, action, asAt);
      const words = late === undefined ? '' : `, ${count(late, 'day')} late`;
      return line('Action', `${titled(action, action.id)} (${states[state].title}${words})`);
    }),
  ];
}

function sourceLines({ plan }: Ask, source: Entity<'source'>): (string | undefined)[] {
  const own = plan.all('requirement').filter(({ parent }) => parent === source);
  const open = own.filter((requirement) => actionsFor(plan, requirement).length === 0);
  return [
    line('Requirements', `${String(own.length)}, ${String(open.length)} without an action`),
    source.item.published && line('Published', dateOr(source.item.published.on, '')),
  ];
}

function openLine({ plan, asAt }: Ask, actions: readonly Entity<'action'>[]): string {
  const positions = actions.map((action) => positionOf(plan, action, asAt));
  const open = positions.filter(({ state }) => state === 'open').length;
  const late = positions.filter((position) => position.late !== undefined).length;
  return `${count(actions.length, 'action')}: ${String(open)} open, ${String(late)} overdue`;
}

/** The items that a reference may mean, by the ids that tell them apart. */
export const choices = ({ plan }: Ask, entities: readonly Entity[]): string =>
  list(
    ...entities.map(
      (entity) => `${code(referenceTo(plan, entity))} ${plain(entity.item.title.value ?? '')}`,
    ),
  );
