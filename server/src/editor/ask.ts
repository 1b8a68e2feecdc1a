import type { IsoDate } from '../language/dates.ts';
import type { PlanFile, Unit } from '../plan/file.ts';
import type { Flag } from '../plan/flag.ts';
import type { Plan } from '../plan/plan.ts';

/**
 * What every answer is worked out from: a project at a date, and the file that is asked about. Nothing
 * here knows a connection; every feature is a function of an Ask and what the editor asks of it.
 */
export interface Ask {
  readonly plan: Plan;
  readonly asAt: IsoDate;
  readonly file: PlanFile;
  /** The flags of a unit, in the order of its text. */
  flagsIn(unit: Unit): readonly Flag[];
  /** The address an editor knows a file of the project by. */
  uriOf(path: string): string;
}
