import { kinds, type Kind } from '../../language/keywords/index.ts';
import { isMissingWord } from '../../language/shapes.ts';
import type { Reference } from '../../language/slots.ts';
import type { Span } from '../../language/tree.ts';
import { visitReferences } from '../../language/walk.ts';
import type { Fix } from '../../plan/flag.ts';
import type { Entity, Fact, Plan } from '../../plan/plan.ts';
import { bodies } from '../../plan/vocabularies.ts';
import { listed, sentence } from '../../plan/words.ts';
import type { Draft } from '../check.ts';
import { declare } from '../shared/declare.ts';
import { fixToLookAt, replace } from '../shared/fixes.ts';
import { either, nameOf } from '../shared/names.ts';
import { Names } from '../shared/near.ts';
import { referenceTo } from '../shared/references.ts';

/** References of an item that lead to nothing, or to more than one thing. */
export function* unknownItems(plan: Plan, entity: Entity): Iterable<Draft> {
  const references: Reference[] = [];
  visitReferences(entity.item, (reference) => references.push(reference));
  for (const reference of references) {
    // Roles in quotes have a check of their own.
    if (reference.name !== undefined && reference.kinds.join() === 'sro') continue;
    const resolution = plan.resolve(reference);
    if (resolution.state === 'ambiguous') {
      yield* ambiguous(plan, entity, reference, resolution.entities);
    } else if (
      resolution.state === 'unknown' ||
      (resolution.state === 'undeclared' && reference.kinds.every((kind) => mustBeThere.has(kind)))
    ) {
      yield unknown(plan, entity, reference);
    }
  }
}

/** Kinds that a name in quotes has to lead to: the trail runs through them. */
const mustBeThere: ReadonlySet<string> = new Set(['requirement', 'action', 'source', 'indicator']);

/** Kinds of which a block with a title says all there is to say. */
const declarable: ReadonlySet<string> = new Set([
  'trust',
  'directorate',
  'service',
  'committee',
  'sro',
  'meeting',
]);

function* ambiguous(
  plan: Plan,
  entity: Entity,
  reference: Reference,
  candidates: readonly Entity[],
): Iterable<Draft> {
  const choices = [...new Set(candidates.map((candidate) => referenceTo(plan, candidate)))];
  // Two with the same id in all are flagged where they stand.
  if (choices.length < 2) return;
  const owners = [...new Set(candidates.map(({ id, parent }) => parent?.id ?? id))];
  const fact =
    reference.name === undefined
      ? `which ${listed(owners)} ${owners.length === 2 ? 'both' : 'all'} have`
      : `which may be ${either(choices)}`;
  yield {
    at: reference.span,
    message: `${sentence(nameOf(entity))} refers to ${written(reference)}, ${fact}.`,
    todo: `Say which one: ${either(choices)}.`,
    fixes: () =>
      choices.map((choice) =>
        fixToLookAt(`Change it to ${choice}`, replace(entity.unit, reference.span, choice)),
      ),
  };
}

function unknown(plan: Plan, entity: Entity, reference: Reference): Draft {
  const { span } = reference;
  const near = meant(plan, reference);
  const kindNames = either(reference.kinds.map((kind) => (kind === 'sro' ? 'SRO' : kind)));
  const what = reference.name === undefined ? 'id' : 'name';
  const leave = leaveOpen(plan, entity, reference);
  return {
    at: span,
    message: `${sentence(nameOf(entity))} refers to ${written(reference)}, and the plan has no ${kindNames} of that ${what}.`,
    todo: `${near.length === 0 ? '' : `Did you mean ${either(near)}? `}Correct it, or ${leave.todo}.`,
    fixes: () => [
      ...near.map((id) => fixToLookAt(`Change it to ${id}`, replace(entity.unit, span, id))),
      leave.fix(),
    ],
  };
}

/** What to do with a reference that is right: declare what it names, or say that it has no row here. */
function leaveOpen(
  plan: Plan,
  entity: Entity,
  { kinds: of, id, span }: Reference,
): { todo: string; fix: () => Fix } {
  const [kind = ''] = of;
  if (id !== undefined && of.length === 1 && declarable.has(kind)) {
    return {
      todo: `declare it: ${kind} ${id} "…"`,
      fix: () =>
        fixToLookAt(
          `Declare ${kind} ${id}`,
          declare(plan, kind as Kind, `${kind} ${id} tbc "its full name"`, entity),
        ),
    };
  }
  const end = { start: span.end, end: span.end };
  return {
    todo: 'write not-in-plan after it if it has no row here',
    fix: () =>
      fixToLookAt('Say that it has no row here', replace(entity.unit, end, ' not-in-plan')),
  };
}

function written({ source, id, name }: Reference): string {
  if (name !== undefined) return `“${name}”`;
  return source === undefined ? (id ?? '') : `${source}:${id ?? ''}`;
}

/** The references that were probably meant; several where the near id stands in several sources. */
function meant(plan: Plan, reference: Reference): string[] {
  const { names, called } = candidatesFor(plan, reference);
  const near = names.nearest(reference.name ?? written(reference));
  if (near === undefined) return [];
  const found = called.get(near);
  if (found === undefined) return [near];
  const references = new Set(found.map((candidate) => referenceTo(plan, candidate)));
  return references.size > 3 ? [] : [...references];
}

interface Candidates {
  readonly names: Names;
  /** The items by how they are called; bodies and the trust are none. */
  readonly called: ReadonlyMap<string, readonly Entity[]>;
}

/** How a reference may be written: what it is to name, and whether by name, by id or by id within a source. */
type Form = 'name' | 'id' | 'id in source';

const candidates: Fact<Candidates> = {
  of(plan, key) {
    const [form, ...of] = key.split('/') as [Form, ...string[]];
    const called = new Map<string, Entity[]>();
    for (const kind of of.filter(isKind)) {
      for (const entity of plan.all(kind)) {
        const word = wordFor(entity, form);
        const known = called.get(word);
        if (known === undefined) called.set(word, [entity]);
        else known.push(entity);
      }
    }
    const others = [
      ...(of.includes('body') ? bodies.keys() : []),
      ...(of.length > 1 && of.includes('trust') ? ['trust'] : []),
    ];
    return { names: new Names([...called.keys(), ...others]), called };
  },
};

function candidatesFor(plan: Plan, { kinds: of, name, source }: Reference): Candidates {
  const byId: Form = source === undefined ? 'id' : 'id in source';
  return plan.fact(candidates, [name === undefined ? byId : 'name', ...of].join('/'));
}

function wordFor({ id, item, parent }: Entity, form: Form): string {
  const own = form === 'id in source' && parent !== undefined ? `${parent.id}:${id}` : id;
  return form === 'name' ? (item.title.value ?? own) : own;
}

const isKind = (kind: string): kind is Kind => (kinds as readonly string[]).includes(kind);

/** Services in the first column of a ratings table that the plan does not declare. */
export function* unknownServices(plan: Plan, ratings: Entity<'ratings'>): Iterable<Draft> {
  for (const row of ratings.item.rows.slice(1)) {
    const parts = row.cells[0]?.parts ?? [];
    const [first] = parts;
    const last = parts.at(-1);
    const isName = parts.some((part) => part.type === 'quoted');
    if (first === undefined || last === undefined || isName || isMissingWord(first.text)) continue;
    const span: Span = { start: first.span.start, end: last.span.end };
    const text = parts.map((part) => part.text).join(' ');
    const byName = { kinds: ['service'], name: text, notInPlan: false, span };
    const known =
      plan.withId('service', text).length > 0 || plan.resolve(byName).state !== 'undeclared';
    if (!known) yield unknownService(plan, ratings, text, span, parts.length === 1);
  }
}

function unknownService(
  plan: Plan,
  ratings: Entity<'ratings'>,
  text: string,
  span: Span,
  isId: boolean,
): Draft {
  if (isId) {
    return unknown(plan, ratings, { kinds: ['service'], id: text, notInPlan: false, span });
  }
  const near = meant(plan, { kinds: ['service'], name: text, notInPlan: false, span });
  return {
    at: span,
    message: `${sentence(nameOf(ratings))} refers to “${text}”, and the plan has no service of that name.`,
    todo: `${near.length === 0 ? '' : `Did you mean ${either(near)}? `}Write the id of a service, or put the name in "quotation marks".`,
    fixes: () => [
      ...near.map((id) => fixToLookAt(`Change it to ${id}`, replace(ratings.unit, span, id))),
      fixToLookAt('Put the name in quotation marks', replace(ratings.unit, span, `"${text}"`)),
    ],
  };
}
