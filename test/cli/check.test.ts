import assert from 'node:assert/strict';
import { Folder, mustdo } from '../support/command.ts';

interface Report {
  version: number;
  asAt: string;
  flags: {
    check: string;
    severity: string;
    file: string;
    range: { start: { line: number; column: number }; end: { line: number; column: number } };
    subject: { kind: string; id: string };
    message: string;
    why: string;
    todo: string;
    docs: string;
  }[];
  summary: { files: number; actions: number; error: number; warning: number; info: number };
}

const lpt = 'samples/lpt-cqc-2018';
const read = (out: string): Report => JSON.parse(out) as Report;

const overdueIn = (report: Report): string[] =>
  report.flags
    .filter(({ check }) => check === 'overdue')
    .map(({ subject }) => subject.id)
    .sort();

describe('mustdo check', () => {
  it('flags the 13 overdue actions of the LPT plan as at 1 July 2018, as JSON', () => {
    const { code, out, err } = mustdo(['check', lpt, '--format', 'json']);
    const report = read(out);
    assert.equal(err, '');
    assert.equal(report.version, 1);
    assert.equal(report.asAt, '2018-07-01');
    const expected = ['F', 'G', 'H', 'M', '5.5', '11', '18.6', '19.1', '19.2.1', '20.1', '20.2'];
    assert.deepEqual(overdueIn(report), [...expected, '2017-19.2.1', '2017-20.1'].sort());
    assert.equal(code, report.summary.error > 0 ? 1 : 0);
    assert.equal(report.summary.actions, 30);
  });

  it('says of each flag what, where, about what, why and what to do', () => {
    const { out } = mustdo(['check', lpt, '--format', 'json']);
    const flag = read(out).flags.find(
      ({ check, subject }) => check === 'overdue' && subject.id === 'F',
    );
    assert.ok(flag);
    assert.equal(flag.file, 'samples/lpt-cqc-2018/actions-amh-ld.plan');
    assert.deepEqual(flag.subject, { kind: 'action', id: 'F' });
    assert.equal(
      flag.message,
      'Action F was due 30 June 2018, 1 day before 1 July 2018, and nothing says it is complete.',
    );
    assert.ok(flag.range.start.line > 1 && flag.range.end.column > flag.range.start.column);
    assert.ok(flag.why !== '' && flag.todo !== '');
    assert.equal(flag.docs, 'docs/checks/overdue.md');
  });

  it('judges at the date it is given', () => {
    const { out } = mustdo(['check', lpt, '--format', 'json', '--as-at', '2018-11-01']);
    assert.equal(overdueIn(read(out)).length, 28);
  });

  it('prints for people: by file, without colours into a pipe, with a summary at the end', () => {
    const { out } = mustdo(['check', lpt]);
    assert.ok(!out.includes('\u001b'), 'no escape codes');
    assert.match(out, /^samples\/lpt-cqc-2018\/actions-amh-ld\.plan$/m);
    assert.match(
      out,
      /\nCQC action plan 2018\nAs at 1 July 2018: 30 actions, of which 13 are overdue; \d+ flags: [^.]+\.\n$/,
    );
  });

  it('gives the same bytes in any time zone and language', () => {
    const once = mustdo(['check', 'samples', '--format', 'json']).out;
    for (const env of [
      { TZ: 'Pacific/Kiritimati', LANG: 'de_DE.UTF-8' },
      { TZ: 'America/Los_Angeles', LC_ALL: 'tr_TR.UTF-8' },
    ]) {
      assert.equal(mustdo(['check', 'samples', '--format', 'json'], { env }).out, once);
    }
  });

  it('reads the whole project of one file, and flags that file alone', () => {
    const one = mustdo(['check', `${lpt}/actions-corporate.plan`, '--format', 'json']);
    const files = new Set(read(one.out).flags.map(({ file }) => file));
    assert.deepEqual([...files], [`${lpt}/actions-corporate.plan`]);
    assert.equal(
      read(one.out).flags.some(({ check }) => check === 'unknown-reference'),
      false,
    );
  });

  it('takes a folder of several projects, each at its own date', () => {
    const { out } = mustdo(['check', 'samples']);
    assert.match(out, /As at 1 July 2018/);
    assert.match(out, /As at 30 June 2019/);
  });

  it('exits with 0 when nothing needs attention, and counts what is worth a look', () => {
    using folder = new Folder({
      'p.plan': 'plan P "Plan"\naction A "Act" {\n  due 2018-06\n}\n',
    });
    const args = ['check', '--as-at', '2018-07-01'];
    assert.equal(mustdo(args, { cwd: folder.path }).code, 0);
    assert.equal(mustdo([...args, '--max-warnings', '0'], { cwd: folder.path }).code, 1);
  });

  it('follows mustdo.json: its date, what it leaves out, what a check weighs', () => {
    using folder = new Folder({
      'mustdo.json': JSON.stringify({
        asAt: '2018-07-01',
        exclude: ['archive/'],
        checks: { overdue: 'error', 'missing-sro': 'off' },
      }),
      'p.plan': 'plan P "Plan"\naction A "Act" {\n  due 2018-06\n}\n',
      'archive/old.plan': 'plan OLD "An old plan"\n',
    });
    const { code, out } = mustdo(['check', '--format', 'json'], { cwd: folder.path });
    const report = read(out);
    assert.equal(code, 1);
    assert.equal(report.flags.find(({ check }) => check === 'overdue')?.severity, 'error');
    assert.equal(
      report.flags.some(({ check }) => check === 'missing-sro'),
      false,
    );
    assert.equal(report.summary.files, 1);
  });

  it('says a flag that someone answers for as explained, and no longer as needing attention', () => {
    using folder = new Folder({
      'p.plan': `plan P "Plan"
inspection I "Inspection" {
  must M "Record supervision"
}
action A "Act" {
  for M
  due 2018-06
  explained overdue until 2018-08-31 because "The devices arrive in August" by trust
}
`,
    });
    const flagAt = (asAt: string) =>
      read(
        mustdo(['check', '--format', 'json', '--as-at', asAt], { cwd: folder.path }).out,
      ).flags.find(({ check }) => check === 'overdue') as
        (Report['flags'][number] & { explained?: string }) | undefined;
    const july = flagAt('2018-07-01');
    assert.equal(july?.severity, 'info');
    assert.equal(july.explained, 'The devices arrive in August (until 31 August 2018)');
    assert.equal(flagAt('2018-09-01')?.severity, 'error');
  });
});
