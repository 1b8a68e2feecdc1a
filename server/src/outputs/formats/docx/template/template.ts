import type { Refusal } from '../../../../imports/cells.ts';
import { showsPage } from './fields.ts';
import { tableStyleOf } from './joined.ts';
import { marked, sectionOfPaper, sectionsOf } from './place.ts';
import { isOn, widthOf, withFooters } from './sections.ts';
import { onlyOnes, type OnlyKind } from './kinds.ts';
import type { TakenRelation } from './relations.ts';
import { Taker, type TakenPart } from './taken.ts';
import { damaged, TemplateFile } from './template-file.ts';
import { changed, childOf, everyElement, isElement, type XmlElement } from './xml-tree.ts';

/** A trust’s own template, read once and used for every paper. */
export interface Template {
  /** The document with a mark where the paper is to stand. */
  readonly document: XmlElement;
  /** What the document refers to by an id. */
  readonly relations: ReadonlyMap<string, TakenRelation>;
  /** All other parts by their paths. */
  readonly parts: ReadonlyMap<string, TakenPart>;
  /** The paths of its footers. */
  readonly footers: ReadonlySet<string>;
  /** Whether the template numbers its pages itself. */
  readonly numbersPages: boolean;
  /** How wide the text is where the paper stands, in twentieths of a point. */
  readonly width: number;
  /** The id of the style of the first table that it shows. */
  readonly tableStyle: string | undefined;
}

/** The id by which a document refers to a footer that has nothing of the template. */
export const ownFooterId = 'rIdMustdoFooter';

/**
 * Reads a template of Word. Nothing outside it is looked at, and what could fetch something or start a program is refused.
 * @returns the template, or in words why it cannot be one
 */
export async function readTemplate(bytes: Uint8Array): Promise<Template | Refusal> {
  const file = await TemplateFile.open(bytes);
  if ('wrong' in file) return file;
  const path = await file.main();
  if (typeof path !== 'string') return path;
  const root = await file.tree(path);
  if ('wrong' in root) return root;
  const body = childOf(root, 'w:body');
  if (root.name !== 'w:document' || body === undefined) return damaged;
  const withMark = marked(root, body);
  if ('wrong' in withMark) return withMark;

  const taker = new Taker(file);
  const main = await taker.taken(withMark, path);
  if ('wrong' in main) return main;
  const wrong = await takeOnlyOnes(file, path, taker);
  if (wrong !== undefined) return wrong;
  const document = documentOf(main.tree, taker);
  if (document === undefined) return damaged;
  const parts = taker.parts;
  return {
    document,
    relations: main.relations,
    parts,
    footers: new Set(
      [...parts.values()].flatMap((part) => (isOf('footer', part) ? [part.path] : [])),
    ),
    numbersPages: [...parts.values()].some(
      (part) =>
        (isOf('footer', part) || isOf('header', part)) &&
        !(part.content instanceof Uint8Array) &&
        showsPage(part.content),
    ),
    width: widthOf(sectionOfPaper(document)),
    tableStyle: tableStyleOf(body),
  };
}

const isOf = (kind: string, { type }: TakenPart): boolean => type.endsWith(`.${kind}+xml`);

/** Takes over styles, theme, lists and the like: of each kind the one that the document names. */
async function takeOnlyOnes(
  file: TemplateFile,
  path: string,
  taker: Taker,
): Promise<Refusal | undefined> {
  const relations = await file.relations(path);
  if ('wrong' in relations) return relations;
  for (const kind of Object.keys(onlyOnes) as OnlyKind[]) {
    const part = await taker.only(kind, relations);
    if (part !== undefined && 'wrong' in part) return part;
  }
  return undefined;
}

/** Prefixes that drawings of a paper have. */
const drawings = {
  'xmlns:wp': 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
};

/** The document with a footer on each page; undefined where it gives other meanings to the prefixes of a paper. */
function documentOf(main: XmlElement, { parts }: Taker): XmlElement | undefined {
  const settings = parts.get(onlyOnes.settings.path)?.content;
  const evenToo =
    settings !== undefined &&
    !(settings instanceof Uint8Array) &&
    isOn(childOf(settings, 'w:evenAndOddHeaders'));
  const sections = withFooters(sectionsOf(main), evenToo, ownFooterId);
  let nth = 0;
  const document = changed(main, (one) => (one.name === 'w:sectPr' ? sections[nth++] : one));
  if (document === undefined || !isElement(document)) return undefined;
  const attributes = new Map(document.attributes);
  for (const [prefix, meaning] of Object.entries(drawings)) {
    if ((attributes.get(prefix) ?? meaning) !== meaning) return undefined;
    attributes.set(prefix, meaning);
  }
  return { ...document, attributes };
}

/** Whether the template has pages without a footer of its own. */
export const needsOwnFooter = ({ document }: Template): boolean =>
  [...everyElement(document)].some(
    ({ name, attributes }) =>
      name === 'w:footerReference' && attributes.get('r:id') === ownFooterId,
  );
