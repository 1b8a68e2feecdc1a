import * as z from 'zod';
import type {
  ImportLookResult,
  ImportMapping,
  ImportSheetMapping,
} from '../../../server/src/lsp/protocol.ts';

// What the extension and the page of an import say to each other. Each side checks what it gets.

// The page’s content policy forbids code made from strings.
z.config({ jitless: true });

export type Look = Exclude<ImportLookResult, { readonly wrong: string }>;
export type Sheet = Look['sheets'][number];
export type Column = Sheet['columns'][number];

const words = z.string();

const ofSheet = {
  headingRow: z.int().min(0).optional(),
  columns: z.record(words, words.nullable()),
};
const mapping: z.ZodType<ImportMapping> = z.object({
  ...ofSheet,
  colours: z.record(words, words),
  sheets: z.record(words, z.object(ofSheet).nullable()) satisfies z.ZodType<
    Readonly<Record<string, ImportSheetMapping | null>>
  >,
});

/** A name that a folder can have on any computer. */
export const folderName = z
  .string()
  .max(100)
  // eslint-disable-next-line no-control-regex -- they are what is not allowed
  .regex(/^[^./\\:*?"<>|\x00-\x1f][^/\\:*?"<>|\x00-\x1f]*$/)
  .refine((name) => !/[. ]$/.test(name));

/** From the page: what it needs, and what somebody does on it. */
export const fromPage = z.discriminatedUnion('type', [
  /** It is there, and has nothing yet. */
  z.object({ type: z.literal('ready') }),
  /** Somebody has said what is to be taken for what; the answer bears the same number. */
  z.object({ type: z.literal('map'), mapping, turn: z.int() }),
  /** Somebody wants to use choices that were saved before. */
  z.object({ type: z.literal('useSaved') }),
  /** Somebody wants the plan in another folder. */
  z.object({ type: z.literal('where') }),
  z.object({
    type: z.literal('import'),
    mapping,
    folder: folderName,
    /** Whether the choices are to be saved with the plan. */
    saves: z.boolean(),
  }),
  z.object({ type: z.literal('cancel') }),
]);
export type FromPage = z.infer<typeof fromPage>;

const field = words as z.ZodType as z.ZodType<NonNullable<Column['field']>>;

const look: z.ZodType<Look> = z.object({
  folder: words,
  sheets: z.array(
    z.object({
      name: words,
      hidden: z.boolean(),
      isLeftOut: z.boolean(),
      headingRow: z.int().nullable(),
      amount: z.int(),
      guess: z.exactOptional(words),
      columns: z.array(
        z.object({
          letters: words,
          heading: words,
          field: field.nullable(),
          isSure: z.boolean(),
          key: words,
          isOwn: z.boolean(),
        }),
      ),
      rows: z.array(
        z.object({
          number: z.int(),
          part: z.enum(['above', 'headings', 'below']),
          cells: z.array(words),
        }),
      ),
    }),
  ),
  fields: z.array(
    z.object({ title: words, fields: z.array(z.object({ id: field, title: words })) }),
  ),
  colours: z.array(z.object({ colour: words, means: words.nullable() })),
  meanings: z.array(z.object({ id: words, title: words })),
  mapping,
  words: z.exactOptional(z.array(words)),
});

/** To the page: what would become of the file, or words about what is in the way. */
export const toPage = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('show'),
    /** What the file is called. */
    file: words,
    /** Where the folder of the plan is to be; null while nobody has said it. */
    where: words.nullable(),
    look,
    turn: z.int(),
  }),
  z.object({ type: z.literal('where'), where: words }),
  /** Something is wrong with what was chosen; what is shown stays. */
  z.object({ type: z.literal('say'), words }),
]);
export type ToPage = z.infer<typeof toPage>;
export type Show = Extract<ToPage, { type: 'show' }>;

/** What the page remembers while it is hidden. */
export const pageState = z.object({ folder: words, saves: z.boolean() });
export type PageState = z.infer<typeof pageState>;
