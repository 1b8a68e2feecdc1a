import writeExcelFile, { type CellObject, type Feature } from 'write-excel-file/universal';
import { coreProperties, corePath, inXml } from '../office/core.ts';
import { font } from '../office/tones.ts';
import { partOfText, textOfPart, timeless, type Parts } from '../office/zip.ts';
import { forCell, sheetNames } from './excel-text.ts';
import { letters, type Sheet, type SheetCell, type Workbook } from './workbook-data.ts';
import { afterCells, beforeCells, choicesOf, footerOf, printedNames } from './sheet-parts.ts';

/** A workbook as an .xlsx file; the same workbook gives the same bytes. Texts are texts, whatever they begin with. */
export async function asXlsx(workbook: Workbook): Promise<Uint8Array> {
  const names = sheetNames(workbook.sheets.map(({ name }) => name));
  const sheets = workbook.sheets.map(({ widths, rows, table }, index) => ({
    sheet: names[index] ?? '',
    data: rows.map(({ cells, height }) =>
      cells.flatMap((cell) => [cellOf(cell, height), ...covered(cell)]),
    ),
    columns: widths.map((width) => ({ width })),
    orientation: 'landscape' as const,
    showGridLines: false,
    ...(table === undefined ? {} : { stickyRowsCount: table.head + 1 }),
  }));
  const features = [printing(workbook.sheets, names), unlocking];
  const blob = await writeExcelFile(sheets, {
    fontFamily: font,
    fontSize: letters,
    features,
  }).toBlob();
  return timeless(new Uint8Array(await blob.arrayBuffer()), (parts) =>
    titled(parts, workbook.title),
  );
}

/** Excel writes this behind the formats of cells of its own too, where it changes nothing. Here it marks the open ones. */
const open = ';@';

function cellOf(cell: SheetCell | undefined, height: number | undefined): CellObject | null {
  if (cell === undefined) return null;
  const { bold, ink, back, size, atEnd, inset, span, line } = cell;
  const look: CellObject = {
    alignVertical: 'top',
    wrap: true,
    ...(height === undefined ? {} : { height }),
    ...(bold === true ? { fontWeight: 'bold' } : {}),
    ...(ink === undefined ? {} : { textColor: `#${ink}` }),
    ...(back === undefined ? {} : { backgroundColor: `#${back}` }),
    ...(size === undefined ? {} : { fontSize: size }),
    align: atEnd === true ? 'right' : 'left',
    ...(inset === true ? { indent: 1 } : {}),
    ...(span === undefined ? {} : { columnSpan: span }),
    ...(line === undefined ? {} : { bottomBorderStyle: 'thin', bottomBorderColor: `#${line}` }),
  };
  const suffix = cell.open === true ? open : '';
  if (cell.type === 'number') {
    return { ...look, type: Number, value: cell.value, format: (cell.format ?? '0') + suffix };
  }
  const format = cell.open === true ? { format: `@${open}` } : {};
  return { ...look, type: String, value: forCell(cell.text), ...format };
}

/** The columns that a cell goes over beside its own. */
const covered = (cell: SheetCell | undefined): null[] =>
  Array.from({ length: (cell?.span ?? 1) - 1 }, () => null);

/** Filters, drop-downs, protection, and what a printer needs to know: what the library leaves to others. */
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
            .replace('<pageMargins', () => `${choicesOf(sheet)}<pageMargins`)
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

/** Lifts the lock, which every cell has until its sheet is protected, from the open ones. */
const unlocking: Feature<Blob> = {
  files: {
    transform: {
      'xl/styles.xml': {
        transform: (xml) => {
          const ids = new Set(
            [...xml.matchAll(/<numFmt numFmtId="(\d+)" formatCode="[^"]*;@"\/>/g)].map(
              ([, id]) => id,
            ),
          );
          return xml.replaceAll(
            /<xf numFmtId="(\d+)"([^>]*)>((?:<alignment[^>]*\/>)?)<\/xf>/g,
            (whole, id: string, rest: string, alignment: string) =>
              ids.has(id)
                ? `<xf numFmtId="${id}"${rest} applyProtection="1">${alignment}<protection locked="0"/></xf>`
                : whole,
          );
        },
      },
    },
  },
};

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
