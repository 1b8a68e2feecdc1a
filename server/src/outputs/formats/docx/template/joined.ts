import {
  childOf,
  element,
  elementsIn,
  everyElement,
  valueOf,
  type XmlElement,
} from './xml-tree.ts';

/** What a paper brings into a template: its styles and its lists, where the template has none of the name. */

/** Styles of ours under the names that they have in the template. */
export interface Joined {
  readonly tree: XmlElement;
  /** What is called otherwise there, by what we call it. */
  readonly names: ReadonlyMap<string, string>;
}

/** Styles that papers use beside those of our own: Word’s. */
const common = new Set(['Heading1', 'Heading2', 'Heading3', 'ListParagraph']);
const isUsed = (id: string): boolean => common.has(id) || id.startsWith('Mustdo');

const idOf = (style: XmlElement): string => style.attributes.get('w:styleId') ?? '';
const typeOf = (style: XmlElement): string => style.attributes.get('w:type') ?? '';
const nameOf = (style: XmlElement): string =>
  (valueOf(childOf(style, 'w:name')) ?? '').toLowerCase();
const stylesIn = (tree: XmlElement): XmlElement[] =>
  elementsIn(tree).filter(({ name }) => name === 'w:style');

/**
 * A template’s styles, and those of ours that it does not have. Ours take the template’s fonts; what they are based on
 * is looked up by its name, since programs in other languages call it otherwise.
 * @param tableStyle the id of the template’s style for tables, which ours then is based on
 */
export function joinedStyles(
  theirs: XmlElement,
  ours: XmlElement,
  tableStyle: string | undefined,
): Joined {
  const known = stylesIn(theirs);
  const names = new Map<string, string>();
  const missing: XmlElement[] = [];
  for (const style of stylesIn(ours)) {
    const id = idOf(style);
    const same =
      known.find((one) => idOf(one) === id && typeOf(one) === typeOf(style)) ??
      known.find((one) => nameOf(one) === nameOf(style) && typeOf(one) === typeOf(style));
    if (same !== undefined) {
      if (idOf(same) !== id) names.set(id, idOf(same));
    } else if (isUsed(id)) missing.push(style);
  }
  const there = new Set([...known, ...missing].map(idOf));
  const added = missing.map((style) => {
    const own = style.children.filter((child) => typeof child !== 'string');
    const isTable = typeOf(style) === 'table';
    return {
      ...style,
      children: own.flatMap((child): XmlElement[] => {
        if (isTable && tableStyle !== undefined) return asTheirs(child, tableStyle);
        if (child.name === 'w:rPr') return [without(child, 'w:rFonts')];
        if (!['w:basedOn', 'w:next', 'w:link'].includes(child.name)) return [child];
        const to = names.get(valueOf(child) ?? '') ?? valueOf(child) ?? '';
        return there.has(to) ? [element(child.name, { 'w:val': to })] : [];
      }),
    };
  });
  return { tree: { ...theirs, children: [...theirs.children, ...added] }, names };
}

/** Our style for tables where the template has one: the same under our name. */
const asTheirs = (child: XmlElement, theirs: string): XmlElement[] => {
  if (child.name === 'w:basedOn') return [element('w:basedOn', { 'w:val': theirs })];
  return /^w:(?:tblStylePr|tblPr|tcPr|trPr|rPr|pPr)$/.test(child.name) ? [] : [child];
};

const without = (one: XmlElement, name: string): XmlElement => ({
  ...one,
  children: one.children.filter((child) => typeof child === 'string' || child.name !== name),
});

/**
 * The id of the style in which tables are to be: of the first table that a template shows, as whoever made it put it
 * there to show how tables look.
 */
export function tableStyleOf(body: XmlElement): string | undefined {
  const table = [...everyElement(body)].find(({ name }) => name === 'w:tbl');
  return valueOf(childOf(childOf(table, 'w:tblPr'), 'w:tblStyle'));
}

/** Lists of ours among those of a template: with numbers that it has not given. */
export function joinedNumbering(theirs: XmlElement, ours: XmlElement): Joined {
  const next = (name: string, id: string): number =>
    Math.max(
      0,
      ...elementsIn(theirs)
        .filter((one) => one.name === name)
        .map(({ attributes }) => Number(attributes.get(id)) || 0),
    ) + 1;
  const firstForm = next('w:abstractNum', 'w:abstractNumId');
  const firstList = next('w:num', 'w:numId');
  const kept = (name: string): XmlElement[] => elementsIn(ours).filter((one) => one.name === name);
  const forms = new Map(
    kept('w:abstractNum').map((one, index) => [
      one.attributes.get('w:abstractNumId') ?? '',
      String(firstForm + index),
    ]),
  );
  const lists = new Map(
    kept('w:num').map((one, index) => [
      one.attributes.get('w:numId') ?? '',
      String(firstList + index),
    ]),
  );
  // Without attributes of later forms of Word, whose prefix the template may not know.
  const ownForms = kept('w:abstractNum').map((one) =>
    element(
      one.name,
      { 'w:abstractNumId': forms.get(one.attributes.get('w:abstractNumId') ?? '') ?? '0' },
      one.children,
    ),
  );
  const ownLists = kept('w:num').map((one) => ({
    ...withAttribute(one, 'w:numId', lists.get(one.attributes.get('w:numId') ?? '')),
    children: elementsIn(one).map((child) =>
      child.name === 'w:abstractNumId'
        ? withAttribute(child, 'w:val', forms.get(valueOf(child) ?? ''))
        : child,
    ),
  }));
  const others = elementsIn(theirs);
  const of = (...names: string[]): XmlElement[] =>
    others.filter(({ name }) => names.includes(name));
  // The order is that of the schema of Office: pictures, forms, lists, and the rest.
  const children = [
    ...of('w:numPicBullet'),
    ...of('w:abstractNum'),
    ...ownForms,
    ...of('w:num'),
    ...ownLists,
    ...of('w:numIdMacAtCleanup'),
  ];
  return { tree: { ...theirs, children }, names: lists };
}

const withAttribute = (one: XmlElement, name: string, value = '0'): XmlElement => ({
  ...one,
  attributes: new Map([...one.attributes, [name, value]]),
});
