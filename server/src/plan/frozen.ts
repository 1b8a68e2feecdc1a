import * as z from 'zod/mini';
import { readOwnFile } from './own-file.ts';

/** A frozen meeting: the plan as a committee had it, kept in a folder with the papers it read. */

/** Where in a frozen folder the plan’s own files are. */
export const frozenPlan = 'plan';

const version = 1;

const words = z.string();

const frozenSchema = z.strictObject({
  version: z.literal(version),
  /** The meeting of the plan that it was frozen for: its id, and what it is called. */
  meeting: z.strictObject({ id: words, title: words }),
  /** The plan’s id and title, where it has a heading. */
  plan: z.nullable(z.strictObject({ id: words, title: words })),
  /** The day that the plan was judged at, YYYY-MM-DD. */
  asAt: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)),
  /** `draft` or `approved`, as recorded at that day; a plan without a record is a draft. */
  status: z.enum(['draft', 'approved']),
  /** Whether what is recorded as approved was something else. */
  changedSinceApproval: z.boolean(),
  /** The fingerprint of what a committee approves. */
  fingerprint: words,
  /** Every file in the folder but this one, by its path in it, with the SHA-256 of its bytes in hexadecimal digits. */
  files: z.array(z.strictObject({ path: words, sha256: words })),
});

/** What `frozen.json` says. */
export type Frozen = z.infer<typeof frozenSchema>;

/** Reads the text of `frozen.json`; or says in one line why it cannot be used. */
export function readFrozen(text: string): { readonly frozen: Frozen } | { readonly wrong: string } {
  const read = readOwnFile(text, frozenSchema, version, 'mustdo freeze');
  return 'wrong' in read ? read : { frozen: read.data };
}

/** The text of `frozen.json`: the same for the same folder. */
export const frozenAsText = (frozen: Omit<Frozen, 'version'>): string =>
  `${JSON.stringify({ version, ...frozen }, null, 2)}\n`;

/**
 * What a meeting’s frozen folder is called: its id, with a hyphen for each character that a folder’s name had
 * better not have, and for a dot at either end.
 */
export const frozenFolderOf = (id: string): string =>
  id.replaceAll(/[^\p{L}\p{N}._-]/gu, '-').replaceAll(/^\.|\.$/g, '-');
