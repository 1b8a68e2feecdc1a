import * as z from 'zod';
import type { PreviewResult } from '../../../server/src/lsp/protocol.ts';

// The form of what goes into the preview. The compiler holds it against what the server sends.

type Section = PreviewResult['sections'][number];
type Table = Section['tables'][number];
type Row = Table['rows'][number];
type Cell = Row['cells'][number];
type Heading = PreviewResult['heading'];

/** A value that JSON leaves out where it is not known. */
const orUndefined = <T>(schema: z.ZodType<T>) => schema.optional().transform((value) => value);

const words = z.string();
const given = words.optional();
const itemKey = { kind: words, id: words };
const tone = z.enum(['good', 'info', 'caution', 'bad', 'none']);

const cell: z.ZodType<Cell> = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: words }),
  z.object({ type: z.literal('number'), value: z.number(), words: words.optional() }),
  z.object({ type: z.literal('absent'), words, given }),
  z.object({ type: z.literal('tag'), words, tone, detail: words.optional() }),
  z.object({ type: z.literal('date'), words, day: words.optional(), given }),
  z.object({ type: z.literal('item'), ...itemKey, label: words, name: words.optional(), given }),
  z.object({
    type: z.enum(['list', 'lines']),
    get cells() {
      return z.array(cell);
    },
  }),
]);

const values = z.array(words).optional();

const row: z.ZodType<Row> = z.object({
  key: words,
  anchor: z.object(itemKey).optional(),
  total: z.exactOptional(z.literal(true)),
  placed: z.exactOptional(z.literal(true)),
  undrawn: z.exactOptional(z.literal(true)),
  gap: z.exactOptional(z.literal(true)),
  facets: z
    .object({
      directorate: values,
      service: values,
      sro: values,
      committee: values,
      source: values,
      strength: values,
      status: values,
    })
    .optional(),
  timeline: z.object({ days: z.array(words), words, tone }).optional(),
  signal: z.enum(['improvement', 'concern', 'high', 'low']).optional(),
  cells: z.array(cell),
});

const series = z.array(
  z.object({
    column: words,
    title: words,
    role: z.enum(['planned', 'actual', 'late', 'forecast']),
  }),
);

const goals = z.array(z.object({ value: z.number(), words }));

const chart: z.ZodType<NonNullable<Table['chart']>> = z.discriminatedUnion('type', [
  z.object({ type: z.literal('columns'), title: words, series }),
  z.object({
    type: z.literal('lines'),
    title: words,
    series,
    goals,
  }),
  z.object({
    type: z.literal('control'),
    title: words,
    value: words,
    mean: words,
    lower: words,
    upper: words,
    goals,
  }),
  z.object({ type: z.literal('timeline'), title: words, asAt: words }),
]);

const table: z.ZodType<Table> = z.object({
  id: words,
  title: words,
  caption: words,
  columns: z.array(
    z.object({
      id: words,
      heading: words,
      numeric: z.exactOptional(z.literal(true)),
      prose: z.exactOptional(z.literal(true)),
    }),
  ),
  revision: z.number(),
  rows: z.array(row),
  keys: z.exactOptional(z.array(words)),
  whenEmpty: words,
  notes: z.array(words),
  chart: chart.optional(),
});

export const heading: z.ZodType<Heading> = z.object({
  title: words,
  trust: orUndefined(words),
  asAt: words,
  facts: z.array(z.object({ term: words, words })),
  summary: words,
  warning: orUndefined(words),
  footer: words,
});

export const sections: z.ZodType<readonly Section[]> = z.array(
  z.object({ id: words, title: words, tables: z.array(table) }),
);
