import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { mustdo, Folder } from '../support/command.ts';
import { fixture } from '../support/imports.ts';

/** mustdo import FILE -o DIR */

const plan =
  'Ref,Must do,Action,Lead,Target date,RAG\n1,Staff must record supervision,Teach,Chief Nurse,31/10/2018,Amber\n2,,Audit,TBC,soon,\n';

const filesIn = (path: string): string[] => readdirSync(path).sort();

describe('mustdo import', () => {
  it('makes a project that can be checked, with a report that ends with its flags', () => {
    using folder = new Folder({ 'plan.xlsx': fixture('must-should.xlsx') });
    const { code, out, err } = mustdo(
      ['import', 'plan.xlsx', '-o', 'made', '--as-at', '2018-11-01'],
      { cwd: folder.path },
    );
    assert.equal(err, '');
    assert.equal(code, 0);
    assert.match(out, /^3 actions, 3 requirements and 1 source were made\.\n/);
    assert.match(out, /As at 1 November 2018: 3 actions, of which 2 are overdue/);
    assert.deepEqual(filesIn(folder.at('made')), [
      'actions.plan',
      'import-report.md',
      'import.json',
      'mustdo.json',
      'plan.plan',
      'registries.plan',
      'sources.plan',
    ]);
    const report = readFileSync(folder.at('made/import-report.md'), 'utf8');
    assert.match(report, /\| Sheet1\\!I5 \| BRAG \| progress rating \| 100 % \|/);
    assert.match(report, /\n## Compliance action plan: flags as at 1 November 2018\n/);
    assert.equal(mustdo(['format', '--check', 'made'], { cwd: folder.path }).code, 0);
    assert.ok([0, 1].includes(mustdo(['check', 'made'], { cwd: folder.path }).code ?? 2));
  });

  it('gives the same bytes each time', () => {
    using one = new Folder({ 'plan.docx': fixture('special-measures.docx') });
    using two = new Folder({ 'plan.docx': fixture('special-measures.docx') });
    for (const { path } of [one, two]) {
      assert.equal(mustdo(['import', 'plan.docx', '--as-at', '2018-11-01'], { cwd: path }).code, 0);
    }
    const [first, second] = [one, two].map((folder) =>
      filesIn(folder.at('plan')).map((file) => [
        file,
        readFileSync(folder.at(`plan/${file}`), 'utf8'),
      ]),
    );
    assert.deepEqual(first, second);
  });

  it('names the folder like the file, and changes nothing that is there', () => {
    using folder = new Folder({ 'CQC plan.csv': plan });
    assert.equal(mustdo(['import', 'CQC plan.csv'], { cwd: folder.path }).code, 0);
    const again = mustdo(['import', 'CQC plan.csv'], { cwd: folder.path });
    assert.deepEqual(
      [again.code, again.err],
      [2, 'mustdo: CQC-plan is already there; nothing was changed.\n'],
    );
    assert.deepEqual(filesIn(folder.path), ['CQC plan.csv', 'CQC-plan']);
  });

  it('saves which column is which, and goes by it when it is changed', () => {
    using folder = new Folder({ 'plan.csv': plan });
    const first = mustdo(
      ['import', 'plan.csv', '-o', 'a', '--save-map', 'map.json', '--colours', 'amber=at-risk'],
      { cwd: folder.path },
    );
    assert.equal(first.code, 0);
    const map = JSON.parse(readFileSync(folder.at('map.json'), 'utf8')) as {
      columns: Record<string, string | null>;
    };
    assert.deepEqual(map, {
      columns: {
        Ref: 'ref',
        'Must do': 'requirement',
        Action: 'action',
        Lead: 'lead',
        'Target date': 'due',
        RAG: 'status',
      },
      colours: { amber: 'at-risk' },
    });
    assert.match(readFileSync(folder.at('a/plan.plan'), 'utf8'), /amber "Amber" means at-risk/);
    folder.write('map.json', JSON.stringify({ ...map, columns: { ...map.columns, Lead: null } }));
    assert.equal(
      mustdo(['import', 'plan.csv', '-o', 'b', '--map', 'map.json'], { cwd: folder.path }).code,
      0,
    );
    assert.match(readFileSync(folder.at('b/actions.plan'), 'utf8'), /note +"Lead: Chief Nurse"/);
  });

  it('makes the same plan again by what it saved, where one heading stands above two columns', () => {
    const twice =
      'Ref,Action,Progress,Lead,Progress\n1,Teach,Started in May,Chief Nurse,On track\n2,Audit,,Chief Nurse,Complete\n';
    using folder = new Folder({ 'plan.csv': twice });
    const make = (...args: string[]): string => {
      const name = args.at(-1) ?? '';
      const ran = mustdo(['import', 'plan.csv', ...args], { cwd: folder.path });
      assert.equal(ran.code, 0, ran.err);
      return readFileSync(folder.at(`${name}/actions.plan`), 'utf8');
    };
    folder.write('map.json', '{ "columns": { "C": "update", "E": "status" } }');
    const first = make('--map', 'map.json', '--save-map', 'saved.json', '-o', 'a');
    assert.match(first, /update unknown on-track "Started in May"/);
    assert.equal(make('--map', 'saved.json', '-o', 'b'), first);
  });

  it('refuses in one line, with exit code 2, and writes nothing', () => {
    using folder = new Folder({
      'no-headings.csv': 'a,b,c\nd,e,f\n',
      'broken.xlsx': fixture('messy.xlsx').slice(0, 3000),
      'old.xls': Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]),
      'map.json': '{ "columns": { "a": "acton" } }',
      'plan.csv': plan,
    });
    const before = filesIn(folder.path);
    const cases: readonly (readonly [readonly string[], RegExp])[] = [
      [
        ['no-headings.csv'],
        /has no row of headings that can be recognised: say which column is which with --map/,
      ],
      [['broken.xlsx'], /is damaged/],
      [['old.xls'], /save it as \.xlsx/],
      [['nowhere.xlsx'], /cannot be read: there is no such file/],
      [['plan.csv', '--map', 'map.json'], /did you mean action\?/],
      [['plan.csv', '--colours', 'amber=yellowish'], /it may mean not-started/],
      [['plan.csv', '-o', 'plan.csv/made'], /cannot be written/],
    ];
    for (const [args, words] of cases) {
      const { code, out, err } = mustdo(['import', ...args], { cwd: folder.path });
      assert.equal(code, 2, err);
      assert.equal(out, '');
      assert.match(err, words);
      assert.equal(err.split('\n').length, 2);
    }
    assert.deepEqual(filesIn(folder.path), before);
  });
});
