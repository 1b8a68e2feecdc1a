import type { Cell, Refusal, Sheet, Sheets } from '../cells.ts';
import { limits, megabytes } from '../limits.ts';
import { count } from '../../plan/words.ts';
import { readDocx } from './docx.ts';
import { readHtml } from './html.ts';
import { readSeparated, textOfBytes } from './separated.ts';
import { readXlsx } from './xlsx.ts';
import { Packed } from './packed.ts';

const saveAs = (what: string, as: string): Refusal => ({
  wrong: `is ${what}, which is not read: open it and save it as ${as}`,
});

/**
 * Reads the tables of a file, whatever its name says it is.
 * @param progress is told which share of a workbook is read
 * @returns the cells, or why there are none, in words; nothing outside the file is ever fetched
 */
export async function readSheets(
  bytes: Uint8Array<ArrayBuffer>,
  progress: (share: number) => void = () => undefined,
): Promise<Sheets | Refusal> {
  if (bytes.length > limits.file)
    return { wrong: `is larger than ${megabytes(limits.file)}, the most that is read` };
  if (bytes.length === 0) return { wrong: 'is empty' };
  const read = await readAny(bytes, progress);
  if ('wrong' in read) return read;
  const sheets = read.sheets.filter(({ rows, colours }) => rows.length + colours.length > 0);
  if (sheets.length === 0) return { wrong: 'has nothing in it' };
  const long = longCell(sheets);
  if (long !== undefined) {
    return {
      wrong: `has ${count(long.text.length, 'character')} in ${long.at}; a cell has ${count(limits.text, 'character')} at most`,
    };
  }
  return { sheets, remarks: read.remarks };
}

/** The first cell that holds more than a cell may. */
function longCell(sheets: readonly Sheet[]): Cell | undefined {
  for (const { rows } of sheets)
    for (const { cells } of rows)
      for (const cell of cells.values()) if (cell.text.length > limits.text) return cell;
  return undefined;
}

async function readAny(
  bytes: Uint8Array<ArrayBuffer>,
  progress: (share: number) => void,
): Promise<Sheets | Refusal> {
  const start = Array.from(bytes.subarray(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
  if (start.startsWith('d0cf11e0')) return oldOffice(bytes);
  if (start.startsWith('25504446')) return saveAs('a PDF', 'a Word document (.docx)');
  if (start.startsWith('504b')) return readPacked(bytes, progress);
  const { text, remarks } = textOfBytes(bytes);
  if (text.slice(0, 65_536).includes('\0'))
    return { wrong: 'is neither a workbook, a Word document, a web page nor a text file' };
  if (text.startsWith('{\\rtf')) return saveAs('rich text (.rtf)', '.docx');
  if (/<table[\s>]/i.test(text)) return readHtml(text);
  return readSeparated(text, remarks);
}

async function readPacked(
  bytes: Uint8Array<ArrayBuffer>,
  progress: (share: number) => void,
): Promise<Sheets | Refusal> {
  const zip = Packed.open(bytes);
  if (!(zip instanceof Packed)) return zip;
  if (zip.has('xl/workbook.xml')) return readXlsx(zip, progress);
  if (zip.has('word/document.xml')) return readDocx(zip, bytes);
  if (zip.has('xl/workbook.bin')) return saveAs('a binary workbook (.xlsb)', '.xlsx');
  if (zip.has('mimetype')) {
    const type = await zip.text('mimetype');
    if (typeof type !== 'string') return type;
    return type.includes('spreadsheet')
      ? saveAs('an OpenDocument spreadsheet (.ods)', '.xlsx')
      : saveAs('an OpenDocument text (.odt)', '.docx');
  }
  return { wrong: 'is a packed file, but neither a workbook (.xlsx) nor a Word document (.docx)' };
}

/** What begins as files of Office before 2007 do; one with a password is packed in such a file too. */
function oldOffice(bytes: Uint8Array): Refusal {
  const text = new TextDecoder('utf-16le').decode(
    bytes.subarray(0, bytes.length - (bytes.length % 2)),
  );
  if (text.includes('EncryptedPackage'))
    return { wrong: 'is protected by a password: save it without one' };
  if (text.includes('WordDocument'))
    return saveAs('a Word document of before 2007 (.doc)', '.docx');
  return saveAs('a workbook of before 2007 (.xls)', '.xlsx');
}
