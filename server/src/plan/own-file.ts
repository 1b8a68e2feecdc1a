import * as z from 'zod/mini';
import './zod-in-english.ts';

/**
 * Reads a JSON file that Mustdo itself writes; or says in one line why it cannot be used.
 * @param version the version that this Mustdo writes; a file of a newer one is refused
 * @param writer the command that writes such files
 */
export function readOwnFile<T>(
  text: string,
  schema: z.ZodMiniType<T>,
  version: number,
  writer: string,
): { readonly data: T } | { readonly wrong: string } {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return { wrong: 'it is not valid JSON' };
  }
  const written = z.object({ version: z.number() }).safeParse(json);
  if (written.success && written.data.version > version) {
    const number = String(written.data.version);
    return {
      wrong: `it is of version ${number}, and this Mustdo knows version ${String(version)}: a newer Mustdo wrote it, use that one`,
    };
  }
  const result = schema.safeParse(json);
  if (result.success) return { data: result.data };
  const places = result.error.issues.map(({ path, message }) =>
    path.length === 0 ? message : `"${path.map(String).join('.')}": ${message}`,
  );
  return { wrong: `${places.join('; ')}; ${writer} writes it` };
}
