/** XML and HTML a tag at a time: in one pass, with nothing fetched, expanded or believed. */

export interface Tag {
  /** Without its prefix: `c` for `<x:c>`. */
  readonly name: string;
  readonly closes: boolean;
  readonly alone: boolean;
  readonly attributes: string;
  /** The text before it, since the last tag; its entities are not read yet. */
  readonly before: string;
}

const tagPattern = /<(\/?)(?:[A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)([^<>]*)>/g;

/** The tags of a text in their order. */
export function* tagsOf(text: string): Generator<Tag> {
  let last = 0;
  for (const match of text.matchAll(tagPattern)) {
    const [whole, slash, name = '', rest = ''] = match;
    yield {
      name,
      closes: slash === '/',
      alone: rest.endsWith('/'),
      attributes: rest,
      before: text.slice(last, match.index),
    };
    last = match.index + whole.length;
  }
}

const patterns = new Map<string, RegExp>();

/** The value of an attribute, whatever its prefix; undefined where it is not there. */
export function attribute({ attributes }: Tag, name: string): string | undefined {
  let pattern = patterns.get(name);
  if (pattern === undefined) {
    pattern = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'/>]+))`, 'i');
    patterns.set(name, pattern);
  }
  const found = pattern.exec(attributes);
  const value = found?.[1] ?? found?.[2] ?? found?.[3];
  return value === undefined ? undefined : unescaped(value);
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  pound: '£',
  euro: '€',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
  bull: '•',
  middot: '·',
};

/** A text with its entities read; what is none stays as it is. */
export const unescaped = (text: string): string =>
  text.includes('&')
    ? text.replaceAll(
        /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z]{2,8}));/g,
        (whole, decimal?: string, hex?: string, name?: string) => {
          if (name !== undefined) return named[name] ?? whole;
          const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
          return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
        },
      )
    : text;
