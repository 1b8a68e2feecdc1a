import { tidyText, type Refusal, type Sheet, type Sheets } from '../cells.ts';
import { limits } from '../limits.ts';
import { count, listed } from '../../plan/words.ts';
import { isOn, prefixed, readXml } from '../xml.ts';
import type { Packed } from './packed.ts';
import { themeIn } from './xlsx-colours.ts';
import { ownText, sheetFrom, type Book } from './xlsx-sheet.ts';
import { stylesOf } from './xlsx-styles.ts';

/** Workbooks of Excel, LibreOffice and Google Sheets (ECMA-376, SpreadsheetML). */

/** Days from the day that a workbook counts from to 1 January 1970; it takes 1900 for a leap year. */
const toEpoch = { since1900: 25_569, since1904: 24_107 };

interface Listed {
  readonly name: string;
  readonly hidden: boolean;
  readonly path: string;
}

const damaged: Refusal = {
  wrong: 'is damaged: open it in the program it came from and save it again',
};

const book = 'xl/workbook.xml';

/**
 * Reads every sheet of a workbook, hidden ones too.
 * @param progress is told which share of it is read
 */
export async function readXlsx(
  zip: Packed,
  progress: (share: number) => void,
): Promise<Sheets | Refusal> {
  const parts: string[] = [];
  for (const name of [
    book,
    'xl/_rels/workbook.xml.rels',
    'xl/sharedStrings.xml',
    'xl/styles.xml',
  ]) {
    const text = await zip.text(name);
    if (typeof text !== 'string') return text;
    parts.push(text);
  }
  const [workbook = '', links = '', strings = '', styles = ''] = parts;
  const listing = sheetsIn(workbook, links);
  const themeName = zip.names.find((name) => /^xl\/theme\/theme\d*\.xml$/.test(name));
  const theme = themeName === undefined ? '' : await zip.text(themeName);
  if (typeof theme !== 'string') return theme;
  const texts = stringsOf(strings);
  const looks = stylesOf(styles, themeIn(theme));
  if (listing === undefined || texts === undefined || looks === undefined) return damaged;
  const { sheets: listed, since1904 } = listing;
  const epoch = since1904 ? toEpoch.since1904 : toEpoch.since1900;
  const read: Book = { strings: texts, styles: looks, epoch };
  const sheets: Sheet[] = [];
  let cells = 0;
  let unsure = 0;
  for (const [index, { name, hidden, path }] of listed.entries()) {
    const xml = await zip.text(path);
    if (typeof xml !== 'string') return xml;
    const told = (share: number): void => progress((index + share) / listed.length);
    const made = sheetFrom(xml, name, hidden, read, limits.cells - cells, told);
    if ('wrong' in made) return made;
    cells += made.sheet.rows.reduce((sum, row) => sum + row.cells.size, 0);
    unsure += made.unsure;
    sheets.push(made.sheet);
  }
  if (listed.length === 0) return { wrong: 'has no sheet that can be read' };
  return { sheets, remarks: remarksOn(zip, sheets, unsure) };
}

/** The sheets that a workbook lists, and the day that it counts from; undefined where it cannot be read. */
function sheetsIn(
  workbook: string,
  links: string,
): { readonly sheets: readonly Listed[]; readonly since1904: boolean } | undefined {
  const targets = new Map<string, string>();
  const sheets: Listed[] = [];
  let since1904 = false;
  const areLinks = readXml(links, {
    open(tag, attributes) {
      if (tag !== 'Relationship') return;
      const { Id = '', Target = '' } = attributes();
      targets.set(Id, `xl/${Target.replace(/^\//, '').replace(/^xl\//, '')}`);
    },
  });
  const isBook = readXml(workbook, {
    open(tag, attributes) {
      if (tag === 'workbookPr') since1904 = isOn(attributes().date1904);
      if (tag !== 'sheet') return;
      const path = targets.get(prefixed(attributes(), 'id') ?? '');
      const { name = '', state } = attributes();
      if (path?.includes('/worksheets/') === true)
        sheets.push({ name, hidden: state?.includes('idden') === true, path });
    },
  });
  return areLinks && isBook ? { sheets, since1904 } : undefined;
}

/**
 * Texts that cells name by number; what tells how they are spoken in Japanese is no part of them. Undefined where they cannot
 * be read.
 */
function stringsOf(xml: string): string[] | undefined {
  const strings: string[] = [];
  let text = '';
  let isText = false;
  let isSpoken = false;
  const isRead = readXml(xml, {
    open(tag) {
      if (tag === 'si') text = '';
      else if (tag === 'rPh') isSpoken = true;
      else if (tag === 't') isText = true;
    },
    close(tag) {
      if (tag === 'si') strings.push(tidyText(ownText(text)));
      else if (tag === 'rPh') isSpoken = false;
      else if (tag === 't') isText = false;
    },
    text(part) {
      if (isText && !isSpoken) text += part;
    },
  });
  return isRead ? strings : undefined;
}
function remarksOn(zip: Packed, sheets: readonly Sheet[], unsure: number): string[] {
  const remarks: string[] = [];
  const say = (isSo: boolean, words: string): void => {
    if (isSo) remarks.push(words);
  };
  const any = (pattern: RegExp): boolean => zip.names.some((name) => pattern.test(name));
  const hidden = sheets.filter((sheet) => sheet.hidden).map(({ name }) => `“${name}”`);
  let unseen = 0;
  let worked = 0;
  for (const { rows } of sheets)
    for (const { cells } of rows)
      for (const cell of cells.values()) {
        if (cell.hidden === true && cell.from === undefined) unseen++;
        if (cell.formula === true) worked++;
      }
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
  say(
    unsure > 0,
    `${count(unsure, 'cell')} may have a colour that a rule of the workbook gives and that was not read: only rules that go by one word were.`,
  );
  say(any(/^xl\/(?:comments|threadedComments)/), 'Comments on cells were not read.');
  say(
    any(/^xl\/(?:media|embeddings|drawings\/drawing)/),
    'Pictures and embedded files were not read.',
  );
  say(any(/^xl\/externalLinks\//), 'Links to other workbooks were not followed.');
  return remarks;
}
