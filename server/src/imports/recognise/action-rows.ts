import type { Cell } from '../cells.ts';
import type { FieldId } from './fields.ts';
import { ownCells, type Table, type TableRow } from './tables.ts';

/** A row of a table by what its columns hold; rows that go on with it are part of it. */
export interface ActionRow {
  readonly table: Table;
  readonly number: number;
  readonly at: string;
  readonly cells: ReadonlyMap<FieldId, readonly Told[]>;
  /** Cells of columns that are no field. */
  readonly others: readonly Told[];
}

/** A cell with the heading it stands under. */
export interface Told {
  readonly cell: Cell;
  readonly heading: string;
  /** Whether its first line is a title, which the others do not say again. */
  readonly isTitled?: boolean | undefined;
  /** The day that it was said on, as a plan has it, where the cell says so. */
  readonly on?: string | undefined;
}

/** The rows of a table that make actions, and those that were left out, with why. */
export interface ActionRows {
  readonly records: readonly ActionRow[];
  readonly leftOut: readonly { readonly cell: Cell; readonly why: string }[];
  readonly guesses: readonly { readonly cell: Cell; readonly words: string }[];
  /** Cells that say the same as another of their row, which is in the plan. */
  readonly same: readonly Cell[];
}

interface Draft extends ActionRow {
  readonly cells: Map<FieldId, Told[]>;
  readonly others: Told[];
}

/** Fields whose text may go on in the next row. */
const texts: ReadonlySet<FieldId> = new Set([
  'action',
  'requirement',
  'measure',
  'outcome',
  'resources',
  'impact',
  'update',
]);

/** Fields that make a row one of its own. */
const telling: readonly FieldId[] = [
  'ref',
  'requirement-ref',
  'requirement',
  'due',
  'sro',
  'lead',
  'status',
  'committee',
];

/** The rows of a table as records. */
export function actionRowsOf(table: Table): ActionRows {
  const records: Draft[] = [];
  const leftOut: { cell: Cell; why: string }[] = [];
  const guesses: { cell: Cell; words: string }[] = [];
  const width = table.columns.length;
  for (const line of table.rows) {
    const own = ownCells(line.row);
    const draft = draftOf(table, line);
    const last = records.at(-1);
    if (isSameAction(draft) && last !== undefined) {
      goOn(last, draft, true);
      continue;
    }
    if (isContinuation(draft, own) && last !== undefined) {
      goOn(last, draft, false);
      for (const cell of own)
        guesses.push({
          cell,
          words: `goes on with row ${String(last.number)}, as nothing else in its row says what it belongs to`,
        });
      continue;
    }
    const [only] = own;
    if (only !== undefined && own.length === 1 && width > 3) {
      leftOut.push({
        cell: only,
        why: 'stands alone in its row: a heading between rows, or text beside the table',
      });
      continue;
    }
    const isRow = ['ref', 'requirement-ref', 'requirement', 'action'].some((id) =>
      draft.cells.has(id as FieldId),
    );
    if (isRow) records.push(draft);
    else
      for (const cell of own)
        leftOut.push({ cell, why: 'its row has neither a reference, a requirement nor an action' });
  }
  return { records, leftOut, guesses, same: [] };
}

function draftOf(table: Table, { row, columns }: TableRow): Draft {
  const cells = new Map<FieldId, Told[]>();
  const others: Told[] = [];
  for (const [index, cell] of row.cells) {
    if (cell.across === true) continue;
    const column = columns.find((one) => one.index === index);
    const told = { cell, heading: column?.heading ?? '' };
    if (column?.field === undefined) {
      if (cell.from === undefined) others.push(told);
      continue;
    }
    const list = cells.get(column.field);
    if (list === undefined) cells.set(column.field, [told]);
    else list.push(told);
  }
  const [first] = ownCells(row);
  return { table, number: row.number, at: first?.at ?? '', cells, others };
}

/** Whether the action of the row above reaches down into this one, as a merged cell. */
const isSameAction = ({ cells }: Draft): boolean => {
  const actions = cells.get('action');
  return actions?.every(({ cell }) => cell.from !== undefined) === true;
};

/** A row that only goes on with texts of the one above: nothing in it says that it is one of its own. */
function isContinuation(draft: Draft, own: readonly Cell[]): boolean {
  const isTold = telling.some(
    (id) => draft.cells.get(id)?.some(({ cell }) => cell.from === undefined) === true,
  );
  const goesOn = [...draft.cells].some(
    ([id, list]) => texts.has(id) && list.some(({ cell }) => cell.from === undefined),
  );
  return own.length > 0 && !isTold && goesOn && !draft.cells.has('directorate');
}

function goOn(record: Draft, more: Draft, isMerged: boolean): void {
  for (const [id, list] of more.cells) {
    const own = list.filter(({ cell }) => cell.from === undefined);
    if (own.length === 0) continue;
    if (isMerged && !texts.has(id) && record.cells.has(id)) record.others.push(...own);
    else record.cells.set(id, [...(record.cells.get(id) ?? []), ...own]);
  }
  record.others.push(...more.others);
}
