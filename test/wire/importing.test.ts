import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { toBase64 } from '../../server/src/lsp/base64.ts';
import type { ImportLookResult, ImportResult } from '../../server/src/lsp/protocol.ts';
import { Folder, mustdo } from '../support/command.ts';
import { fixture, fixtureNames } from '../support/imports.ts';
import { Wire } from '../support/wire.ts';

/** What an editor asks to make a plan of a spreadsheet: what would become of it, and its files. */

type Looked = Exclude<ImportLookResult, { readonly wrong: string }>;
type Made = Exclude<ImportResult, { readonly wrong: string }>;

const asAt = '2018-11-01';
const text = (words: string): string => toBase64(new TextEncoder().encode(words));
const plan =
  'Ref,Must do,Action,Lead,Target date,RAG\n1,Staff must record supervision,Teach,Chief Nurse,31/10/2018,Amber\n2,,Audit,TBC,soon,\n';

describe('an import over the wire', () => {
  let folder: Folder;
  let wire: Wire;

  before(async () => {
    folder = new Folder();
    wire = await Wire.start(folder.path, { asAt });
  });

  after(async () => {
    await wire[Symbol.asyncDispose]();
    folder[Symbol.dispose]();
  });

  async function look(name: string, base64: string, map?: object): Promise<Looked> {
    const params = { name, base64, ...(map && { map: JSON.stringify(map) }) };
    const looked = await wire.request<ImportLookResult>('mustdo/importLook', params);
    assert.ok(!('wrong' in looked), JSON.stringify(looked));
    return looked;
  }

  async function make(params: object): Promise<Made> {
    const made = await wire.request<ImportResult>('mustdo/import', params);
    assert.ok(!('wrong' in made), JSON.stringify(made));
    return made;
  }

  const refused = async (method: string, params: object): Promise<string> => {
    const answer = await wire.request<{ wrong?: string }>(method, params);
    return answer.wrong ?? '';
  };

  for (const name of fixtureNames) {
    it(`makes of ${name} the same bytes as the command line`, async () => {
      folder.write(name, fixture(name));
      const map = { colours: { amber: 'at-risk', green: 'on-track' } };
      folder.write('map.json', JSON.stringify(map));
      const made = await make({
        ...{ name, base64: toBase64(fixture(name)), folder: `of-${name}` },
        map: JSON.stringify(map),
      });
      const args = ['import', name, '-o', `of-${name}`, '--as-at', asAt, '--map', 'map.json'];
      const ran = mustdo([...args, '--save-map', 'saved.json'], { cwd: folder.path });
      assert.equal(ran.code, 0, ran.err);
      const at = folder.at(`of-${name}`);
      assert.deepEqual(Object.keys(made.files).sort(), readdirSync(at).sort());
      for (const [file, content] of Object.entries(made.files))
        assert.equal(content, readFileSync(`${at}/${file}`, 'utf8'), file);
      assert.equal(made.map, readFileSync(folder.at('saved.json'), 'utf8'));
      assert.equal(ran.out.startsWith(made.words.join('\n')), true, ran.out);
      assert.equal(made.first, 'actions.plan');
      assert.equal(made.report, 'import-report.md');
    });
  }

  it('shows the first rows of each table, and what its columns were taken for', async () => {
    const { sheets, folder: proposed, words } = await look('CQC plan.csv', text(plan));
    assert.equal(proposed, 'CQC-plan');
    const [sheet] = sheets;
    assert.equal(sheet?.headingRow, 1);
    assert.equal(sheet.amount, 2);
    assert.deepEqual(
      sheet.columns.map(({ letters, heading, field, isSure }) => [letters, heading, field, isSure]),
      [
        ['A', 'Ref', 'ref', true],
        ['B', 'Must do', 'requirement', true],
        ['C', 'Action', 'action', true],
        ['D', 'Lead', 'lead', true],
        ['E', 'Target date', 'due', true],
        ['F', 'RAG', 'status', true],
      ],
    );
    assert.deepEqual(
      sheet.rows.map(({ number, part, cells }) => [number, part, cells[2]]),
      [
        [1, 'headings', 'Action'],
        [2, 'below', 'Teach'],
        [3, 'below', 'Audit'],
      ],
    );
    assert.equal(words?.[0], 'It makes 2 actions, 1 requirement and 1 source.');
  });

  it('offers every field once, in groups', async () => {
    const { fields } = await look('plan.csv', text(plan));
    const ids = fields.flatMap((group) => group.fields.map(({ id }) => id));
    assert.equal(new Set(ids).size, ids.length);
    const map = Object.fromEntries(ids.map((id) => [id, id]));
    await look('plan.csv', text(plan), { columns: map });
    const wrong = await refused('mustdo/importLook', {
      ...{ name: 'plan.csv', base64: text(plan) },
      map: '{ "columns": { "x": "no-field-of-this-name" } }',
    });
    const known = /there are (.*)\.$/.exec(wrong)?.[1]?.split(', ');
    assert.deepEqual(known?.sort(), ids.sort(), 'all that a mapping file knows');
  });

  it('says which colours were met, and what they are said to mean', async () => {
    const before = await look('plan.csv', text(plan));
    assert.deepEqual(before.colours, [{ colour: 'amber', means: null }]);
    const after = await look('plan.csv', text(plan), { colours: { amber: 'Some issues' } });
    assert.deepEqual(after.colours, [{ colour: 'amber', means: 'at-risk' }]);
    assert.deepEqual(after.mapping.colours, { amber: 'at-risk' });
    assert.ok(before.meanings.some(({ id, title }) => id === 'at-risk' && title !== ''));
  });

  it('takes what colours mean from a key beside the table, unless somebody says otherwise', async () => {
    const name = 'must-should.xlsx';
    const base64 = toBase64(fixture(name));
    const meaning = async (map?: object): Promise<unknown> =>
      (await look(name, base64, map)).colours.find(({ colour }) => colour === 'red')?.means;
    assert.equal(await meaning(), 'off-track');
    assert.equal(await meaning({ colours: { red: 'at-risk' } }), 'at-risk');
  });

  it('goes by the row that somebody says has the headings, or that none has', async () => {
    const titled = `Our plan,,,\n${plan}`;
    const found = await look('plan.csv', text(titled));
    assert.deepEqual(
      found.sheets[0]?.rows.map(({ part }) => part),
      ['above', 'headings', 'below', 'below'],
    );
    const other = await look('plan.csv', text(titled), { headingRow: 3 });
    assert.equal(other.sheets[0]?.headingRow, 3);
    const none = await look('plan.csv', text('1,Teach\n2,Audit\n'), {
      ...{ headingRow: 0, columns: { A: 'ref', B: 'action' } },
    });
    assert.deepEqual(
      none.sheets[0]?.columns.map(({ heading, key, field }) => [heading, key, field]),
      [
        ['', 'A', 'ref'],
        ['', 'B', 'action'],
      ],
    );
    assert.equal(none.words?.[0], 'It makes 2 actions, 0 requirements and 0 sources.');
  });

  it('shows rows of which no headings are known, so that somebody can say them', async () => {
    const { sheets, words } = await look('plan.csv', text('x,y\n1,Teach\n'));
    assert.equal(words, undefined);
    assert.equal(sheets[0]?.headingRow, null);
    assert.deepEqual(
      sheets[0].columns.map(({ letters, field }) => [letters, field]),
      [
        ['A', null],
        ['B', null],
      ],
    );
    assert.equal(
      await refused('mustdo/import', {
        ...{ name: 'plan.csv', base64: text('x,y\n1,Teach\n'), folder: 'made' },
      }),
      'plan.csv has no row of headings that can be recognised.',
    );
  });

  it('tells columns with the same heading apart by their letters, on their sheet alone', async () => {
    const { sheets } = await look('plan.csv', text('Ref,Action,Date,Date\n1,Teach,2018,2019\n'));
    assert.deepEqual(
      sheets[0]?.columns.map(({ key }) => key),
      ['Ref', 'Action', 'C', 'D'],
    );
    const two = await look('messy.xlsx', toBase64(fixture('messy.xlsx')));
    const own = two.sheets.flatMap(({ columns }) => columns.filter(({ isOwn }) => isOwn));
    assert.ok(own.every(({ key, letters }) => key === letters));
  });

  it('leaves a sheet out, and lists its cells in the report', async () => {
    const name = 'special-measures.docx';
    const base64 = toBase64(fixture(name));
    const whole = await look(name, base64);
    assert.deepEqual(
      whole.sheets.map((sheet) => [sheet.name, sheet.isLeftOut]),
      [
        ['Table 1', false],
        ['Table 2', false],
      ],
      'the text between tables is no table',
    );
    const map = { sheets: { 'Table 2': null } };
    const looked = await look(name, base64, map);
    assert.deepEqual(
      looked.sheets.map((sheet) => sheet.isLeftOut),
      [false, true],
    );
    const made = await make({ name, base64, folder: 'made', map: JSON.stringify(map) });
    assert.match(made.files['import-report.md'] ?? '', /its sheet was to be left out/);
    assert.deepEqual((JSON.parse(made.map) as { sheets: unknown }).sheets, map.sheets);
  });

  it('refuses in the same words as the command line', async () => {
    const files: Readonly<Record<string, Uint8Array>> = {
      'broken.xlsx': fixture('messy.xlsx').slice(0, 3000),
      'old.xls': Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]),
      'empty.csv': new Uint8Array(),
    };
    for (const [name, bytes] of Object.entries(files)) {
      folder.write(name, bytes);
      const { code, err } = mustdo(['import', name], { cwd: folder.path });
      assert.equal(code, 2);
      const wrong = await refused('mustdo/importLook', { name, base64: toBase64(bytes) });
      assert.equal(`mustdo: ${wrong}\n`, err);
    }
  });

  it('says what is wrong with a mapping', async () => {
    const file = { name: 'plan.csv', base64: text(plan) };
    for (const [map, words] of [
      ['[', 'What is said of the columns is not JSON.'],
      ['{ "columns": { "Ref": "acton" } }', /did you mean action\?/],
      ['{ "sheets": { "One": { "columns": { "Ref": "acton" } } } }', /did you mean action\?/],
      ['{ "sheets": 3 }', /has a wrong value at sheets/],
      ['{ "colours": { "red": "worrying" } }', /it may mean not-started/],
    ] as const) {
      const wrong = await refused('mustdo/importLook', { ...file, map });
      if (typeof words === 'string') assert.equal(wrong, words);
      else assert.match(wrong, words);
    }
  });

  it('refuses parameters that are none, and goes on', async () => {
    for (const params of [
      undefined,
      {},
      { name: 'plan.csv' },
      { name: '', base64: '' },
      { name: 'plan.csv', base64: 7 },
      { name: 'plan.csv', base64: 'not base64!' },
      { name: 'plan.csv', base64: text(plan), map: {} },
    ]) {
      await assert.rejects(wire.request('mustdo/importLook', params), { code: -32602 });
    }
    await assert.rejects(wire.request('mustdo/import', { name: 'plan.csv', base64: text(plan) }), {
      code: -32602,
    });
    assert.ok(await look('plan.csv', text(plan)));
  });

  it('takes any text of a cell, and any name, for what it is', async () => {
    const hostile = `Ref,Action,Lead\n1,"=cmd|' /C calc'!A0 <script>alert(1)</script> \u202e",__proto__\n`;
    const name = '..\\<b>&$(x)`"\n__proto__.csv';
    const looked = await look(name, text(hostile), { columns: { __proto__: 'lead' } });
    assert.doesNotMatch(looked.folder, /[/\\<>]/);
    const made = await make({ name, base64: text(hostile), folder: looked.folder });
    assert.match(made.files['actions.plan'] ?? '', /<script>alert\(1\)<\/script>/);
    assert.doesNotMatch(made.files['import-report.md'] ?? '', /<script>/);
  });
});
