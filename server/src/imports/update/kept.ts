import * as z from 'zod';
import { addressOf, columnAt, columnName, type Cell, type Row, type Sheets } from '../cells.ts';
import type { Refusal } from '../cells.ts';
import { readMapping, type Mapping } from '../recognise/mapping.ts';

/** What an imported project keeps beside it: the file as it was last taken in, to compare a later one with. */

/** The name of the file that holds it. */
export const keptName = 'import.json';

/** Which lines of which item: by the item’s key, each line by its own. `null` stands for a line that was not there. */
export type Unsettled = Readonly<Record<string, Readonly<Record<string, string | null>>>>;

/** What is known of a plan and its spreadsheet from last time. */
export interface Kept {
  /** What the file was called; never where it lay. */
  readonly file: string;
  readonly mapping: Mapping;
  readonly sheets: Sheets['sheets'];
  /** Items that have another id in the plan: by the key that the import gives them, the plan’s. */
  readonly links: Readonly<Record<string, string>>;
  /** Lines that the file and the plan say differently, as the file said them before. */
  readonly unsettled: Unsettled;
  /** Items whose rows are new and could not be added to the plan. */
  readonly notAdded: readonly string[];
  /** Items of the plan whose rows are gone from the file. */
  readonly gone: readonly string[];
}

/** A file that was just taken in, with nothing left to settle. */
export const freshlyKept = (
  file: string,
  mapping: Mapping,
  { sheets }: Pick<Sheets, 'sheets'>,
): Kept => ({
  ...{ file, mapping, sheets, links: {}, unsettled: {}, notAdded: [], gone: [] },
});

const about =
  'What mustdo import --update compares a spreadsheet with: its cells as they were last taken in. Keep this file with the plan; there is nothing to change in it.';

/** The version of the form of this file. */
const version = 1;

const cellForm = z.union([
  z.string(),
  z.strictObject({
    text: z.string(),
    at: z.string().optional(),
    day: z.int().optional(),
    shown: z.enum(['whole', 'month', 'without-year', 'year']).optional(),
    from: z.string().optional(),
    across: z.literal(true).optional(),
  }),
]);

const form = z.strictObject({
  about: z.string(),
  version: z.literal(version),
  file: z.string(),
  map: z.unknown(),
  links: z.record(z.string(), z.string()).optional(),
  unsettled: z.record(z.string(), z.record(z.string(), z.string().nullable())).optional(),
  notAdded: z.array(z.string()).optional(),
  gone: z.array(z.string()).optional(),
  sheets: z.array(
    z.strictObject({
      name: z.string(),
      hidden: z.literal(true).optional(),
      above: z.strictObject({ text: z.string(), at: z.string() }).optional(),
      rows: z.array(
        z.strictObject({
          row: z.int().min(1),
          cells: z.record(z.string().regex(/^[A-Z]{1,3}$/), cellForm),
        }),
      ),
    }),
  ),
});

type KeptCell = z.infer<typeof cellForm>;

/** The file: the same bytes for the same content, a row of cells a line, so that a comparison shows which changed. */
export function keptFile(kept: Kept): string {
  const { file, mapping, links, unsettled, notAdded, gone, sheets } = kept;
  const head = {
    ...{ about, version, file, map: mappingAsJson(mapping) },
    ...(Object.keys(links).length > 0 && { links }),
    ...(Object.keys(unsettled).length > 0 && { unsettled }),
    ...(notAdded.length > 0 && { notAdded }),
    ...(gone.length > 0 && { gone }),
  };
  const begun = JSON.stringify(head, null, 2).slice(0, -2);
  const all = sheets.map(({ name, hidden, above, rows }) => {
    const paragraph = above === undefined ? {} : { above: { text: above.text, at: above.at } };
    const said = JSON.stringify({ name, ...(hidden && { hidden }), ...paragraph }).slice(0, -1);
    const lines = rows.map((row) => `      ${JSON.stringify(rowAsJson(name, row))}`);
    return `    ${said}, "rows": [\n${lines.join(',\n')}\n    ]}`;
  });
  return `${begun},\n  "sheets": [\n${all.join(',\n')}\n  ]\n}\n`;
}

/** A mapping in the form in which `--map` takes one. */
const mappingAsJson = ({ headingRow, columns, colours }: Mapping): object => ({
  ...(headingRow !== undefined && { headingRow }),
  ...(columns.size > 0 && { columns: Object.fromEntries(columns) }),
  ...(colours.size > 0 && { colours: Object.fromEntries(colours) }),
});

function rowAsJson(sheet: string, { number, cells }: Row): object {
  const byColumn = [...cells]
    .sort(([a], [b]) => a - b)
    .map(
      ([column, cell]) =>
        [columnName(column), cellAsJson(cell, addressOf(sheet, number, column))] as const,
    );
  return { row: number, cells: Object.fromEntries(byColumn) };
}

function cellAsJson({ text, at, date, from, across }: Cell, place: string): KeptCell {
  const more = {
    ...(at !== place && { at }),
    ...(date !== undefined && { day: date.day, shown: date.shown }),
    ...(from !== undefined && { from }),
    ...(across === true && { across }),
  };
  return Object.keys(more).length === 0 ? text : { text, ...more };
}

/** Reads the file, or says in words, as the end of a sentence that begins with its name, what is wrong with it. */
export function readKept(text: string): Kept | Refusal {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { wrong: 'is not JSON' };
  }
  const read = form.safeParse(json);
  if (!read.success) {
    const [issue] = read.error.issues;
    return { wrong: `has a wrong value at ${issue?.path.join('.') ?? ''}` };
  }
  const { file, map, links = {}, unsettled = {}, notAdded = [], gone = [], sheets } = read.data;
  const mapping = readMapping(JSON.stringify(map));
  if ('wrong' in mapping) return mapping;
  return {
    ...{ file, mapping, links, unsettled, notAdded, gone },
    sheets: sheets.map(({ name, hidden = false, above, rows }) => ({
      ...{ name, hidden, above, colours: [] },
      rows: rows.map(({ row, cells }) => rowOf(name, row, Object.entries(cells))),
    })),
  };
}

const rowOf = (
  sheet: string,
  number: number,
  cells: readonly (readonly [string, KeptCell])[],
): Row => ({
  number,
  cells: new Map(
    cells.map(([letters, kept]) => {
      const column = columnAt(letters);
      return [column, cellOf(kept, addressOf(sheet, number, column))];
    }),
  ),
});

function cellOf(kept: KeptCell, place: string): Cell {
  if (typeof kept === 'string') return { text: kept, at: place };
  const { text, at = place, day, shown = 'whole', from, across } = kept;
  return { text, at, date: day === undefined ? undefined : { day, shown }, from, across };
}
