import { today } from '../hosts/clock.ts';
import type { IsoDate } from '../language/dates.ts';
import { isIsoDate } from '../plan/calendar.ts';
import type { Settings } from '../plan/settings.ts';
import { CannotGoOn } from './exit.ts';

/**
 * The day to judge a plan at: the one asked for, else the project's, else another, which is today in England unless it is given.
 * @throws CannotGoOn when the one asked for is no day
 */
export function asAtDate(
  asked: string | undefined,
  settings: Settings,
  otherwise: IsoDate = today(),
): IsoDate {
  if (asked !== undefined && !isIsoDate(asked)) {
    throw new CannotGoOn(`--as-at takes a day such as 2018-07-01, and "${asked}" is none.`);
  }
  return asked ?? settings.asAt ?? otherwise;
}
