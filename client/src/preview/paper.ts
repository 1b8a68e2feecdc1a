import * as z from 'zod';
import type { PreviewResult } from '../../../server/src/lsp/protocol.ts';

// The form of the tables that go into the preview. The compiler holds it against the tables themselves.

type Paper = PreviewResult['paper'];
type Section = Paper['sections'][number];
type Table = Section['tables'][number];
type Row = Table['rows'][number];
type Cell = Row['cells'][number];
type Without<T, K extends string> = T extends unknown ? Omit<T, K> : never;

/** A value that JSON leaves out where it is not known. */
const orUndefined = <T>(schema: z.ZodType<T>) => schema.optional().transform((value) => value);

const words = z.string();
const given = words.optional();
const itemKey = { kind: words, id: words };
const tone = z.enum(['good', 'info', 'caution', 'bad', 'none']);

const cell: z.ZodType<Cell> = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: words }),
  z.object({ type: z.literal('number'), value: z.number() }),
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

const row: z.ZodType<Without<Row, 'place'>> = z.object({
  key: words,
  anchor: z.object(itemKey).optional(),
  total: z.exactOptional(z.literal(true)),
  cells: z.array(cell),
});

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
  rows: z.array(row),
  whenEmpty: words,
  notes: z.array(words),
});

export const paper: z.ZodType<Paper> = z.object({
  heading: z.object({
    title: words,
    trust: orUndefined(words),
    asAt: words,
    facts: z.array(z.object({ term: words, words })),
    summary: words,
    warning: orUndefined(words),
  }),
  sections: z.array(z.object({ id: words, title: words, tables: z.array(table) })),
});
