import { SemanticTokenModifiers, SemanticTokenTypes } from 'vscode-languageserver-types';
import type { Kind } from '../language/keywords/index.ts';
import type { SlotKind } from '../language/slots.ts';

/** What a token of a plan is, in the words that LSP has for it. */
export interface Role {
  readonly type: SemanticTokenTypes;
  readonly modifiers: readonly SemanticTokenModifiers[];
}

const role = (type: SemanticTokenTypes, ...modifiers: SemanticTokenModifiers[]): Role => ({
  type,
  modifiers,
});

/** Ids, by the kind of thing they name. */
const kindTypes: Readonly<Record<Kind, SemanticTokenTypes>> = {
  plan: SemanticTokenTypes.namespace,
  trust: SemanticTokenTypes.namespace,
  directorate: SemanticTokenTypes.namespace,
  service: SemanticTokenTypes.namespace,
  committee: SemanticTokenTypes.interface,
  sro: SemanticTokenTypes.class,
  risk: SemanticTokenTypes.event,
  scale: SemanticTokenTypes.enum,
  term: SemanticTokenTypes.enumMember,
  source: SemanticTokenTypes.struct,
  requirement: SemanticTokenTypes.type,
  action: SemanticTokenTypes.function,
  indicator: SemanticTokenTypes.variable,
  ratings: SemanticTokenTypes.struct,
  meeting: SemanticTokenTypes.event,
};

/** Bare words, by the slot that reads them; references go by what they name. */
const slotTypes: Readonly<Record<SlotKind, SemanticTokenTypes>> = {
  text: SemanticTokenTypes.enumMember,
  id: SemanticTokenTypes.variable,
  ids: SemanticTokenTypes.variable,
  word: SemanticTokenTypes.enumMember,
  term: SemanticTokenTypes.enumMember,
  level: SemanticTokenTypes.enumMember,
  reference: SemanticTokenTypes.variable,
  references: SemanticTokenTypes.variable,
  date: SemanticTokenTypes.number,
  period: SemanticTokenTypes.number,
  figure: SemanticTokenTypes.number,
  regulations: SemanticTokenTypes.number,
};

export const roles = {
  block: role(SemanticTokenTypes.keyword),
  property: role(SemanticTokenTypes.property),
  /** A qualifier, or `given`, `inferred` and `not-in-plan`. */
  qualifier: role(SemanticTokenTypes.modifier),
  missing: role(SemanticTokenTypes.keyword, SemanticTokenModifiers.readonly),
  levelDeclared: role(SemanticTokenTypes.enumMember, SemanticTokenModifiers.declaration),
  /** A body that Mustdo knows, or the trust itself. */
  known: role(SemanticTokenTypes.variable, SemanticTokenModifiers.defaultLibrary),
  word: role(SemanticTokenTypes.enumMember),
  number: role(SemanticTokenTypes.number),
  text: role(SemanticTokenTypes.string),
  comment: role(SemanticTokenTypes.comment),
} as const satisfies Record<string, Role>;

const declarations = new Map(
  (Object.keys(kindTypes) as Kind[]).map((kind) => [
    kind,
    role(kindTypes[kind], SemanticTokenModifiers.declaration),
  ]),
);

/** An id where it is declared. */
export const declared = (kind: Kind): Role => declarations.get(kind) ?? roles.word;

const ofKinds = new Map<string, Role>(
  Object.entries(kindTypes).map(([kind, type]) => [kind, role(type)]),
);

/** An id of one kind of thing; where a slot takes several, the text alone does not say which. */
export const named = (of: readonly string[]): Role =>
  (of.length === 1 ? ofKinds.get(of[0] ?? '') : undefined) ?? inSlot('reference');

const ofSlots = new Map(
  (Object.keys(slotTypes) as SlotKind[]).map((kind) => [kind, role(slotTypes[kind])]),
);

export const inSlot = (kind: SlotKind): Role => ofSlots.get(kind) ?? roles.word;

/** The types and modifiers that tokens can have, as the server declares them. */
export const legend: { readonly tokenTypes: string[]; readonly tokenModifiers: string[] } = {
  tokenTypes: [
    ...new Set([
      ...Object.values(roles).map(({ type }) => type),
      ...Object.values(kindTypes),
      ...Object.values(slotTypes),
    ]),
  ],
  tokenModifiers: [
    SemanticTokenModifiers.declaration,
    SemanticTokenModifiers.readonly,
    SemanticTokenModifiers.defaultLibrary,
  ],
};

const numbers = new Map<Role, { readonly type: number; readonly modifiers: number }>(
  [...Object.values(roles), ...declarations.values(), ...ofKinds.values(), ...ofSlots.values()].map(
    (one) => [
      one,
      {
        type: legend.tokenTypes.indexOf(one.type),
        modifiers: one.modifiers.reduce(
          (bits, modifier) => bits | (1 << legend.tokenModifiers.indexOf(modifier)),
          0,
        ),
      },
    ],
  ),
);

/** A role as LSP sends it: the index of its type, and a bit for each modifier. */
export const encoded = (one: Role): { readonly type: number; readonly modifiers: number } =>
  numbers.get(one) ?? { type: 0, modifiers: 0 };
