import { type Cell, type Row, type Sheet } from '../cells.ts';
import { columnsUnder } from './columns.ts';
import { isKnownHeading } from './headings.ts';
import { noMapping } from './mapping.ts';
import { isHeading, ownCells } from './tables.ts';

/** Tables of documents that say all of one action, its headings in the first column: several of them are one table. */

/** More than half of a first column must be headings, as else it may be the first column of any table. */
const leastShare = 0.6;

/** Sheets with the cards among them put together, each a row; cells keep their addresses. */
export function withoutCards(sheets: readonly Sheet[]): readonly Sheet[] {
  const kept: Sheet[] = [];
  let group: Sheet[] = [];
  const endGroup = (): void => {
    if (group.length > 0) kept.push(tableOf(group));
    group = [];
  };
  for (const sheet of sheets) {
    if (!isCard(sheet)) {
      endGroup();
      kept.push(sheet);
      continue;
    }
    const [first] = group;
    if (first !== undefined && headingsOf(first) !== headingsOf(sheet)) endGroup();
    group.push(sheet);
  }
  endGroup();
  return kept;
}

/** Two columns, of which the first holds headings and its top right cell none. */
function isCard({ name, rows }: Sheet): boolean {
  if (!/^Table \d/.test(name) || rows.length < 3) return false;
  const isNarrow = rows.every(({ cells }) =>
    [...cells].every(([column, { from }]) => column < 2 && from === undefined),
  );
  if (!isNarrow || rows.some(({ cells }) => !cells.has(0))) return false;
  const top = rows[0]?.cells.get(1);
  if (top !== undefined && isKnownHeading(top.text)) return false;
  const headings = new Map(
    rows.flatMap(({ cells }, index) => {
      const cell = cells.get(0);
      return cell === undefined ? [] : [[index, cell] as const];
    }),
  );
  return isHeading(columnsUnder(headings, noMapping), leastShare);
}

const headingsOf = ({ rows }: Sheet): string =>
  JSON.stringify(rows.map(({ cells }) => cells.get(0)?.text));

/** Cards as a table: their headings once, then a row for each. What stands above one as “heading: words” comes first. */
function tableOf(cards: readonly Sheet[]): Sheet {
  const [first] = cards;
  const titles = cards.map(titleOf);
  const heading = titles.find((title) => title !== undefined)?.heading;
  const rowOf = (
    number: number,
    start: Cell | undefined,
    cells: readonly (Cell | undefined)[],
  ): Row => ({
    number,
    cells: new Map(
      [start, ...cells].flatMap((cell, column) =>
        cell === undefined ? [] : [[column, cell] as const],
      ),
    ),
  });
  const column = (of: Sheet | undefined, index: number): (Cell | undefined)[] =>
    (of?.rows ?? []).map(({ cells }) => cells.get(index));
  return {
    name:
      cards.length === 1
        ? (first?.name ?? '')
        : `${first?.name ?? ''} to ${cards.at(-1)?.name ?? ''}`,
    hidden: false,
    colours: [],
    rows: [
      rowOf(1, heading, column(first, 0)),
      ...cards.map((card, index) => rowOf(index + 2, titles[index]?.value, column(card, 1))),
    ].filter((row) => ownCells(row).length > 0),
  };
}

/** `Reference: 5.5` above a card. */
function titleOf({ above }: Sheet): { readonly heading: Cell; readonly value: Cell } | undefined {
  const colon = above?.text.indexOf(': ') ?? -1;
  if (above === undefined || colon < 0) return undefined;
  const heading = above.text.slice(0, colon);
  if (!isKnownHeading(heading)) return undefined;
  return {
    heading: { ...above, text: heading },
    value: { ...above, text: above.text.slice(colon + 2).trim() },
  };
}
