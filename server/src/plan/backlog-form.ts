import * as z from 'zod';
import { backlogFrom, backlogVersion, type BacklogReading } from './backlog.ts';

/** The form of the file of a backlog in full, which says where one departs from it. Loaded only for one that does. */
const fileSchema = z.strictObject({
  version: z.literal(backlogVersion),
  backlog: z.record(z.string(), z.record(z.string(), z.int().positive())),
});

/** Looks at the value of a backlog of which `backlogIn` can make nothing: says in one line why it cannot be used. */
export function readBacklogClosely(json: unknown): BacklogReading {
  const written = z.object({ version: z.number() }).safeParse(json);
  if (written.success && written.data.version > backlogVersion) {
    const number = String(written.data.version);
    return {
      wrong: `it is of version ${number}, and this Mustdo knows version ${String(backlogVersion)}: a newer Mustdo wrote it, use that one`,
    };
  }
  const result = fileSchema.safeParse(json);
  if (result.success) return { backlog: backlogFrom(result.data) };
  const places = result.error.issues.map(({ path, message }) =>
    path.length === 0 ? message : `"${path.map(String).join('.')}": ${message}`,
  );
  return { wrong: `${places.join('; ')}; mustdo backlog writes it` };
}
