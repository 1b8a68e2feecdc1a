import type { Position, Range, WorkspaceEdit } from 'vscode-languageserver-types';
import { blocks, type BlockSpec, type Kind } from '../language/keywords/index.ts';
import { isMissingWord, wordPattern } from '../language/shapes.ts';
import type { Slot } from '../language/slots.ts';
import type { Edit } from '../plan/flag.ts';
import type { Entity, Plan } from '../plan/plan.ts';
import { bodies } from '../plan/vocabularies.ts';
import type { Ask } from './ask.ts';
import { findAt, wordsIn, type Found, type Part } from './find.ts';
import { rangeOf, workspaceEdit } from './places.ts';
import { scaleMeanings } from './scale-meanings.ts';
import { occurrencesOf, thingsAt, type Occurrence, type Thing } from './things.ts';
import { markDocs, isIn } from './wording.ts';

/** Why something cannot be renamed, or not to that, in words for people. */
export class CannotRename extends Error {
  override readonly name = 'CannotRename';
}

/**
 * What would be renamed at a position, and what it is called now.
 * @throws CannotRename where nothing can be
 */
export function prepareRename(ask: Ask, position: Position): { range: Range; placeholder: string } {
  const { found, thing, part } = renamable(ask, position);
  const id = part.type === 'value' ? wordsIn(found.unit, part.span)[1] : undefined;
  return { range: rangeOf(found.unit, id?.span ?? part.span), placeholder: nameOfThing(thing) };
}

/**
 * Gives an item or a word of a scale another name, in every file. A requirement's id stands with its
 * source wherever it would otherwise be taken for another.
 * @throws CannotRename where nothing can be renamed, or not to that name
 */
export function rename(ask: Ask, position: Position, newName: string): WorkspaceEdit {
  const { plan } = ask;
  const { thing } = renamable(ask, position);
  const name = newName.trim();
  if (name === nameOfThing(thing)) return { changes: {} };
  refuseWord(name);
  if (thing.type === 'level') refuseLevel(plan, thing, name);
  else refuseId(plan, thing.entity, name);
  const twins = thing.type === 'item' ? twinsOf(plan, thing.entity, name) : [];
  const prefix =
    thing.type === 'item' && twins.length > 0 ? `${thing.entity.parent?.id ?? ''}:` : '';
  const edits = clearOccurrences(plan, thing).map((occurrence) => ({
    ...occurrence,
    text: withPrefix(occurrence, prefix) + name,
  }));
  return workspaceEdit(ask, [...edits, ...prefixesFor(plan, twins)]);
}

const nameOfThing = (thing: Thing): string =>
  thing.type === 'level' ? thing.word : thing.entity.id;

const withPrefix = ({ by, reference }: Occurrence, prefix: string): string =>
  by === 'id' && reference !== undefined && reference.source === undefined ? prefix : '';

function renamable(ask: Ask, position: Position): { found: Found; thing: Thing; part: Part } {
  const found = findAt(ask.plan, ask.file, position);
  const part = found?.part;
  if (found === undefined || part === undefined) {
    throw new CannotRename('Nothing here has a name; put the cursor on an id.');
  }
  if (part.type === 'reference' && part.name === 'name') {
    throw new CannotRename(
      'A name in quotation marks is text. Put the cursor on an id to rename it.',
    );
  }
  const [thing, other] = thingsAt(ask.plan, found);
  if (thing === undefined) throw new CannotRename(whyNot(ask.plan, found, part));
  if (other !== undefined) {
    throw new CannotRename('It is not clear which of several things this names; say which first.');
  }
  refuseKnown(ask.plan, thing);
  return { found, thing, part };
}

function whyNot(plan: Plan, { unit }: Found, part: Part): string {
  const written = unit.text.slice(part.span.start, part.span.end);
  switch (part.type) {
    case 'missing':
      return `“${written}” says that a value is missing; it is no name.`;
    case 'block':
    case 'property':
    case 'qualifier':
    case 'mark':
      return `“${written}” is a word of the language; only ids and words of scales can be renamed.`;
    case 'regulation':
      return 'The numbers of regulations are the law’s.';
    case 'reference': {
      const { state } = plan.resolve(part.reference);
      if (state === 'body')
        return `${written} is a body that Mustdo knows; its name is not the plan’s.`;
      return state === 'outside'
        ? `${written} has no block in this plan, so there is nothing to rename.`
        : `Nothing in the plan declares ${written}, so there is nothing to rename.`;
    }
    default:
      return 'Only ids and words of scales can be renamed.';
  }
}

/** Names that the language itself gives: the scales, and words that mean themselves. */
function refuseKnown(plan: Plan, thing: Thing): void {
  if (thing.type === 'item') {
    const { kind, id } = thing.entity;
    if (kind !== 'scale' || !scaleMeanings.has(id)) return;
    throw new CannotRename(`The scales are called ${[...scaleMeanings.keys()].join(', ')}.`);
  }
  const scales = plan.withId('scale', thing.scale);
  if (scales.some(({ item }) => item.levels.some(({ keyword }) => keyword === thing.word))) return;
  throw new CannotRename(`No scale ${thing.scale} declares “${thing.word}”.`);
}

const isWord = new RegExp(`^(?:${wordPattern})$`, 'u');

function refuseWord(name: string): void {
  if (isMissingWord(name)) {
    throw new CannotRename(`“${name}” says that a value is missing; it cannot be a name.`);
  }
  if (isIn(markDocs, name)) {
    throw new CannotRename(
      `“${name}” has a meaning of its own after a value; it cannot be a name.`,
    );
  }
  if (isWord.test(name)) return;
  throw new CannotRename(
    `“${name}” cannot be an id: it is one word of letters and digits, with . - / & _ ( ) inside it, and ends with a letter, a digit or a closing bracket.`,
  );
}

function refuseLevel(plan: Plan, { scale }: Thing & { type: 'level' }, name: string): void {
  const spec: BlockSpec = blocks.scale;
  const own = Object.entries(spec.properties).some(
    ([field, { keyword }]) => field !== spec.otherwise && keyword === name,
  );
  if (own) throw new CannotRename(`“${name}” is a word of the language in a scale.`);
  const [taken] = occurrencesOf(plan, { type: 'level', scale, word: name });
  if (taken !== undefined) {
    throw new CannotRename(`“${name}” is already a word of scale ${scale}.`);
  }
}

function refuseId(plan: Plan, entity: Entity, name: string): void {
  const { kind, parent } = entity;
  const together = kindsNamedWith(kind);
  if (together.has('body') && bodies.has(name)) {
    throw new CannotRename(`${name} is a body that Mustdo knows.`);
  }
  if (together.has('trust') && name === 'trust') {
    throw new CannotRename('“trust” names the trust whose plan this is.');
  }
  const taken = [...together]
    .flatMap((other) => plan.withId(other as Kind, name))
    .find((other) => other.parent === parent);
  if (taken === undefined) return;
  const where = parent === undefined ? 'The plan' : parent.id;
  throw new CannotRename(`${where} has ${nameWithArticle(taken)} ${name} already.`);
}

const nameWithArticle = ({ kind }: Entity): string => (blocks[kind] as BlockSpec).name;

/** The kinds that may stand where one of a kind is named, so that their ids have to differ. */
function kindsNamedWith(kind: Kind): ReadonlySet<string> {
  const together = new Set<string>([kind]);
  for (const { properties } of Object.values<BlockSpec>(blocks)) {
    for (const { values, qualifiers } of Object.values(properties)) {
      for (const slot of [...Object.values(values), ...Object.values(qualifiers)]) {
        const { of, kind: form } = slot as Slot<unknown>;
        const names = form === 'reference' || form === 'references';
        if (names && of.length > 1 && of.includes(kind)) for (const one of of) together.add(one);
      }
    }
  }
  return together;
}

/** Requirements of other sources that have the new name. */
const twinsOf = (plan: Plan, { kind, parent }: Entity, name: string): Entity[] =>
  kind === 'requirement' ? plan.withId(kind, name).filter((other) => other.parent !== parent) : [];

/** References to the twins that are clear today and would not be without their source. */
const prefixesFor = (plan: Plan, twins: readonly Entity[]): Edit[] =>
  twins.flatMap((twin) =>
    clearOccurrences(plan, { type: 'item', entity: twin })
      .filter(({ by, reference }) => by === 'id' && reference?.source === undefined)
      .map(({ unit, span: { start } }) => ({
        unit,
        span: { start, end: start },
        text: `${twin.parent?.id ?? ''}:`,
      })),
  );

/** Where a thing and no other is named, but by a text in quotes. */
const clearOccurrences = (plan: Plan, thing: Thing): Occurrence[] =>
  [...occurrencesOf(plan, thing)].filter(({ by, reference }) => {
    if (by === 'name') return false;
    return by !== 'id' || reference === undefined || plan.resolve(reference).state === 'found';
  });
