import type { IsoDate, PlanDate } from '../language/dates.ts';
import type { Value } from '../language/items.ts';
import type { Kind } from '../language/keywords/index.ts';
import type { Reference } from '../language/slots.ts';
import type { Position } from '../plan/facts/position.ts';
import type { RatingCell } from '../plan/facts/ratings.ts';
import type { Place } from '../plan/flag.ts';
import type { Entity, Plan } from '../plan/plan.ts';
import type { ChangeKind } from './kinds.ts';

/** A plan at a day: what is compared with another. */
export interface Standing {
  readonly plan: Plan;
  readonly asAt: IsoDate;
}

/** One thing about one item that is not as it was. */
export interface Change {
  readonly kind: ChangeKind;
  /** The item as it is now; as it was, where it is gone. */
  readonly item: Entity;
  /** Which of its texts, or whose rating for which question; undefined where the kind says it all. */
  readonly part?: string | undefined;
  /** What was known before, in the plan as it was then; undefined where nothing was. */
  readonly before?: Known | undefined;
  readonly after?: Known | undefined;
  /** The record that says so: when, by whom, and why. */
  readonly record?: ChangeRecord | undefined;
  /** For a new deadline: which one it is, 1 for the first. */
  readonly time?: number | undefined;
  /** For something removed: what explains it. */
  readonly explanation?: Explanation | undefined;
  /** The line that says so, else the item’s first; of the plan as it was, where the item is gone. */
  readonly place: Place;
}

/** What is known of one side, as the facts of the plan have it. */
export type Known =
  | { readonly of: 'state' | 'progress' | 'assurance' | 'lateness'; readonly position: Position }
  | {
      readonly of: 'date';
      readonly value: Value<PlanDate> | undefined;
      /** The day that it means as a deadline. */
      readonly day: IsoDate | undefined;
    }
  | {
      readonly of: 'reference';
      readonly kind: Kind;
      readonly value: Value<Reference> | undefined;
    }
  | { readonly of: 'references'; readonly value: Value<readonly Reference[]> | undefined }
  | { readonly of: 'texts'; readonly values: readonly Value<string>[] }
  | { readonly of: 'answers'; readonly requirement: Entity<'requirement'> }
  | { readonly of: 'rating'; readonly cell: RatingCell | undefined }
  /** That a record of this kind is there. */
  | { readonly of: 'record'; readonly kind: ChangeKind };

/** What a dated line says besides what it is about. */
export interface ChangeRecord {
  readonly on?: Value<PlanDate> | undefined;
  readonly by?: Value<Reference> | undefined;
  readonly minute?: Value<string> | undefined;
  readonly because?: Value<string> | undefined;
}

/** Why an item is no longer in the plan. */
export type Explanation =
  /** It was withdrawn before it was taken out. */
  | { readonly by: 'withdrawn'; readonly record: ChangeRecord }
  /** Another one continues, replaces, repeats or takes it in, or has its reference as another name. */
  | { readonly by: 'successor' | 'other-name'; readonly item: Entity }
  /** A note, or the decision of a meeting, names it. */
  | { readonly by: 'note'; readonly text: string };
