import { partOfText, textOfPart, type Parts } from '../../office/zip.ts';
import { joinedNumbering, joinedStyles } from './joined.ts';
import { paperMark } from './place.ts';
import { onlyOnes, type OnlyOne } from './kinds.ts';
import { relationElement, relationsPart } from './relations.ts';
import { contentOf } from './taken.ts';
import { needsOwnFooter, ownFooterId, type Template } from './template.ts';
import { element, elementsIn, partOf, treeOf, xmlOf, type XmlElement } from './xml-tree.ts';

const documentPath = 'word/document.xml';
const documentRelations = 'word/_rels/document.xml.rels';
const footerPath = 'word/footer1.xml';
const typesPath = '[Content_Types].xml';

interface InTemplate {
  readonly parts: Parts;
  /** Our text with styles and lists as the template calls them: for what is put into the document later. */
  readonly restyled: (text: string) => string;
}

/**
 * A paper in a trust’s template: its text where that has room for it, its drawings, and what each page has to say below
 * the template’s own footers. The paper’s parts are ours, so they are read without doubt.
 * @param ours the parts of the paper as a document of its own
 */
export function intoTemplate(ours: Parts, template: Template): InTemplate {
  const result: Record<string, Uint8Array> = { ...ours };
  for (const { path } of Object.values(onlyOnes)) {
    if (template.parts.has(path)) result[relationsOf(path)] = noRelations;
  }
  for (const part of template.parts.values()) {
    const content = contentOf(part);
    result[part.path] = typeof content === 'string' ? partOfText(content) : content;
  }
  const styles = stylesIn(ours, template);
  const lists = numberingIn(ours, template);
  result[onlyOnes.styles.path] = partOfText(partOf(styles.tree));
  result[onlyOnes.numbering.path] = partOfText(partOf(lists.tree));
  const footer = betweenTags(textOf(ours, footerPath), '<w:p>', '</w:ftr>');
  for (const path of template.footers) {
    const text = textOfPart(result[path] ?? new Uint8Array());
    result[path] = partOfText(withLast(text, 'w:ftr', footer));
  }
  const restyled = (text: string): string =>
    renamed(text, [
      ['w:pStyle', styles.names],
      ['w:numId', lists.names],
    ]);
  const body = restyled(betweenTags(textOf(ours, documentPath), '<w:body>', '<w:sectPr'));
  const [before = '', after = ''] = partOf(template.document).split(xmlOf(paperMark));
  result[documentPath] = partOfText(before + body + after);
  result[documentRelations] = partOfText(partOf(relationsIn(ours, template)));
  result[typesPath] = partOfText(partOf(typesIn(ours, template)));
  return { parts: result, restyled };
}

const noRelations = partOfText(partOf(relationsPart(new Map())));

const textOf = (parts: Parts, path: string): string => textOfPart(parts[path] ?? new Uint8Array());

/** A part of ours, which is well formed because we have just written it. */
const ownTree = (parts: Parts, path: string): XmlElement =>
  treeOf(textOf(parts, path)) ?? element('none');

const relationsOf = (path: string): string => path.replace(/([^/]+)$/, '_rels/$1.rels');

/** What stands from the first such tag, itself included where it is a paragraph, to the last one of the other. */
function betweenTags(text: string, begin: string, end: string): string {
  const from = text.indexOf(begin) + (begin === '<w:p>' ? 0 : begin.length);
  return text.slice(from, text.lastIndexOf(end));
}

/** A part with something more as the last thing in its root. */
const withLast = (text: string, root: string, more: string): string =>
  text.endsWith('/>')
    ? `${text.slice(0, -2)}>${more}</${root}>`
    : `${text.slice(0, -`</${root}>`.length)}${more}</${root}>`;

function stylesIn(ours: Parts, { parts, tableStyle }: Template) {
  const theirs = parts.get(onlyOnes.styles.path)?.content;
  const own = ownTree(ours, onlyOnes.styles.path);
  return theirs === undefined || theirs instanceof Uint8Array
    ? { tree: own, names: new Map<string, string>() }
    : joinedStyles(theirs, own, tableStyle);
}

function numberingIn(ours: Parts, { parts }: Template) {
  const theirs = parts.get(onlyOnes.numbering.path)?.content;
  const own = ownTree(ours, onlyOnes.numbering.path);
  return theirs === undefined || theirs instanceof Uint8Array
    ? { tree: own, names: new Map<string, string>() }
    : joinedNumbering(theirs, own);
}

/** Our text with styles and lists as the template calls them. */
function renamed(
  text: string,
  changes: readonly (readonly [string, ReadonlyMap<string, string>])[],
): string {
  return changes
    .filter(([, names]) => names.size > 0)
    .reduce(
      (now, [tag, names]) =>
        now.replaceAll(new RegExp(`<${tag} w:val="([^"]*)"/>`, 'g'), (whole, name: string) =>
          names.has(name) ? `<${tag} w:val="${names.get(name) ?? name}"/>` : whole,
        ),
      text,
    );
}

/** What the document refers to: the template’s parts, ours where it has none of the kind, and our drawings. */
function relationsIn(ours: Parts, template: Template): XmlElement {
  const own = ownTree(ours, documentRelations);
  const all = [
    ...[...template.relations].map(([id, { kind, path }]) => relationElement(id, kind, path)),
    ...Object.entries<OnlyOne>(onlyOnes).map(([kind, { path }]) =>
      relationElement(`rIdMustdo-${kind}`, kind, path),
    ),
    ...(needsOwnFooter(template) ? [relationElement(ownFooterId, 'footer', footerPath)] : []),
    ...elementsIn(own).filter(({ attributes }) => attributes.get('Type')?.endsWith('/chart')),
  ];
  return { ...own, children: all };
}

/** What each part is: ours, and those of the template. */
function typesIn(ours: Parts, { parts }: Template): XmlElement {
  const own = ownTree(ours, typesPath);
  const taken = [...parts.values()].filter(({ type }) => type !== '');
  const known = new Set(taken.map(({ path }) => `/${path}`));
  return {
    ...own,
    children: [
      ...elementsIn(own).filter(({ attributes }) => !known.has(attributes.get('PartName') ?? '')),
      ...taken.map(({ path, type }) =>
        element('Override', { PartName: `/${path}`, ContentType: type }),
      ),
    ],
  };
}
