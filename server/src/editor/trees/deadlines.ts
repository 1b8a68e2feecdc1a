import { monthNames } from '../../language/dates.ts';
import { dayInWords } from '../../plan/calendar.ts';
import { positionOf, positionsOf, type Position } from '../../plan/facts/position.ts';
import type { Entity } from '../../plan/plan.ts';
import { count } from '../../plan/words.ts';
import type { Ask } from '../ask.ts';
import { deadlineAway } from '../wording.ts';
import { partyInWords } from './parties.ts';
import { actionBranch, byDeadline } from './standing.ts';
import type { Branch, NodeIcon, Tree } from './tree.ts';

/** Open actions by the month they are due in: what is overdue first, what has no day last. */
export const deadlines: Tree = {
  groupings: ['month'],
  roots(ask) {
    const { plan, asAt } = ask;
    const open = positionsOf(plan, asAt).filter(({ state }) => state === 'open');
    const byMonth = Map.groupBy(open, groupOf);
    // “0” stands before every year, and “no” behind them.
    const inOrder = [...byMonth].sort(([a], [b]) => (a < b ? -1 : 1));
    return inOrder.map(([group, positions]) => {
      const actions = positions.map(({ action }) => action);
      const description = count(actions.length, 'action');
      const label = titleOf(group);
      return {
        key: group,
        label,
        description,
        tooltip: `${label}: ${description}`,
        icon: iconOf(group),
        context: 'group',
        unfolded: group === overdue,
        below: () => byDeadline(ask, actions).map((action) => dated(ask, action)),
      };
    });
  },
};

const overdue = '0 overdue';
const undated = 'no date';

function groupOf({ late, deadline }: Position): string {
  if (late !== undefined) return overdue;
  return deadline.day?.slice(0, 7) ?? undated;
}

/** `September 2026`. */
function titleOf(group: string): string {
  if (group === overdue) return 'Overdue';
  if (group === undated) return 'No day named';
  const [year = '', month = ''] = group.split('-');
  return `${monthNames[Number(month) - 1] ?? ''} ${year}`;
}

function iconOf(group: string): NodeIcon {
  if (group === overdue) return 'overdue';
  return group === undated ? 'nobody' : 'month';
}

/** An action with its day before it, and who answers for it. */
function dated(ask: Ask, action: Entity<'action'>): Branch {
  const branch = actionBranch(ask, action);
  const { deadline } = positionOf(ask.plan, action, ask.asAt);
  const who = partyInWords(ask.plan, action.item.sro?.owner);
  if (deadline.day === undefined) return { ...branch, description: who };
  const when = `${dayInWords(deadline.day)}, ${deadlineAway(deadline.day, ask.asAt)}`;
  return { ...branch, description: `${when}; ${who}` };
}
