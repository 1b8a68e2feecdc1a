import { childOf, element, elementsIn, valueOf, type XmlElement } from './xml-tree.ts';

/** What a section says of its page headings and footers, and of its page. */

/** Kinds of pages: any, the first of a section, and those with even numbers. */
export type PageKind = 'default' | 'first' | 'even';

/** Whether a setting of Word is on: it is where it is named, unless it says otherwise. */
export const isOn = (one: XmlElement | undefined): boolean =>
  one !== undefined && !['0', 'false', 'off'].includes(valueOf(one) ?? 'true');

/**
 * Sections whose pages all have a footer: of what a section does not say, the one before it says it. The first section
 * without a footer of a kind gets one.
 * @param evenToo whether even pages have footers of their own
 * @param own the id by which the document refers to a footer that has nothing of the template
 */
export function withFooters(
  sections: readonly XmlElement[],
  evenToo: boolean,
  own: string,
): XmlElement[] {
  const known = new Set<PageKind>();
  return sections.map((section) => {
    for (const one of elementsIn(section)) {
      if (one.name === 'w:footerReference') known.add(kindOf(one));
    }
    const missing = kindsIn(section, evenToo).filter((kind) => !known.has(kind));
    for (const kind of missing) known.add(kind);
    const references = missing.map((kind) =>
      element('w:footerReference', { 'w:type': kind, 'r:id': own }),
    );
    return references.length === 0
      ? section
      : { ...section, children: [...references, ...section.children] };
  });
}

/** The last section alone, with the page headings and footers that it has from those before it. */
export function standingAlone(sections: readonly XmlElement[]): XmlElement {
  const references = new Map<string, XmlElement>();
  for (const section of sections) {
    for (const one of elementsIn(section)) {
      if (/^w:(?:header|footer)Reference$/.test(one.name))
        references.set(`${one.name} ${kindOf(one)}`, one);
    }
  }
  const last = sections.at(-1) ?? element('w:sectPr');
  const rest = elementsIn(last).filter(({ name }) => !name.endsWith('Reference'));
  return { ...last, children: [...references.values(), ...rest] };
}

const kindOf = ({ attributes }: XmlElement): PageKind => {
  const type = attributes.get('w:type');
  return type === 'first' || type === 'even' ? type : 'default';
};

const kindsIn = (section: XmlElement, evenToo: boolean): PageKind[] => [
  'default',
  ...(isOn(childOf(section, 'w:titlePg')) ? (['first'] as const) : []),
  ...(evenToo ? (['even'] as const) : []),
];

/** A4 lying on its side would be other figures; these are Word’s own where a section names none. */
const usual = { width: 12_240, side: 1440, columns: 720 };
/** Narrower than this, nothing of a paper can be read. */
const narrowest = 2880;

/** How wide the text of a section is, in twentieths of a point. */
export function widthOf(section: XmlElement | undefined): number {
  const number = (child: string, name: string, otherwise: number): number => {
    const written = childOf(section, child)?.attributes.get(name);
    const value = written === undefined ? Number.NaN : Number(written);
    return Number.isFinite(value) ? value : otherwise;
  };
  const across =
    number('w:pgSz', 'w:w', usual.width) -
    number('w:pgMar', 'w:left', usual.side) -
    number('w:pgMar', 'w:right', usual.side) -
    number('w:pgMar', 'w:gutter', 0);
  const columns = Math.min(8, Math.max(1, number('w:cols', 'w:num', 1)));
  const between = number('w:cols', 'w:space', usual.columns) * (columns - 1);
  return Math.max(narrowest, Math.floor((across - between) / columns));
}
