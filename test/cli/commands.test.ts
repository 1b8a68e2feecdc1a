import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { checks } from '../../server/src/checks/index.ts';
import { Folder, mustdo } from '../support/command.ts';
import { sampleNames } from '../support/samples.ts';

const untidy = 'plan   P "Plan"   {\n      status draft\n}\n';
const tidy = 'plan P "Plan" {\n  status draft\n}\n';

describe('mustdo format', () => {
  it('lays plans out, and says which', () => {
    using folder = new Folder({ 'p.plan': untidy, 'q.plan': 'action A "Act"\n' });
    const { code, out } = mustdo(['format'], { cwd: folder.path });
    assert.equal(code, 0);
    assert.equal(out, 'p.plan\n1 file changed.\n');
    assert.equal(readFileSync(folder.at('p.plan'), 'utf8'), tidy);
    assert.deepEqual(
      readdirSync(folder.path).sort(),
      ['p.plan', 'q.plan'],
      'nothing is left beside',
    );
  });

  it('changes nothing with --check, and exits with 1', () => {
    using folder = new Folder({ 'p.plan': untidy });
    const { code, out } = mustdo(['format', '--check'], { cwd: folder.path });
    assert.equal(code, 1);
    assert.equal(out, 'p.plan\n1 file would change.\n');
    assert.equal(readFileSync(folder.at('p.plan'), 'utf8'), untidy);
  });

  it('leaves what cannot be read as it is, and keeps the line ends', () => {
    const text = 'plan   P "Plan"\r\naction  A "Act" {\r\n    nonsense\r\n}\r\n';
    using folder = new Folder({ 'p.plan': text });
    mustdo(['format'], { cwd: folder.path });
    assert.equal(
      readFileSync(folder.at('p.plan'), 'utf8'),
      'plan P "Plan"\r\naction  A "Act" {\r\n    nonsense\r\n}\r\n',
    );
  });
});

describe('mustdo preview', () => {
  it('writes one self-contained page, the same bytes each time', () => {
    using folder = new Folder();
    const page = folder.at('lpt.html');
    assert.equal(mustdo(['preview', 'samples/lpt-cqc-2018', '-o', page]).code, 0);
    const html = readFileSync(page, 'utf8');
    const again = mustdo(['preview', 'samples/lpt-cqc-2018'], { env: { TZ: 'Asia/Tokyo' } }).out;
    assert.equal(again, html);
    assert.match(html, /^<!doctype html>/i);
    assert.doesNotMatch(html, /<script|https?:\/\/(?!www\.w3\.org)/);
  });

  it('says in one line that a file cannot be written, and leaves nothing behind', () => {
    using folder = new Folder();
    const { code, err } = mustdo([
      'preview',
      'samples/mpft-2019',
      '-o',
      folder.at('no/such/page.html'),
    ]);
    assert.equal(code, 2);
    assert.match(
      err,
      /^mustdo: .*page\.html cannot be written: there is no such file or folder\.\n$/,
    );
    assert.deepEqual(readdirSync(folder.path), []);
  });
});

describe('mustdo export', () => {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
  addFormats.default(ajv);
  const validate = ajv.compile(JSON.parse(mustdo(['schema']).out) as object);

  for (const name of sampleNames) {
    it(`writes ${name} in the form that mustdo schema describes`, () => {
      const { code, out } = mustdo(['export', `samples/${name}`]);
      assert.equal(code, 0);
      validate(JSON.parse(out));
      assert.deepEqual(validate.errors ?? [], []);
    });
  }

  it('keeps what is said apart from what follows from it', () => {
    const { out } = mustdo(['export', 'samples/lpt-cqc-2018']);
    const plan = JSON.parse(out) as { actions: { id: string; due: object; position: object }[] };
    const action = plan.actions.find(({ id }) => id === 'F');
    assert.deepEqual(action?.due, {
      date: {
        value: { form: 'month', written: '2018-06', first: '2018-06-01', last: '2018-06-30' },
        given: 'Jun-18',
      },
    });
    assert.deepEqual(action.position, {
      strength: 'other',
      state: 'open',
      deadline: '2018-06-30',
      originalDeadline: '2018-06-30',
      revisions: 0,
      daysLate: 1,
      progress: null,
      assurance: null,
    });
  });
});

describe('mustdo schema', () => {
  it('describes mustdo.json, which every sample’s follows', () => {
    const ajv = new Ajv2020({ strict: true });
    addFormats.default(ajv);
    const validate = ajv.compile(JSON.parse(mustdo(['schema', '--of', 'settings']).out) as object);
    for (const name of sampleNames) {
      const settings: unknown = JSON.parse(readFileSync(`samples/${name}/mustdo.json`, 'utf8'));
      validate(settings);
      assert.deepEqual(validate.errors ?? [], [], name);
    }
    assert.equal(validate({ asat: '2018-07-01' }), false);
  });
});

describe('mustdo about', () => {
  it('prints the page of a check', () => {
    const { code, out } = mustdo(['about', 'overdue']);
    assert.equal(code, 0);
    assert.equal(out, readFileSync('docs/checks/overdue.md', 'utf8'));
  });

  it('lists all checks', () => {
    const { out } = mustdo(['about']);
    assert.deepEqual(
      out
        .trimEnd()
        .split('\n')
        .map((line) => line.split(' ')[0]),
      checks.map(({ id }) => id),
    );
  });

  it('asks what was meant', () => {
    const { code, err } = mustdo(['about', 'overdu']);
    assert.equal(code, 2);
    assert.equal(err, 'mustdo: There is no check "overdu": did you mean overdue?\n');
  });
});

describe('mustdo new', () => {
  it('begins a plan that can be read and is laid out tidily', () => {
    using folder = new Folder();
    const { code, out } = mustdo(['new', 'RT5-2026', '--title', 'The "new" plan'], {
      cwd: folder.path,
    });
    assert.equal(code, 0);
    assert.match(out, /mustdo check RT5-2026/);
    assert.equal(mustdo(['format', '--check', 'RT5-2026'], { cwd: folder.path }).code, 0);
    const checked = mustdo(['check', 'RT5-2026', '--format', 'json'], { cwd: folder.path });
    const { flags } = JSON.parse(checked.out) as { flags: { check: string; severity: string }[] };
    assert.deepEqual(
      flags.filter(({ severity }) => severity === 'error'),
      [],
    );
  });

  it('overwrites nothing and leaves its folder for nobody', () => {
    using folder = new Folder({ 'there/keep.txt': 'kept' });
    for (const name of ['there', '../outside', '/tmp/x', 'a/b', '..', '']) {
      const { code, err } = mustdo(['new', name], { cwd: folder.path });
      assert.equal(code, 2, name);
      assert.match(err, /^mustdo: .*\n$/);
    }
    assert.deepEqual(readdirSync(folder.path), ['there']);
    assert.deepEqual(readdirSync(folder.at('there')), ['keep.txt']);
  });
});

describe('mustdo', () => {
  it('answers a wrong call with one clear line and exit code 2', () => {
    for (const args of [
      ['chek'],
      ['check', '--formt', 'json'],
      ['check', '--max-warnings', 'x'],
      [],
    ]) {
      const { code, out, err } = mustdo(args);
      assert.equal(code, 2, args.join(' '));
      assert.equal(out, '');
      assert.notEqual(err, '');
    }
    assert.match(mustdo(['chek']).err, /Did you mean check\?/);
  });

  it('helps', () => {
    const { code, out } = mustdo(['--help']);
    assert.equal(code, 0);
    for (const command of ['check', 'preview', 'format', 'export', 'schema', 'about', 'new']) {
      assert.match(out, new RegExp(`^ {2}${command}\\b`, 'm'));
    }
  });
});
