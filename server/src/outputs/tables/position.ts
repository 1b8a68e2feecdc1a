import type { IsoDate } from '../../language/dates.ts';
import type { Value } from '../../language/items.ts';
import { requirementKeywords } from '../../language/keywords/sources.ts';
import type { Figure } from '../../language/slots.ts';
import { states, type State } from '../../plan/facts/progress.ts';
import type { Entity, Plan } from '../../plan/plan.ts';
import { count, sentence } from '../../plan/words.ts';
import { actionCounts, requirementCounts, type Counts } from './counts.ts';
import { placeOf, shortCell, shortNamesNote } from './items.ts';
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

function byState(plan: Plan, asAt: IsoDate): Table {
  const counts = actionCounts(plan, asAt);
  const all = Object.keys(states) as State[];
  const shares = sharesOf(all.map((state) => counts.of(state)));
  const rowOf = (what: State | 'all', header: string, share: number | undefined): Row => {
    const row = countRow(what, header, counts);
    return { ...row, cells: [...row.cells, shareCell(share)] };
  };
  return {
    id: 'actions-by-state',
    title: 'Actions by state',
    caption: 'How many actions are in each state, by the strongest requirement that they answer.',
    columns: [...countColumns('State'), { id: 'share', heading: 'Share of all', numeric: true }],
    rows: [
      ...all.map((state, index) => rowOf(state, states[state].title, shares[index])),
      { ...rowOf('all', 'All actions', counts.of('all') > 0 ? 100 : 0), total: true },
    ],
    whenEmpty: 'The plan has no actions.',
    notes: [
      'Undertakings, breaches and conditions count with the must-dos. Shares are rounded so that they add up to 100 %.',
    ],
  };
}

function attention(plan: Plan, asAt: IsoDate): Table {
  const counts = actionCounts(plan, asAt);
  return {
    id: 'attention',
    title: 'What needs attention',
    caption:
      'How many actions are late, due soon or undated; what nothing answers, and what answers nothing.',
    columns: countColumns('What'),
    rows: [
      countRow('overdue', 'Overdue actions', counts),
      countRow('due-soon', 'Actions due in 30 days', counts),
      countRow('undated', 'Open actions without a deadline that names a day', counts),
      countRow('unanswered', 'Requirements that nothing answers', requirementCounts(plan, asAt)),
      countRow('unmapped', 'Actions that answer no requirement', counts),
    ],
    whenEmpty: 'Nothing needs attention.',
    notes: [],
  };
}

function itemised(plan: Plan): Table {
  const sources = plan.all('source');
  const bySource = Map.groupBy(plan.all('requirement'), ({ parent }) => parent);
  const lines = sources.flatMap((source) => itemisedLines(source, bySource.get(source) ?? []));
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

function itemisedLines(
  source: Entity<'source'>,
  requirements: readonly Entity<'requirement'>[],
): ItemisedLine[] {
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
