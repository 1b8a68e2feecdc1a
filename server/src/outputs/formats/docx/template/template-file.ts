import type { Refusal } from '../../../../imports/cells.ts';
import { megabytes } from '../../../../imports/limits.ts';
import { Packed } from '../../../../imports/readers/packed.ts';
import { templateLimits } from './limits.ts';
import { elementsIn, everyElement, treeOf, type XmlElement } from './xml-tree.ts';

export const damaged: Refusal = { wrong: 'is damaged: open it in Word and save it again' };
const noWord: Refusal = { wrong: 'is no Word document (.docx) or template (.dotx)' };
const macros: Refusal = {
  wrong: 'has macros: save it as a Word template without them (.dotx), or as a document (.docx)',
};

/** What a part refers to by an id. */
export interface Relation {
  /** The last word of its type: `header`, `image`. */
  readonly kind: string;
  /** The path of the part in the file, or as it is written where that lies elsewhere. */
  readonly target: string;
  readonly isElsewhere: boolean;
}

export type Relations = ReadonlyMap<string, Relation>;

/** A template as a file: its parts, and what they refer to. Nothing outside it is ever looked at. */
export class TemplateFile {
  readonly #zip: Packed;
  #text = 0;

  private constructor(zip: Packed) {
    this.#zip = zip;
  }

  /** Opens a file; refused is what is not a Word document, what is too big, and whatever has macros. */
  static async open(bytes: Uint8Array): Promise<TemplateFile | Refusal> {
    if (bytes.length > templateLimits.file) {
      return {
        wrong: `is larger than ${megabytes(templateLimits.file)}, the most that is read of a template`,
      };
    }
    if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return isOld(bytes) ? old : noWord;
    const zip = Packed.open(bytes, templateLimits.unpacked);
    if ('wrong' in zip) return zip;
    if (zip.names.some(leadsOut)) return damaged;
    if (zip.names.some((name) => /vba(?:Project|Data)/i.test(name))) return macros;
    const types = await zip.text('[Content_Types].xml');
    if (typeof types !== 'string') return types;
    return /macroEnabled|vbaProject/i.test(types) ? macros : new TemplateFile(zip);
  }

  /** The path of the document itself. */
  async main(): Promise<string | Refusal> {
    const relations = await this.relations('');
    if ('wrong' in relations) return relations;
    const main = [...relations.values()].find(({ kind }) => kind === 'officeDocument');
    if (main === undefined || main.isElsewhere || !this.#zip.has(main.target)) return noWord;
    return main.target;
  }

  /** A part of XML. */
  async tree(path: string): Promise<XmlElement | Refusal> {
    const text = await this.#zip.text(path);
    if (typeof text !== 'string') return text;
    this.#text += text.length;
    if (this.#text > templateLimits.text) {
      return { wrong: `holds more text than a template has: ${megabytes(templateLimits.text)}` };
    }
    const tree = treeOf(text.replace(/^\ufeff/, ''));
    return tree === undefined ? damaged : (unusual(tree) ?? tree);
  }

  async bytes(path: string): Promise<Uint8Array | Refusal> {
    return (await this.#zip.bytes(path)) ?? damaged;
  }

  /** What a part refers to, by the ids that it has for that; of the file itself where the path is empty. */
  async relations(path: string): Promise<Relations | Refusal> {
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    const own = `${folder}_rels/${path.slice(folder.length)}.rels`;
    const relations = new Map<string, Relation>();
    if (!this.#zip.has(own)) return relations;
    const tree = await this.tree(own);
    if ('wrong' in tree) return tree;
    for (const { attributes } of elementsIn(tree)) {
      const [id, type, target] = ['Id', 'Type', 'Target'].map((name) => attributes.get(name));
      if (id === undefined || type === undefined || target === undefined) return damaged;
      const isElsewhere = attributes.get('TargetMode') === 'External';
      const resolved = isElsewhere ? target : pathOf(folder, target);
      if (resolved === undefined) return damaged;
      const kind = type.slice(type.lastIndexOf('/') + 1);
      relations.set(id, { kind, target: resolved, isElsewhere });
    }
    return relations;
  }
}

const transitional = 'http://schemas.openxmlformats.org/';
/** Namespaces that are looked for by their prefixes: those that Word and LibreOffice give them. */
const prefixes: ReadonlyMap<string, string> = new Map([
  ['xmlns:r', `${transitional}officeDocument/2006/relationships`],
  ['xmlns:w', `${transitional}wordprocessingml/2006/main`],
]);
const strict: Refusal = {
  wrong: 'is in the form “Strict Open XML”, which is not read: save it as “Word Document (.docx)”',
};

/** Why a part cannot be read by the usual prefixes. */
function unusual(tree: XmlElement): Refusal | undefined {
  const expected = new Map([...prefixes].map(([prefix, uri]) => [uri, prefix]));
  for (const { attributes } of everyElement(tree)) {
    for (const [name, value] of attributes) {
      if (!name.startsWith('xmlns')) continue;
      if (value.startsWith('http://purl.oclc.org/ooxml/')) return strict;
      if ((prefixes.get(name) ?? value) !== value) return damaged;
      if ((expected.get(value) ?? name) !== name) return damaged;
    }
  }
  return undefined;
}

const isOld = (bytes: Uint8Array): boolean => bytes[0] === 0xd0 && bytes[1] === 0xcf;
const old: Refusal = {
  wrong:
    'has a password, or is of before 2007 (.doc, .dot): save it without one, as .docx or .dotx',
};

/** Whether a name in a packed file would lead out of the folder that it is unpacked into. */
const leadsOut = (name: string): boolean =>
  /^[\\/]|^[A-Za-z]:/.test(name) || name.split(/[\\/]/).includes('..');

/** The path that a target names, seen from a folder; undefined where it leads out of the file. */
function pathOf(folder: string, target: string): string | undefined {
  if (target.includes(':')) return undefined;
  const parts = target.startsWith('/') ? [] : folder.split('/').filter((part) => part !== '');
  for (const part of target.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return undefined;
    } else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}
