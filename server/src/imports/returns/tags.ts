/** A tag of an XML text. */
export interface Tag {
  /** Its name without a prefix; an end tag’s begins with `/`. */
  readonly name: string;
  readonly attributes: string;
}

/**
 * The tags of an XML text, one after the other, in time that grows with its length. Comments and character
 * data are left out; a text that breaks off in a tag ends there.
 */
export function* tagsOf(xml: string): Generator<Tag> {
  let at = 0;
  for (;;) {
    at = xml.indexOf('<', at);
    if (at < 0) return;
    const skipped = skippedTo(xml, at);
    if (skipped !== undefined) {
      at = skipped;
      continue;
    }
    const end = tagEnd(xml, at + 1);
    if (end === undefined) return;
    const [, name = '', attributes = ''] =
      /^(\/?[^\s/>]*)([\s\S]*)$/.exec(xml.slice(at + 1, end)) ?? [];
    yield { name: name.replace(/^(\/?)[^:]*:/, '$1'), attributes };
    at = end + 1;
  }
}

/** An attribute of a tag, as it is written. */
export function attributeOf({ attributes }: Tag, name: string): string | undefined {
  for (const [, key, double, single] of attributes.matchAll(
    /([^\s="'<>/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g,
  )) {
    if (key === name) return double ?? single;
  }
  return undefined;
}

const passages = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
] as const;

/** Where it goes on after a comment or character data; undefined where neither begins here. */
function skippedTo(xml: string, at: number): number | undefined {
  for (const [begin, close] of passages) {
    if (!xml.startsWith(begin, at)) continue;
    const end = xml.indexOf(close, at + begin.length);
    return end < 0 ? xml.length : end + close.length;
  }
  return undefined;
}

/** The `>` that ends a tag: one in quotation marks does not. */
function tagEnd(xml: string, from: number): number | undefined {
  let at = from;
  while (at < xml.length) {
    const character = xml.charAt(at);
    if (character === '>') return at;
    if (character === '"' || character === "'") {
      const closing = xml.indexOf(character, at + 1);
      if (closing < 0) return undefined;
      at = closing;
    }
    at++;
  }
  return undefined;
}
