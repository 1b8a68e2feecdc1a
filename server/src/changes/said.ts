import type { Value } from '../language/items.ts';
import type { Kind } from '../language/keywords/index.ts';
import type { Reference } from '../language/slots.ts';
import type { Span } from '../language/tree.ts';
import { fold } from '../plan/entity.ts';
import { same, text } from '../plan/facts/comparable.ts';
import type { Entity, Plan } from '../plan/plan.ts';
import type { Change, Standing } from './change.ts';

/** What an item says of itself: its texts, and who or what it names. */

type Texts = readonly Value<string>[];

interface Part {
  readonly part: string;
  readonly texts: Texts;
}

/** The texts that say what is to be done and how it is measured, each with its name. */
function textsOf({ item }: Entity<'action'> | Entity<'requirement'>): readonly Part[] {
  const measures = { part: 'measure', texts: item.measures.map((measure) => measure.text) };
  const title = { part: 'title', texts: [item.title] };
  const lines = (part: string, line: { readonly text: Value<string> } | undefined): Part => ({
    part,
    texts: line === undefined ? [] : [line.text],
  });
  return item.kind === 'action'
    ? [title, lines('description', item.description), lines('outcome', item.outcome), measures]
    : [title, lines('text', item.text), measures];
}

/** Which texts of an item say something else; how they are broken into lines does not count. */
export function* textChanges<E extends Entity<'action'> | Entity<'requirement'>>(
  before: E,
  after: E,
): Generator<Change> {
  // What stands in the same text says the same.
  if (before.unit.text === after.unit.text) return;
  const was = textsOf(before);
  for (const [index, { part, texts }] of textsOf(after).entries()) {
    const old = was[index]?.texts ?? [];
    if (same(old.map(text), texts.map(text))) continue;
    const other = texts.find((value, at) => !same(text(value), text(old[at])));
    yield {
      kind: 'text',
      item: after,
      part,
      before: { of: 'texts', values: old },
      after: { of: 'texts', values: texts },
      place: { unit: after.unit, span: (other ?? texts[0])?.span ?? after.item.headerSpan },
    };
  }
}

/** Whether an item names another thing of a kind: an owner, a committee. */
export function* referenceChanges(
  kind: 'owner' | 'committee',
  of: Kind,
  [item, then, was]: readonly [Entity, Standing, Value<Reference> | undefined],
  [after, now, is]: readonly [Entity, Standing, Value<Reference> | undefined],
): Generator<Change> {
  if (item.item === after.item || thingIn(then.plan, was) === thingIn(now.plan, is)) return;
  yield {
    kind,
    item: after,
    before: { of: 'reference', kind: of, value: was },
    after: { of: 'reference', kind: of, value: is },
    place: placeOfValue(after, is?.span),
  };
}

/** Whether an action says that it answers other requirements. */
export function* requirementsChanges(
  [before, then]: readonly [Entity<'action'>, Standing],
  [after, now]: readonly [Entity<'action'>, Standing],
): Generator<Change> {
  if (before.item === after.item) return;
  const was = before.item.requirements?.requirements;
  const is = after.item.requirements?.requirements;
  if (same(thingsIn(then.plan, was), thingsIn(now.plan, is))) return;
  yield {
    kind: 'answers-others',
    item: after,
    before: { of: 'references', value: was },
    after: { of: 'references', value: is },
    place: placeOfValue(after, is?.span),
  };
}

const placeOfValue = ({ unit, item }: Entity, span: Span | undefined): Change['place'] => ({
  unit,
  span: span ?? item.headerSpan,
});

/** The same for all ways of naming the same thing in its plan. */
function thingIn(plan: Plan, value: Value<Reference> | undefined): string {
  const reference = value?.value;
  return reference === undefined ? (value?.missing ?? '') : nameIn(plan, reference);
}

const thingsIn = (plan: Plan, value: Value<readonly Reference[]> | undefined): readonly string[] =>
  value?.value === undefined
    ? [value?.missing ?? '']
    : [...new Set(value.value.map((reference) => nameIn(plan, reference)))].sort();

function nameIn(plan: Plan, reference: Reference): string {
  const resolution = plan.resolve(reference);
  if (resolution.state === 'found') {
    const { kind, id, parent } = resolution.entity;
    return JSON.stringify([kind, parent?.id, id]);
  }
  return reference.name === undefined
    ? JSON.stringify([reference.source, reference.id])
    : fold(reference.name);
}
