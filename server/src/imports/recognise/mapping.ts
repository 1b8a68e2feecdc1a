import * as z from 'zod';
import { closest } from '../../language/closest.ts';
import { columnName, type Refusal } from '../cells.ts';
import { fieldById, fieldIds, type FieldId } from './fields.ts';
import { headingWords } from './headings.ts';
import { meaningOfProgress, type ColourKey } from './ratings.ts';

/** Which column is which, and what the colours mean, as somebody says it in a file that can be used again. */
export interface Mapping {
  /** The row of the headings, counted from 1; 0 where there are none; undefined where it is to be found. */
  readonly headingRow: number | undefined;
  /** By a heading’s words or a column’s letters; null for a column that is to be a note. */
  readonly columns: ReadonlyMap<string, FieldId | null>;
  readonly colours: ColourKey;
  /** What is said of one sheet or table alone, by its name; null for one that is left out. */
  readonly sheets?: ReadonlyMap<string, SheetMapping | null>;
}

type SheetMapping = Pick<Mapping, 'headingRow' | 'columns'>;

export const noMapping: Mapping = { headingRow: undefined, columns: new Map(), colours: new Map() };

/** What holds for one sheet: what is said of it, and for the rest what is said of all; undefined where it is left out. */
export function mappingOf(sheet: string, mapping: Mapping): Mapping | undefined {
  const own = mapping.sheets?.get(sheet);
  if (own === null) return undefined;
  if (own === undefined) return mapping;
  return {
    ...mapping,
    headingRow: own.headingRow ?? mapping.headingRow,
    columns: new Map([...mapping.columns, ...own.columns]),
  };
}

const headingsAndColumns = {
  headingRow: z.int().min(0).max(1_048_576).optional(),
  columns: z.record(z.string(), z.union([z.string(), z.null()])).optional(),
};
const form = z.strictObject({
  ...headingsAndColumns,
  colours: z.record(z.string(), z.string()).optional(),
  sheets: z.record(z.string(), z.union([z.strictObject(headingsAndColumns), z.null()])).optional(),
});

/** Reads a mapping file, or says in words what is wrong with it. */
export function readMapping(text: string): Mapping | Refusal {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return { wrong: 'is not JSON' };
  }
  const read = form.safeParse(json);
  if (!read.success) {
    const [issue] = read.error.issues;
    return {
      wrong: `has ${issue?.path.join('.') === '' ? 'a key it should not have' : `a wrong value at ${issue?.path.join('.') ?? ''}`}; it may have headingRow, columns, colours and sheets`,
    };
  }
  const columns = readColumns(read.data.columns);
  if ('wrong' in columns) return columns;
  const sheets = new Map<string, SheetMapping | null>();
  for (const [name, said] of Object.entries(read.data.sheets ?? {})) {
    const own = readColumns(said?.columns);
    if ('wrong' in own) return own;
    sheets.set(name, said === null ? null : { headingRow: said.headingRow, columns: own.columns });
  }
  const colours = readColours(Object.entries(read.data.colours ?? {}));
  if ('wrong' in colours) return colours;
  const { headingRow } = read.data;
  return { headingRow, columns: columns.columns, colours: colours.key, sheets };
}

function readColumns(
  said: Readonly<Record<string, string | null>> = {},
): { readonly columns: ReadonlyMap<string, FieldId | null> } | Refusal {
  const columns = new Map<string, FieldId | null>();
  for (const [heading, id] of Object.entries(said)) {
    const known = id === null ? undefined : fieldById.get(id);
    if (id !== null && known === undefined) {
      const near = closest(id, fieldIds);
      return {
        wrong: `has no field “${id}” to map “${heading}” to: ${near === undefined ? `there are ${fieldIds.join(', ')}` : `did you mean ${near}?`}`,
      };
    }
    columns.set(mappingKey(heading), known?.id ?? null);
  }
  return { columns };
}

/** What colours are said to mean: pairs such as `amber` and `at-risk`, or `Amber` and `Some issues`. */
export function readColours(
  pairs: Iterable<readonly [string, string]>,
): { readonly key: ColourKey } | Refusal {
  const key = new Map<string, string>();
  for (const [colour, words] of pairs) {
    const meaning = meaningOfProgress(words.trim());
    if (meaning === undefined) {
      return {
        wrong: `says that ${colour} means “${words}”; it may mean not-started, on-track, at-risk, off-track, complete, evidenced, closed, sustained or withdrawn`,
      };
    }
    key.set(colour.trim().toLowerCase(), meaning);
  }
  return { key };
}

/** How a column is found in a mapping: by its letters in capitals, else by its heading’s words. */
export const mappingKey = (heading: string): string =>
  /^[A-Z]{1,3}$/.test(heading) ? heading : headingWords(heading);

/** A table that was met, with what its columns were taken for. */
interface Met {
  /** The name of its sheet. */
  readonly sheet: string;
  readonly columns: readonly {
    readonly index: number;
    readonly heading: string;
    readonly field: FieldId | undefined;
  }[];
}

/**
 * A mapping as a file, to be used again: every heading that was met with what it was taken for, and what was said
 * of single sheets. Where one heading was taken for several things, the columns besides its first go by their letters.
 */
export function mappingFile(
  met: readonly Met[],
  { headingRow, colours, sheets: said = new Map() }: Mapping,
): string {
  const columns = new Map<string, FieldId | null>();
  const sheets = new Map(said);
  for (const { sheet, columns: own } of met) {
    for (const { index, heading, field = null } of own) {
      const first = columns.get(heading);
      if (first === undefined) columns.set(heading, field);
      else if (first !== field && met.length === 1) columns.set(columnName(index), field);
      else if (first !== field) {
        const before = sheets.get(sheet);
        const more = new Map([...(before?.columns ?? []), [columnName(index), field] as const]);
        sheets.set(sheet, { headingRow: before?.headingRow, columns: more });
      }
    }
  }
  const whole = {
    ...asSaved(headingRow, columns),
    ...(colours.size > 0 && { colours: Object.fromEntries(colours) }),
    ...(sheets.size > 0 && {
      sheets: Object.fromEntries(
        [...sheets].map(([name, own]) => [name, own && asSaved(own.headingRow, own.columns)]),
      ),
    }),
  };
  return `${JSON.stringify(whole, null, 2)}\n`;
}

const asSaved = (
  headingRow: number | undefined,
  columns: ReadonlyMap<string, FieldId | null>,
): object => ({
  ...(headingRow !== undefined && { headingRow }),
  columns: Object.fromEntries(columns),
});
