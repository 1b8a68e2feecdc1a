import type { IsoDate } from '../../language/dates.ts';
import { requirementKeywords } from '../../language/keywords/sources.ts';
import { states, type State } from '../../plan/facts/progress.ts';
import type { Entity, Plan } from '../../plan/plan.ts';
import { count, sentence } from '../../plan/words.ts';
import { actionCounts, requirementCounts, type Counts } from './counts.ts';
import { placeOf, shortCell, shortNamesNote } from './items.ts';
import { strengths } from './strengths.ts';
import { missingInWords } from './values.ts';
import {
  absent,
  number,
  tag,
  text,
  type Cell,
  type Column,
  type Row,
  type Table,
} from './table.ts';

const countColumns = (heading: string): Column[] => [
  { id: 'what', heading },
  ...strengths.map(({ strength, heading: name }) => ({
    id: strength,
    heading: name,
    numeric: true as const,
  })),
  { id: 'all', heading: 'All', numeric: true },
];

/** Where the plan stands: its actions by state, what needs attention, and what was asked for. */
export const positionTables = (plan: Plan, asAt: IsoDate): Table[] => [
  byState(plan, asAt),
  attention(plan, asAt),
  ...(plan.all('source').length > 0 ? [itemised(plan)] : []),
];

/** A row of counts by the strength of what is counted. */
function countRow<What extends string>(what: What, header: string, counts: Counts<What>): Row {
  const cells = strengths.map(({ strength }) => number(counts.of(what, strength)));
  return { key: what, cells: [text(header), ...cells, number(counts.of(what))] };
}

function byState(plan: Plan, asAt: IsoDate): Table {
  const counts = actionCounts(plan, asAt);
  const rows = (Object.keys(states) as State[]).map((state) =>
    countRow(state, states[state].title, counts),
  );
  return {
    id: 'actions-by-state',
    title: 'Actions by state',
    caption: 'How many actions are in each state, by the strongest requirement that they answer.',
    columns: countColumns('State'),
    rows: [...rows, { ...countRow('all', 'All actions', counts), total: true }],
    whenEmpty: 'The plan has no actions.',
    notes: ['Undertakings, breaches and conditions count with the must-dos.'],
  };
}

function attention(plan: Plan, asAt: IsoDate): Table {
  const counts = actionCounts(plan, asAt);
  return {
    id: 'attention',
    title: 'What needs attention',
    caption: 'How many actions are late, due soon or undated, and what nothing answers.',
    columns: countColumns('What'),
    rows: [
      countRow('overdue', 'Overdue actions', counts),
      countRow('due-soon', 'Actions due in 30 days', counts),
      countRow('undated', 'Open actions without a deadline that names a day', counts),
      countRow('unanswered', 'Requirements that nothing answers', requirementCounts(plan, asAt)),
    ],
    whenEmpty: 'Nothing needs attention.',
    notes: [],
  };
}

function itemised(plan: Plan): Table {
  const sources = plan.all('source');
  const bySource = Map.groupBy(plan.all('requirement'), ({ parent }) => parent);
  return {
    id: 'itemised',
    title: 'Requirements by source',
    caption: 'How many requirements each source says it has, and how many the plan lists.',
    columns: [
      { id: 'source', heading: 'Source' },
      { id: 'kind', heading: 'Kind' },
      { id: 'declared', heading: 'Declared', numeric: true },
      { id: 'listed', heading: 'Listed', numeric: true },
      { id: 'difference', heading: 'Difference' },
    ],
    rows: sources.flatMap((source) => itemisedRows(plan, source, bySource.get(source) ?? [])),
    whenEmpty: 'No source declares or lists any requirement.',
    notes: shortNamesNote(sources),
  };
}

function itemisedRows(
  plan: Plan,
  source: Entity<'source'>,
  requirements: readonly Entity<'requirement'>[],
): Row[] {
  return Object.entries(requirementKeywords).flatMap(([keyword, { name }]) => {
    const listed = requirements.filter(({ item }) => item.keyword === keyword);
    const declared = source.item.declares.find(({ of }) => of.value === keyword)?.count;
    if (declared === undefined && listed.length === 0) return [];
    const amount = declared?.value?.amount;
    const said = declared === undefined ? 'Not said' : missingInWords(declared);
    return [
      {
        key: `${source.id}-${keyword}`,
        place: placeOf(source),
        cells: [
          shortCell(plan, source),
          text(sentence(name)),
          amount === undefined ? absent(said, declared?.given) : number(amount),
          number(listed.length),
          amount === undefined ? absent('Cannot be told') : difference(amount, listed.length),
        ],
      },
    ];
  });
}

function difference(declared: number, listed: number): Cell {
  if (listed === declared) return tag('All listed', 'good');
  return listed < declared
    ? tag(`${count(declared - listed, 'requirement')} not listed`, 'caution')
    : tag(`${count(listed - declared, 'requirement')} more than declared`, 'caution');
}
