import { URI, Utils } from 'vscode-uri';

/** Addresses of files (URIs) in one spelling, so that the same file has the same one. */

export const normalized = (uri: string): string => URI.parse(uri).toString();

export const parentOf = (uri: string): string => Utils.dirname(URI.parse(uri)).toString();

export const nameOf = (uri: string): string => Utils.basename(URI.parse(uri));

export const schemeOf = (uri: string): string => URI.parse(uri).scheme;

/** The address of a path relative to a folder. */
export const within = (folder: string, path: string): string =>
  Utils.joinPath(URI.parse(folder), path).toString();

/** The path of an address relative to a folder, with `/` between its parts; undefined when it is not below it. */
export function relativeTo(folder: string, uri: string): string | undefined {
  const base = URI.parse(folder);
  const file = URI.parse(uri);
  // An untitled document has a name and no folder.
  const start = base.path === '' || base.path.endsWith('/') ? base.path : `${base.path}/`;
  const sameRoot = base.scheme === file.scheme && base.authority === file.authority;
  return sameRoot && file.path.startsWith(start) ? file.path.slice(start.length) : undefined;
}
