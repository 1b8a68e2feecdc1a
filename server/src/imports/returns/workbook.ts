import readXlsxFile from 'read-excel-file/universal';
import { prefixed, readXml } from '../xml.ts';
import { unpacked, zipEntries, type ZipEntry } from '../zip.ts';

/** Spreadsheets from anywhere: what stands in their cells, or in words why they are not read. */

/** The largest file, and the most that it may hold once unpacked, in bytes. */
export const workbookLimits = {
  file: 10 * 1024 * 1024,
  unpacked: 64 * 1024 * 1024,
  entries: 1000,
  /** The last row and column in which anything may stand, counted from 1. */
  row: 20_000,
  column: 200,
} as const;

/** What is worked out in a cell, or went wrong there. */
export type Worked = 'formula' | 'error';

export interface Sheet {
  readonly name: string;
  /** Rows of cells, from the top and the left: texts, numbers, booleans, dates, and null where nothing stands. */
  readonly rows: readonly (readonly unknown[])[];
  /** The cells that hold a formula or an error, by `row:column`, counted from 0. */
  readonly worked: ReadonlyMap<string, Worked>;
}

/**
 * Reads an .xlsx file within limits: no more is unpacked than `workbookLimits` says, whatever the file
 * claims, and nothing in it is run or fetched.
 */
export async function readWorkbook(
  bytes: Uint8Array,
): Promise<readonly Sheet[] | { readonly wrong: string }> {
  if (bytes.length === 0) return { wrong: 'it is empty' };
  if (bytes.length > workbookLimits.file)
    return { wrong: `it is larger than ${megabytes('file')}` };
  if (isCompound(bytes)) {
    return holdsText(bytes, 'EncryptedPackage')
      ? { wrong: 'it has a password; save it without one' }
      : { wrong: 'it is in an old form of Excel; save it as .xlsx' };
  }
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return { wrong: 'it is no .xlsx workbook' };
  const entries = zipEntries(bytes);
  if (entries === undefined) return { wrong: 'it is damaged: part of it is missing or changed' };
  const other = otherKind(entries);
  if (other !== undefined) return { wrong: other };
  const parts = await partsOf(bytes, entries);
  if ('wrong' in parts) return parts;
  // Every part that is a sheet, whether the workbook names it or not: the library may find more than we do.
  const cells = new Map<string, ReadonlyMap<string, Worked>>();
  for (const [path, xml] of parts) {
    if (!xml.includes('sheetData')) continue;
    const found = workedCells(xml);
    if ('wrong' in found) return found;
    cells.set(path, found);
  }
  const paths = new Map(sheetPaths(parts));
  try {
    const sheets = await readXlsxFile(bytes.slice().buffer);
    return sheets.map(({ sheet, data }) => ({
      name: sheet,
      rows: data,
      worked: cells.get(paths.get(sheet) ?? '') ?? new Map<string, Worked>(),
    }));
  } catch {
    return {
      wrong: 'it is damaged, or a formula in it has no result; open it, save it and try again',
    };
  }
}

const megabytes = (limit: 'file' | 'unpacked'): string =>
  `${String(workbookLimits[limit] / 1024 / 1024)} MB, the most that is read`;

/** The container of old Excel files, and of those with a password: a Compound File (MS-CFB 2.2). */
const isCompound = (bytes: Uint8Array): boolean =>
  [0xd0, 0xcf, 0x11, 0xe0].every((byte, index) => bytes[index] === byte);

/** Whether a name stands in a compound file, whose names are UTF-16. */
function holdsText(bytes: Uint8Array, name: string): boolean {
  const text = new TextDecoder('latin1').decode(bytes);
  return text.includes(name.replaceAll(/./g, '$&\0'));
}

/** Why a zip file is no .xlsx workbook that can be read; undefined where it may be one. */
function otherKind(entries: readonly ZipEntry[]): string | undefined {
  const has = (name: string): boolean => entries.some((entry) => entry.name === name);
  if (entries.length > workbookLimits.entries) return 'it holds too many parts for a return';
  if (entries.some(({ isLocked }) => isLocked)) return 'it has a password; save it without one';
  if (has('content.xml')) return 'it is an OpenDocument file; save it as .xlsx';
  if (has('xl/workbook.bin')) return 'it is a binary workbook; save it as .xlsx';
  return has('xl/workbook.xml') ? undefined : 'it is no .xlsx workbook';
}

type Parts = ReadonlyMap<string, string>;

/** The XML of a workbook by its path. */
async function partsOf(
  bytes: Uint8Array,
  entries: readonly ZipEntry[],
): Promise<Parts | { readonly wrong: string }> {
  const parts = new Map<string, string>();
  let left: number = workbookLimits.unpacked;
  for (const entry of entries) {
    if (!entry.name.endsWith('.xml') && !entry.name.endsWith('.rels')) continue;
    const content = await unpacked(bytes, entry, left);
    if (content === 'too large')
      return { wrong: `unpacked it is larger than ${megabytes('unpacked')}` };
    // The library makes room for as much as an entry says that it holds.
    if (content === 'broken' || content.length !== entry.size || parts.has(entry.name)) {
      return { wrong: 'it is damaged: part of it is missing or changed' };
    }
    left -= content.length;
    const text = new TextDecoder().decode(content);
    // A document type may say what stands for more than is there.
    if (text.includes('<!DOCTYPE')) return { wrong: 'it is no .xlsx workbook' };
    parts.set(entry.name, text);
  }
  return parts;
}

/** Each sheet with the path of its part. */
function sheetPaths(parts: Parts): [string, string][] {
  const targets = new Map<string, string>();
  const paths: [string, string][] = [];
  readXml(parts.get('xl/_rels/workbook.xml.rels') ?? '', {
    open(tag, attributes) {
      if (tag !== 'Relationship') return;
      const { Id = '', Target = '' } = attributes();
      targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`);
    },
  });
  readXml(parts.get('xl/workbook.xml') ?? '', {
    open(tag, attributes) {
      if (tag !== 'sheet') return;
      const path = targets.get(prefixed(attributes(), 'id') ?? '') ?? '';
      paths.push([attributes().name ?? '', path]);
    },
  });
  return paths;
}

/** The cells of a sheet that hold a formula or an error; in words where it is larger than any return. */
function workedCells(xml: string): ReadonlyMap<string, Worked> | { readonly wrong: string } {
  const found = new Map<string, Worked>();
  let wrong: string | undefined;
  let key = '';
  const isRead = readXml(xml, {
    open(tag, attributes) {
      if (tag === 'row' && Number(attributes().r ?? 0) > lastRow) wrong = tooLarge;
      if (tag === 'f' && !found.has(key)) found.set(key, 'formula');
      if (tag === 'c') {
        const { r = '', t } = attributes();
        const [, letters = '', digits = ''] = /^([A-Z]{1,7})(\d{1,9})$/.exec(r) ?? [];
        const column = columnNumber(letters);
        const row = Number(digits);
        if (letters === '') wrong = 'it is damaged: a cell does not say where it stands';
        else if (row > workbookLimits.row || column > workbookLimits.column) wrong = tooLarge;
        key = `${String(row - 1)}:${String(column - 1)}`;
        if (t === 'e') found.set(key, 'error');
      }
      return wrong === undefined;
    },
  });
  if (wrong !== undefined) return { wrong };
  return isRead ? found : { wrong: 'it is damaged: part of it is missing or changed' };
}

const tooLarge = 'it has rows or columns far beyond those of a return';

/** The last row of a spreadsheet: programs write down how high empty ones are. */
const lastRow = 1_048_576;

/** A is 1, Z is 26, AA is 27. */
function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}
