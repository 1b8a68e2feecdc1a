import type { Refusal } from '../../../../imports/cells.ts';
import { oneLine } from '../../../flags/plain.ts';
import { hasFetchingField } from './fields.ts';
import { inWords, onlyOnes, pictures, referred, type OnlyKind } from './kinds.ts';
import { hasPlaceholder, misplaced } from './place.ts';
import { relationsPart, type TakenRelation } from './relations.ts';
import { damaged, type Relation, type Relations, type TemplateFile } from './template-file.ts';
import {
  changed,
  elementsIn,
  everyElement,
  isElement,
  partOf,
  type XmlElement,
} from './xml-tree.ts';

/** A part of a template as it goes into a paper. */
export interface TakenPart {
  readonly path: string;
  /** As `[Content_Types].xml` names it. */
  readonly type: string;
  readonly content: XmlElement | Uint8Array;
}

/** A part with ids of our own, and what it refers to by them. */
export interface Taken {
  readonly tree: XmlElement;
  readonly relations: ReadonlyMap<string, TakenRelation>;
}

/** Elements that only mean something together with parts that are not taken over. */
const leftOut = new Set([
  'w:commentRangeStart',
  'w:commentRangeEnd',
  'w:commentReference',
  'w:embedRegular',
  'w:embedBold',
  'w:embedItalic',
  'w:embedBoldItalic',
  // How a section was before somebody changed it: it is no section.
  'w:sectPrChange',
]);

/** What is kept of a template’s settings; others speak of the machine it was made on, of its history, or of other files. */
const keptSettings = new Set([
  ...['mirrorMargins', 'gutterAtTop', 'bordersDoNotSurroundHeader', 'bordersDoNotSurroundFooter'],
  ...['displayBackgroundShape', 'defaultTabStop', 'autoHyphenation', 'consecutiveHyphenLimit'],
  ...['hyphenationZone', 'doNotHyphenateCaps', 'evenAndOddHeaders', 'characterSpacingControl'],
  ...['footnotePr', 'endnotePr', 'compat', 'themeFontLang', 'clrSchemeMapping'],
  ...['decimalSymbol', 'listSeparator'],
]);

const withKeptSettings = (settings: XmlElement): XmlElement => ({
  ...settings,
  children: elementsIn(settings).filter(({ name }) => keptSettings.has(name.replace('w:', ''))),
});

/** Elements that are a link and no more; without its address the words of one remain. */
const links = new Set(['a:hlinkClick', 'a:hlinkHover', 'a:hlinkMouseOver']);

/** Takes parts of a template over, each once, with what they refer to. */
export class Taker {
  readonly #file: TemplateFile;
  readonly parts = new Map<string, TakenPart>();
  /** The parts that were taken over, by where they stand in the template. */
  readonly #known = new Map<string, string>();
  #drawings = 0;

  constructor(file: TemplateFile) {
    this.#file = file;
  }

  /** Takes the part over that a relation of the document itself names, if it does. */
  async only(kind: OnlyKind, relations: Relations): Promise<XmlElement | Refusal | undefined> {
    const place = onlyOnes[kind];
    const relation = [...relations.values()].find((one) => one.kind === kind && !one.isElsewhere);
    if (relation === undefined) return undefined;
    const tree = await this.#file.tree(relation.target);
    if ('wrong' in tree) return tree;
    const kept = kind === 'settings' ? withKeptSettings(tree) : tree;
    return this.add(place.path, place.type, kept, relation.target);
  }

  /**
   * Puts a tree at a path, with what it refers to.
   * @param from where it stands in the template
   */
  async add(
    path: string,
    type: string,
    tree: XmlElement,
    from: string,
  ): Promise<XmlElement | Refusal> {
    const taken = await this.taken(tree, from);
    if ('wrong' in taken) return taken;
    this.parts.set(path, { path, type, content: taken.tree });
    this.relate(path, taken.relations);
    return taken.tree;
  }

  /** A tree without what cannot be taken over, and with all that it refers to. */
  async taken(tree: XmlElement, from: string): Promise<Taken | Refusal> {
    if (hasFetchingField(tree)) {
      return {
        wrong:
          'has a field that fetches something from elsewhere, such as INCLUDEPICTURE: put in what it shows',
      };
    }
    const relations = await this.#file.relations(from);
    if ('wrong' in relations) return relations;
    const clean = changed(tree, (one) => this.#cleaned(one, relations));
    if (clean === undefined || !isElement(clean)) return damaged;
    const own = new Map<string, TakenRelation>();
    const ids = new Map<string, string>();
    for (const id of idsIn(clean)) {
      const relation = relations.get(id);
      if (relation === undefined) return damaged;
      const path = await this.#follow(relation);
      if (typeof path !== 'string') return path;
      ids.set(id, `rIdTemplate${String(ids.size + 1)}`);
      own.set(ids.get(id) ?? '', { kind: relation.kind, path });
    }
    const renamed = changed(clean, (one) => withIds(one, ids));
    return renamed === undefined || !isElement(renamed)
      ? damaged
      : { tree: renamed, relations: own };
  }

  /** The path at which what a relation names is taken over. */
  async #follow({ kind, target, isElsewhere }: Relation): Promise<string | Refusal> {
    if (isElsewhere) {
      const where = oneLine(target).slice(0, 120);
      return {
        wrong: `shows something that is kept elsewhere (${where}): put it into the template itself`,
      };
    }
    const known = this.#known.get(target);
    if (known !== undefined) return known;
    const ending = target.slice(target.lastIndexOf('.') + 1).toLowerCase();
    const type = kind === 'image' ? pictures[ending] : referred[kind];
    if (type === undefined) {
      const what =
        inWords[kind] ?? (kind === 'image' ? `a picture of the kind .${ending}` : `a ${kind}`);
      return {
        wrong: `holds ${oneLine(what)}, which a paper cannot take over: take it out of the template`,
      };
    }
    const number = String(this.#known.size + 1);
    const path =
      kind === 'image' ? `word/media/template${number}.${ending}` : `word/template${number}.xml`;
    this.#known.set(target, path);
    const wrong =
      kind === 'image'
        ? await this.#picture(path, type, target)
        : await this.#text(path, type, target);
    return wrong ?? path;
  }

  async #picture(path: string, type: string, target: string): Promise<Refusal | undefined> {
    const content = await this.#file.bytes(target);
    if ('wrong' in content) return content;
    this.parts.set(path, { path, type, content });
    return undefined;
  }

  async #text(path: string, type: string, target: string): Promise<Refusal | undefined> {
    const tree = await this.#file.tree(target);
    if ('wrong' in tree) return tree;
    if (hasPlaceholder(tree)) return misplaced;
    const added = await this.add(path, type, tree, target);
    return 'wrong' in added ? added : undefined;
  }

  /** Writes what a part refers to beside it. */
  relate(path: string, relations: ReadonlyMap<string, TakenRelation>): void {
    if (relations.size === 0) return;
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    const own = `${folder}_rels/${path.slice(folder.length)}.rels`;
    this.parts.set(own, { path: own, type: '', content: relationsPart(relations) });
  }

  /** An element that can stand without anything outside the template; nothing where it cannot. */
  #cleaned(one: XmlElement, relations: Relations): XmlElement | undefined {
    if (leftOut.has(one.name)) return undefined;
    // Other forms of a picture, and effects on it, for programs that know them.
    if (one.name === 'a:ext' && idsIn(one).length > 0) return undefined;
    const attributes = new Map(one.attributes);
    for (const [name, value] of one.attributes) {
      if (!isReference(name)) {
        if (/^(?:o:)?(?:href|src)$/.test(name)) attributes.delete(name);
        continue;
      }
      if (relations.get(value)?.isElsewhere !== true) continue;
      if (links.has(one.name)) return undefined;
      const isLink = one.name === 'w:hyperlink' || name === 'r:href';
      if (isLink || (name === 'r:link' && one.attributes.has('r:embed'))) attributes.delete(name);
    }
    if (one.name === 'wp:docPr') attributes.set('id', this.#nextDrawing());
    return { ...one, attributes };
  }

  /** Drawings of a template are counted apart from those of the paper. */
  #nextDrawing(): string {
    this.#drawings += 1;
    return String(1_000_000 + this.#drawings);
  }
}

const isReference = (name: string): boolean => name.startsWith('r:');

const idsIn = (tree: XmlElement): string[] => [
  ...new Set(
    [...everyElement(tree)].flatMap(({ attributes }) =>
      [...attributes].flatMap(([name, value]) =>
        isReference(name) && value !== '' ? [value] : [],
      ),
    ),
  ),
];

function withIds(one: XmlElement, ids: ReadonlyMap<string, string>): XmlElement {
  if (![...one.attributes.keys()].some(isReference)) return one;
  const attributes = [...one.attributes].map(([name, value]): [string, string] => [
    name,
    isReference(name) ? (ids.get(value) ?? value) : value,
  ]);
  return { ...one, attributes: new Map(attributes) };
}

/** A part as it is written. */
export const contentOf = ({ content }: TakenPart): Uint8Array | string =>
  content instanceof Uint8Array ? content : partOf(content);
