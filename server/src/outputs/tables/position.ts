import type { IsoDate } from '../../language/dates.ts';
import type { Value } from '../../language/items.ts';
import { requirementKeywords, type Strength } from '../../language/keywords/sources.ts';
import type { Figure } from '../../language/slots.ts';
import { requirementsOf } from '../../plan/facts/coverage.ts';
import { isLive, states, type State } from '../../plan/facts/progress.ts';
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
  inDigits,
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
  return { key, cells: [header, ...cells, number(totalOf(counts))] };
}

const totalOf = ({ must, should, other }: Counts): number => must + should + other;

const shareCell = (share = 0): Cell => number(share, `${String(share)} %`);

/** Whole per cents that add up to 100: what rounding down leaves goes to the largest remainders. */
function sharesOf(amounts: readonly number[]): number[] {
  const sum = amounts.reduce((so, amount) => so + amount, 0);
  if (sum === 0) return amounts.map(() => 0);
  const shares = amounts.map((amount) => Math.floor((amount * 100) / sum));
  const left = 100 - shares.reduce((so, share) => so + share, 0);
  const byRemainder = amounts
    .map((amount, index) => ({ index, remainder: (amount * 100) % sum }))
    .sort((a, b) => b.remainder - a.remainder);
  for (const { index } of byRemainder.slice(0, left)) shares[index] = (shares[index] ?? 0) + 1;
  return shares;
}

function byState(positions: readonly Position[]): Table {
  const all = noCounts();
  const inState = new Map((Object.keys(states) as State[]).map((state) => [state, noCounts()]));
  for (const { state, strength } of positions) {
    all[strength]++;
    const counts = inState.get(state);
    if (counts !== undefined) counts[strength]++;
  }
  const shares = sharesOf([...inState.values()].map(totalOf));
  const rows = [...inState].map(([state, counts], index) => {
    const row = rowOfCounts(state, text(states[state].title), counts);
    return { ...row, cells: [...row.cells, shareCell(shares[index])] };
  });
  const total = rowOfCounts('all', text('All actions'), all);
  return {
    id: 'actions-by-state',
    title: 'Actions by state',
    caption: 'How many actions are in each state, by the strongest requirement that they answer.',
    columns: [...countColumns('State'), { id: 'share', heading: 'Share of all', numeric: true }],
    rows: [
      ...rows,
      { ...total, total: true, cells: [...total.cells, shareCell(positions.length > 0 ? 100 : 0)] },
    ],
    whenEmpty: 'The plan has no actions.',
    notes: [
      'Undertakings, breaches and conditions count with the must-dos. Shares are rounded so that they add up to 100 %.',
    ],
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
    caption:
      'How many actions are late, due soon or undated; what nothing answers, and what answers nothing.',
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
      countRow(
        'unmapped',
        text('Actions that answer no requirement'),
        positions.filter(
          ({ action, state }) => isLive(state) && requirementsOf(plan, action).length === 0,
        ),
      ),
    ],
    whenEmpty: 'Nothing needs attention.',
    notes: [],
  };
}

function itemised(plan: Plan): Table {
  const sources = plan.all('source');
  const lines = sources.flatMap((source) => itemisedLines(plan, source));
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
    rows: [
      ...lines.map((line) => itemisedRow(plan, line)),
      ...(lines.length > 1 ? [itemisedTotal(lines)] : []),
    ],
    whenEmpty: 'No source declares or lists any requirement.',
    notes: shortNamesNote(sources),
  };
}

/** What a source says of how many requirements of a kind it has, and how many of them are there. */
interface ItemisedLine {
  readonly source: Entity<'source'>;
  readonly keyword: string;
  readonly name: string;
  readonly declared: Value<Figure> | undefined;
  readonly listed: number;
}

function itemisedLines(plan: Plan, source: Entity<'source'>): ItemisedLine[] {
  const requirements = plan.all('requirement').filter(({ parent }) => parent === source);
  return Object.entries(requirementKeywords).flatMap(([keyword, { name }]) => {
    const listed = requirements.filter(({ item }) => item.keyword === keyword).length;
    const declared = source.item.declares.find(({ of }) => of.value === keyword)?.count;
    return declared === undefined && listed === 0
      ? []
      : [{ source, keyword, name, declared, listed }];
  });
}

function itemisedRow(plan: Plan, { source, keyword, name, declared, listed }: ItemisedLine): Row {
  const amount = declared?.value?.amount;
  const said = declared === undefined ? 'Not said' : missingInWords(declared);
  return {
    key: `${source.id}-${keyword}`,
    place: placeOf(source),
    cells: [
      shortCell(plan, source),
      text(sentence(name)),
      amount === undefined ? absent(said, declared?.given) : number(amount),
      number(listed),
      amount === undefined ? absent('Cannot be told') : difference(amount, listed),
    ],
  };
}

/** All of them together; what the sources do not declare cannot be missed. */
function itemisedTotal(lines: readonly ItemisedLine[]): Row {
  const listed = lines.reduce((sum, line) => sum + line.listed, 0);
  const differences = lines.flatMap((line) => {
    const amount = line.declared?.value?.amount;
    return amount === undefined ? [] : [{ amount, more: amount - line.listed }];
  });
  const declared = differences.reduce((sum, { amount }) => sum + amount, 0);
  // One source's surplus does not make up for what another lacks.
  const missing = differences.reduce((sum, { more }) => sum + Math.max(0, more), 0);
  const surplus = differences.reduce((sum, { more }) => sum + Math.max(0, -more), 0);
  const none = differences.length === 0;
  return {
    key: 'all',
    total: true,
    cells: [
      text('All'),
      absent(`Declared for ${inDigits(differences.length)} of ${inDigits(lines.length)}`),
      none ? absent('Not said') : number(declared),
      number(listed),
      none ? absent('Cannot be told') : difference(missing, missing > 0 ? 0 : surplus),
    ],
  };
}

function difference(declared: number, listed: number): Cell {
  if (listed === declared) return tag('All listed', 'good');
  return listed < declared
    ? tag(`${count(declared - listed, 'requirement')} not listed`, 'caution')
    : tag(`${count(listed - declared, 'requirement')} more than declared`, 'caution');
}
