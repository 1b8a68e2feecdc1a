import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { Folder, mustdo, type Ran } from '../support/command.ts';

const checksIn = ({ out }: Ran): string[] =>
  (JSON.parse(out) as { flags: { check: string }[] }).flags.map(({ check }) => check);

const plan = 'plan P "Plan"\naction A "Act" {\n  due 2018-06\n  sro X\n}\n';

const run = (folder: Folder, ...options: string[]): Ran =>
  mustdo(['check', '--as-at', '2018-07-01', ...options], { cwd: folder.path });

describe('mustdo check --only and --skip', () => {
  it('run some checks alone, and leave some out', () => {
    using folder = new Folder({ 'p.plan': plan });
    const all = checksIn(run(folder, '--format', 'json'));
    const only = (...options: string[]) => checksIn(run(folder, '--format', 'json', ...options));
    assert.ok(all.includes('unknown-reference') && all.includes('missing-committee'));
    assert.deepEqual(only('--only', 'overdue'), ['overdue']);
    assert.deepEqual(only('--only', 'overdue,unknown-reference').sort(), [
      'overdue',
      'unknown-reference',
    ]);
    assert.deepEqual(only('--only', 'overdue', '--only', 'unknown-reference').length, 2);
    assert.deepEqual(
      only('--skip', 'overdue'),
      all.filter((check) => check !== 'overdue'),
    );
    assert.deepEqual(only('--only', 'overdue,unknown-reference', '--skip', 'overdue'), [
      'unknown-reference',
    ]);
  });

  it('run a check that is named even where the project turns it off', () => {
    using folder = new Folder({
      'mustdo.json': '{ "checks": { "overdue": "off" } }',
      'p.plan': plan,
    });
    assert.ok(!checksIn(run(folder, '--format', 'json')).includes('overdue'));
    assert.deepEqual(checksIn(run(folder, '--format', 'json', '--only', 'overdue')), ['overdue']);
  });

  it('say what was meant by a check that there is not', () => {
    using folder = new Folder({ 'p.plan': plan });
    for (const option of ['--only', '--skip']) {
      const { code, err } = run(folder, option, 'overdu');
      assert.equal(code, 2);
      assert.equal(err, 'mustdo: There is no check "overdu": did you mean overdue?\n');
    }
    const none = run(folder, '--only', 'overdue', '--skip', 'overdue');
    assert.equal(none.code, 2);
    assert.match(none.err, /leave no check to run/);
  });
});

describe('mustdo check --stats', () => {
  it('says how many flags there are of each check', () => {
    using folder = new Folder({ 'p.plan': plan });
    const { out } = run(folder, '--stats', '--only', 'overdue,unknown-reference');
    assert.match(out, /\n {2}overdue +1 flag\n {2}unknown-reference {2}1 flag\n$/);
  });
});

describe('mustdo check --explained', () => {
  const explained = `plan P "Plan"
committee QC "Quality Committee"
action A "Act" {
  due 2018-06
  explained overdue until 2018-08-31 because "The devices arrive in August" by QC
}
`;

  it('lists what the plan explains as a register, and exits with 0', () => {
    using folder = new Folder({ 'p.plan': explained });
    const { code, out } = run(folder, '--explained');
    assert.equal(code, 0);
    assert.match(out, /^p\.plan:4: action A \[overdue\]\n/);
    assert.match(out, /\(until 31 August 2018, by Quality Committee\)\n/);
    assert.match(out, /\nAs at 1 July 2018: 1 flag is explained\.\n$/);
  });

  it('lists nothing that no longer holds', () => {
    using folder = new Folder({ 'p.plan': explained });
    const { out } = mustdo(['check', '--as-at', '2018-09-01', '--explained'], {
      cwd: folder.path,
    });
    assert.equal(out, 'As at 1 September 2018: no flag is explained.\n');
  });

  it('has fewer forms, and says which', () => {
    using folder = new Folder({ 'p.plan': explained });
    const { code, err } = run(folder, '--explained', '--format', 'junit');
    assert.equal(code, 2);
    assert.equal(err, 'mustdo: --explained is written as text, json, markdown, not junit.\n');
  });
});

describe('mustdo check --fix', () => {
  const soft = 'super\u00advision';

  it('makes the safe fixes, says which, and checks what is left', () => {
    const before = `plan P "Plan"\naction A "Bring ${soft} to 85 %" {\n  due 2018-06\n  note "${soft}, ${soft}"\n}\n`;
    using folder = new Folder({ 'p.plan': before, 'q.plan': 'action B "Act"\n' });
    const { out, err } = run(folder, '--fix', '--format', 'json');
    assert.equal(readFileSync(folder.at('p.plan'), 'utf8'), before.replaceAll(soft, 'supervision'));
    assert.equal(err.match(/^p\.plan:\d+:\d+: mended: .* \[confusable-character\]$/gm)?.length, 3);
    assert.ok(!checksIn({ code: 0, out, err }).includes('confusable-character'));
    assert.deepEqual(readdirSync(folder.path).sort(), ['p.plan', 'q.plan']);
  });

  it('makes with --unsafe also those that somebody has to look at, each once', () => {
    const before = 'action F "Revise the schedules" {\n  due 2018-05\n  completed 2018-06\n}\n';
    using folder = new Folder({ 'p.plan': before });
    const options = ['--only', 'complete-without-evidence,missing-sro'];
    run(folder, '--fix', ...options);
    assert.equal(readFileSync(folder.at('p.plan'), 'utf8'), before);
    const { err } = run(folder, '--fix', '--unsafe', ...options);
    const after = readFileSync(folder.at('p.plan'), 'utf8');
    assert.match(after, /^ {2}reopened +2018-07-01 because "No evidence on record"$/m);
    assert.match(after, /^ {2}sro +tbc/m);
    assert.equal(err.match(/: mended: /g)?.length, 2);
    assert.equal(run(folder, '--unsafe').code, 2);
  });

  it('goes on until none is left, keeps the line ends, and keeps tidy what was', () => {
    const before = 'action A "Act" {\r\n  impact No impact\r\n  note   here is more\r\n}\r\n';
    using folder = new Folder({ 'p.plan': before });
    run(folder, '--fix');
    const once = readFileSync(folder.at('p.plan'), 'utf8');
    assert.equal(
      once,
      'action A "Act" {\r\n  impact "No impact"\r\n  note   "here is more"\r\n}\r\n',
    );
    assert.equal(run(folder, '--fix').err, '');
    assert.equal(readFileSync(folder.at('p.plan'), 'utf8'), once);
  });

  it('mends in a next round what another fix makes room for', () => {
    using folder = new Folder({ 'p.plan': `action A "Act" {\n  impact No ${soft}\n}\n` });
    const { err } = run(folder, '--fix');
    assert.equal(
      readFileSync(folder.at('p.plan'), 'utf8'),
      'action A "Act" {\n  impact "No supervision"\n}\n',
    );
    assert.match(err, /\[unreadable\]\n.*\[confusable-character\]\n$/);
  });

  it('leaves what somebody has to look at, what is not named, and bytes that are no text', () => {
    const unsafe = 'action F\u200b "Act"\n';
    const broken = Buffer.concat([Buffer.from(`// ${soft} \n`), Buffer.from([0xe9, 0x0a])]);
    const other = `action B "${soft}"\n`;
    using folder = new Folder({
      'mustdo.json': '{}',
      'p.plan': unsafe,
      'q.plan': broken,
      'r.plan': other,
    });
    run(folder, '--fix', 'p.plan', 'q.plan');
    assert.equal(readFileSync(folder.at('p.plan'), 'utf8'), unsafe);
    assert.deepEqual(readFileSync(folder.at('q.plan')), broken);
    assert.equal(readFileSync(folder.at('r.plan'), 'utf8'), other);
  });

  it('makes the fixes of the chosen checks alone', () => {
    const before = `action A "${soft}" {\n  impact No impact\n}\n`;
    using folder = new Folder({ 'p.plan': before });
    run(folder, '--fix', '--only', 'unreadable');
    assert.equal(
      readFileSync(folder.at('p.plan'), 'utf8'),
      before.replace('No impact', '"No impact"'),
    );
  });
});
