import type { PlanDate } from '../language/dates.ts';
import type { Level, Reference } from '../language/slots.ts';
import { referencesOf, valuesOf } from '../language/walk.ts';
import type { PlanFile } from '../plan/file.ts';
import type { Place } from '../plan/flag.ts';
import type { Entity, Plan } from '../plan/plan.ts';
import { referenceParts, serviceCells, wordsIn, type Found, type Part } from './find.ts';
import { candidatesFor, unitsWith } from './uses.ts';

/** What people name in a plan, and every place where they do. */

/** An item with an id, or a word of one of the plan's scales. */
export type Thing =
  | { readonly type: 'item'; readonly entity: Entity }
  | { readonly type: 'level'; readonly scale: string; readonly word: string };

/** One place where a thing is named. */
export interface Occurrence extends Place {
  /**
   * How: where it is declared, by its id, by a name in quotes, or as the source before a
   * requirement's id.
   */
  readonly by: 'declaration' | 'id' | 'name' | 'source';
  /** The reference that names it, where one does. */
  readonly reference?: Reference | undefined;
}

/** What is named at a place; several where a reference may mean more than one. */
export function thingsAt(plan: Plan, { part }: Found): Thing[] {
  switch (part?.type) {
    case 'id':
      return [{ type: 'item', entity: part.entity }];
    case 'level':
      return [{ type: 'level', scale: part.level.scale, word: part.level.word }];
    case 'reference':
      return namedBy(plan, part).map((entity) => ({ type: 'item', entity }));
    case 'value': {
      const heading = planOf(plan, part.said.value.value as PlanDate | undefined);
      return heading === undefined ? [] : [{ type: 'item', entity: heading }];
    }
    default:
      return [];
  }
}

/** The items that one name of a reference means. */
function namedBy(plan: Plan, { name, reference }: Part & { type: 'reference' }): Entity[] {
  if (name === 'source') {
    const source = sourceOf(plan, reference);
    return source === undefined ? [] : [source];
  }
  const resolution = plan.resolve(reference);
  if (resolution.state === 'found') return [resolution.entity];
  return resolution.state === 'ambiguous' ? [...resolution.entities] : [];
}

/** The source that stands before a requirement's id. */
function sourceOf(plan: Plan, reference: Reference): Entity | undefined {
  const resolution = plan.resolve(reference);
  if (resolution.state === 'found') return resolution.entity.parent;
  return plan.withId('source', reference.source ?? '')[0];
}

/** The plan whose timescales a date takes: `per LPT-2018`. */
function planOf(plan: Plan, date: PlanDate | undefined): Entity | undefined {
  const isId = date?.form === 'per-plan' && date.per !== undefined && !date.written.includes('"');
  return isId ? plan.withId('plan', date.per)[0] : undefined;
}

/** The names by which a thing is declared: one, but for a word that several scales of a name have. */
export function* declarationsOf(plan: Plan, thing: Thing): Generator<Place> {
  if (thing.type === 'item') {
    const { unit, item } = thing.entity;
    yield { unit, span: item.idSpan };
    return;
  }
  for (const { unit, item } of plan.withId('scale', thing.scale)) {
    for (const { keyword, keywordSpan } of item.levels) {
      if (keyword === thing.word) yield { unit, span: keywordSpan };
    }
  }
}

/** Every place in the plan, or in one of its files, where a thing is named: its declaration first. */
export function* occurrencesOf(
  plan: Plan,
  thing: Thing,
  { within }: { readonly within?: PlanFile } = {},
): Generator<Occurrence> {
  const isWithin = ({ file }: Place['unit']): boolean =>
    within === undefined || file.path === within.path;
  for (const place of declarationsOf(plan, thing)) {
    if (isWithin(place.unit)) yield { ...place, by: 'declaration' };
  }
  if (thing.type === 'item') {
    for (const entity of candidatesFor(plan, thing.entity)) {
      if (isWithin(entity.unit)) yield* itemIn(plan, thing.entity, entity);
    }
    return;
  }
  const files = within === undefined ? plan.files : [within];
  for (const unit of unitsWith(files, thing.word)) {
    for (const entity of plan.entitiesIn(unit)) yield* levelIn(thing.scale, thing.word, entity);
  }
}

function* itemIn(plan: Plan, wanted: Entity, entity: Entity): Generator<Occurrence> {
  const { item, unit } = entity;
  const isAbout = ({ kinds: of, source }: Reference): boolean =>
    of.includes(wanted.kind) || (wanted.kind === 'source' && source !== undefined);
  for (const { reference } of referencesOf(item)) {
    if (!isAbout(reference)) continue;
    for (const part of referenceParts(unit, reference)) yield* occurrence(plan, wanted, part, unit);
  }
  if (wanted.kind === 'service') {
    for (const part of serviceCells(plan, entity)) yield* occurrence(plan, wanted, part, unit);
  }
  if (wanted.kind !== 'plan') return;
  for (const { slot, value } of valuesOf(item)) {
    if (slot.kind !== 'date' || planOf(plan, value.value as PlanDate | undefined) !== wanted)
      continue;
    const [, id] = wordsIn(unit, value.span);
    if (id !== undefined) yield { unit, span: id.span, by: 'id' };
  }
}

function* occurrence(
  plan: Plan,
  wanted: Entity,
  part: Part & { type: 'reference' },
  unit: Entity['unit'],
): Generator<Occurrence> {
  if (!namedBy(plan, part).includes(wanted)) return;
  yield { unit, span: part.span, by: part.name, reference: part.reference };
}

function* levelIn(scale: string, word: string, { item, unit }: Entity): Generator<Occurrence> {
  for (const { slot, value } of valuesOf(item)) {
    const level = slot.kind === 'level' ? (value.value as Level | undefined) : undefined;
    if (level?.scale === scale && level.word === word) yield { unit, span: level.span, by: 'id' };
  }
}
