import JSZip from 'jszip';

/**
 * A workbook of one sheet, as few parts as it can have.
 * @param rows what stands between its `<sheetData>`
 * @param more other parts, by their names
 * @param after what stands on the sheet below its rows
 */
export async function workbook(
  rows: string,
  more: Readonly<Record<string, string | Uint8Array>> = {},
  after = '',
): Promise<Uint8Array<ArrayBuffer>> {
  const parts = {
    'xl/workbook.xml':
      '<workbook><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows}</sheetData>${after}</worksheet>`,
    ...more,
  };
  const zip = new JSZip();
  for (const [name, content] of Object.entries(parts)) zip.file(name, content);
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' }) as Promise<
    Uint8Array<ArrayBuffer>
  >;
}
