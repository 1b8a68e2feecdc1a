import { monthNames } from '../../language/dates.ts';
import { dayOfNumber } from '../../language/days.ts';
import type { DateShown } from '../cells.ts';
import { attribute, tagsOf } from './xml.ts';

/** How cells of a workbook are shown: the form of a number, and the colour that a cell is filled with. */
export interface Style {
  readonly format: string;
  readonly fill: string | undefined;
}

/** Number formats that a workbook names by their number alone (ECMA-376, part 1, 18.8.30); day before month. */
const builtIn: Readonly<Record<number, string>> = {
  9: '0%',
  10: '0.00%',
  14: 'dd/mm/yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  22: 'dd/mm/yyyy hh:mm',
  27: 'dd/mm/yyyy',
  30: 'dd/mm/yyyy',
  36: 'dd/mm/yyyy',
  50: 'dd/mm/yyyy',
  57: 'mmm-yy',
  58: 'd-mmm',
};

/** The styles of a workbook in their order: a cell has the number of one. */
export function stylesOf(xml: string): Style[] {
  const formats = new Map<number, string>();
  const fills: (string | undefined)[] = [];
  const styles: Style[] = [];
  let inside = '';
  for (const tag of tagsOf(xml)) {
    if (tag.name === 'cellXfs' || tag.name === 'fills') inside = tag.closes ? '' : tag.name;
    else if (tag.name === 'numFmt')
      formats.set(Number(attribute(tag, 'numFmtId')), attribute(tag, 'formatCode') ?? '');
    else if (inside === 'fills' && tag.name === 'fill' && !tag.closes) fills.push(undefined);
    else if (inside === 'fills' && tag.name === 'fgColor' && fills.length > 0) {
      fills[fills.length - 1] = colourWord(attribute(tag, 'rgb') ?? '');
    } else if (inside === 'cellXfs' && tag.name === 'xf' && !tag.closes) {
      const number = Number(attribute(tag, 'numFmtId') ?? 0);
      styles.push({
        format: formats.get(number) ?? builtIn[number] ?? '',
        fill: fills[Number(attribute(tag, 'fillId') ?? 0)],
      });
    }
  }
  return styles;
}

/** The colour of a rating in a word; undefined for white, black and greys, which tell nothing. */
function colourWord(rgb: string): string | undefined {
  const [, hex = ''] = /^(?:[\da-f]{2})?([\da-f]{6})$/i.exec(rgb) ?? [];
  if (hex === '') return undefined;
  const [red, green, blue] = [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as [
    number,
    number,
    number,
  ];
  const most = Math.max(red, green, blue);
  const spread = most - Math.min(red, green, blue);
  if (spread < 48) return undefined;
  if (most === red && green >= blue) {
    const share = (green - blue) / spread;
    if (share < 0.3) return 'red';
    return share < 0.92 ? 'amber' : 'yellow';
  }
  if (most === red) return blue - green > spread * 0.5 ? undefined : 'red';
  if (most === green) return red - blue > spread * 0.85 ? 'yellow' : 'green';
  return red - green > spread * 0.4 ? 'purple' : 'blue';
}

/** What a number format shows of a date; undefined where it shows none. */
export function dateShownBy(format: string): DateShown | undefined {
  const bare = partsOf(format);
  const [hasDay, hasYear] = [/d/i.test(bare), /y/i.test(bare)];
  const hasMonth = /m{3,}/i.test(bare) || (/m/i.test(bare) && (hasDay || hasYear));
  if (hasDay && hasYear) return 'whole';
  if (hasMonth && hasYear) return 'month';
  if (hasDay && hasMonth) return 'without-year';
  return hasYear ? 'year' : undefined;
}

/** A format without texts in quotes, colours, times and what it says of negative numbers. */
const partsOf = (format: string): string =>
  format
    .replaceAll(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, '')
    .replace(/;.*/s, '')
    .replaceAll(/\bh+(?::mm?)?(?::ss?)?(?:\s*am\/pm)?/gi, '');

/** A day, counted from 1 January 1970, as a format shows it: `Oct-18`. */
export function dayShown(day: number, format: string): string {
  const iso = dayOfNumber(day);
  const [year, month, ofMonth] = [iso.slice(0, -6), iso.slice(-5, -3), iso.slice(-2)];
  const name = monthNames[Number(month) - 1] ?? '';
  const quotesRead = format.replaceAll(/"([^"]*)"|\\(.)/g, (_, quoted?: string, one?: string) =>
    /[dmy]/i.test(quoted ?? one ?? '') ? '' : (quoted ?? one ?? ''),
  );
  return partsOf(quotesRead)
    .replaceAll(/d{1,4}|m{1,5}|y{1,4}/gi, (part) => {
      const kind = part[0]?.toLowerCase();
      if (kind === 'y') return part.length > 2 ? year : year.slice(-2);
      if (kind === 'd') {
        if (part.length > 2) return '';
        return part.length === 2 ? ofMonth : String(Number(ofMonth));
      }
      if (part.length > 2) return part.length === 4 ? name : name.slice(0, 3);
      return part.length === 2 ? month : String(Number(month));
    })
    .replaceAll(/^[\s,;@]+|[\s,;@]+$/g, '');
}
