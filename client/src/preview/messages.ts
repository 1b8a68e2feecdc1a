import * as z from 'zod';
import type { PreviewParams } from '../../../server/src/lsp/protocol.ts';
import { heading, sections } from './paper.ts';

// What the extension and the page of the preview say to each other. Each side checks what it gets.

// The page’s content policy forbids code made from strings.
z.config({ jitless: true });

export type TabId = NonNullable<PreviewParams['tab']>;

/** The compiler holds it against the tabs that the server knows. */
const tab = z.enum([
  'plan',
  'must-dos',
  'overdue',
  'owners',
  'committees',
  'ratings',
  'trajectories',
  'timeline',
] satisfies TabId[]);

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** Which row: of which table of which tab. */
const row = z.object({ tab, table: z.string(), key: z.string() });
export type RowName = z.infer<typeof row>;

/** From the page: what it needs, and what somebody does on it. */
export const fromPage = z.discriminatedUnion('type', [
  /** It is there and shows this tab; it has nothing yet. */
  z.object({ type: z.literal('ready'), tab, locked: z.boolean() }),
  z.object({ type: z.literal('tab'), tab }),
  z.object({ type: z.literal('lock'), locked: z.boolean() }),
  /** Judge at another day; null for each plan’s own. */
  z.object({ type: z.literal('asAt'), day: day.nullable() }),
  /** Somebody wants to see a row in the text. */
  z.object({ type: z.literal('reveal'), row }),
  /** Somebody points at a row, or at none any more. */
  z.object({ type: z.literal('point'), row: row.nullable() }),
]);
export type FromPage = z.infer<typeof fromPage>;

/** To the page: its tables, or words in their place. */
export const toPage = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('show'),
    /** The document that is followed. */
    uri: z.string(),
    /** The same for all documents of a project. */
    project: z.string(),
    tab,
    /** YYYY-MM-DD. */
    asAt: z.string(),
    isToday: z.boolean(),
    /** Whether somebody chose the day, so that one can go back to the plan’s own. */
    isChosen: z.boolean(),
    locked: z.boolean(),
    /** Something to know about the tables. */
    notice: z.string().optional(),
    heading,
    /** Of each table what the page does not have yet. */
    sections,
  }),
  z.object({
    type: z.literal('say'),
    words: z.string(),
    /** Whether tables that are there stay, below the words. */
    keep: z.boolean(),
  }),
  /** The cursor is in the text of what these rows are about, the innermost first; `seek`: bring one into sight. */
  z.object({ type: z.literal('mark'), keys: z.array(z.string()), seek: z.boolean() }),
  /** Somebody wants to see a row: in its tab, in sight, and marked. */
  z.object({ type: z.literal('find'), row }),
]);
export type ToPage = z.infer<typeof toPage>;
export type Show = Extract<ToPage, { type: 'show' }>;

/** How the tables of one tab are looked at. */
const view = z.object({
  search: z.string(),
  /** By facet the word that rows have to have. */
  filters: z.record(z.string(), z.string()),
  /** By table the column it is ordered by. */
  sorts: z.record(z.string(), z.object({ column: z.string(), descending: z.boolean() })),
  scroll: z.number(),
});
export type View = z.infer<typeof view>;

/** What the page remembers: over a reload of the window, and while it is hidden. */
export const pageState = z.object({
  uri: z.string(),
  project: z.string(),
  locked: z.boolean(),
  tab,
  views: z.partialRecord(tab, view),
});
export type PageState = z.infer<typeof pageState>;
