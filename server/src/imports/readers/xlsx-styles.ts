import { monthNames } from '../../language/dates.ts';
import { dayOfNumber } from '../../language/days.ts';
import type { DateShown } from '../cells.ts';
import { readXml, type Attributes } from '../xml.ts';
import { colourIn, hexIn, usualIndexed } from './xlsx-colours.ts';

/** How cells of a workbook are shown: the form of a number, and the colour that a cell is filled with. */
export interface Style {
  readonly format: string;
  /** What it shows of a date; undefined where it shows none. */
  readonly shown: DateShown | undefined;
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

/** The styles of a workbook. */
export interface Styles {
  /** In their order: a cell has the number of one. */
  readonly cells: readonly Style[];
  /**
   * The colours with which rules fill cells, in the order in which rules name them: empty for one that tells nothing,
   * undefined where a rule fills with none.
   */
  readonly ruled: readonly (string | undefined)[];
}

const sections: ReadonlySet<string> = new Set(['numFmts', 'fills', 'cellXfs', 'dxfs']);

/**
 * The styles of a workbook.
 * @param theme the colours of its theme, as `themeIn` reads them
 * @returns undefined where they cannot be read
 */
export function stylesOf(xml: string, theme: readonly string[]): Styles | undefined {
  const formats = new Map<number, string>();
  const fills: (Attributes | undefined)[] = [];
  const ruled: (Attributes | undefined)[] = [];
  const cells: Attributes[] = [];
  const indexed: string[] = [];
  let inside = '';
  let isSolid = false;
  const isRead = readXml(xml, {
    open(tag, attributes) {
      if (sections.has(tag)) inside = tag;
      else if (tag === 'rgbColor') indexed.push(hexIn(attributes().rgb));
      else if (tag === 'dxf') ruled.push(undefined);
      else if (tag === 'patternFill') isSolid = attributes().patternType === 'solid';
      else if (inside === 'numFmts' && tag === 'numFmt')
        formats.set(Number(attributes().numFmtId), attributes().formatCode ?? '');
      else if (inside === 'fills' && tag === 'fill') fills.push(undefined);
      else if (inside === 'fills' && tag === 'fgColor' && isSolid)
        fills[fills.length - 1] = attributes();
      // A rule’s colour stands where the second colour of a pattern does.
      else if (inside === 'dxfs' && tag === 'bgColor') ruled[ruled.length - 1] = attributes();
      else if (inside === 'cellXfs' && tag === 'xf') cells.push(attributes());
    },
    close(tag) {
      if (tag === inside) inside = '';
    },
  });
  if (!isRead) return undefined;
  const palette = { theme, indexed: indexed.length > 0 ? indexed : usualIndexed };
  const wordOf = (colour: Attributes | undefined): string | undefined =>
    colour === undefined ? undefined : colourIn(colour, palette);
  const words = fills.map(wordOf);
  return {
    cells: cells.map(({ numFmtId, fillId }): Style => {
      const number = Number(numFmtId ?? 0);
      const format = formats.get(number) ?? builtIn[number] ?? '';
      return { format, shown: dateShownBy(format), fill: words[Number(fillId ?? 0)] };
    }),
    ruled: ruled.map((colour) => (colour === undefined ? undefined : (wordOf(colour) ?? ''))),
  };
}

/** What a number format shows of a date; undefined where it shows none. */
function dateShownBy(format: string): DateShown | undefined {
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
