import assert from 'node:assert/strict';
import JSZip from 'jszip';
import { fileNames } from '../../../server/src/outputs/returns/sro-returns.ts';
import { cellText } from '../../../server/src/imports/returns/layout.ts';
import { readReturn } from '../../../server/src/imports/returns/read-return.ts';
import { readWorkbook, type Sheet } from '../../../server/src/imports/returns/workbook.ts';
import { planOf } from '../../support/plans.ts';
import { returnBytes } from '../../support/returns.ts';
import { plan as text, writtenAt } from './plan.ts';

const sheetsOf = async (bytes: Uint8Array | undefined): Promise<readonly Sheet[]> => {
  assert.ok(bytes);
  const sheets = await readWorkbook(bytes);
  assert.ok(!('wrong' in sheets));
  return sheets;
};

const partOf = async (bytes: Uint8Array | undefined, part: string): Promise<string> => {
  assert.ok(bytes);
  return (await (await JSZip.loadAsync(bytes)).file(part)?.async('string')) ?? '';
};

describe('the returns of a plan', () => {
  it('are one for each SRO with open actions', async () => {
    const returns = await returnBytes(planOf(text), writtenAt);
    assert.deepEqual([...returns.keys()], ['return-HON.xlsx', 'return-HOP.xlsx']);
  });

  it('say what the plan has, with dates that are dates', async () => {
    const [sheet] = await sheetsOf(
      (await returnBytes(planOf(text), writtenAt)).get('return-HON.xlsx'),
    );
    const rows = (sheet?.rows ?? []).map((row) => row.slice(0, 6));
    assert.deepEqual(
      rows.slice(0, 2).map(([first]) => first),
      [
        'Return of Head of Nursing',
        `CQC action plan 2018, Northshire Partnership NHS Trust. As at 1 June 2018. Revision ${String(/[0-9a-f]{8}/.exec(String(rows[1]?.[0]))?.[0])}.`,
      ],
    );
    assert.deepEqual(JSON.parse(JSON.stringify(rows.slice(5))), [
      [
        ...['A1', 'Bring recorded supervision to 85 %', 'M1: Staff have regular supervision'],
        ...['2018-10-31T00:00:00.000Z', 'At risk: Two wards are late', '2018-05-04T00:00:00.000Z'],
      ],
      [
        'A2',
        'Write down every handover',
        'No requirement',
        '2018-12-31T00:00:00.000Z',
        'Nothing yet',
        null,
      ],
    ]);
  });

  it('let only answers be written, by drop-downs and dates', async () => {
    const bytes = (await returnBytes(planOf(text), writtenAt)).get('return-HON.xlsx');
    const sheet = await partOf(bytes, 'xl/worksheets/sheet1.xml');
    const styles = [...(await partOf(bytes, 'xl/styles.xml')).matchAll(/<xf .*?<\/xf>/gs)].map(
      ([xf]) => xf,
    );
    const unlocked = [...sheet.matchAll(/<c r="([A-Z]+\d+)" s="(\d+)"/g)]
      .filter(([, , style]) => styles[Number(style)]?.includes('locked="0"'))
      .map(([, address]) => address);
    assert.deepEqual(unlocked, [
      'B4',
      ...[6, 7].flatMap((row) =>
        'G H I J K L M N'.split(' ').map((column) => `${column}${String(row)}`),
      ),
    ]);
    assert.match(sheet, /<sheetProtection sheet="1"/);
    assert.match(sheet, /type="list"[^>]* sqref="G6:G7"><formula1>Mustdo!\$C\$1:\$C\$3</);
    assert.equal(sheet.match(/<dataValidation type="date"/g)?.length, 4);
    assert.match(sheet, /<oddFooter>&amp;LCQC action plan 2018\. As at 1 June 2018\./);
    assert.match(await partOf(bytes, 'xl/workbook.xml'), /name="Mustdo" state="veryHidden"/);
    const [, hidden] = await sheetsOf(bytes);
    assert.deepEqual(
      hidden?.rows.slice(0, 3).map((row) => row[2]),
      ['red: Off track', 'amber: At risk', 'blue: Complete'],
    );
  });

  it('are the same bytes at another moment', async () => {
    const first = await returnBytes(planOf(text), writtenAt);
    // A zip file counts in steps of two seconds.
    await new Promise((done) => setTimeout(done, 2100));
    assert.deepEqual(await returnBytes(planOf(text), writtenAt), first);
  });

  it('keep a text as it is, whatever a spreadsheet would make of it', async () => {
    const words = '=HYPERLINK("http://x.example") _x0041_ & <b> \u0007\ufeff’';
    const odd = text.replace('Write down every handover', words.replaceAll('"', '""'));
    const bytes = (await returnBytes(planOf(odd), writtenAt)).get('return-HON.xlsx');
    const sheet = await partOf(bytes, 'xl/worksheets/sheet1.xml');
    assert.ok(!sheet.includes('<f>'), 'nothing is a formula');
    assert.ok(bytes);
    const read = await readReturn('r.xlsx', bytes);
    assert.ok(!('wrong' in read));
    assert.deepEqual(
      read.rows.map(({ isWhole }) => isWhole),
      [true, true],
    );
    assert.equal(read.rows[1]?.given.title, cellText(words));
  });

  it('cut a text that is too long for a cell', async () => {
    const long = text.replace('Write down every handover', 'x'.repeat(40_000));
    const bytes = (await returnBytes(planOf(long), writtenAt)).get('return-HON.xlsx');
    const [sheet] = await sheetsOf(bytes);
    assert.equal(String(sheet?.rows[6]?.[1]).length, 32_767);
    assert.ok(bytes);
    const read = await readReturn('r.xlsx', bytes);
    assert.ok(!('wrong' in read) && read.rows[1]?.isWhole === true);
  });

  it('are none of an empty plan', async () => {
    assert.equal((await returnBytes(planOf(''), writtenAt)).size, 0);
  });
});

describe('the file names of returns', () => {
  const table: readonly (readonly [readonly string[], readonly string[]])[] = [
    [['HON-AMH'], ['return-HON-AMH.xlsx']],
    [
      ['AMH/LD', 'AMH-LD', 'amh_ld'],
      ['return-AMH-LD.xlsx', 'return-AMH-LD-2.xlsx', 'return-amh_ld.xlsx'],
    ],
    [
      ['hon', 'HON'],
      ['return-hon.xlsx', 'return-HON-2.xlsx'],
    ],
    [
      ['"Head of Estates"', '../../etc'],
      ['return-Head-of-Estates.xlsx', 'return-etc.xlsx'],
    ],
    [
      ['Ärzte', '護', '護理'],
      ['return-Arzte.xlsx', 'return.xlsx', 'return-2.xlsx'],
    ],
    [
      ['CON', 'x'.repeat(90)],
      ['return-CON.xlsx', `return-${'x'.repeat(60)}.xlsx`],
    ],
  ];
  for (const [sros, names] of table) {
    it(`of ${sros.map((sro) => sro.slice(0, 20)).join(', ')} are safe and differ`, () => {
      assert.deepEqual(fileNames(sros), names);
    });
  }
});
