import { dayNumber, dayOfNumber, type IsoDate } from '../../../language/days.ts';

/** Office counts days from 30 December 1899, as if 1900 had been a leap year; before March 1900 it is wrong by one. */
const untilEpoch = 25_569;

/** The number by which Excel and the charts of Word know a day; undefined for days that they cannot hold. */
export function serialOf(day: IsoDate): number | undefined {
  const serial = dayNumber(day) + untilEpoch;
  return serial > 60 && serial < 2_958_466 ? serial : undefined;
}

/** The day of such a number. */
export const dayOfSerial = (serial: number): IsoDate => dayOfNumber(serial - untilEpoch);

/** How a day is shown: “6 August 2018”. */
export const dayFormat = 'd mmmm yyyy';
export const monthFormat = 'mmmm yyyy';
