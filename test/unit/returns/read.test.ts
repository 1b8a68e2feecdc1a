import assert from 'node:assert/strict';
import JSZip from 'jszip';
import { readReturn } from '../../../server/src/imports/returns/read-return.ts';
import { readWorkbook, workbookLimits } from '../../../server/src/imports/returns/workbook.ts';
import { planOf } from '../../support/plans.ts';
import { changed, filled, returnBytes } from '../../support/returns.ts';
import { plan as text, writtenAt } from './plan.ts';

const sheet = 'xl/worksheets/sheet1.xml';

let written: Uint8Array;

before(async () => {
  const bytes = (await returnBytes(planOf(text), writtenAt)).get('return-HON.xlsx');
  assert.ok(bytes);
  written = bytes;
});

const ascii = (words: string): Uint8Array => new TextEncoder().encode(words);

const compound = (inside: string): Uint8Array =>
  new Uint8Array([
    ...[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array<number>(600).fill(0)],
    ...ascii(inside.replaceAll(/./g, '$&\0')),
  ]);

const zipOf = (files: Readonly<Record<string, string>>): Promise<Uint8Array> => {
  const zip = new JSZip();
  for (const [name, content] of Object.entries(files)) zip.file(name, content);
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
};

const listMark = 0x02014b50;
const endMark = 0x06054b50;

/** The bytes with something changed at the first place that has a mark. */
function patched(
  bytes: Uint8Array,
  mark: number,
  change: (view: DataView, at: number) => void,
): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  let at = 0;
  while (view.getUint32(at, true) !== mark) at++;
  change(view, at);
  return copy;
}

const far = (row: string): string =>
  `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${row}</sheetData></worksheet>`;

describe('a file that is no return', () => {
  const table: readonly (readonly [string, () => Uint8Array | Promise<Uint8Array>, string])[] = [
    ['an empty file', () => new Uint8Array(), 'it is empty'],
    ['a text', () => ascii('Reference,Action\n'), 'it is no .xlsx workbook'],
    [
      'an old workbook',
      () => compound('Workbook'),
      'it is in an old form of Excel; save it as .xlsx',
    ],
    [
      'one with a password',
      () => compound('EncryptedPackage'),
      'it has a password; save it without one',
    ],
    [
      'an OpenDocument file',
      () =>
        zipOf({
          mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
          'content.xml': '<a/>',
        }),
      'it is an OpenDocument file; save it as .xlsx',
    ],
    [
      'a binary workbook',
      () => zipOf({ 'xl/workbook.bin': '' }),
      'it is a binary workbook; save it as .xlsx',
    ],
    ['a Word document', () => zipOf({ 'word/document.xml': '<a/>' }), 'it is no .xlsx workbook'],
    [
      'half a workbook',
      () => written.slice(0, written.length / 2),
      'it is damaged: part of it is missing or changed',
    ],
    [
      'one whose packed bytes are others',
      () => written.map((byte, index) => (index > 60 && index < 200 ? byte ^ 0x5a : byte)),
      'it is damaged: part of it is missing or changed',
    ],
    [
      'one that lies about the size of its parts',
      () => patched(written, listMark, (view, at) => view.setUint32(at + 24, 0xfffffff0, true)),
      'it is damaged: part of it is missing or changed',
    ],
    [
      'one that counts its parts in two ways',
      () => patched(written, endMark, (view, at) => view.setUint16(at + 10, 1, true)),
      'it is damaged: part of it is missing or changed',
    ],
    [
      'one that is too large',
      () => new Uint8Array(workbookLimits.file + 1),
      'it is larger than 10 MB, the most that is read',
    ],
    [
      'one that unpacks to more than there may be',
      () => changed(written, sheet, (xml) => xml + ' '.repeat(workbookLimits.unpacked)),
      'unpacked it is larger than 64 MB, the most that is read',
    ],
    [
      'one with a cell far away',
      () => changed(written, sheet, () => far('<row r="9"><c r="XFD1048576"><v>1</v></c></row>')),
      'it has rows or columns far beyond those of a return',
    ],
    [
      'one with a row that cannot be',
      () => changed(written, sheet, () => far('<row x=">" r="99999999999"></row>')),
      'it has rows or columns far beyond those of a return',
    ],
    [
      'one with a document type',
      () => changed(written, sheet, (xml) => xml.replace('?>', '?><!DOCTYPE a [<!ENTITY b "c">]>')),
      'it is no .xlsx workbook',
    ],
    [
      'one of the XML of which is none',
      () =>
        changed(
          written,
          sheet,
          () => '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>1</v></c></row></sheetData>',
        ),
      'it is damaged: part of it is missing or changed',
    ],
    [
      'one with a text that is not there',
      () => changed(written, sheet, () => far('<row r="1"><c r="A1" t="s"><v>999</v></c></row>')),
      'it is damaged, or a formula in it has no result; open it, save it and try again',
    ],
    [
      'somebody else’s workbook',
      () =>
        changed(written, 'xl/workbook.xml', (xml) => xml.replace('name="Mustdo"', 'name="Sheet2"')),
      'it is no return of Mustdo: a sheet of it is missing',
    ],
    [
      'one of another layout',
      () => changed(written, 'xl/sharedStrings.xml', (xml) => xml.replace('<t>1</t>', '<t>7</t>')),
      'it was written by another version of Mustdo',
    ],
    [
      'one without a column',
      () => changed(written, 'xl/sharedStrings.xml', (xml) => xml.replace('Said on', 'When')),
      'its column “Said on” is missing',
    ],
  ];
  for (const [name, bytes, words] of table) {
    it(`is ${name}: ${words}`, async () => {
      assert.deepEqual(await readReturn('return.xlsx', await bytes()), { wrong: words });
    });
  }
});

describe('a return as it came back', () => {
  it('has rows that are whole, and only what was filled in', async () => {
    const one = await readReturn('r.xlsx', await filled(written, [{ update: ' Late ' }]));
    assert.ok(!('wrong' in one));
    assert.deepEqual(
      one.rows.map(({ given, isWhole, answers }) => [
        given.action,
        given.due,
        isWhole,
        [...answers],
      ]),
      [
        [
          'A1',
          '2018-10-31',
          true,
          [['update', { said: 'Late', type: 'text', isWorkedOut: false }]],
        ],
        ['A2', '2018-12-31', true, []],
      ],
    );
    assert.deepEqual(one.lost, []);
  });

  it('is read wherever a row stands', async () => {
    const swapped = await changed(await filled(written, [{}, { update: 'x' }]), sheet, (xml) => {
      const [six = '', seven = ''] = xml.match(/<row r="[67]".*?<\/row>/g) ?? [];
      const moved = (row: string, from: string, to: string): string =>
        row
          .replace(`r="${from}"`, `r="${to}"`)
          .replaceAll(new RegExp(`(r="[A-Z])${from}"`, 'g'), `$1${to}"`);
      return xml.replace(six + seven, moved(seven, '7', '6') + moved(six, '6', '7'));
    });
    const one = await readReturn('r.xlsx', swapped);
    assert.ok(!('wrong' in one));
    assert.deepEqual(
      one.rows.map(({ given, isWhole }) => [given.action, isWhole]),
      [
        ['A2', true],
        ['A1', true],
      ],
    );
  });

  it('tells formulas from what was typed', async () => {
    const bytes = await filled(written, [
      { update: { t: 'str', xml: '<f>1+1</f><v>2</v>' }, where: 'f' },
    ]);
    const sheets = await readWorkbook(bytes);
    assert.ok(!('wrong' in sheets));
    assert.deepEqual([...(sheets[0]?.worked ?? [])], [['5:7', 'formula']]);
  });
});
