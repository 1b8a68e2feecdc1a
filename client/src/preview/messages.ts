import * as z from 'zod';
import { paper } from './paper.ts';

// What the extension and the page of the preview say to each other. Each side checks what it gets.

// The page’s content policy forbids code made from strings.
z.config({ jitless: true });

/** From the page: it is there and wants its tables, or somebody asks where a row stands in the text. */
export const fromPage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('reveal'), key: z.string() }),
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
    isToday: z.boolean(),
    /** Something to know about the tables. */
    notice: z.string().optional(),
    paper,
    /** Which rows stand somewhere in the text, by `placeKey`. */
    rows: z.array(z.string()),
  }),
  z.object({
    type: z.literal('say'),
    words: z.string(),
    /** Whether tables that are there stay, below the words. */
    keep: z.boolean(),
  }),
]);
export type ToPage = z.infer<typeof toPage>;
export type Show = Extract<ToPage, { type: 'show' }>;

/** What the page remembers: over a reload of the window, and while it is hidden. */
export const pageState = z.object({ uri: z.string(), project: z.string(), scroll: z.number() });
export type PageState = z.infer<typeof pageState>;
