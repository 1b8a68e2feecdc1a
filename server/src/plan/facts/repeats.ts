import type { IsoDate } from '../../language/dates.ts';
import type { Entity, Fact, Plan } from '../plan.ts';
import { dateOfSource, sourceOf } from './sources.ts';
import { plainWords, requirementsByWord, tellingWords } from './wording.ts';

/** Requirements that come back from one document to the next. */

type Requirement = Entity<'requirement'>;

/** A requirement of an earlier document that says the same. */
export interface Earlier {
  readonly earlier: Requirement;
  /** Whether it says so in the same words. */
  readonly same: boolean;
  /** The latest date of its document. */
  readonly day: IsoDate;
}

/** The requirements of a plan by all words of their titles. */
const byWording: Fact<ReadonlyMap<string, readonly Requirement[]>> = {
  of: (plan) =>
    Map.groupBy(plan.all('requirement'), ({ item }) => plainWords(item.title.value ?? '')),
};

/** A word that more requirements than this share tells nothing. */
const tooMany = 25;
/** Fewer telling words than this may be shared by chance. */
const fewest = 3;

/**
 * The requirement of an earlier document that a requirement says again, by its words; of several the
 * one most like it, and of these the latest. Undefined where there is none, or no dates to go by.
 */
export function alikeBefore(plan: Plan, requirement: Requirement): Earlier | undefined {
  const own = dateOfSource(sourceOf(requirement));
  const wording = plainWords(requirement.item.title.value ?? '');
  const words = tellingWords(requirement.item.title.value);
  if (own === undefined || words.size < fewest) return undefined;
  const covered = new Set(
    requirement.item.covers?.requirements.value?.map((one) => plan.find('requirement', one)),
  );
  const before = (other: Requirement): IsoDate | undefined => {
    const day = other.parent === requirement.parent ? undefined : dateOfSource(sourceOf(other));
    return day !== undefined && day < own && !covered.has(other) ? day : undefined;
  };
  let best: (Earlier & { readonly likeness: number }) | undefined;
  const consider = (other: Requirement, likeness: number, same: boolean): void => {
    const day = before(other);
    if (day === undefined) return;
    if (
      best !== undefined &&
      (likeness < best.likeness || (likeness === best.likeness && day <= best.day))
    )
      return;
    best = { earlier: other, same, day, likeness };
  };
  for (const other of plan.fact(byWording).get(wording) ?? []) {
    if (!differInService(plan, requirement, other)) consider(other, 1, true);
  }
  if (best !== undefined) return best;
  for (const other of withSharedWords(plan, words)) {
    const likeness = likenessOf(words, tellingWords(other.item.title.value));
    if (likeness >= neededLikeness(plan, requirement, other)) consider(other, likeness, false);
  }
  return best;
}

/** The requirements that share a telling word which not all have. */
function withSharedWords(plan: Plan, words: ReadonlySet<string>): ReadonlySet<Requirement> {
  const byWord = plan.fact(requirementsByWord);
  const found = new Set<Requirement>();
  for (const word of words) {
    const having = byWord.get(word) ?? [];
    if (having.length <= tooMany) for (const other of having) found.add(other);
  }
  return found;
}

/** How many of the words of either are words of both, 0 to 1; 0 where they are too few to tell. */
function likenessOf(words: ReadonlySet<string>, others: ReadonlySet<string>): number {
  const shared = [...words].filter((word) => others.has(word)).length;
  return shared < fewest ? 0 : shared / (words.size + others.size - shared);
}

/** Nearly all words; about half of them where service and regulation are the same too. */
function neededLikeness(plan: Plan, one: Requirement, other: Requirement): number {
  if (differInService(plan, one, other)) return Infinity;
  const numbers = regulationsOf(other);
  const sameRegulation = regulationsOf(one).some((number) => numbers.includes(number));
  return sameRegulation && servicesOf(plan, one).length > 0 && servicesOf(plan, other).length > 0
    ? 0.5
    : 0.8;
}

/** Whether both say which services they concern, and these have none in common. */
function differInService(plan: Plan, one: Requirement, other: Requirement): boolean {
  const services = servicesOf(plan, one);
  const others = servicesOf(plan, other);
  if (services.length === 0 || others.length === 0) return false;
  return !services.some((service) => others.includes(service));
}

const servicesOf = (plan: Plan, { item }: Requirement): string[] =>
  (item.services?.services.value ?? []).map(
    (reference) =>
      plan.find('service', reference)?.id ?? reference.id ?? plainWords(reference.name ?? ''),
  );

/** The numbers of the regulations, without their paragraphs. */
const regulationsOf = ({ item }: Requirement): string[] =>
  (item.regulations?.paragraphs.value ?? []).map(
    ({ instrument, paragraph }) =>
      `${instrument}:${/^\d+[A-Z]*/.exec(paragraph)?.[0] ?? paragraph}`,
  );
