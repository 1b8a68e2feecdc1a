import {
  addressOf,
  columnAt,
  tidyText,
  type Cell,
  type Coloured,
  type Refusal,
  type Row,
  type Sheet,
  type Sheets,
} from '../cells.ts';
import { limits } from '../limits.ts';
import { count, listed } from '../../plan/words.ts';
import { dateShownBy, dayShown, stylesOf, type Style } from './xlsx-styles.ts';
import { attribute, tagsOf, unescaped } from './xml.ts';
import { fillMerged, type Merge } from './merged.ts';
import type { Packed } from './packed.ts';

/** Workbooks of Excel, LibreOffice and Google Sheets (ECMA-376, SpreadsheetML). */

/** Days from the day that a workbook counts from to 1 January 1970; it takes 1900 for a leap year. */
const toEpoch = { since1900: 25_569, since1904: 24_107 };

interface Book {
  readonly strings: readonly string[];
  readonly styles: readonly Style[];
  readonly epoch: number;
}

interface Listed {
  readonly name: string;
  readonly hidden: boolean;
  readonly path: string;
}

/** Reads every sheet of a workbook, hidden ones too. */
export async function readXlsx(zip: Packed): Promise<Sheets | Refusal> {
  const [workbook, links, strings, styles] = await Promise.all(
    ['xl/workbook.xml', 'xl/_rels/workbook.xml.rels', 'xl/sharedStrings.xml', 'xl/styles.xml'].map(
      (name) => zip.text(name),
    ),
  );
  for (const part of [workbook, links, strings, styles]) {
    if (part === undefined || typeof part !== 'string') return part ?? { wrong: 'is damaged' };
  }
  const listing = sheetsIn(workbook as string, links as string);
  const since1904 = [...tagsOf(workbook as string)].some(
    (tag) => tag.name === 'workbookPr' && /^(?:1|true)$/.test(attribute(tag, 'date1904') ?? ''),
  );
  const book: Book = {
    strings: stringsOf(strings as string),
    styles: stylesOf(styles as string),
    epoch: since1904 ? toEpoch.since1904 : toEpoch.since1900,
  };
  const sheets: Sheet[] = [];
  let cells = 0;
  for (const { name, hidden, path } of listing) {
    const xml = await zip.text(path);
    if (typeof xml !== 'string') return xml;
    const sheet = sheetFrom(xml, name, hidden, book, limits.cells - cells);
    if ('wrong' in sheet) return sheet;
    cells += sheet.rows.reduce((sum, row) => sum + row.cells.size, 0);
    sheets.push(sheet);
  }
  if (listing.length === 0) return { wrong: 'has no sheet that can be read' };
  return { sheets, remarks: remarksOn(zip, sheets) };
}

function sheetsIn(workbook: string, links: string): Listed[] {
  const targets = new Map<string, string>();
  for (const tag of tagsOf(links)) {
    if (tag.name !== 'Relationship') continue;
    const target = (attribute(tag, 'Target') ?? '').replace(/^\//, '').replace(/^xl\//, '');
    targets.set(attribute(tag, 'Id') ?? '', `xl/${target}`);
  }
  return [...tagsOf(workbook)].flatMap((tag) => {
    const path = targets.get(attribute(tag, 'id') ?? '');
    if (tag.name !== 'sheet' || tag.closes || path?.includes('/worksheets/') !== true) return [];
    return [
      {
        name: attribute(tag, 'name') ?? '',
        hidden: attribute(tag, 'state')?.includes('idden') === true,
        path,
      },
    ];
  });
}

/** Texts that cells name by number; what tells how they are spoken in Japanese is no part of them. */
function stringsOf(xml: string): string[] {
  const strings: string[] = [];
  let text = '';
  let spoken = false;
  for (const tag of tagsOf(xml)) {
    if (tag.name === 'si' && !tag.closes) text = '';
    else if (tag.name === 'rPh') spoken = !tag.closes && !tag.alone;
    else if (tag.name === 't' && tag.closes && !spoken) text += tag.before;
    if (tag.name === 'si' && (tag.closes || tag.alone)) strings.push(ownText(text));
  }
  return strings;
}

/** `_x000D_` is how a workbook writes what XML cannot. */
const ownText = (raw: string): string =>
  unescaped(raw).replaceAll(/_x([\dA-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );

/** A cell as its tag begins it. */
interface Begun {
  readonly column: number;
  readonly type: string;
  readonly style: Style | undefined;
}

function sheetFrom(
  xml: string,
  name: string,
  hidden: boolean,
  book: Book,
  most: number,
): Sheet | Refusal {
  const rows: Row[] = [];
  const colours: Coloured[] = [];
  const merges: Merge[] = [];
  const hiddenColumns = new Set<number>();
  let number = 0;
  let rowHidden = false;
  let cells = new Map<number, Cell>();
  let begun: Begun | undefined;
  let next = 0;
  let value = '';
  let formula = false;
  let total = 0;
  const endCell = (): void => {
    if (begun === undefined) return;
    const at = addressOf(name, number, begun.column);
    const shown = shownIn(begun, value, book);
    const fill = begun.style?.fill;
    if (shown.text !== '') {
      const isHidden = hidden || rowHidden || hiddenColumns.has(begun.column);
      cells.set(begun.column, {
        ...shown,
        at,
        fill,
        ...(isHidden && { hidden: true }),
        ...(formula && { formula: true }),
      });
      total++;
    } else if (fill !== undefined && colours.length < limits.parts) {
      colours.push({ at, row: number, column: begun.column, fill });
    }
    begun = undefined;
  };
  for (const tag of tagsOf(xml)) {
    switch (tag.name) {
      case 'row':
        if (!tag.closes) {
          number = Number(attribute(tag, 'r') ?? number + 1);
          rowHidden = /^(?:1|true)$/.test(attribute(tag, 'hidden') ?? '');
          next = 0;
        }
        if ((tag.closes || tag.alone) && cells.size > 0) {
          rows.push({ number, cells });
          cells = new Map();
        }
        break;
      case 'c':
        if (!tag.closes) {
          const letters = /^[A-Z]{1,3}/.exec(attribute(tag, 'r') ?? '')?.[0];
          const column = letters === undefined ? next : columnAt(letters);
          begun = {
            column,
            type: attribute(tag, 't') ?? 'n',
            style: book.styles[Number(attribute(tag, 's') ?? 0)],
          };
          next = column + 1;
          value = '';
          formula = false;
        }
        if (tag.closes || tag.alone) endCell();
        if (total > most)
          return { wrong: `holds more than ${count(limits.cells, 'cell')}, the most that is read` };
        break;
      case 'v':
      case 't':
        if (tag.closes) value += tag.before;
        break;
      case 'f':
        formula = true;
        break;
      case 'col':
        if (/^(?:1|true)$/.test(attribute(tag, 'hidden') ?? '')) {
          const last = Math.min(Number(attribute(tag, 'max') ?? 0), 16_384);
          for (let column = Number(attribute(tag, 'min') ?? 1); column <= last; column++)
            hiddenColumns.add(column - 1);
        }
        break;
      case 'mergeCell':
        merges.push(...mergeOf(attribute(tag, 'ref') ?? ''));
        break;
      default:
    }
  }
  return fillMerged({ name, hidden, rows, colours }, merges, most - total);
}

function mergeOf(range: string): Merge[] {
  const match = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(range);
  if (match === null) return [];
  const [, left = '', top = '', right = '', bottom = ''] = match;
  return [
    { left: columnAt(left), top: Number(top), right: columnAt(right), bottom: Number(bottom) },
  ];
}

/** What a reader sees in a cell, and the day behind it where it shows one. */
function shownIn({ type, style }: Begun, raw: string, book: Book): Pick<Cell, 'text' | 'date'> {
  if (type === 's') return { text: tidyText(book.strings[Number(raw)] ?? '') };
  if (type === 'b') return { text: raw === '1' ? 'TRUE' : 'FALSE' };
  if (type === 'd') return { text: tidyText(raw.replace(/T.*/, '')) };
  if (type !== 'n') return { text: tidyText(ownText(raw)) };
  const number = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(number)) return { text: tidyText(unescaped(raw)) };
  const format = style?.format ?? '';
  const shown = dateShownBy(format);
  if (shown !== undefined && number >= 1 && number < 2_958_466) {
    const day = Math.floor(number) - book.epoch;
    return { text: dayShown(day, format), date: { day, shown } };
  }
  return { text: format.includes('%') ? `${plain(number * 100)}%` : plain(number) };
}

/** A number without what binary fractions leave behind. */
const plain = (number: number): string => String(Number(number.toPrecision(12)));

function remarksOn(zip: Packed, sheets: readonly Sheet[]): string[] {
  const remarks: string[] = [];
  const say = (isSo: boolean, words: string): void => {
    if (isSo) remarks.push(words);
  };
  const any = (pattern: RegExp): boolean => zip.names.some((name) => pattern.test(name));
  const cells = sheets.flatMap(({ rows }) => rows.flatMap((row) => [...row.cells.values()]));
  const hidden = sheets.filter((sheet) => sheet.hidden).map(({ name }) => `“${name}”`);
  const unseen = cells.filter((cell) => cell.hidden === true && cell.from === undefined).length;
  const worked = cells.filter(({ formula }) => formula === true).length;
  say(any(/vbaProject/i), 'Its macros were left alone.');
  say(
    hidden.length > 0,
    `Hidden ${hidden.length === 1 ? 'sheet' : 'sheets'}, read like the others: ${listed(hidden)}.`,
  );
  say(
    unseen > 0,
    `${count(unseen, 'cell')} in hidden rows, columns or sheets; they were read like the others.`,
  );
  say(
    worked > 0,
    `${count(worked, 'cell')} worked out by formulas; the values that the file keeps were taken.`,
  );
  say(any(/^xl\/(?:comments|threadedComments)/), 'Comments on cells were not read.');
  say(
    any(/^xl\/(?:media|embeddings|drawings\/drawing)/),
    'Pictures and embedded files were not read.',
  );
  say(any(/^xl\/externalLinks\//), 'Links to other workbooks were not followed.');
  return remarks;
}
