import { Temporal } from 'temporal-polyfill';
import { checks } from '../../checks/index.ts';
import { addLine } from '../../checks/shared/fixes.ts';
import { nameOf } from '../../checks/shared/names.ts';
import { dayInWords } from '../../plan/calendar.ts';
import type { Flag } from '../../plan/flag.ts';
import type { Entity } from '../../plan/plan.ts';
import type { Ask } from '../ask.ts';
import { inFile } from '../../writing/tidy.ts';
import { flaggedItem } from '../../plan/flagged-item.ts';
import type { Rewrite } from './rewrite.ts';

/**
 * A line to answer for a flag with. Until somebody writes the reason in place of `tbc`, the flag stands:
 * pressing a key explains nothing.
 */
export function explaining(
  ask: Ask,
  flag: Pick<Flag, 'check' | 'subject' | 'place' | 'explained'>,
): Rewrite | undefined {
  const { check, explained } = flag;
  const known = checks.find(({ id }) => id === check);
  if (known === undefined || known.over === 'unit' || explained !== undefined) return undefined;
  const entity = flaggedItem(ask.plan, flag);
  if (entity === undefined || isBegun(entity, check)) return undefined;
  const until = nextMonthEnd(ask.asAt);
  return {
    title: `Explain “${known.title}” of ${nameOf(entity)} until ${dayInWords(until)}, with a reason to fill in`,
    change: () => ({
      edits: [inFile(addLine(entity, `explained ${check} until ${until} because tbc`))],
    }),
  };
}

/** Whether a line is there already that only waits for its reason. */
const isBegun = ({ item }: Entity, check: string): boolean =>
  item.explained.some((line) => line.check.value === check && line.because?.value === undefined);

/** The last day of the month after a day's: as long as an explanation usually holds. */
export function nextMonthEnd(asAt: string): string {
  const next = Temporal.PlainDate.from(asAt).add({ months: 1 });
  return next.with({ day: next.daysInMonth }).toString();
}
