import type { Value } from '../language/items.ts';
import { requirementKeywords } from '../language/keywords/sources.ts';
import type { Reference } from '../language/slots.ts';
import { fold, namesOf } from '../plan/entity.ts';
import { knownAt } from '../plan/facts/history.ts';
import type { Entity } from '../plan/plan.ts';
import type { Explanation, Standing } from './change.ts';

/**
 * What explains that items are no longer in a plan: looked up once for all of them, in what the plan says
 * now and did not say before.
 */
export class Explanations {
  readonly #then: Standing;
  readonly #now: Standing;
  #successors: ReadonlyMap<string, Entity> | undefined;
  #names: ReadonlyMap<string, Entity> | undefined;
  #notes: ReadonlyMap<string, string> | undefined;

  constructor(then: Standing, now: Standing) {
    this.#then = then;
    this.#now = now;
  }

  /** Why an item of the plan as it was is gone, by itself or with what it stood in; undefined where nothing says so. */
  of(item: Entity): Explanation | undefined {
    if (item.kind === 'action') {
      const { withdrawn } = item.item;
      if (withdrawn !== undefined && knownAt(withdrawn.on, this.#now.asAt)) {
        return { by: 'withdrawn', record: withdrawn };
      }
    }
    const successor = this.#successor(item);
    if (successor !== undefined) return { by: 'successor', item: successor };
    const renamed = this.#otherName(item);
    if (renamed !== undefined) return { by: 'other-name', item: renamed };
    const text = this.#note(item);
    if (text !== undefined) return { by: 'note', text };
    const { parent } = item;
    const wentToo =
      parent !== undefined && this.#now.plan.withId(parent.kind, parent.id).length === 0;
    return wentToo ? this.of(parent) : undefined;
  }

  /** The item now in the plan that continues, replaces, repeats or covers it. */
  #successor({ kind, id, parent }: Entity): Entity | undefined {
    this.#successors ??= successorsIn(this.#now);
    return (
      this.#successors.get(keyOf(kind, id)) ??
      (parent && this.#successors.get(keyOf(kind, `${parent.id}:${id}`)))
    );
  }

  /** The new item of its kind that has its id among its other names. */
  #otherName({ kind, id }: Entity): Entity | undefined {
    this.#names ??= newNames(this.#then, this.#now);
    return this.#names.get(keyOf(kind, fold(id)));
  }

  #note({ kind, id }: Entity): string | undefined {
    this.#notes ??= newNotes(this.#then, this.#now);
    return this.#notes.get(keyOf(kind, id));
  }
}

const keyOf = (kind: string, id: string): string => JSON.stringify([kind, id]);

function successorsIn({ plan }: Standing): ReadonlyMap<string, Entity> {
  const found = new Map<string, Entity>();
  const enter = (by: Entity, value: Value<readonly Reference[]> | undefined): void => {
    for (const { id, source } of value?.value ?? []) {
      if (id !== undefined) {
        found.set(keyOf(by.kind, source === undefined ? id : `${source}:${id}`), by);
      }
    }
  };
  for (const action of plan.all('action')) {
    enter(action, action.item.continues?.actions);
    enter(action, action.item.replaces?.actions);
  }
  for (const requirement of plan.all('requirement')) {
    enter(requirement, requirement.item.covers?.requirements);
    enter(requirement, requirement.item.repeats?.requirements);
  }
  return found;
}

function newNames(then: Standing, now: Standing): ReadonlyMap<string, Entity> {
  const found = new Map<string, Entity>();
  for (const kind of ['action', 'requirement', 'source'] as const) {
    for (const entity of now.plan.all(kind) as readonly Entity[]) {
      if (then.plan.withId(kind, entity.id).length > 0) continue;
      const title = entity.item.title.value;
      for (const name of namesOf(entity.item)) {
        if (name !== title) found.set(keyOf(kind, fold(name)), entity);
      }
    }
  }
  return found;
}

/** The words by which a text names an item of a kind: “action F”, “must-dos M1 and M2”. */
const kindOfWord: ReadonlyMap<string, string> = new Map([
  ['action', 'action'],
  ['source', 'source'],
  ['inspection', 'source'],
  ['notice', 'source'],
  ['requirement', 'requirement'],
  ...Object.entries(requirementKeywords).flatMap(([keyword, { name }]): [string, string][] => [
    [keyword, 'requirement'],
    [name, 'requirement'],
  ]),
]);

/** What the notes and the meetings of the plan now name that they did not name before, with their words. */
function newNotes(then: Standing, now: Standing): ReadonlyMap<string, string> {
  const old = new Set(notesIn(then));
  const found = new Map<string, string>();
  for (const note of notesIn(now)) {
    if (old.has(note)) continue;
    for (const key of namedIn(note)) found.set(key, note);
  }
  return found;
}

function* notesIn({ plan, asAt }: Standing): Generator<string> {
  const kinds = ['plan', 'source', 'requirement', 'action', 'committee', 'meeting'] as const;
  for (const entity of kinds.flatMap((kind) => plan.all(kind) as readonly Entity[])) {
    for (const { text } of entity.item.note) if (text.value !== undefined) yield text.value;
    if (entity.kind !== 'meeting' || !knownAt(entity.item.on?.on, asAt)) continue;
    const { approved, noted, decided } = entity.item;
    for (const { text } of [...decided, ...approved, ...noted]) {
      if (text.value !== undefined) yield text.value;
    }
  }
}

/** The items that a text names: a word for their kind, then their ids with commas or “and” between them. */
function* namedIn(note: string): Generator<string> {
  let kind: string | undefined;
  let isAtEnd = false;
  for (const part of note.split(/\s+/)) {
    const word = part.replace(/^[("“‘]+/, '').replace(/[)"”’.,;:]+$/, '');
    const named = kindOfWord.get(word.toLowerCase().replace(/s$/, ''));
    if (named !== undefined) {
      kind = named;
      isAtEnd = false;
    } else if (kind !== undefined && !['and', 'or', '&'].includes(word)) {
      if (isAtEnd) kind = undefined;
      else yield keyOf(kind, word);
      isAtEnd = !/[,;]$/.test(part);
    } else isAtEnd = false;
  }
}
