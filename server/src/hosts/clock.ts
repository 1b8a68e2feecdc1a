import { Temporal } from 'temporal-polyfill';
import type { IsoDate } from '../language/dates.ts';

/** Today where the regulators and the trusts are. */
export const today = (): IsoDate => Temporal.Now.plainDateISO('Europe/London').toString();
