import type { IsoDate } from '../../language/dates.ts';
import { positionsOf, type Position } from '../../plan/facts/position.ts';
import type { State } from '../../plan/facts/progress.ts';
import type { Plan } from '../../plan/plan.ts';
import { count } from '../../plan/words.ts';
import { groupBy, groupRow } from './groups.ts';
import { itemCell } from './items.ts';
import { byLateness, dueSoonAt, isOverdue } from './judgements.ts';
import { absent, number, tag, type Cell, type Table } from './table.ts';

/** What each senior responsible owner has in hand; actions without one last. None without actions. */
export function ownersTables(plan: Plan, asAt: IsoDate): Table[] {
  const positions = positionsOf(plan, asAt);
  const groups = groupBy(plan, positions, 'sro', ({ action }) => action.item.sro?.owner.value);
  if (groups.length === 0) return [];
  const isDueSoon = dueSoonAt(asAt);
  return [
    {
      id: 'owners',
      title: 'Actions by SRO',
      caption: 'What each senior responsible owner has in hand, without withdrawn actions.',
      columns: [
        { id: 'sro', heading: 'SRO' },
        { id: 'actions', heading: 'Actions', numeric: true },
        { id: 'open', heading: 'Open', numeric: true },
        { id: 'overdue', heading: 'Overdue', numeric: true },
        { id: 'due-soon', heading: 'Due in 30 days', numeric: true },
        { id: 'complete', heading: 'Complete, not evidenced', numeric: true },
        { id: 'evidenced', heading: 'Evidenced', numeric: true },
        { id: 'closed', heading: 'Closed or sustained', numeric: true },
        { id: 'oldest', heading: 'Longest overdue' },
      ],
      rows: groups.map((group) => {
        const having = (...wanted: State[]): Cell =>
          number(group.positions.filter(({ state }) => wanted.includes(state)).length);
        return groupRow(plan, group, 'No SRO named', [
          number(group.positions.length),
          having('open'),
          number(group.positions.filter(isOverdue).length),
          number(group.positions.filter(isDueSoon).length),
          having('complete'),
          having('evidenced'),
          having('closed', 'sustained'),
          longestOverdue(plan, group.positions),
        ]);
      }),
      whenEmpty: 'The plan has no actions.',
      notes: [],
    },
  ];
}

function longestOverdue(plan: Plan, positions: readonly Position[]): Cell {
  const [oldest] = [...positions].sort(byLateness);
  if (oldest?.late === undefined) return absent('None');
  return {
    type: 'list',
    cells: [itemCell(plan, oldest.action), tag(`${count(oldest.late, 'day')} late`, 'bad')],
  };
}
