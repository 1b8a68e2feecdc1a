import type { XmlElement } from './xml-tree.ts';

/** What a part refers to, by ids of our own. */
export interface TakenRelation {
  readonly kind: string;
  readonly path: string;
}

const relationsNamespace = 'http://schemas.openxmlformats.org/package/2006/relationships';
const typeOf = (kind: string): string =>
  `http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}`;

/** The element that says what a part refers to. */
export const relationElement = (id: string, kind: string, path: string): XmlElement => ({
  name: 'Relationship',
  attributes: new Map([
    ['Id', id],
    ['Type', typeOf(kind)],
    ['Target', `/${path}`],
  ]),
  children: [],
});

/** The part that says what another refers to. */
export const relationsPart = (relations: ReadonlyMap<string, TakenRelation>): XmlElement => ({
  name: 'Relationships',
  attributes: new Map([['xmlns', relationsNamespace]]),
  children: [...relations].map(([id, { kind, path }]) => relationElement(id, kind, path)),
});
