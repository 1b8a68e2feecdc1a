import type { IsoDate } from '../../language/dates.ts';
import { fold } from '../../plan/entity.ts';
import type { Edit } from '../../plan/flag.ts';
import type { Entity, Plan } from '../../plan/plan.ts';
import type { NewLine } from '../../writing/lines.ts';
import type { Cell } from '../cells.ts';

/** A changed cell: what the plan’s register says, and what the file says. */
export interface ChangedCell {
  readonly plan: Plan;
  readonly asAt: IsoDate;
  readonly action: Entity<'action'>;
  readonly old: string;
  readonly text: string;
  readonly cell: Cell | undefined;
}

/** What is written for it; `why` where nothing can be, and neither where the plan says it already. */
export type Written =
  | { readonly edits: readonly Edit[]; readonly lines?: readonly NewLine[]; readonly of?: Entity }
  | { readonly why: string }
  | undefined;

export type Write = (changed: ChangedCell) => Written;

export const byHand = (what: string): Written => ({
  why: `${what}; write it into the plan by hand`,
});

/** A line to add to the action. */
export const added = (line: string, below: NewLine['below'] = []): Written => ({
  edits: [],
  lines: [{ line, below }],
});

/** Names and texts compare without regard to case and spacing. */
export const same = (a: string, b: string): boolean => fold(a) === fold(b);
