import assert from 'node:assert/strict';
import JSZip from 'jszip';
import { limits } from '../../../server/src/imports/limits.ts';
import { readSheets } from '../../../server/src/imports/readers/index.ts';
import { cellsOf, fixture, sheetsOf } from '../../support/imports.ts';
import { workbook } from '../../support/workbook.ts';

/** What is read of a file, and what is refused, in words. */

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

const inline = (at: string, text: string): string =>
  `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;

async function refusal(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const read = await readSheets(bytes);
  assert.ok('wrong' in read, 'it was read');
  assert.ok(!read.wrong.includes('\n'));
  return read.wrong;
}

describe('a file to import', () => {
  for (const [what, text, separator] of [
    ['commas', 'Ref,Action\n1,"a, b"\n', 'commas'],
    ['semicolons', 'Ref;Action\r\n1;a, b\r\n', 'semicolons'],
    ['tabs and a byte-order mark', '\ufeffRef\tAction\n1\ta, b\n', 'tabs'],
    ['bars', 'Ref|Action\n1|a, b\n', 'bars'],
  ] as const) {
    it(`is cut into cells by ${what}`, async () => {
      const read = await sheetsOf(bytesOf(text));
      assert.deepEqual(
        cellsOf(read.sheets).map((cell) => [cell.at, cell.text]),
        [
          ['A1', 'Ref'],
          ['B1', 'Action'],
          ['A2', '1'],
          ['B2', 'a, b'],
        ],
      );
      assert.deepEqual(read.remarks, [`Cells are separated by ${separator}.`]);
    });
  }

  it('may have quotation marks that are never closed', async () => {
    const read = await sheetsOf(bytesOf('Ref,Action\n1,"a\n2,b\n'));
    assert.deepEqual(
      cellsOf(read.sheets).map(({ text }) => text),
      ['Ref', 'Action', '1', '"a', '2', 'b'],
    );
    assert.match(read.remarks.join(' '), /do not come in pairs/);
  });

  it('may be saved in Windows-1252 or UTF-16', async () => {
    const old = await sheetsOf(
      Uint8Array.from(Array.from('Cost;\u0080\n', (character) => character.charCodeAt(0))),
    );
    assert.deepEqual(
      cellsOf(old.sheets).map(({ text }) => text),
      ['Cost', '€'],
    );
    const wide = await sheetsOf(
      Uint8Array.from([
        0xff,
        0xfe,
        ...Array.from('a\tb', (character) => [character.charCodeAt(0), 0]).flat(),
      ]),
    );
    assert.deepEqual(
      cellsOf(wide.sheets).map(({ text }) => text),
      ['a', 'b'],
    );
  });

  it('may be a web page: tables with merged cells, entities and lists; nothing of it is run or fetched', async () => {
    const read = await sheetsOf(
      bytesOf(
        '<p>Plan &amp; more</p><script>alert("<td>no</td>")</script><table><tr><th>Ref<th>Action</tr><tr><td rowspan=2>1</td><td>a<br>b<img src="http://example.org/x"></td></tr><tr><td><ul><li>c</li></ul></td></tr></table>',
      ),
    );
    assert.deepEqual(
      read.sheets.flatMap(({ rows }) =>
        rows.flatMap(({ cells }) =>
          [...cells.values()].map(({ at, text, from }) => [at, text, from]),
        ),
      ),
      [
        ['Text!A1', 'Plan & more', undefined],
        ['Table 1!A1', 'Ref', undefined],
        ['Table 1!B1', 'Action', undefined],
        ['Table 1!A2', '1', undefined],
        ['Table 1!B2', 'a\nb', undefined],
        ['Table 1!B3', 'c', undefined],
        ['Table 1!A3', '1', 'Table 1!A2'],
      ],
    );
  });

  it('shows numbers, dates, truths and errors of a workbook as a reader sees them', async () => {
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="200" formatCode="d\\ mmmm\\ yyyy;@"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="17"/><xf numFmtId="200"/><xf numFmtId="14"/></cellXfs></styleSheet>';
    const cells =
      '<row r="1"><c><v>0.1</v></c><c s="1"><v>0.85</v></c><c s="2"><v>43374</v></c><c s="3"><v>43391.5</v></c><c t="b"><v>1</v></c><c t="e"><v>#REF!</v></c><c t="str"><f>A1</f><v>x &lt; y</v></c><c s="4"><v>-1</v></c></row>';
    const read = await sheetsOf(await workbook(cells, { 'xl/styles.xml': styles }));
    assert.deepEqual(
      cellsOf(read.sheets).map(({ text }) => text),
      ['0.1', '85%', 'Oct-18', '18 October 2018', 'TRUE', '#REF!', 'x < y', '-1'],
    );
    assert.deepEqual(read.remarks, [
      '1 cell worked out by formulas; the values that the file keeps were taken.',
    ]);
  });

  it('counts the days of workbooks that begin in 1904', async () => {
    const xml =
      '<workbook><workbookPr date1904="1"/><sheets><sheet name="S" r:id="r1"/></sheets></workbook>';
    const styles =
      '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>';
    const read = await sheetsOf(
      await workbook('<row><c s="1"><v>41929</v></c></row>', {
        'xl/workbook.xml': xml,
        'xl/styles.xml': styles,
      }),
    );
    assert.deepEqual(
      cellsOf(read.sheets).map(({ text }) => text),
      ['18/10/2018'],
    );
  });

  it('may have a million empty rows, each with a style, and a column merged over all of them', async function () {
    this.timeout(60_000);
    const empty = '<row r="9" s="1" customFormat="1"/>'.repeat(1_048_570);
    const sheet = `<row r="1">${inline('A1', 'Ref')}</row>${empty}`;
    const zip = await workbook(
      `${sheet}</sheetData><mergeCells><mergeCell ref="A1:A1048576"/></mergeCells><sheetData>`,
    );
    const read = await sheetsOf(zip);
    assert.equal(read.sheets[0]?.rows.length, 1);
  });

  it('may have as much in a cell as Excel takes, and no more', async () => {
    const full = await sheetsOf(
      await workbook(`<row>${inline('A1', 'x'.repeat(limits.text))}</row>`),
    );
    assert.equal(cellsOf(full.sheets)[0]?.text.length, limits.text);
    assert.match(
      await refusal(await workbook(`<row>${inline('A1', 'x'.repeat(limits.text + 1))}</row>`)),
      /^has 32,768 characters in S!A1/,
    );
  });

  it('is read as XML is: prefixes, comments, character data and characters by number', async () => {
    const read = await sheetsOf(
      await workbook(
        '<!-- <row><c r="A9"><v>9</v></c></row> --><x:row r="1"><x:c r="A1" t="str"><x:v>a<!-- b -->c</x:v></x:c><c r="B1" t="str"><v><![CDATA[<v>&amp;]]></v></c><c r="C1" t="str"><v>&#128512; &amp;lt;</v></c></x:row>',
        {
          'xl/workbook.xml':
            '<workbook><sheets><sheet name="R &amp; D" state="visible" ns:id="r1"/></sheets></workbook>',
        },
      ),
    );
    assert.deepEqual(
      cellsOf(read.sheets).map(({ at, text }) => [at, text]),
      [
        ['R & D!A1', 'ac'],
        ['R & D!B1', '<v>&amp;'],
        ['R & D!C1', '😀 &lt;'],
      ],
    );
  });

  it('is refused where its XML breaks off or says what stands for what', async () => {
    const sheet = (xml: string) => workbook('', { 'xl/worksheets/sheet1.xml': xml });
    assert.match(await refusal(await sheet('<worksheet><sheetData><row><c')), /is damaged/);
    assert.match(await refusal(await sheet('<worksheet></sheetData>')), /is damaged/);
    assert.match(
      await refusal(
        await sheet(
          '<!DOCTYPE worksheet [<!ENTITY a "aaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]><worksheet><sheetData><row><c t="str"><v>&a;&b;</v></c></row></sheetData></worksheet>',
        ),
      ),
      /is damaged/,
    );
  });

  it('may be a page as programs save tables: ends left out, a caption, a table in a cell', async () => {
    const read = await sheetsOf(
      bytesOf(
        '<title>no</title><table><caption>The plan</caption><colgroup><col><tbody><tr><td>1<td nowrap colspan=2>a &lt; b &eacute;<tr><td>2<td><table><tr><td>x<td>y</table><td><!-- no --><style>no</style>z</table>',
      ),
    );
    assert.deepEqual(
      cellsOf(read.sheets).map(({ at, text }) => [at, text]),
      [
        ['Text!A1', 'The plan'],
        ['Table 1!A1', '1'],
        ['Table 1!B1', 'a < b é'],
        ['Table 1!A2', '2'],
        ['Table 1!B2', 'x y'],
        ['Table 1!C2', 'z'],
      ],
    );
    assert.match(await refusal(bytesOf(`<table>${'<b>'.repeat(5000)}`)), /too deep/);
  });

  it('has its macros left alone, and links to elsewhere are not followed', async () => {
    const read = await sheetsOf(
      await workbook(`<row>${inline('A1', 'Ref')}</row>`, {
        'xl/vbaProject.bin': 'x',
        'xl/externalLinks/externalLink1.xml': '<x/>',
        'xl/media/image1.png': 'x',
      }),
    );
    assert.deepEqual(read.remarks, [
      'Its macros were left alone.',
      'Pictures and embedded files were not read.',
      'Links to other workbooks were not followed.',
    ]);
  });

  it('is refused in one line where it cannot be read', async () => {
    const old = (words: string): Uint8Array<ArrayBuffer> =>
      Uint8Array.from([
        0xd0,
        0xcf,
        0x11,
        0xe0,
        0xa1,
        0xb1,
        0x1a,
        0xe1,
        ...Array.from(words, (character) => [character.charCodeAt(0), 0]).flat(),
      ]);
    const packed = async (
      files: Readonly<Record<string, string>>,
    ): Promise<Uint8Array<ArrayBuffer>> => {
      const zip = new JSZip();
      for (const [name, text] of Object.entries(files)) zip.file(name, text);
      return zip.generateAsync({ type: 'uint8array' }) as Promise<Uint8Array<ArrayBuffer>>;
    };
    const whole = fixture('messy.xlsx');
    assert.match(await refusal(old('EncryptedPackage')), /protected by a password/);
    assert.match(await refusal(old('Workbook')), /before 2007 \(\.xls\).*save it as \.xlsx/);
    assert.match(await refusal(old('WordDocument')), /before 2007 \(\.doc\).*save it as \.docx/);
    assert.match(
      await refusal(await packed({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet' })),
      /\.ods.*save it as \.xlsx/,
    );
    assert.match(
      await refusal(await packed({ 'xl/workbook.bin': '' })),
      /\.xlsb.*save it as \.xlsx/,
    );
    assert.match(await refusal(await packed({ 'a.txt': 'x' })), /neither a workbook/);
    assert.match(await refusal(whole.slice(0, whole.length - 500)), /is damaged/);
    assert.match(await refusal(bytesOf('PK\u0003\u0004 and no more')), /is damaged/);
    assert.match(await refusal(bytesOf('%PDF-1.7')), /is a PDF/);
    assert.match(await refusal(Uint8Array.from([1, 0, 2, 0, 3])), /neither a workbook/);
    assert.match(await refusal(bytesOf('')), /is empty/);
    assert.match(await refusal(await workbook('')), /has nothing in it/);
    assert.match(await refusal(bytesOf('<table></table>')), /has nothing in it/);
  });

  it('that would fill the memory once unpacked is refused before it does', async function () {
    this.timeout(60_000);
    const bomb = await workbook('', {
      'xl/worksheets/sheet1.xml': new Uint8Array(limits.unpacked + 1).fill(0x20),
    });
    assert.ok(bomb.length < 1_000_000);
    assert.match(await refusal(bomb), /holds more than 256 MB once unpacked/);
  });
});
