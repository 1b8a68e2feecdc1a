import type { LanguageServer, Published } from '../client/server.ts';

/** The diagnostics that came last, when each of some files has as many as wanted. */
export function everyFile(
  server: LanguageServer,
  uris: readonly string[],
  wanted: (count: number) => boolean,
  limit: number,
): Promise<Published> {
  const missing = new Set(uris.map((uri) => decodeURIComponent(uri)));
  return server.next(
    'diagnostics of all files',
    ({ uri, diagnostics }) => {
      if (wanted(diagnostics.length)) missing.delete(uri);
      return missing.size === 0;
    },
    limit,
  );
}
