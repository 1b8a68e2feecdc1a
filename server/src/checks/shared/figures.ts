import type { Figure } from '../../language/slots.ts';
import { dateInWords } from '../../plan/calendar.ts';
import { goalOf, isRelative, type Aim, type Measured } from '../../plan/facts/indicators.ts';
import type { Entity } from '../../plan/plan.ts';

/** Figures of indicators in words for messages. */

/** `81.6 %`, whether the figure or its indicator's unit says so; else the number alone. */
export function figureInWords({ item }: Entity<'indicator'>, { written, percent }: Figure): string {
  return !percent && item.unit?.unit.value === '%' ? `${written} %` : written;
}

/** `81.6 % (June 2018)`. */
export const measuredInWords = (
  indicator: Entity<'indicator'>,
  { figure, period }: Measured,
): string => `${figureInWords(indicator, figure)} (${dateInWords(period)})`;

type Bound = NonNullable<Aim['bound']['value']>;

const bounds: Readonly<Record<Bound, string>> = {
  'at-least': 'at least',
  'at-most': 'at most',
  exactly: 'exactly',
  'increase-by': 'an increase by',
  'decrease-by': 'a decrease by',
};

/** `at least 85 %`, `a decrease by 10 %, to at most 45`: what a target or a threshold asks for. */
export function aimInWords(indicator: Entity<'indicator'>, aim: Aim): string {
  const { bound, figure } = aim;
  if (bound.value === undefined || figure.value === undefined) return 'not known';
  const words = isRelative(aim) && !figure.value.percent ? figure.value.written : undefined;
  const asked = `${bounds[bound.value]} ${words ?? figureInWords(indicator, figure.value)}`;
  const goal = isRelative(aim) ? goalOf(indicator, aim) : undefined;
  return goal === undefined ? asked : `${asked}, to ${bounds[goal.side]} ${String(goal.amount)}`;
}
