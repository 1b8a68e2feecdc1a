import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { Folder, mustdo } from '../support/command.ts';

/** mustdo import FILE --update DIR */

const rows = (...lines: string[]): string =>
  ['Ref,Must do,Action,Lead,Target date', ...lines, ''].join('\n');
const before = rows('1,Staff must be supervised,Teach,Chief Nurse,31/10/2018', '2,,Audit,TBC,soon');
const after = rows(
  '1,Staff must be supervised,Teach,Chief Nurse,30/11/2018',
  '2,,Audit all,TBC,soon',
);

/** A folder with a copy of a sample in it. */
function withSample(name: string): Folder {
  const folder = new Folder({});
  cpSync(new URL(`../../samples/${name}`, import.meta.url), folder.at('plan'), { recursive: true });
  return folder;
}

/** Every file of a folder with what is in it. */
const contentOf = (path: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(path)
      .sort()
      .map((name) => [name, readFileSync(`${path}/${name}`, 'utf8')]),
  );

function made(): Folder {
  const folder = new Folder({ 'plan.csv': before });
  const { code, err } = mustdo(['import', 'plan.csv', '-o', 'made'], { cwd: folder.path });
  assert.equal(code, 0, err);
  folder.write('plan.csv', after);
  return folder;
}

const update = (folder: Folder, ...args: string[]) =>
  mustdo(['import', 'plan.csv', '--update', 'made', ...args], { cwd: folder.path });

describe('mustdo import --update', () => {
  it('shows each change, writes them, and has nothing to do the second time', () => {
    using folder = made();
    const { code, out, err } = update(folder, '--yes');
    assert.equal(err, '');
    assert.equal(code, 0);
    assert.match(out, /^2 changes to take from the file, 0 conflicts, 0 left out, 0 no longer/);
    assert.match(
      out,
      /action 1, due \(E2, made\/actions\.plan:3\)\n {4}the file said {2}due 2018-10-31/,
    );
    assert.match(out, /\n\+ {3}due 2018-11-30 given "30\/11\/2018"\n/);
    assert.match(
      out,
      /\nWrote made\/actions\.plan, made\/import\.json and made\/update-report\.md\.\n$/,
    );
    const content = contentOf(folder.at('made'));
    assert.match(content['update-report.md'] ?? '', /\| action 1, due \| E2, actions\.plan:3 \|/);
    assert.match(content['actions.plan'] ?? '', /action 2 "Audit all"/);
    const again = update(folder, '--yes');
    assert.deepEqual(
      [again.code, again.out],
      [0, 'The file has nothing that the plan does not have.\n'],
    );
    assert.deepEqual(contentOf(folder.at('made')), content);
    assert.equal(mustdo(['format', '--check', 'made'], { cwd: folder.path }).code, 0);
  });

  it('writes nothing on a dry run, nor where nobody can be asked', () => {
    using folder = made();
    const content = contentOf(folder.at('made'));
    const dry = update(folder, '--dry-run');
    assert.equal(dry.code, 0);
    assert.match(dry.out, /\nNothing was written\.\n$/);
    const unasked = update(folder);
    assert.equal(unasked.code, 2);
    assert.match(unasked.err, /look through the changes, then say --yes/);
    assert.deepEqual(contentOf(folder.at('made')), content);
  });

  it('ends with 1 while something is not settled, and settles it as the plan has it when told to', () => {
    using folder = made();
    const plan = readFileSync(folder.at('made/actions.plan'), 'utf8');
    folder.write('made/actions.plan', plan.replace('2018-10-31 given "31/10/2018"', '2018-12-24'));
    const one = update(folder, '--yes');
    assert.equal(one.code, 1);
    assert.match(one.out, /the plan says {2}due 2018-12-24/);
    assert.match(readFileSync(folder.at('made/actions.plan'), 'utf8'), /due +2018-12-24/);
    const content = contentOf(folder.at('made'));
    assert.equal(update(folder, '--yes').code, 1);
    assert.deepEqual(contentOf(folder.at('made')), content);
    assert.equal(update(folder, '--yes', '--keep-plan').code, 0);
    assert.equal(
      update(folder, '--yes').out,
      'The file has nothing that the plan does not have.\n',
    );
  });

  it('remembers which column is which', () => {
    using folder = new Folder({
      'plan.csv': 'one,two,three\n1,Teach,May 2018\n',
      'map.json': '{"headingRow":1,"columns":{"one":"ref","two":"action","three":"due"}}',
    });
    const { code } = mustdo(['import', 'plan.csv', '--map', 'map.json', '-o', 'made'], {
      cwd: folder.path,
    });
    assert.equal(code, 0);
    folder.write('plan.csv', 'one,two,three\n1,Teach,June 2018\n');
    const { code: updated, out } = update(folder, '--yes');
    assert.equal(updated, 0, out);
    assert.match(readFileSync(folder.at('made/actions.plan'), 'utf8'), /due June 2018/);
  });

  it('writes all files or none', () => {
    using folder = made();
    folder.write(
      'plan.csv',
      rows('1,Staff must all be supervised,Teach,Matron,31/10/2018', '2,,Audit,TBC,soon'),
    );
    const content = contentOf(folder.at('made'));
    mkdirSync(folder.at('made/update-report.md'));
    const { code, err } = update(folder, '--yes');
    assert.equal(code, 2);
    assert.match(err, /update-report\.md cannot be written: .*Nothing was written\.\n$/);
    const names = Object.keys(content);
    for (const name of names)
      assert.equal(readFileSync(folder.at(`made/${name}`), 'utf8'), content[name]);
    assert.deepEqual(readdirSync(folder.at('made')).sort(), [...names, 'update-report.md'].sort());
  });

  it('refuses in one line', () => {
    using folder = made();
    folder.write('made/import.json', '{}');
    folder.write('other/plan.plan', 'plan P "Plan"\n');
    const cases: readonly (readonly [readonly string[], RegExp])[] = [
      [['plan.csv', '--update', 'made'], /made\/import\.json has a wrong value at about\.$/m],
      [['plan.csv', '--update', 'other'], /other\/import\.json is not there/],
      [['plan.csv', '--update', 'nowhere'], /nowhere/],
      [['plan.csv', '--update', 'made', '-o', 'new'], /say either -o/],
      [['plan.csv', '--dry-run'], /--dry-run is for --update/],
    ];
    for (const [args, words] of cases) {
      const { code, out, err } = mustdo(['import', ...args], { cwd: folder.path });
      assert.equal(code, 2, out);
      assert.match(err, words);
      assert.equal(err.split('\n').length, 2);
    }
  });
});

describe('a register taken back with --update', () => {
  const samples = ['getting-started', 'exemplar', 'lpt-cqc-2018'];
  for (const sample of samples) {
    it(`changes nothing in ${sample} where nobody has edited it`, () => {
      using folder = withSample(sample);
      const papers = [
        'papers',
        'plan',
        '-o',
        'out',
        '--only',
        'register',
        '--format',
        'xlsx,csv,html',
      ];
      assert.equal(mustdo(papers, { cwd: folder.path }).code, 0);
      const content = contentOf(folder.at('plan'));
      for (const name of readdirSync(folder.at('out'))) {
        const { code, out, err } = mustdo(['import', `out/${name}`, '--update', 'plan', '--yes'], {
          cwd: folder.path,
        });
        assert.deepEqual(
          [code, out, err],
          [0, 'The file has nothing that the plan does not have.\n', ''],
        );
      }
      assert.deepEqual(contentOf(folder.at('plan')), content);
    });
  }

  const edits: readonly (readonly [string, string])[] = [
    ['on six wards', 'on seven wards'],
    ['Six assessments signed and on the ward', 'Seven assessments signed'],
    ['28 August 2026', '31 October 2026'],
    ['Four wards are done', 'Five wards are done'],
    ['Off track', 'At risk'],
    ['Not assured', 'Partially assured'],
  ];
  const changed = new Map([
    ['  due       2026-08-28', '  due       2026-10-31'],
    [
      '  measure   "Six assessments signed and on the ward"',
      '  measure   "Seven assessments signed"',
    ],
  ]);

  it('changes what was edited in its cells, and no other byte', () => {
    using folder = withSample('getting-started');
    const papers = ['papers', 'plan', '-o', 'out', '--only', 'register', '--format', 'csv'];
    assert.equal(mustdo(papers, { cwd: folder.path }).code, 0);
    let register = readFileSync(folder.at('out/register.csv'), 'utf8');
    for (const [from, to] of edits) {
      assert.ok(register.includes(from), from);
      register = register.replaceAll(from, to);
    }
    folder.write('register.csv', register);
    const old = readFileSync(folder.at('plan/getting-started.plan'), 'utf8');
    const args = ['import', 'register.csv', '--update', 'plan', '--yes'];
    assert.equal(mustdo(args, { cwd: folder.path }).code, 0);
    const wanted = old.split('\n').flatMap((line) => {
      if (line.startsWith('action A2 ')) return [line.replace('six', 'seven')];
      if (line.includes('2026-09-11 red'))
        return [
          line,
          '  update    2026-09-30 amber "Five wards are done, two wait for a second assessor"',
        ];
      if (line.includes('assurance not by QC on 2026-09-16'))
        return [line, '  assurance partially on 2026-09-30'];
      return [changed.get(line) ?? line];
    });
    const now = readFileSync(folder.at('plan/getting-started.plan'), 'utf8');
    assert.deepEqual(now.split('\n'), wanted);
    const again = mustdo(args, { cwd: folder.path });
    assert.deepEqual(
      [again.code, again.out],
      [0, 'The file has nothing that the plan does not have.\n'],
    );
  });

  it('keeps the plan where that has changed since the register was written', () => {
    using folder = withSample('getting-started');
    const papers = ['papers', 'plan', '-o', 'out', '--only', 'register', '--format', 'xlsx'];
    assert.equal(mustdo(papers, { cwd: folder.path }).code, 0);
    const plan = readFileSync(folder.at('plan/getting-started.plan'), 'utf8');
    folder.write(
      'plan/getting-started.plan',
      plan.replace('due       2026-08-28', 'due       2026-10-31'),
    );
    const { code, out } = mustdo(['import', 'out/register.xlsx', '--update', 'plan', '--yes'], {
      cwd: folder.path,
    });
    assert.equal(code, 1, out);
    assert.match(out, /action A2, due .*: the plan has changed since this register was written\n/);
    assert.match(out, /the plan says {2}31 October 2026/);
  });
});
