import writeExcelFile, { type Feature } from 'write-excel-file/universal';
import { coreProperties, corePath, inXml } from '../office/core.ts';
import { font } from '../office/tones.ts';
import { partOfText, textOfPart, timeless, type Parts, type PartsToPack } from '../office/zip.ts';
import { sheetNames } from './excel-text.ts';
import { emptyCell, looksIn, numbersOfLooks } from './looks.ts';
import { rowsAsXml } from './sheet-rows.ts';
import { afterCells, beforeCells, footerOf, printedNames } from './sheet-parts.ts';
import { Strings } from './strings.ts';
import { letters, type Sheet, type SheetCell, type Workbook } from './workbook-data.ts';

/** A workbook as an .xlsx file; the same workbook gives the same bytes. Texts are texts, whatever they begin with. */
export async function asXlsx(workbook: Workbook): Promise<Uint8Array> {
  const names = sheetNames(workbook.sheets.map(({ name }) => name));
  const looks = looksIn(workbook.sheets);
  const sheets = workbook.sheets.map(({ widths, table }, index) => ({
    sheet: names[index] ?? '',
    data: [index === 0 ? [...looks.values()].map(emptyCell) : []],
    columns: widths.map((width) => ({ width })),
    orientation: 'landscape' as const,
    showGridLines: false,
    ...(table === undefined ? {} : { stickyRowsCount: table.head + 1 }),
  }));
  const blob = await writeExcelFile(sheets, {
    fontFamily: font,
    fontSize: letters,
    features: [printing(workbook.sheets, names)],
  }).toBlob();
  return timeless(new Uint8Array(await blob.arrayBuffer()), (parts) =>
    withCells(titled(parts, workbook.title), workbook.sheets, looks),
  );
}

const sheetPath = (index: number): string => `xl/worksheets/sheet${String(index + 1)}.xml`;
const stringsPath = 'xl/sharedStrings.xml';

/** The parts of a workbook with its cells in them. */
function withCells(
  parts: Parts,
  sheets: readonly Sheet[],
  looks: ReadonlyMap<string, SheetCell>,
): PartsToPack {
  const textOf = (index: number): string => textOfPart(parts[sheetPath(index)] ?? new Uint8Array());
  const numberOfLook = numbersOfLooks(looks, textOf(0));
  const strings = new Strings();
  const packed: Record<string, PartsToPack[string]> = { ...parts };
  for (const [index, { rows }] of sheets.entries()) {
    const cells = rowsAsXml(rows, numberOfLook, strings);
    packed[sheetPath(index)] = filled(textOf(index), cells);
  }
  // Behind the sheets: what they hold is known when they have been packed.
  Reflect.deleteProperty(packed, stringsPath);
  packed[stringsPath] = strings.xml();
  return packed;
}

/** A sheet with these rows in place of its own. */
function* filled(sheet: string, rows: Iterable<string>): Generator<string> {
  const [before = '', after = ''] = sheet.split(/<sheetData>.*<\/sheetData>/s);
  yield `${before}<sheetData>`;
  yield* rows;
  yield `</sheetData>${after}`;
}

/** Filters, merged cells, and what a printer needs to know: what the library leaves to others, or does not see. */
const printing = (sheets: readonly Sheet[], names: readonly string[]): Feature<Blob> => ({
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml, _, { sheetIndex }) => {
          const sheet = sheets[sheetIndex];
          if (sheet === undefined) return xml;
          return xml
            .replace(/<worksheet\b[^>]*>/, (tag) => tag + beforeCells)
            .replace('</sheetData>', () => `</sheetData>${afterCells(sheet)}`)
            .replace(' xSplit="0"', '')
            .replace('activePane="bottomRight"', 'activePane="bottomLeft"')
            .replace(
              /<pageSetup\b([^>]*?)\/>/,
              (_tag, given: string) =>
                `<pageSetup${given} fitToWidth="1" fitToHeight="0"/>${footerOf(sheet.footer)}`,
            );
        },
      },
      'xl/workbook.xml': {
        transform: (xml) =>
          xml
            .replace(/<definedNames\s*\/>/, '')
            .replace('</sheets>', () => `</sheets>${printedNames(sheets, names)}`),
      },
    },
  },
});

const coreType = 'application/vnd.openxmlformats-package.core-properties+xml';
const coreRelation =
  'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties';

/** The workbook with its title, which the library does not write. */
function titled(parts: Parts, title: string): Parts {
  const changed = (path: string, end: string, added: string): Parts => {
    const part = parts[path];
    if (part === undefined) return {};
    return { [path]: partOfText(textOfPart(part).replace(end, () => added + end)) };
  };
  return {
    ...parts,
    ...changed(
      '[Content_Types].xml',
      '</Types>',
      `<Override PartName="/${corePath}" ContentType="${coreType}"/>`,
    ),
    ...changed(
      '_rels/.rels',
      '</Relationships>',
      `<Relationship Id="rIdCore" Type="${coreRelation}" Target="${inXml(corePath)}"/>`,
    ),
    [corePath]: partOfText(coreProperties(title)),
  };
}
