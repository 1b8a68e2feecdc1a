/**
 * The XML of a template as a tree. Stricter than XML: no document type, so nothing to expand, and no more depth than a
 * document has. What stands in texts and attributes stays escaped as it came, so that it is written as it was read.
 */

export interface XmlElement {
  readonly name: string;
  /** Values as they are written between quotation marks. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlNode[];
}

/** An element, or text between elements. */
export type XmlNode = XmlElement | string;

/** Deeper than any document of Word goes; a tree is walked by calls within calls. */
const deepest = 200;

const tag =
  /<(\/?)([A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?)((?:\s+[\w.:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y;
const attribute = /([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
/** An ampersand that begins none of the five entities and no character; controls, which XML forbids. */
// eslint-disable-next-line no-control-regex -- these are what is looked for
const forbidden = /&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-fA-F]{1,6});)|[\0-\x08\v\f\x0e-\x1f]/;

/** Characters written as numbers, as they are: else words could be hidden from who looks for them. */
const asWritten = (text: string): string =>
  text.replaceAll(
    /&#(?:x([\da-fA-F]{1,6})|(\d{1,7}));/g,
    (whole, hex?: string, decimal?: string) => {
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      const isPlain =
        code >= 0x20 && code <= 0x10_ffff && !`&<>"'`.includes(String.fromCharCode(code));
      return isPlain ? String.fromCodePoint(code) : whole;
    },
  );

/** The root of a text; undefined where the text is not well formed, or has a document type. */
export function treeOf(written: string): XmlElement | undefined {
  if (forbidden.test(written)) return undefined;
  const text = asWritten(written);
  const open: { name: string; attributes: ReadonlyMap<string, string>; children: XmlNode[] }[] = [];
  let root: XmlElement | undefined;
  const add = (node: XmlNode): boolean => {
    const parent = open.at(-1);
    if (parent !== undefined) parent.children.push(node);
    else if (typeof node !== 'string' && root === undefined) root = node;
    else return typeof node === 'string' && /^[\s\ufeff]*$/.test(node);
    return true;
  };
  for (let at = 0; at < text.length;) {
    const next = text.indexOf('<', at);
    const end = next === -1 ? text.length : next;
    if (end > at && !add(text.slice(at, end))) return undefined;
    if (next === -1) break;
    const skipped = afterRemark(text, next);
    if (skipped !== undefined) {
      at = skipped;
      continue;
    }
    tag.lastIndex = next;
    const [whole, slash, name = '', said = '', alone] = tag.exec(text) ?? [];
    if (whole === undefined) return undefined;
    at = next + whole.length;
    if (slash === '/') {
      if (open.pop()?.name !== name || said !== '' || alone === '/') return undefined;
      continue;
    }
    const attributes = attributesOf(said);
    if (attributes === undefined || open.length === deepest) return undefined;
    const element = { name, attributes, children: [] };
    if (!add(element)) return undefined;
    if (alone !== '/') open.push(element);
  }
  return open.length === 0 ? root : undefined;
}

/** Where a comment or an instruction to a program that begins here ends; undefined where none begins, or it has no end. */
function afterRemark(text: string, at: number): number | undefined {
  for (const [begin, end] of [
    ['<!--', '-->'],
    ['<?', '?>'],
  ] as const) {
    if (!text.startsWith(begin, at)) continue;
    const found = text.indexOf(end, at + begin.length);
    return found === -1 ? undefined : found + end.length;
  }
  return undefined;
}

function attributesOf(written: string): ReadonlyMap<string, string> | undefined {
  const attributes = new Map<string, string>();
  for (const [, name = '', double, single = ''] of written.matchAll(attribute)) {
    if (attributes.has(name)) return undefined;
    attributes.set(name, double ?? single.replaceAll('"', '&quot;'));
  }
  return attributes;
}

/** A tree as text. */
export function xmlOf(node: XmlNode): string {
  if (typeof node === 'string') return node;
  const { name, attributes, children } = node;
  const written = [...attributes].map(([key, value]) => ` ${key}="${value}"`).join('');
  return children.length === 0
    ? `<${name}${written}/>`
    : `<${name}${written}>${children.map(xmlOf).join('')}</${name}>`;
}

/** A part of a document: its tree as text, with what has to stand before it. */
export const partOf = (root: XmlElement): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${xmlOf(root)}`;

/** An element made by us; its values and texts have to be fit for XML. */
export const element = (
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  children: readonly XmlNode[] = [],
): XmlElement => ({ name, attributes: new Map(Object.entries(attributes)), children });

export const isElement = (node: XmlNode): node is XmlElement => typeof node !== 'string';

/** The elements among the children of one. */
export const elementsIn = ({ children }: XmlElement): XmlElement[] => children.filter(isElement);

export const childOf = (parent: XmlElement | undefined, name: string): XmlElement | undefined =>
  parent === undefined ? undefined : elementsIn(parent).find((child) => child.name === name);

/** All elements below one, in the order of the text, itself first. */
export function* everyElement(root: XmlElement): Generator<XmlElement> {
  yield root;
  for (const child of root.children) if (isElement(child)) yield* everyElement(child);
}

/** The value of `w:val`, which most of Word’s elements have alone. */
export const valueOf = (one: XmlElement | undefined): string | undefined =>
  one?.attributes.get('w:val');

/**
 * A tree with other elements in it, from the innermost outwards.
 * @param change what an element becomes; nothing where it goes
 */
export function changed(
  root: XmlElement,
  change: (one: XmlElement) => XmlNode | undefined,
): XmlNode | undefined {
  const children = root.children.flatMap((child) =>
    isElement(child) ? (changed(child, change) ?? []) : [child],
  );
  return change({ ...root, children });
}
