import type { Position } from 'vscode-languageserver-types';
import type { AnySaid, Value } from '../language/items.ts';
import { blocks, type BlockSpec, type PropertySpec } from '../language/keywords/index.ts';
import { isMissingWord } from '../language/shapes.ts';
import type { Level, Reference, RegulationReference, Slot } from '../language/slots.ts';
import { tokenEnd, tokenize, WordToken } from '../language/tokens.ts';
import type { Span, Word } from '../language/tree.ts';
import { linesOf, valuesOf, type SaidValue } from '../language/walk.ts';
import type { PlanFile, Unit } from '../plan/file.ts';
import type { Entity, Plan } from '../plan/plan.ts';
import { offsetAt, unitAt } from './places.ts';

/** What stands at a position: the item it is in, and which part of the item. */

export interface Found {
  readonly unit: Unit;
  /** The offset in the unit. */
  readonly at: number;
  /** The innermost item; undefined outside any. */
  readonly entity: Entity | undefined;
  /** Undefined between the parts: in white space, a comment, or a line that cannot be read. */
  readonly part: Part | undefined;
}

/** A part of an item with its place in the unit. */
export type Part = { readonly span: Span } & (
  | { readonly type: 'block'; readonly keyword: string; readonly spec: BlockSpec }
  | { readonly type: 'id'; readonly entity: Entity }
  | { readonly type: 'title'; readonly value: Value<string> }
  | { readonly type: 'property'; readonly property: PropertySpec; readonly said: AnySaid }
  | {
      readonly type: 'qualifier';
      readonly word: string;
      readonly slot: Slot<unknown>;
      readonly property: PropertySpec;
    }
  /** `given`, `inferred`, `not-in-plan`. */
  | { readonly type: 'mark'; readonly word: string }
  | { readonly type: 'missing'; readonly word: string; readonly value: Value<unknown> }
  /** A word of a scale: where the scale declares it, or where it is used. */
  | { readonly type: 'level'; readonly level: Level; readonly declared: boolean }
  | { readonly type: 'regulation'; readonly regulation: RegulationReference }
  /** One name of a reference: its id, the source before it, or a name in quotes. */
  | { readonly type: 'reference'; readonly name: ReferenceName; readonly reference: Reference }
  | { readonly type: 'value'; readonly said: SaidValue }
);

export type ReferenceName = 'id' | 'source' | 'name';

/** What stands at a position of a file; one beyond the end of a line or the file is that end. */
export function findAt(plan: Plan, file: PlanFile, position: Position): Found | undefined {
  const offset = offsetAt(file, position);
  const unit = unitAt(file, offset);
  if (unit === undefined) return undefined;
  const at = offset - unit.start;
  const entity = innermost(plan, unit, at);
  const part = entity === undefined ? undefined : partAt(plan, entity, at);
  return { unit, at, entity, part };
}

/** Whether an offset is in a span or at one of its ends. */
const touches = ({ start, end }: Span, at: number): boolean => start <= at && at <= end;

function innermost(plan: Plan, unit: Unit, at: number): Entity | undefined {
  const around = plan.entitiesIn(unit).filter(({ item }) => touches(item.span, at));
  return around.reduce<Entity | undefined>(
    (best, entity) =>
      best === undefined || lengthOf(entity.item.span) < lengthOf(best.item.span) ? entity : best,
    undefined,
  );
}

const lengthOf = ({ start, end }: Span): number => end - start;

function partAt(plan: Plan, entity: Entity, at: number): Part | undefined {
  return headerParts(entity).find(({ span }) => touches(span, at)) ?? lineParts(plan, entity, at);
}

function headerParts(entity: Entity): Part[] {
  const { item, unit } = entity;
  return [
    {
      type: 'block',
      keyword: item.keyword,
      spec: blocks[item.kind] as BlockSpec,
      span: item.keywordSpan,
    },
    { type: 'id', entity, span: item.idSpan },
    ...missingParts(unit, item.title),
    ...(item.title.value === undefined
      ? []
      : [{ type: 'title', value: item.title, span: item.title.span } as const]),
    ...wordsIn(unit, item.headerSpan).flatMap((word) => markOf(word)),
  ];
}

function lineParts(plan: Plan, entity: Entity, at: number): Part | undefined {
  const { item, unit } = entity;
  for (const { field, property, said } of linesOf(item)) {
    if (!touches(said.span, at)) continue;
    if (touches(said.keywordSpan, at)) return keywordPart(entity, field, property, said);
    const values = [...valuesOf(item)].filter((value) => value.said === said);
    const inValue = values
      .flatMap((value) => valueParts(unit, value))
      .find(({ span }) => touches(span, at));
    if (inValue !== undefined) return inValue;
    const word = wordsIn(unit, said.span).find(({ span }) => touches(span, at));
    return word === undefined ? undefined : (markOf(word)[0] ?? qualifierOf(word, property));
  }
  return serviceCells(plan, entity).find(({ span }) => touches(span, at));
}

function keywordPart({ item }: Entity, field: string, property: PropertySpec, said: AnySaid): Part {
  const span = said.keywordSpan;
  if ((blocks[item.kind] as BlockSpec).otherwise !== field) {
    return { type: 'property', property, said, span };
  }
  return {
    type: 'level',
    level: { scale: item.id, word: said.keyword, span },
    declared: true,
    span,
  };
}

/** The parts of one value, the smaller before the larger that hold them. */
function valueParts(unit: Unit, said: SaidValue): Part[] {
  const { slot, value } = said;
  if (value.missing !== undefined) return missingParts(unit, value);
  if (value.value === undefined) return [];
  const whole: Part = { type: 'value', said, span: value.span };
  if (slot.kind === 'reference') return referenceParts(unit, value.value as Reference);
  if (slot.kind === 'references') {
    return (value.value as readonly Reference[]).flatMap((one) => referenceParts(unit, one));
  }
  if (slot.kind === 'level') {
    const level = value.value as Level;
    return [{ type: 'level', level, declared: false, span: level.span }];
  }
  if (slot.kind === 'regulations') {
    return (value.value as readonly RegulationReference[]).map((regulation) => ({
      type: 'regulation',
      regulation,
      span: regulation.span,
    }));
  }
  return [whole];
}

function missingParts({ text }: Unit, value: Value<unknown>): Part[] {
  const { missing, span } = value;
  if (missing === undefined) return [];
  const own = { start: span.start, end: span.start + missing.length };
  const stands = text.slice(own.start, own.end) === missing;
  return stands ? [{ type: 'missing', word: missing, value, span: own }] : [];
}

/** The names that a reference is written with, each with its place. */
export function referenceParts(
  { text }: Unit,
  reference: Reference,
): (Part & { type: 'reference' })[] {
  const { span, source, id } = reference;
  if (id === undefined) return [{ type: 'reference', name: 'name', reference, span }];
  const own = { start: span.end - id.length, end: span.end };
  const parts = [{ type: 'reference', name: 'id', reference, span: own } as const];
  if (source === undefined || !text.startsWith(source, span.start)) return parts;
  const before = { start: span.start, end: span.start + source.length };
  return [{ type: 'reference', name: 'source', reference, span: before }, ...parts];
}

/** The services that the rows of a ratings table are about; a name may stand there without quotes. */
export function serviceCells(plan: Plan, { item, unit }: Entity): (Part & { type: 'reference' })[] {
  return item.rows.slice(1).flatMap(({ cells }) => {
    const parts = cells[0]?.parts ?? [];
    const [first] = parts;
    const last = parts.at(-1);
    if (first === undefined || last === undefined || isMissingWord(first.text)) return [];
    const span = { start: first.span.start, end: last.span.end };
    const text = parts.map((part) => part.text).join(' ');
    const byName = { kinds: ['service'], name: text, notInPlan: false, span };
    const isWord = parts.length === 1 && first.type === 'word';
    const isId = plan.withId('service', text).length > 0;
    const isName = !isWord || (!isId && plan.resolve(byName).state !== 'undeclared');
    const reference = isName ? byName : { ...byName, name: undefined, id: text };
    return referenceParts(unit, reference);
  });
}

/** The bare words of a stretch of a unit, each with its place. */
export function wordsIn(unit: Unit, span: Span): Word[] {
  return tokenize(unit.text.slice(span.start, span.end))
    .tokens.filter(({ tokenType }) => tokenType === WordToken)
    .map((token) => ({
      type: 'word',
      text: token.image,
      span: { start: span.start + token.startOffset, end: span.start + tokenEnd(token) },
    }));
}

const marks: ReadonlySet<string> = new Set(['given', 'inferred', 'not-in-plan']);

const markOf = ({ text, span }: Word): Part[] =>
  marks.has(text) ? [{ type: 'mark', word: text, span }] : [];

function qualifierOf({ text, span }: Word, property: PropertySpec): Part | undefined {
  const slot = Object.hasOwn(property.qualifiers, text) ? property.qualifiers[text] : undefined;
  return slot === undefined ? undefined : { type: 'qualifier', word: text, slot, property, span };
}
