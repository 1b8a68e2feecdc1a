import type { CodeActionKind, Range } from 'vscode-languageserver-types';
import type { PlanFile, Unit } from '../../plan/file.ts';
import type { Entity } from '../../plan/plan.ts';
import type { Ask } from '../ask.ts';
import type { Change } from '../changes.ts';
import { offsetAt, unitAt } from '../places.ts';

/** Something that can be done to the text at a place, without any flag that asks for it. */
export interface Rewrite {
  /** What it does, naming the thing: “Declare Head of Estates as an SRO”. */
  readonly title: string;
  /** Why it cannot be done here, where that helps to know. */
  readonly disabled?: string | undefined;
  /** Worked out when it is chosen. */
  readonly change: () => Change;
}

/** One kind of rewriting. */
export interface RewriteRule {
  /** A short name that stays the same, by which an editor's choice is found again. */
  readonly id: string;
  readonly kind: CodeActionKind;
  /** What can be done where somebody points; cheap, for it is asked at every step of the cursor. */
  offer(selected: Selected): Iterable<Rewrite>;
}

/** Where somebody points, or what is selected. */
export interface Selected {
  readonly ask: Ask;
  readonly file: PlanFile;
  /** Offsets in the file. */
  readonly start: number;
  readonly end: number;
  /** The unit in which it begins, and the innermost item there. */
  readonly unit: Unit;
  readonly entity: Entity | undefined;
  /** Whether the editor can make new files. */
  readonly createFiles: boolean;
}

/** What stands in a range of the file that is asked about. */
export function selectedIn(ask: Ask, range: Range, createFiles: boolean): Selected | undefined {
  const { file } = ask;
  const start = offsetAt(file, range.start);
  const end = Math.max(start, offsetAt(file, range.end));
  const unit = unitAt(file, start);
  if (unit === undefined) return undefined;
  const at = start - unit.start;
  const entity = ask.plan
    .entitiesIn(unit)
    .filter(({ item: { span } }) => span.start <= at && at <= span.end)
    .reduce<Entity | undefined>(
      (best, one) => (best === undefined || isShorter(one, best) ? one : best),
      undefined,
    );
  return { ask, file, start, end, unit, entity, createFiles };
}

const isShorter = (one: Entity, other: Entity): boolean =>
  one.item.span.end - one.item.span.start < other.item.span.end - other.item.span.start;

/** The action somebody points at, where all of its block can be read. */
export function readableAction({ entity }: Selected): Entity<'action'> | undefined {
  const isReadable = entity?.kind === 'action' && entity.unit.reading.problems.length === 0;
  return isReadable ? entity : undefined;
}

/** What is said in place of an offer where a block has a line that cannot be read. */
export function* unreadable({ entity }: Selected, title: string): Generator<Rewrite> {
  if (entity === undefined || entity.unit.reading.problems.length === 0) return;
  const disabled = 'Something in this block cannot be read. Put that right first.';
  yield { title, disabled, change: () => ({ edits: [] }) };
}

/** Where somebody points, as an offset in the unit. */
export const pointIn = ({ start, unit }: Selected): number => start - unit.start;
