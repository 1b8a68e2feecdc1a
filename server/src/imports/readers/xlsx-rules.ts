import type { Cell, Row } from '../cells.ts';
import { isOn, type Attributes } from '../xml.ts';

/** Rules by which a workbook fills cells with a colour: those that go by a word, and that there are others. */

export interface Rule {
  readonly ranges: readonly Range[];
  /** The smaller, the earlier it counts. */
  readonly priority: number;
  /** The colour it fills with, in a word: empty for one that tells nothing, undefined where it leaves the fill as it is. */
  readonly fill: string | undefined;
  /** Whether no later rule is asked where it holds. */
  readonly stops: boolean;
  /** Whether it holds of a text; undefined for a rule that is not read. */
  readonly holds: ((text: string) => boolean) | undefined;
}

/** Rows are counted from 1, columns from 0, and the last ones belong to it. */
export interface Range {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * A rule from its tag (ECMA-376, part 1, 18.3.1.10): of those that go by a cell’s value the ones that say a word or a number
 * it is to be, or to hold.
 */
export function ruleOf(
  { type, operator, text, priority, dxfId, stopIfTrue }: Attributes,
  formula: string,
  ranges: readonly Range[],
  fills: readonly (string | undefined)[],
): Rule {
  return {
    ranges,
    priority: Number(priority ?? 0),
    fill: type === 'colorScale' ? '' : dxfId === undefined ? undefined : fills[Number(dxfId)],
    stops: isOn(stopIfTrue),
    holds:
      type === 'cellIs' && operator === 'equal'
        ? equals(formula.trim())
        : type === 'containsText' && text !== undefined
          ? contains(text)
          : undefined,
  };
}

/** Large and small letters are one to a spreadsheet, wherever it compares texts. */
const folded = (text: string): string => text.toLowerCase();

function equals(formula: string): Rule['holds'] {
  const [, quoted] = /^"((?:[^"]|"")*)"$/.exec(formula) ?? [];
  const word = quoted?.replaceAll('""', '"') ?? (/^\d{1,9}$/.test(formula) ? formula : undefined);
  if (word === undefined || word === '') return undefined;
  const wanted = folded(word);
  return (text) => folded(text) === wanted;
}

/** Some characters stand for others where a spreadsheet looks for a text; such a rule is not read. */
const contains = (part: string): Rule['holds'] => {
  if (part === '' || /[?*~]/.test(part)) return undefined;
  const wanted = folded(part);
  return (text) => folded(text).includes(wanted);
};

/** The most times that a row or a cell is held against a rule. */
const mostLooks = 20_000_000;

/**
 * Rows with the colours that rules give their cells.
 * @returns also how many cells may have a colour that is not known, as a rule that is not read comes first
 */
export function ruledRows(
  rows: readonly Row[],
  rules: readonly Rule[],
): { readonly rows: readonly Row[]; readonly unsure: number } {
  if (rules.length === 0) return { rows, unsure: 0 };
  const inOrder = [...rules].sort((a, b) => a.priority - b.priority);
  let left = mostLooks;
  let unsure = 0;
  const now = rows.map((row): Row => {
    left -= inOrder.length;
    const near = inOrder.filter(({ ranges }) =>
      ranges.some(({ top, bottom }) => row.number >= top && row.number <= bottom),
    );
    if (near.length === 0) return row;
    const cells = new Map<number, Cell>();
    for (const [column, cell] of row.cells) {
      left -= near.length;
      const rule = left < 0 ? unknown : firstFor(near, row.number, column, cell.text);
      if (rule === unknown) unsure++;
      cells.set(
        column,
        rule === undefined ? cell : { ...cell, fill: rule.fill === '' ? undefined : rule.fill },
      );
    }
    return { number: row.number, cells };
  });
  return { rows: now, unsure };
}

/** A rule of which nobody can say here whether it holds. */
const unknown: Rule = { ranges: [], priority: 0, fill: '', stops: true, holds: undefined };

/** The first rule that gives a cell a colour. */
function firstFor(
  rules: readonly Rule[],
  row: number,
  column: number,
  text: string,
): Rule | undefined {
  for (const rule of rules) {
    const isIn = rule.ranges.some(
      ({ left, top, right, bottom }) =>
        column >= left && column <= right && row >= top && row <= bottom,
    );
    if (!isIn) continue;
    if (rule.fill === undefined && !rule.stops) continue;
    if (rule.holds === undefined) return unknown;
    if (rule.holds(text)) return rule.fill === undefined ? undefined : rule;
  }
  return undefined;
}
