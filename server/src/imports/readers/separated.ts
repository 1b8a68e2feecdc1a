import { sheetOf, type Refusal, type Sheets } from '../cells.ts';

/** Text files with a mark between cells: commas, semicolons, tabs or bars. */

const separators = [',', ';', '\t', '|'] as const;
const inWords = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars' } as const;

/** The text of a file's bytes, and what to say of how it was saved. */
export function textOfBytes(bytes: Uint8Array): { text: string; remarks: string[] } {
  const mark =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : undefined;
  if (mark !== undefined)
    return { text: new TextDecoder(mark).decode(bytes), remarks: ['Saved as UTF-16.'] };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), remarks: [] };
  } catch {
    const text = new TextDecoder('windows-1252').decode(bytes);
    return {
      text,
      remarks: [
        'Saved as Windows-1252, an older form of text; look at £, dashes and quotation marks.',
      ],
    };
  }
}

/** Reads rows of text, whatever separates their cells. */
export async function readSeparated(
  text: string,
  remarks: readonly string[],
): Promise<Sheets | Refusal> {
  const separator = separatorOf(text);
  const { parse } = await import('csv-parse/sync');
  const options = {
    delimiter: separator,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
  };
  const said = [...remarks, `Cells are separated by ${inWords[separator]}.`];
  let rows: string[][];
  try {
    rows = parse(text, options);
  } catch {
    // A quotation mark that is never closed: then they are marks like any other.
    try {
      rows = parse(text, { ...options, quote: null });
      said.push('Quotation marks do not come in pairs, so they were read as part of the text.');
    } catch {
      return { wrong: 'cannot be cut into cells: save it as .xlsx' };
    }
  }
  return { sheets: [sheetOf('', rows)], remarks: said };
}

/** What cuts the first lines into the most cells, and nearly all of them alike. */
function separatorOf(text: string): (typeof separators)[number] {
  const lines = text
    .slice(0, 65_536)
    .replaceAll(/"(?:[^"]|"")*"/g, '')
    .split(/\r\n|\n|\r/, 50)
    .filter((line) => line.trim() !== '');
  const scores = separators.map((separator) => {
    const counts = lines.map((line) => line.split(separator).length - 1);
    const usual = Math.max(0, ...counts);
    return counts.filter((found) => found > 0 && found >= usual / 2).length * Math.min(usual, 40);
  });
  return separators[scores.indexOf(Math.max(...scores))] ?? ',';
}
