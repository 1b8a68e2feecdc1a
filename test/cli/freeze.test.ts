import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { Folder, mustdo, whileReadOnly, type Ran } from '../support/command.ts';

const settings = '{\n  // Kept as it is.\n  "asAt": "2018-06-14"\n}\n';

const plan = (title: string): string =>
  `plan P-2018 "Action plan"\r\n\r\naction A "${title}" {\r\n  due 2018-08\r\n}\r\n`;

const meetings = 'meeting QC-JUN "June meeting" {\n  on 2018-06-14\n}\n';

const project = (): Folder =>
  new Folder({
    'plans/mustdo.json': settings,
    'plans/a.plan': plan('Train staff'),
    'plans/more/meetings.plan': meetings,
  });

const run = (folder: Folder, ...args: readonly string[]): Ran =>
  mustdo([...args], { cwd: folder.path });

const freeze = (folder: Folder, ...args: readonly string[]): Ran =>
  run(folder, 'freeze', 'plans', '--meeting', 'QC-JUN', ...args);

interface Frozen {
  readonly asAt: string;
  readonly status: string;
  readonly fingerprint: string;
  readonly files: readonly { readonly path: string }[];
}

const frozenIn = (folder: Folder, path: string): Frozen =>
  JSON.parse(readFileSync(folder.at(`${path}/frozen.json`), 'utf8')) as Frozen;

describe('mustdo freeze', () => {
  it('keeps a plan with its settings byte for byte, its papers and its fingerprint', () => {
    using folder = project();
    const { code, out, err } = freeze(folder);
    assert.equal(err, '');
    assert.equal(code, 0);
    const kept = 'plans/frozen/QC-JUN';
    const { asAt, status, fingerprint, files } = frozenIn(folder, kept);
    assert.match(
      out,
      new RegExp(
        `^As at 14 June 2018: 2 plan files and \\d papers in ${kept}, fingerprint ${fingerprint} \\(draft\\)\\.\n$`,
      ),
    );
    assert.deepEqual([asAt, status], ['2018-06-14', 'draft']);
    for (const path of ['mustdo.json', 'a.plan', 'more/meetings.plan']) {
      const [copy, original] = [`${kept}/plan/${path}`, `plans/${path}`].map((name) =>
        readFileSync(folder.at(name)),
      );
      assert.deepEqual(copy, original);
    }
    assert.ok(files.some(({ path }) => path === 'papers/overdue.html'));
    assert.deepEqual(readdirSync(folder.at('plans/frozen')), ['QC-JUN']);
  });

  it('keeps the same bytes for the same plan and as-at date', () => {
    using folder = project();
    freeze(folder, '-o', 'one');
    freeze(folder, '-o', 'two');
    const read = (name: string): string => readFileSync(folder.at(`${name}/frozen.json`), 'utf8');
    assert.equal(read('one'), read('two'));
  });

  it('keeps out of the live project, and can be read by itself', () => {
    using folder = project();
    freeze(folder);
    const live = run(folder, 'check', 'plans', '--format', 'json');
    assert.equal(live.err, '');
    assert.doesNotMatch(live.out, /frozen|duplicate-reference|sync-conflict-copy/);
    assert.equal(run(folder, 'preview', 'plans', '-o', 'page.html').code, 0);
    const kept = run(folder, 'check', 'plans/frozen/QC-JUN', '--format', 'json');
    assert.match(kept.out, /plans\/frozen\/QC-JUN\/plan\/a\.plan/);
    assert.match(run(folder, 'check', 'plans/frozen').err, /holds no plan/);
  });

  it('keeps apart from a live project without settings too', () => {
    using folder = project();
    rmSync(folder.at('plans/mustdo.json'));
    assert.equal(freeze(folder, '--as-at', '2018-06-14').code, 0);
    folder.write('plans/mustdo.json', settings);
    assert.doesNotMatch(run(folder, 'check', 'plans', '--format', 'json').out, /frozen/);
    assert.equal(run(folder, 'diff', '--plan', 'plans', 'QC-JUN').code, 0);
  });

  it('refuses to write over a meeting that is frozen', () => {
    using folder = project();
    freeze(folder);
    folder.write('plans/a.plan', plan('Train all staff'));
    const { code, err } = freeze(folder);
    assert.equal(code, 2);
    assert.equal(
      err,
      'mustdo: plans/frozen/QC-JUN is already there, and what is frozen stays as it is.\n',
    );
    assert.equal(
      readFileSync(folder.at('plans/frozen/QC-JUN/plan/a.plan'), 'utf8'),
      plan('Train staff'),
    );
  });

  it('leaves nothing where it cannot write', () => {
    using folder = project();
    whileReadOnly([folder.at('plans'), folder.path], (user) => {
      const { code, err } = mustdo(['freeze', 'plans', '--meeting', 'QC-JUN'], {
        cwd: folder.path,
        user,
      });
      assert.equal(code, 2);
      assert.equal(err, 'mustdo: plans/frozen/QC-JUN cannot be made: you may not write there.\n');
    });
    assert.ok(!existsSync(folder.at('plans/frozen')));
  });

  it('leaves nothing behind where a file stands in the way', () => {
    using folder = project();
    folder.write('plans/frozen', 'a file');
    const { code, err } = freeze(folder);
    assert.equal(code, 2);
    assert.match(err, /^mustdo: plans\/frozen\/QC-JUN cannot be made: .*\.\n$/);
    assert.deepEqual(readdirSync(folder.at('plans')).sort(), [
      'a.plan',
      'frozen',
      'more',
      'mustdo.json',
    ]);
  });

  it('makes no folder outside its own from the id of a meeting', () => {
    using folder = project();
    folder.write('plans/more/meetings.plan', meetings.replace('QC-JUN', '26/104'));
    assert.equal(run(folder, 'freeze', 'plans', '--meeting', '26/104').code, 0);
    assert.deepEqual(readdirSync(folder.at('plans/frozen')), ['26-104']);
    assert.equal(run(folder, 'diff', '--plan', 'plans', '26/104').code, 0);
  });

  it('needs a meeting that the plan has', () => {
    using folder = project();
    const { code, err } = run(folder, 'freeze', 'plans', '--meeting', 'QC-MAY');
    assert.equal(code, 2);
    assert.equal(err, 'mustdo: The plan has no meeting "QC-MAY": it has QC-JUN.\n');
  });
});

describe('mustdo diff of a frozen meeting', () => {
  const diff = (folder: Folder, name = 'QC-JUN'): Ran =>
    run(folder, 'diff', '--plan', 'plans', name, '--as-at', '2018-07-01');

  it('says what has changed since, by its id or by its folder', () => {
    using folder = project();
    freeze(folder);
    folder.write('plans/a.plan', plan('Train all staff'));
    for (const name of ['QC-JUN', 'plans/frozen/QC-JUN']) {
      const { code, out } = diff(folder, name);
      assert.equal(code, 0);
      assert.match(out, /^What was frozen for “June meeting”, as at 14 June 2018$/m);
      assert.match(out, /^1 with a text changed\.$/m);
      assert.doesNotMatch(out, /no longer as it was/);
    }
  });

  it('says which of its files were edited since', () => {
    using folder = project();
    freeze(folder);
    folder.write('plans/frozen/QC-JUN/plan/a.plan', plan('Train nobody'));
    folder.write('plans/frozen/QC-JUN/plan/b.plan', 'action B "Added"\n');
    rmSync(folder.at('plans/frozen/QC-JUN/papers/overdue.html'));
    const { code, out } = diff(folder);
    assert.equal(code, 0);
    assert.match(
      out,
      /^What was frozen for “June meeting” is no longer as it was: plan\/a\.plan was changed, papers\/overdue\.html is gone and plan\/b\.plan was added\.$/m,
    );
    assert.match(out, /1 with a text changed, 1 removed without explanation/);
  });

  const broken = [
    ['{', 'it is not valid JSON'],
    ['{"version": 2}', 'it is of version 2, and this Mustdo knows version 1'],
    ['{"version": 1}', 'mustdo freeze writes it'],
  ] as const;
  for (const [text, words] of broken) {
    it(`ends in one line where frozen.json cannot be used: ${words}`, () => {
      using folder = project();
      freeze(folder);
      folder.write('plans/frozen/QC-JUN/frozen.json', text);
      const { code, err } = diff(folder);
      assert.equal(code, 2);
      assert.match(err, /^mustdo: [^\n]*frozen\.json cannot be used: [^\n]*\.\n$/);
      assert.ok(err.includes(words), err);
    });
  }

  it('reads no file outside the folder', () => {
    using folder = project();
    freeze(folder);
    const record = JSON.stringify({
      ...frozenIn(folder, 'plans/frozen/QC-JUN'),
      files: [{ path: '../../../secret', sha256: '' }],
    });
    mkdirSync(folder.at('elsewhere'));
    folder.write('plans/frozen/QC-JUN/frozen.json', record);
    const { code, err } = diff(folder);
    assert.equal(code, 2);
    assert.match(err, /\.\.\/\.\.\/\.\.\/secret is outside it\.\n$/);
  });
});
