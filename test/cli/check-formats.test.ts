import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { flagFormats } from '../../server/src/outputs/flags/index.ts';
import { Folder, mustdo, type Ran } from '../support/command.ts';

const lpt = 'samples/lpt-cqc-2018';

const refused = ({ code, out, err }: Ran): string => {
  assert.equal(code, 2);
  assert.equal(out, '');
  assert.match(err, /^mustdo: [^\n]+\n$/, 'one line');
  return err;
};

describe('mustdo check --format', () => {
  it('writes several at once, each to its place', () => {
    using folder = new Folder();
    const file = folder.at('flags.sarif');
    const both = mustdo(['check', lpt, '--format', 'text', '--format', `sarif=${file}`]);
    assert.equal(both.out, mustdo(['check', lpt]).out);
    assert.equal(readFileSync(file, 'utf8'), mustdo(['check', lpt, '--format=sarif']).out);
    assert.deepEqual(readdirSync(folder.path), ['flags.sarif'], 'nothing is left beside');
  });

  it('takes - for standard output', () => {
    assert.equal(
      mustdo(['check', lpt, '--format', 'compact=-']).out,
      mustdo(['check', lpt, '--format', 'compact']).out,
    );
  });

  it('says where the plan stands, as at which day, when all goes to files', () => {
    using folder = new Folder();
    const { out } = mustdo(['check', lpt, '--format', `json=${folder.at('flags.json')}`]);
    assert.match(out, /^samples\/lpt-cqc-2018\/ As at 1 July 2018: 30 actions, [^\n]+\n$/);
  });

  it('gives the same bytes in any time zone and language, in every format', () => {
    using folder = new Folder();
    const args = (run: string): string[] => [
      'check',
      'samples',
      ...flagFormats.flatMap(({ id, extension }) => [
        '--format',
        `${id}=${folder.at(`${run}-${id}.${extension}`)}`,
      ]),
    ];
    mustdo(args('here'));
    mustdo(args('there'), { env: { TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8' } });
    for (const { id, extension } of flagFormats) {
      const [here, there] = ['here', 'there'].map((run) =>
        readFileSync(folder.at(`${run}-${id}.${extension}`), 'utf8'),
      );
      assert.equal(here, there, id);
    }
  });

  it('refuses what there is not, two in one place, and a file without a name', () => {
    const ask = (...formats: string[]): string =>
      refused(mustdo(['check', lpt, ...formats.flatMap((format) => ['--format', format])]));
    assert.equal(ask('sarfi'), 'mustdo: There is no format "sarfi": did you mean sarif?\n');
    assert.equal(
      ask('text', 'json'),
      'mustdo: text and json cannot both go to standard output: give one of them a file, such as json=flags.json.\n',
    );
    assert.match(ask('json=x.out', 'sarif=./x.out'), /json and sarif cannot both go to \.\/x\.out/);
    assert.match(ask('json='), /json= needs the name of a file/);
  });

  it('says that a file cannot be written, and prints nothing else', () => {
    using folder = new Folder();
    const file = folder.at('no/such.sarif');
    assert.match(
      refused(mustdo(['check', lpt, '--format', 'text', '--format', `sarif=${file}`])),
      /such\.sarif cannot be written: there is no such file or folder/,
    );
  });
});

describe('the exit code of mustdo check', () => {
  const planWith = (severity: string): Folder =>
    new Folder({
      'mustdo.json': JSON.stringify({ asAt: '2018-07-01', checks: { overdue: severity } }),
      'p.plan': 'plan P "Plan"\naction A "Act" {\n  due 2018-06\n}\n',
    });

  for (const { id } of flagFormats) {
    it(`is 1 for what needs attention and 0 else, in ${id}`, () => {
      const args = ['check', '--only', 'overdue', '--format', id];
      using bad = planWith('error');
      using mild = planWith('warning');
      assert.equal(mustdo(args, { cwd: bad.path }).code, 1);
      assert.equal(mustdo(args, { cwd: mild.path }).code, 0);
      assert.equal(mustdo([...args, '--max-warnings', '0'], { cwd: mild.path }).code, 1);
    });
  }
});
