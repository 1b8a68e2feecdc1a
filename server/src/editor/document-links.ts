import type { DocumentLink } from 'vscode-languageserver-types';
import type { AnySaid, Item, Value } from '../language/items.ts';
import { blocks, type BlockSpec } from '../language/keywords/index.ts';
import { curlyQuotes } from '../language/shapes.ts';
import type { Span } from '../language/tree.ts';
import type { Unit } from '../plan/file.ts';
import type { Ask } from './ask.ts';
import { pathNamed } from './paths.ts';
import { keptByUnit } from './per-unit.ts';
import { rangeOf } from './places.ts';

/** What plan text leads to: files of the project, and pages of the web. Nothing else is a link. */

/** A text that may name a file, without its quotation marks. */
export interface NamedPath {
  readonly written: string;
  readonly span: Span;
}

/** What an editor sends back to have a link followed. */
interface LinkData {
  readonly uri: string;
  readonly written: string;
}

/** The links of a file; where those to files lead is worked out when they are pointed at. */
export function documentLinks(ask: Ask): DocumentLink[] {
  const links: DocumentLink[] = [];
  const { file } = ask;
  const uri = ask.uriOf(file.path);
  for (const unit of file.units) {
    for (const { span, target } of pagesIn(unit)) {
      links.push({ range: rangeOf(unit, span), target });
    }
    for (const { written, span } of pathsIn(unit)) {
      if (pathNamed(file.path, written) === undefined) continue;
      const data: LinkData = { uri, written };
      links.push({ range: rangeOf(unit, span), data });
    }
  }
  return links;
}

/** The address of the file that a link of the file asked about names. */
export function resolveDocumentLink(ask: Ask, link: DocumentLink): DocumentLink {
  const data: unknown = link.data;
  const path = isLinkData(data) ? pathNamed(ask.file.path, data.written) : undefined;
  return path === undefined ? link : { ...link, target: ask.uriOf(path) };
}

/** Whether what an editor sends back is a link's own data; it may send anything. */
function isLinkData(data: unknown): data is LinkData {
  if (typeof data !== 'object' || data === null) return false;
  const { uri, written } = data as Readonly<Record<string, unknown>>;
  return typeof uri === 'string' && typeof written === 'string';
}

/** The slots whose texts say where something is kept, by kind and field. */
const whereabouts: ReadonlyMap<string, readonly { field: string; names: readonly string[] }[]> =
  new Map(
    Object.values<BlockSpec>(blocks).map(({ kind, properties }) => [
      kind,
      Object.entries(properties)
        .map(([field, { qualifiers }]) => ({
          field,
          names: ['in', 'minute'].filter((name) => Object.hasOwn(qualifiers, name)),
        }))
        .filter(({ names }) => names.length > 0),
    ]),
  );

/** The texts of a unit that may name a file, whether or not they do. */
export const pathsIn = keptByUnit((unit): readonly NamedPath[] => {
  const found: NamedPath[] = [];
  const add = (item: Item): void => {
    const fields = item as unknown as Readonly<
      Record<string, AnySaid | readonly AnySaid[] | undefined>
    >;
    for (const { field, names } of whereabouts.get(item.kind) ?? []) {
      const said = fields[field];
      if (said === undefined) continue;
      const lines = Array.isArray(said) ? (said as readonly AnySaid[]) : [said as AnySaid];
      for (const line of lines) {
        for (const name of names) addText(line[name] as Value<string> | undefined);
      }
    }
    item.children.forEach(add);
  };
  const addText = (value: Value<string> | undefined): void => {
    if (value?.value === undefined) return;
    const span = within(unit, value.span);
    if (span !== undefined) found.push({ written: value.value, span });
  };
  unit.reading.items.forEach(add);
  return found;
});

const quotes = `"${curlyQuotes}`;

/** What stands between the quotation marks of a text on one line. */
function within({ text }: Unit, { start, end }: Span): Span | undefined {
  const isClosed = end - start > 1 && quotes.includes(text.charAt(end - 1));
  const isText = quotes.includes(text.charAt(start)) && !text.startsWith('"""', start);
  return isText && isClosed ? { start: start + 1, end: end - 1 } : undefined;
}

const page = new RegExp(`\\bhttps?://[^\\s<>${quotes}]*[^\\s<>${quotes}.,;:!?'()\\]]`, 'giu');

const pagesIn = keptByUnit((unit): readonly { readonly span: Span; readonly target: string }[] =>
  [...unit.text.matchAll(page)].map(({ index, 0: target }) => ({
    span: { start: index, end: index + target.length },
    target,
  })),
);
