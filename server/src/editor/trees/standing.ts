import { nameOf } from '../../checks/shared/names.ts';
import { requirementsOf } from '../../plan/facts/coverage.ts';
import { isDelivered, states } from '../../plan/facts/progress.ts';
import { positionOf, type Position } from '../../plan/facts/position.ts';
import type { Entity } from '../../plan/plan.ts';
import { count, naturalOrder, sentence } from '../../plan/words.ts';
import { dayInWords } from '../../plan/calendar.ts';
import { referenceTo } from '../../checks/shared/references.ts';
import type { Ask } from '../ask.ts';
import { keyOf, placeOf } from '../entity-key.ts';
import { loadOf } from '../standing.ts';
import { dateOr } from '../wording.ts';
import { partyInWords } from './parties.ts';
import { rowOf } from './row.ts';
import type { Branch, NodeIcon } from './tree.ts';

/** Actions as nodes, and where they stand in words. */

type Action = Entity<'action'>;

/** An action as a node; `first` stands before where it stands. */
export function actionBranch(ask: Ask, action: Action, first?: string): Branch {
  const position = positionOf(ask.plan, action, ask.asAt);
  const standing = standingOf(position);
  const description = first === undefined ? standing : `${first}; ${standing}`;
  const label = labelOf(action);
  return {
    key: `action ${action.id}`,
    label,
    description,
    tooltip: [label, sentence(description), ...details(ask, action)].join('\n'),
    icon: iconOf(position),
    context: 'action',
    place: placeOf(ask, action),
    item: keyOf(ask, action),
    row: actionRow(ask, position),
  };
}

/** `A1 Record supervision`: an item by its id and what it is. */
export const labelOf = ({ id, item }: Entity): string =>
  item.title.value === undefined ? id : `${id} ${item.title.value}`;

/** `open, 33 days late, partially assured`: state, calendar and assurance, each in its own words. */
function standingOf(position: Position): string {
  return [
    states[position.state].title.toLowerCase(),
    calendarOf(position),
    assuranceInWords(position.assurance),
  ]
    .filter((part) => part !== '')
    .join(', ');
}

function calendarOf({ state, late, deadline }: Position): string {
  if (late !== undefined) return `${count(late, 'day')} late`;
  if (isDelivered(state) || state === 'withdrawn') return '';
  return deadline.day === undefined ? 'no day named' : `due ${dayInWords(deadline.day)}`;
}

function assuranceOf({ assurance }: Position): string {
  if (assurance === undefined) return 'Not rated';
  return assurance.level?.label ?? 'Cannot be read';
}

/** `not rated`, `partially assured`, `amber assurance`: a trust's word for it need not say what it rates. */
export function assuranceInWords(assurance: Position['assurance']): string {
  if (assurance === undefined) return 'not rated';
  const label = assurance.level?.label.toLowerCase() ?? 'unreadable';
  return label.includes('assur') ? label : `${label} assurance`;
}

function details({ plan }: Ask, action: Action): string[] {
  const answers = requirementsOf(plan, action).map(
    (requirement) => `Answers ${nameOf(requirement)}`,
  );
  const { sro, committee } = action.item;
  return [
    `SRO: ${partyInWords(plan, sro?.owner)}`,
    `Committee: ${partyInWords(plan, committee?.committee)}`,
    ...answers,
  ];
}

function iconOf({ state, late }: Position): NodeIcon {
  if (state === 'withdrawn') return 'withdrawn';
  if (late !== undefined) return 'overdue';
  if (state === 'open') return 'open';
  return state === 'closed' || state === 'sustained' ? 'done' : 'claimed';
}

/** What a committee's paper says of an action: reference, action, what it answers, who, when and how it stands. */
function actionRow({ plan }: Ask, position: Position): string {
  const { action, deadline, late, state } = position;
  const { item } = action;
  return rowOf(
    action.id,
    item.title.value ?? '',
    requirementsOf(plan, action)
      .map((requirement) => referenceTo(plan, requirement))
      .join(', '),
    partyInWords(plan, item.sro?.owner),
    partyInWords(plan, item.committee?.committee),
    deadline.day === undefined ? dateOr(deadline.inForce, 'No date') : dayInWords(deadline.day),
    states[state].title,
    late === undefined ? '' : `${count(late, 'day')} late`,
    assuranceOf(position),
  );
}

/** The day an action is due on; what has no day comes last. */
const dayOf = ({ deadline }: Position): string => deadline.day ?? '9999-12-31';

/** Actions by the deadline in force, then by id. */
export function byDeadline({ plan, asAt }: Ask, actions: readonly Action[]): Action[] {
  const days = new Map(actions.map((action) => [action, dayOf(positionOf(plan, action, asAt))]));
  return [...actions].sort((a, b) => {
    const [left = '', right = ''] = [days.get(a), days.get(b)];
    if (left !== right) return left < right ? -1 : 1;
    return naturalOrder(a.id, b.id) || plan.compare(a, b);
  });
}

/** `5 actions, 3 open, 1 overdue`; withdrawn ones count nowhere. */
export function loadInWords({ plan, asAt }: Ask, all: readonly Action[]): string {
  const { actions, open, overdue } = loadOf(plan, all, asAt);
  if (actions === 0) return 'no actions';
  const parts = [count(actions, 'action'), `${String(open)} open`];
  if (overdue > 0) parts.push(`${String(overdue)} overdue`);
  return parts.join(', ');
}
