import type { IsoDate } from '../../language/dates.ts';
import { dueSoonDays } from '../../plan/facts/deadline.ts';
import { positionsOf, type Position } from '../../plan/facts/position.ts';
import type { State } from '../../plan/facts/progress.ts';
import type { Plan } from '../../plan/plan.ts';
import { count } from '../../plan/words.ts';
import { groupBy, groupRow, type Group } from './groups.ts';
import { itemCell } from './items.ts';
import { byLateness, dueBetween, isOverdue } from './judgements.ts';
import { absent, number, tag, type Cell, type Column, type Table } from './table.ts';

/** The stretches of days ahead in which deadlines are counted, each apart from the one before. */
const ahead = [1, 2, 3].map((nth) => {
  const [from, to] = [(nth - 1) * dueSoonDays, nth * dueSoonDays];
  const heading =
    nth === 1 ? `Due in ${String(to)} days` : `Due in ${String(from + 1)} to ${String(to)} days`;
  return {
    id: nth === 1 ? 'due-soon' : `due-${String(to)}`,
    heading,
    from: nth === 1 ? 0 : from + 1,
    to,
  };
});

const columns: readonly Column[] = [
  { id: 'actions', heading: 'Actions', numeric: true },
  { id: 'open', heading: 'Open', numeric: true },
  { id: 'overdue', heading: 'Overdue', numeric: true },
  ...ahead.map(({ id, heading }) => ({ id, heading, numeric: true as const })),
  { id: 'complete', heading: 'Complete, not evidenced', numeric: true },
  { id: 'evidenced', heading: 'Evidenced', numeric: true },
  { id: 'closed', heading: 'Closed or sustained', numeric: true },
  { id: 'oldest', heading: 'Longest overdue' },
];

/** What each senior responsible owner, and each directorate, has in hand; actions without one last. None without actions. */
export function ownersTables(plan: Plan, asAt: IsoDate): Table[] {
  const positions = positionsOf(plan, asAt);
  const bySro = groupBy(plan, positions, 'sro', ({ action }) => action.item.sro?.owner.value);
  if (bySro.length === 0) return [];
  const byDirectorate = groupBy(
    plan,
    positions,
    'directorate',
    ({ action }) => action.item.directorate?.directorate.value,
  );
  const workload = (groups: readonly Group[], nameless: string): Pick<Table, 'rows'> => ({
    rows: groups.map((group) =>
      groupRow(plan, group, nameless, workloadCells(plan, asAt, group.positions)),
    ),
  });
  const common = { whenEmpty: 'The plan has no actions.', notes: [] };
  return [
    {
      ...common,
      id: 'owners',
      title: 'Actions by SRO',
      caption: 'What each senior responsible owner has in hand, without withdrawn actions.',
      columns: [{ id: 'sro', heading: 'SRO' }, ...columns],
      ...workload(bySro, 'No SRO named'),
    },
    // One row for all would only say again what the position says.
    ...(byDirectorate.length > 1
      ? [
          {
            ...common,
            id: 'directorates',
            title: 'Actions by directorate',
            caption: 'What each directorate has in hand, without withdrawn actions.',
            columns: [{ id: 'directorate', heading: 'Directorate' }, ...columns],
            ...workload(byDirectorate, 'No directorate named'),
          },
        ]
      : []),
  ];
}

function workloadCells(plan: Plan, asAt: IsoDate, positions: readonly Position[]): Cell[] {
  const having = (...wanted: State[]): Cell =>
    number(positions.filter(({ state }) => wanted.includes(state)).length);
  return [
    number(positions.length),
    having('open'),
    number(positions.filter(isOverdue).length),
    ...ahead.map(({ from, to }) => number(positions.filter(dueBetween(asAt, from, to)).length)),
    having('complete'),
    having('evidenced'),
    having('closed', 'sustained'),
    longestOverdue(plan, positions),
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
