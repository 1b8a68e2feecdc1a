import type { IsoDate } from '../../language/dates.ts';
import { requirementKeywords, type Strength } from '../../language/keywords/sources.ts';
import { states, type State } from '../../plan/facts/progress.ts';
import type { Position } from '../../plan/facts/position.ts';
import { strengthOfRequirement } from '../../plan/facts/strength.ts';
import type { Entity, Plan } from '../../plan/plan.ts';
import { count, sentence } from '../../plan/words.ts';
import { answersTo, isAnswered } from './answers.ts';
import { placeOf, shortCell, shortNamesNote } from './items.ts';
import { dueSoonAt, isOverdue, isUndated } from './judgements.ts';
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
export const positionTables = (
  plan: Plan,
  asAt: IsoDate,
  positions: readonly Position[],
): Table[] => [
  byState(positions),
  attention(plan, asAt, positions),
  ...(plan.all('source').length > 0 ? [itemised(plan)] : []),
];

/** A row that counts things by the strength of what they answer. */
function countRow(key: string, header: Cell, counted: readonly { strength: Strength }[]): Row {
  const counts = noCounts();
  for (const { strength } of counted) counts[strength]++;
  return rowOfCounts(key, header, counts);
}

type Counts = Record<Strength, number>;

const noCounts = (): Counts => ({ must: 0, should: 0, other: 0 });

function rowOfCounts(key: string, header: Cell, counts: Counts): Row {
  const cells = strengths.map(({ strength }) => number(counts[strength]));
  return { key, cells: [header, ...cells, number(counts.must + counts.should + counts.other)] };
}

function byState(positions: readonly Position[]): Table {
  const all = noCounts();
  const inState = new Map((Object.keys(states) as State[]).map((state) => [state, noCounts()]));
  for (const { state, strength } of positions) {
    all[strength]++;
    const counts = inState.get(state);
    if (counts !== undefined) counts[strength]++;
  }
  const rows = [...inState].map(([state, counts]) =>
    rowOfCounts(state, text(states[state].title), counts),
  );
  return {
    id: 'actions-by-state',
    title: 'Actions by state',
    caption: 'How many actions are in each state, by the strongest requirement that they answer.',
    columns: countColumns('State'),
    rows: [...rows, { ...rowOfCounts('all', text('All actions'), all), total: true }],
    whenEmpty: 'The plan has no actions.',
    notes: ['Undertakings, breaches and conditions count with the must-dos.'],
  };
}

function attention(plan: Plan, asAt: IsoDate, positions: readonly Position[]): Table {
  const unanswered = plan
    .all('requirement')
    .filter((requirement) => !isAnswered(answersTo(plan, requirement, asAt)))
    .map((requirement) => ({ strength: strengthOfRequirement(requirement) }));
  const dueSoon = positions.filter(dueSoonAt(asAt));
  return {
    id: 'attention',
    title: 'What needs attention',
    caption: 'How many actions are late, due soon or undated, and what nothing answers.',
    columns: countColumns('What'),
    rows: [
      countRow('overdue', text('Overdue actions'), positions.filter(isOverdue)),
      countRow('due-soon', text('Actions due in 30 days'), dueSoon),
      countRow(
        'undated',
        text('Open actions without a deadline that names a day'),
        positions.filter(isUndated),
      ),
      countRow('unanswered', text('Requirements that nothing answers'), unanswered),
    ],
    whenEmpty: 'Nothing needs attention.',
    notes: [],
  };
}

function itemised(plan: Plan): Table {
  const sources = plan.all('source');
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
    rows: sources.flatMap((source) => itemisedRows(plan, source)),
    whenEmpty: 'No source declares or lists any requirement.',
    notes: shortNamesNote(sources),
  };
}

function itemisedRows(plan: Plan, source: Entity<'source'>): Row[] {
  const requirements = plan.all('requirement').filter(({ parent }) => parent === source);
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
