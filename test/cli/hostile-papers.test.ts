import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import readExcelFile from 'read-excel-file/node';
import { Folder, mustdo } from '../support/command.ts';
import { textsIn } from '../support/templates.ts';

/** Text that a spreadsheet would calculate, cut or not read at all, in every place of papers and returns. */

/** What begins a formula in a spreadsheet, or would with what stands before it gone. */
const formulas = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\t\u00a0=1',
  "=cmd|' /C calc'!A0",
  ' =1',
];
const long = 'A long word '.repeat(4000);
const unseen = 'one\u0001two\u001bthree\u0085four\u202efive';

const text = (words: string): string => `"${words}"`;
const actions = formulas.map(
  (words, index) => `action A${String(index)} ${text(words)} {
  for         M${String(index)}
  sro         HON
  committee   Q
  directorate D
  due         2018-05
  due-revised 2018-08-31 on 2018-05-01 by Q because ${text(words)}
  description ${text(words)}
  measure     ${text(words)}
  outcome     ${text(words)}
  resources   ${text(words)}
  update      2018-05-01 red ${text(words)} by HON
  evidence    ${text(words)} in ${text(words)} on 2018-04-28
}
`,
);
const hostile = `plan P "=1+1" {
  trust "@Trust"
}
sro HON "=Head"
committee Q "+Quality"
directorate D "-Wards"
meeting M "=June" {
  of Q
  on 2018-06-20
}
inspection I "=Inspection" {
  body CQC
  inspected 2017-10
${formulas.map((words, index) => `  must M${String(index)} ${text(words)}\n`).join('')}}
${actions.join('')}`;
const unwieldy = `plan P "Plan ${unseen}"
sro HON "Head ${unseen}"
action L "Long ${unseen}" {
  sro         HON
  due         2018-05
  description ${text(long)}
  measure     ${text('_x0041_')}
  outcome     ${text(unseen)}
  update      2018-05-01 red ${text(long)} by HON
}
`;

const written = (folder: Folder): void => {
  const runs = [
    ['papers', 'p.plan', '-o', 'out', '--format', 'docx,xlsx,csv,html,markdown,json'],
    ['returns', 'write', 'p.plan', '-o', 'out'],
  ];
  for (const args of runs) {
    const { code, err } = mustdo([...args, '--as-at', '2018-06-30'], { cwd: folder.path });
    assert.equal(code, 0, err);
  }
};

const filesOf = (folder: Folder, ending: string): string[] =>
  readdirSync(folder.at('out'))
    .filter((name) => name.endsWith(ending))
    .map((name) => folder.at(`out/${name}`));

describe('text that begins like a formula', () => {
  const folder = new Folder({ 'p.plan': hostile });
  before(() => {
    written(folder);
  });
  after(() => {
    folder[Symbol.dispose]();
  });

  it('is text in every cell of every workbook, its sheet names, footers and properties', async () => {
    const files = filesOf(folder, '.xlsx');
    assert.ok(files.length > 8);
    for (const file of files) {
      const parts = await textsIn(readFileSync(file));
      for (const [path, xml] of Object.entries(parts)) {
        assert.doesNotMatch(xml, /<f[ >/]|t="str"|<hyperlink|<externalLink|ddeLink/, path);
      }
      const names = [...(parts['xl/workbook.xml'] ?? '').matchAll(/<sheet [^>]*name="([^"]*)"/g)];
      for (const [, name = ''] of names) assert.doesNotMatch(name, /^[=+@-]/);
    }
  });

  it('is there as it was written', async () => {
    const sheets = await readExcelFile(folder.at('out/register.xlsx'));
    const cells = sheets.flatMap(({ data }) => data.flat());
    for (const words of ['=1+1', '+1', '-1', '@SUM(A1)', '=Head', '+Quality', '=Inspection']) {
      assert.ok(cells.includes(words), words);
    }
  });

  it('has an apostrophe before it in a CSV file', () => {
    const files = filesOf(folder, '.csv');
    assert.ok(files.length > 8);
    const cells = files.flatMap((file) => parse(readFileSync(file), { bom: true }).flat());
    assert.ok(cells.includes("'=1+1"));
    for (const cell of cells) assert.doesNotMatch(cell, /^[=+\-@\t\r\uff0b\uff0d\uff1d\uff20]/);
  });

  it('fetches and runs nothing in a Word document', async () => {
    for (const file of filesOf(folder, '.docx')) {
      const parts = await textsIn(readFileSync(file));
      const fields = [...(parts['word/document.xml'] ?? '').matchAll(/<w:instrText/g)];
      assert.deepEqual(fields, []);
      assert.ok(Object.values(parts).every((xml) => !xml.includes('TargetMode="External"')));
    }
  });
});

describe('text that a document cannot hold', () => {
  const folder = new Folder({ 'p.plan': unwieldy });
  before(() => {
    written(folder);
  });
  after(() => {
    folder[Symbol.dispose]();
  });

  it('of more characters than a cell has is cut, with where the rest is', async () => {
    const sheets = await readExcelFile(folder.at('out/register.xlsx'));
    const cells = sheets.flatMap(({ data }) => data.flat()).map(String);
    const [cell = ''] = cells.filter((each) => each.includes('A long word'));
    assert.ok(cell.length <= 32_767);
    assert.match(cell, /… \(cut here: .*it goes on in the plan\)$/);
    for (const file of filesOf(folder, '.xlsx')) {
      for (const { data } of await readExcelFile(file)) {
        for (const each of data.flat()) assert.ok(String(each ?? '').length <= 32_767, file);
      }
    }
    const [answer] =
      (await readExcelFile(folder.at('out/return-HON.xlsx')))[0]?.data
        .flat()
        .filter((each) => typeof each === 'string' && each.includes('A long word')) ?? [];
    assert.match(String(answer), /… \(it goes on in the plan\)$/);
  });

  it('is whole, twice, in Word, on the page and in a CSV file', async () => {
    const parts = await textsIn(readFileSync(folder.at('out/register.docx')));
    const words = [
      parts['word/document.xml'],
      readFileSync(folder.at('out/register.html'), 'utf8'),
    ];
    for (const each of [...words, readFileSync(folder.at('out/register.csv'), 'utf8')]) {
      assert.equal(each?.split('A long word').length, 8001);
    }
  });

  it('as controls or turned letters is named, not obeyed', async () => {
    // eslint-disable-next-line no-control-regex -- these are what is looked for
    const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e]/;
    for (const ending of ['.html', '.csv', '.md', '.json']) {
      for (const file of filesOf(folder, ending)) {
        assert.doesNotMatch(readFileSync(file, 'utf8'), controls, file);
      }
    }
    for (const file of [...filesOf(folder, '.docx'), ...filesOf(folder, '.xlsx')]) {
      for (const [path, xml] of Object.entries(await textsIn(readFileSync(file)))) {
        if (/\.(?:xml|rels)$/.test(path)) assert.doesNotMatch(xml, controls, `${file}, ${path}`);
      }
    }
    const csv = readFileSync(folder.at('out/register.csv'), 'utf8');
    assert.ok(csv.includes('one[U+0001]two[U+001B]three'));
  });

  it('as a code of Excel stays the letters that were written', async () => {
    const sheets = await readExcelFile(folder.at('out/register.xlsx'));
    const xml = Object.values(await textsIn(readFileSync(folder.at('out/register.xlsx')))).join('');
    assert.ok(xml.includes('_x005F_x0041_'));
    assert.ok(sheets.length > 1);
  });
});

describe('a plan with little or nothing in it', () => {
  const papers = (folder: Folder): void => {
    const args = ['papers', 'p.plan', '-o', 'out', '--as-at', '2018-06-30'];
    const all = ['--format', 'docx,xlsx,csv,html,markdown,json'];
    const { code, err } = mustdo([...args, ...all], { cwd: folder.path });
    assert.equal(code, 0, err);
    assert.equal(err, '');
  };

  it('gives papers that say so', () => {
    for (const plan of ['', '\n// A comment\n', 'plan P "Plan"\n']) {
      using folder = new Folder({ 'p.plan': plan });
      papers(folder);
      assert.match(
        readFileSync(folder.at('out/position.md'), 'utf8'),
        /No actions|no actions|None/,
      );
    }
  });

  it('gives papers with a notice of what cannot be read and is left out', async () => {
    using folder = new Folder({
      'p.plan':
        'plan P "Plan"\naction A "Act" {\n  due 2018-05\n  bogus zzz\n}\naction B "B" {\n  note """\n  lost\n',
    });
    papers(folder);
    const notice =
      '2 places in the plan cannot be read; what stands there is missing from these tables.';
    for (const name of ['overdue.html', 'overdue.md', 'overdue.json']) {
      assert.ok(readFileSync(folder.at(`out/${name}`), 'utf8').includes(notice), name);
    }
    for (const name of ['overdue.docx', 'overdue.xlsx']) {
      const parts = await textsIn(readFileSync(folder.at(`out/${name}`)));
      assert.ok(Object.values(parts).join('').includes(notice), name);
    }
  });
});
