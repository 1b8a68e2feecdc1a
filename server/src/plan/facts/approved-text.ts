import type { IsoDate } from '../../language/dates.ts';
import { ItemFact } from '../fact.ts';
import { hash } from '../hash.ts';
import type { Entity, Fact, Plan } from '../plan.ts';
import { date, reference, references, text } from './comparable.ts';
import { knownAt } from './history.ts';

/**
 * The fingerprint of what a committee approves: which requirements and actions there are, what they say
 * is to be done, who answers for it, by when it was first due, and how it is measured. Updates, evidence,
 * new dates and judgements are the life of a plan and no part of it; nor is the order of the blocks.
 */

type Approved = Entity<'action'> | Entity<'requirement'>;

const measures = ({ item }: Approved): unknown =>
  item.measures.map((measure) => [text(measure.text), reference(measure.indicator)]);

function wordsOf(entity: Approved): readonly unknown[] {
  const { item, id } = entity;
  const heading = [
    item.keyword,
    id,
    text(item.title),
    measures(entity),
    reference(item.sro?.owner),
  ];
  return item.kind === 'action'
    ? [
        ...heading,
        text(item.description?.text),
        references(item.requirements?.requirements),
        date(item.due?.date),
        text(item.outcome?.text),
      ]
    : [...heading, entity.parent?.id, text(item.text?.text), date(item.when?.when)];
}

/** The two halves of an item's hash, to be added up. */
type Halves = readonly [high: number, low: number];

const halves = new ItemFact<Plan, Approved, Halves>((_, entity) => {
  const digits = hash(JSON.stringify(wordsOf(entity)));
  return [Number.parseInt(digits.slice(0, 8), 16), Number.parseInt(digits.slice(8), 16)];
});

/** Added up, so that an edit of one action costs little more than reading what is kept of the others. */
const fingerprint: Fact<string> = {
  of(plan) {
    let high = 0;
    let low = 0;
    for (const kind of ['requirement', 'action'] as const) {
      for (const entity of plan.all(kind)) {
        const [itsHigh, itsLow] = halves.of(plan, entity, '');
        high += itsHigh;
        low += itsLow;
      }
    }
    return hash(`${String(high)} ${String(low)}`);
  },
};

/** The fingerprint of what stands in the plan now, in 16 hexadecimal digits. */
export const fingerprintOf = (plan: Plan): string => plan.fact(fingerprint);

/**
 * Whether the plan is no longer what was approved: the fingerprint that its heading records, and the one that
 * it has now. Undefined where they are the same, and where at the date nothing is approved, or no fingerprint is recorded.
 */
export function changedSinceApproval(
  plan: Plan,
  { item }: Entity<'plan'>,
  asAt: IsoDate,
): { readonly recorded: string; readonly now: string } | undefined {
  const { status } = item;
  const recorded = status?.fingerprint?.value;
  if (recorded === undefined || status?.status.value !== 'approved') return undefined;
  if (!knownAt(status.on, asAt)) return undefined;
  const now = fingerprintOf(plan);
  return recorded.trim().toLowerCase() === now ? undefined : { recorded, now };
}
