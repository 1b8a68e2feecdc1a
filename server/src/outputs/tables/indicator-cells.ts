import type { Value } from '../../language/items.ts';
import type { Figure } from '../../language/slots.ts';
import { aimInWords, figureInWords } from '../../checks/shared/figures.ts';
import { dateInWords } from '../../plan/calendar.ts';
import { goalOf, type Aim } from '../../plan/facts/indicators.ts';
import type { Entity } from '../../plan/plan.ts';
import { sentence } from '../../plan/words.ts';
import { absent, inDigits, number, type Cell, type Goal, type NumberCell } from './table.ts';
import { missingInWords } from './values.ts';

/** Figures of indicators, and what they are to reach, as cells. */

type Indicator = Entity<'indicator'>;

export const figureCell = (indicator: Indicator, figure: Figure): Cell =>
  number(figure.amount, figureInWords(indicator, figure));

/** A figure, the word in its place, or `otherwise` where there is none at all. */
export function figureOr(
  indicator: Indicator,
  figure: Value<Figure | string> | undefined,
  otherwise: string,
): Cell {
  if (figure === undefined) return absent(otherwise);
  if (typeof figure.value === 'object') return figureCell(indicator, figure.value);
  return absent(missingInWords(figure), figure.given);
}

/** A figure that was worked out, with so many decimals and its indicator’s unit, where that is per cent. */
export function workedOut(indicator: Indicator, value: number, decimals: number): NumberCell {
  const shown = value.toFixed(decimals);
  const figure = { amount: value, percent: false, written: inDigits(shown) };
  return number(Number(shown), figureInWords(indicator, figure));
}

/** What an indicator is to reach, in a sentence’s beginning: “At least 85 %, by 31 December 2018”. */
export const aimWithDate = (indicator: Indicator, aim: Aim): string =>
  sentence(aimInWords(indicator, aim)) +
  (aim.by?.value === undefined ? '' : `, by ${dateInWords(aim.by.value)}`);

/** The aims that a drawing can show: those that come to a figure. */
export const goalsOf = (indicator: Indicator, aims: readonly Aim[]): Goal[] =>
  aims.flatMap((aim) => {
    const value = goalOf(indicator, aim)?.amount;
    return value === undefined ? [] : [{ value, words: sentence(aimInWords(indicator, aim)) }];
  });
