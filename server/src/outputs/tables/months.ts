import type { IsoDate } from '../../language/dates.ts';
import { daysInMonth, isoDate } from '../../language/days.ts';
import { addMonths, dateInWords } from '../../plan/calendar.ts';
import { text, type Cell, type DateCell, type Row } from './table.ts';

/** Months as rows of a table, each by a key such as `2018-06`. */

/** More months than this are shown only where something is in them. */
const mostMonths = 60;

/** So many months with nothing in them, one after another, are shown as one row. */
const fewestOfGap = 3;

export const monthOf = (day: IsoDate): string => day.slice(0, -3);

/** A month in words, with its last day. */
export function monthCell(key: string): DateCell {
  const year = Number(key.slice(0, -3));
  const month = Number(key.slice(-2));
  const last = isoDate(year, month, daysInMonth(year, month));
  const words = dateInWords({ form: 'month', written: key, first: `${key}-01`, last });
  return { type: 'date', words, day: last };
}

/** The months from the first to the last of some, in order; of very many only those themselves. */
export function monthsBetween(keys: Iterable<string>): string[] {
  const known = [...new Set(keys)].sort();
  const [first] = known;
  const last = known.at(-1);
  if (first === undefined || last === undefined) return [];
  const all = [first];
  for (let key = first; key < last;) {
    key = addMonths(`${key}-01`, 1).slice(0, -3);
    all.push(key);
    if (all.length > mostMonths) return known;
  }
  return all;
}

/** A row a month, and one for each run of months with nothing in them. */
export function monthRows(
  months: readonly string[],
  isEmpty: (month: string) => boolean,
  cellsOf: (month: string) => readonly Cell[],
): Row[] {
  const rows: Row[] = [];
  let run: string[] = [];
  const rowOf = (month: string): Row => ({
    key: month,
    cells: [monthCell(month), ...cellsOf(month)],
  });
  const endRun = (): void => {
    const [first] = run;
    const last = run.at(-1);
    if (run.length < fewestOfGap || first === undefined || last === undefined) {
      rows.push(...run.map(rowOf));
    } else {
      const words = `${monthCell(first).words} to ${monthCell(last).words}`;
      rows.push({ key: first, gap: true, cells: [text(words), ...cellsOf(first)] });
    }
    run = [];
  };
  for (const month of months) {
    if (isEmpty(month)) {
      run.push(month);
      continue;
    }
    endRun();
    rows.push(rowOf(month));
  }
  endRun();
  return rows;
}
