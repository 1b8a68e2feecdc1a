import {
  columnAt,
  columnName,
  tidyText,
  type Cell,
  type Coloured,
  type Refusal,
  type Row,
  type Sheet,
} from '../cells.ts';
import { limits } from '../limits.ts';
import { count } from '../../plan/words.ts';
import { isOn, readXml, type Attributes } from '../xml.ts';
import { fillMerged, type Merge } from './merged.ts';
import { ruledRows, ruleOf, type Range, type Rule } from './xlsx-rules.ts';
import { dayShown, type Style, type Styles } from './xlsx-styles.ts';

/** One sheet of a workbook, its cells as a reader sees them. */

/** What the cells of all sheets draw on. */
export interface Book {
  /** Texts that cells name by number, tidied. */
  readonly strings: readonly string[];
  readonly styles: Styles;
  /** Days from the day that the workbook counts from to 1 January 1970. */
  readonly epoch: number;
}

export interface SheetRead {
  readonly sheet: Sheet;
  /** Cells that may have a colour which nobody can tell here. */
  readonly unsure: number;
}

/** `_x000D_` is how a workbook writes what XML cannot. */
export const ownText = (raw: string): string =>
  raw.includes('_x')
    ? raw.replaceAll(/_x([\dA-Fa-f]{4})_/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : raw;

/** How many rows are read between two times that it is said how far it is. */
const rowsAtOnce = 500;

/**
 * Reads a sheet.
 * @param most how many cells it may have
 * @param progress is told which share of it is read
 */
export function sheetFrom(
  xml: string,
  name: string,
  hidden: boolean,
  { strings, styles, epoch }: Book,
  most: number,
  progress: (share: number) => void,
): SheetRead | Refusal {
  const rows: Row[] = [];
  const colours: Coloured[] = [];
  const merges: Merge[] = [];
  const rules: Rule[] = [];
  const hiddenColumns = new Set<number>();
  const before = name === '' ? '' : `${name}!`;
  let lastRow = 0;
  let number = 0;
  let rowHidden = false;
  let cells = new Map<number, Cell>();
  let column = -1;
  let type = '';
  let style: Style | undefined;
  let value = '';
  let formula = false;
  let isSpoken = false;
  let total = 0;
  /** What the text that is read now belongs to. */
  let taking: 'value' | 'formula' | 'ranges' | undefined;
  let ruled: { ranges: readonly Range[]; rules: Attributes[]; formulas: string[] } | undefined;
  let words = '';

  const days = new Map<string, string>();
  const dayIn = (day: number, format = ''): string => {
    const key = `${String(day)} ${format}`;
    let shown = days.get(key);
    if (shown === undefined) {
      shown = dayShown(day, format);
      days.set(key, shown);
    }
    return shown;
  };

  const endCell = (): void => {
    const date = type === 'n' ? dateIn(value, style, epoch) : undefined;
    const text =
      date === undefined ? shownIn(type, value, style, strings) : dayIn(date.day, style?.format);
    const fill = style?.fill;
    if (text !== '') {
      cells.set(column, {
        text,
        at: `${before}${nameOf(column)}${String(number)}`,
        date,
        hidden: hidden || rowHidden || hiddenColumns.has(column) ? true : undefined,
        formula: formula ? true : undefined,
        fill,
      });
      total++;
    } else if (fill !== undefined && colours.length < limits.parts) {
      const at = `${before}${nameOf(column)}${String(number)}`;
      colours.push({ at, row: number, column, fill });
    }
  };

  const isRead = readXml(xml, {
    open(tag, attributes) {
      switch (tag) {
        case 'c': {
          const { r = '', t = 'n', s } = attributes();
          column = columnOf(r) ?? column + 1;
          type = t;
          style = styles.cells[s === undefined ? 0 : Number(s)];
          value = '';
          formula = false;
          break;
        }
        case 'v':
          taking = 'value';
          break;
        case 't':
          if (!isSpoken) taking = 'value';
          break;
        case 'rPh':
          isSpoken = true;
          break;
        case 'f':
          formula = true;
          break;
        case 'row': {
          const { r, hidden: isHidden } = attributes();
          number = r !== undefined && /^\d{1,7}$/.test(r) ? Number(r) : number + 1;
          rowHidden = isOn(isHidden);
          column = -1;
          if (rows.length % rowsAtOnce === 0 && lastRow > 0) progress(number / lastRow);
          break;
        }
        case 'dimension':
          lastRow = rangeIn(attributes().ref ?? '')?.bottom ?? 0;
          break;
        case 'col': {
          const { hidden: isHidden, min = 1, max = 0 } = attributes();
          if (!isOn(isHidden)) break;
          const last = Math.min(Number(max), 16_384);
          for (let each = Number(min); each <= last; each++) hiddenColumns.add(each - 1);
          break;
        }
        case 'mergeCell':
          merges.push(...rangesIn(attributes().ref ?? ''));
          break;
        case 'conditionalFormatting':
          ruled = { ranges: rangesIn(attributes().sqref ?? ''), rules: [], formulas: [] };
          break;
        case 'cfRule':
          ruled?.rules.push(attributes());
          ruled?.formulas.push('');
          break;
        case 'formula':
        case 'sqref':
          taking = tag === 'formula' ? 'formula' : 'ranges';
          words = '';
          break;
        default:
      }
      return total <= most;
    },
    close(tag) {
      switch (tag) {
        case 'c':
          endCell();
          break;
        case 'row':
          if (cells.size === 0) break;
          rows.push({ number, cells });
          cells = new Map();
          break;
        case 'rPh':
          isSpoken = false;
          break;
        case 'formula':
          // Of several, the first says what a cell is compared with.
          if (ruled?.formulas.at(-1) === '') ruled.formulas[ruled.formulas.length - 1] = words;
          break;
        case 'sqref':
          if (ruled !== undefined) ruled = { ...ruled, ranges: rangesIn(words) };
          break;
        case 'conditionalFormatting':
          for (const [index, rule] of ruled?.rules.entries() ?? []) {
            const said = ruled?.formulas[index] ?? '';
            rules.push(ruleOf(rule, said, ruled?.ranges ?? [], styles.ruled));
          }
          ruled = undefined;
          break;
        default:
      }
      taking = undefined;
    },
    text(part) {
      if (taking === 'value') value += part;
      else if (taking !== undefined) words += part;
    },
  });
  if (total > most)
    return { wrong: `holds more than ${count(limits.cells, 'cell')}, the most that is read` };
  if (!isRead)
    return { wrong: 'is damaged: open it in the program it came from and save it again' };
  const coloured = ruledRows(rows, rules);
  const sheet = fillMerged({ name, hidden, rows: coloured.rows, colours }, merges, most - total);
  return 'wrong' in sheet ? sheet : { sheet, unsure: coloured.unsure };
}

const names: string[] = [];

/** A column’s letters, which many cells need. */
const nameOf = (column: number): string => (names[column] ??= columnName(column));

/** The column of `AB12`, counted from 0; undefined where the address says none. */
function columnOf(address: string): number | undefined {
  let column = 0;
  for (let at = 0; at < 3; at++) {
    const letter = address.charCodeAt(at) - 64;
    if (!(letter >= 1 && letter <= 26)) break;
    column = column * 26 + letter;
  }
  return column === 0 ? undefined : column - 1;
}

const rangesIn = (list: string): Range[] => list.split(' ').flatMap((one) => rangeIn(one) ?? []);

/** `B2:C7`, or one cell; whole columns and rows are written out by those who write workbooks. */
function rangeIn(text: string): Range | undefined {
  const match = /^([A-Z]{1,3})(\d{1,7})(?::([A-Z]{1,3})(\d{1,7}))?$/.exec(text);
  if (match === null) return undefined;
  const [, left = '', top = '', right = left, bottom = top] = match;
  return {
    left: columnAt(left),
    top: Number(top),
    right: columnAt(right),
    bottom: Number(bottom),
  };
}

/** The day behind a number that is shown as one; undefined for any other. */
function dateIn(raw: string, style: Style | undefined, epoch: number): Cell['date'] {
  const shown = style?.shown;
  if (shown === undefined || raw.trim() === '') return undefined;
  const number = Number(raw);
  return number >= 1 && number < 2_958_466 ? { day: Math.floor(number) - epoch, shown } : undefined;
}

/** What a reader sees in a cell that is no date. */
function shownIn(
  type: string,
  raw: string,
  style: Style | undefined,
  strings: readonly string[],
): string {
  if (type === 's') return strings[Number(raw)] ?? '';
  if (type === 'b') return raw === '1' ? 'TRUE' : 'FALSE';
  if (type === 'd') return tidyText(raw.replace(/T.*/, ''));
  if (type !== 'n') return tidyText(ownText(raw));
  const number = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(number)) return tidyText(raw);
  return style?.format.includes('%') === true ? `${plain(number * 100)}%` : plain(number);
}

/** A number without what binary fractions leave behind. */
const plain = (number: number): string => String(Number(number.toPrecision(12)));
