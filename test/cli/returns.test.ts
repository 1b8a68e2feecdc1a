import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { Folder, mustdo, type Ran } from '../support/command.ts';
import { filled, type Typed } from '../support/returns.ts';
import { collectedAt, plan, writtenAt } from '../unit/returns/plan.ts';

/** A project with its returns written. */
function project(): Folder {
  const folder = new Folder({
    'p/plan.plan': plan,
    'p/mustdo.json': '{ "language": 1 }',
  });
  const { code, err } = write(folder);
  assert.equal(code, 0, err);
  return folder;
}

const write = (folder: Folder, to = 'out', env: Record<string, string> = {}): Ran =>
  mustdo(['returns', 'write', folder.at('p'), '-o', folder.at(to), '--as-at', writtenAt], { env });

const collect = (folder: Folder, files: readonly string[], ...options: string[]): Ran =>
  mustdo([...['returns', 'collect', ...files, '--plan', 'p', '--as-at', collectedAt], ...options], {
    cwd: folder.path,
  });

async function fill(
  folder: Folder,
  file: string,
  rows: readonly Readonly<Record<string, Typed>>[],
): Promise<void> {
  const bytes = readFileSync(folder.at(`out/${file}`));
  folder.write(`out/${file}`, await filled(bytes, rows));
}

const planIn = (folder: Folder): string => readFileSync(folder.at('p/plan.plan'), 'utf8');

/** Lines without the spaces that align them. */
const tidy = (text: string): string[] =>
  text.split('\n').map((line) => line.trim().replaceAll(/ {2,}/g, ' '));

const late = { status: 'red: Off track', update: 'Devices are late' } as const;

describe('mustdo returns write', () => {
  it('writes a workbook for each SRO, and says who is not asked', () => {
    using folder = project();
    const { code, out } = write(folder, 'again');
    assert.equal(code, 0);
    assert.equal(
      out,
      `As at 1 June 2018: 2 returns for 3 open actions in ${folder.at('again')}.\n` +
        'No SRO is named for A4, so nobody is asked.\n',
    );
    assert.deepEqual(readdirSync(folder.at('again')).sort(), [
      'return-HON.xlsx',
      'return-HOP.xlsx',
    ]);
  });

  it('writes the same bytes in another time zone and language', () => {
    using folder = project();
    write(folder, 'there', { TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8' });
    for (const name of readdirSync(folder.at('out'))) {
      assert.deepEqual(
        readFileSync(folder.at(`there/${name}`)),
        readFileSync(folder.at(`out/${name}`)),
      );
    }
  });

  it('says where there is nothing to ask for', () => {
    using folder = new Folder({ 'p/plan.plan': '' });
    const { code, out } = write(folder);
    assert.equal(code, 0);
    assert.equal(
      out,
      'As at 1 June 2018: no SRO has an open action, so there is no return to write.\n',
    );
    assert.deepEqual(readdirSync(folder.path), ['p']);
  });

  it('says that the plan has no such meeting', () => {
    using folder = project();
    const { code, err } = mustdo(['returns', 'write', folder.at('p'), '--meeting', 'QAC-1']);
    assert.equal(code, 2);
    assert.equal(err, 'mustdo: The plan has no meeting "QAC-1": it has no meetings.\n');
  });
});

describe('mustdo returns collect', () => {
  it('shows what it would change, and changes nothing where it cannot ask', async () => {
    using folder = project();
    await fill(folder, 'return-HON.xlsx', [late]);
    const { code, out, err } = collect(folder, ['out/return-HON.xlsx']);
    assert.equal(code, 2);
    assert.equal(err, 'mustdo: nothing was written: look through the changes, then say --yes.\n');
    assert.equal(
      out,
      `As at 29 June 2018: 1 return.

out/return-HON.xlsx
  A1: update of 29 June 2018, red: Off track: “Devices are late”
  Note: it says nothing of A2.

Nothing came from Head of Pharmacy (1 open action).

No SRO is named for A4, so nobody was asked.

p/plan.plan, line 30
    update 2018-05-04 amber "Two wards are late" by HON
+   update 2018-06-29 red "Devices are late" by HON

`,
    );
    assert.equal(planIn(folder), plan);
  });

  it('writes what was agreed to, and nothing else', async () => {
    using folder = project();
    await fill(folder, 'return-HON.xlsx', [late, { completedOn: { day: '2018-06-15' } }]);
    await fill(folder, 'return-HOP.xlsx', [
      { proposed: { day: '2018-08-31' }, because: 'The locks arrive in August' },
    ]);
    const { code, out, err } = collect(folder, ['out'], '--yes');
    assert.equal(code, 0, err);
    assert.match(out, /\nWrote 3 lines into p\/plan\.plan\.\n$/);
    const now = planIn(folder);
    const lines = tidy(now);
    const kept = tidy(plan);
    assert.deepEqual(
      lines.filter((line) => !kept.includes(line)),
      [
        'update 2018-06-29 red "Devices are late" by HON',
        'completed 2018-06-15 by HON',
        'note "Proposed deadline: 31 August 2018. The locks arrive in August. (HOP, 29 June 2018)"',
      ],
    );
    assert.equal(lines.length, kept.length + 3);
    const again = collect(folder, ['out'], '--yes');
    assert.equal(again.code, 0);
    assert.match(again.out, /\nThere is nothing to write\.\n$/);
    assert.equal(planIn(folder), now);
  });

  it('goes on after a file that is none, and says so with its exit code', async () => {
    using folder = project();
    await fill(folder, 'return-HON.xlsx', [late]);
    folder.write('out/notes.xlsx', 'no workbook');
    const { code, err } = collect(folder, ['out', 'gone.xlsx', 'p'], '--yes');
    assert.equal(code, 2);
    assert.deepEqual(err.trimEnd().split('\n'), [
      'mustdo: p holds no .xlsx workbook.',
      'mustdo: out/notes.xlsx cannot be read: it is no .xlsx workbook.',
      'mustdo: gone.xlsx cannot be read: there is no such file or folder.',
    ]);
    assert.match(planIn(folder), /update 2018-06-29 red/);
  });

  it('takes a return from last month as far as the plan has not moved on', async () => {
    using folder = project();
    await fill(folder, 'return-HON.xlsx', [late, late]);
    folder.write(
      'p/plan.plan',
      plan.replace('late" by HON', 'late" by HON\n  update 2018-06-10 amber'),
    );
    const { code, out } = collect(folder, ['out/return-HON.xlsx'], '--yes');
    assert.equal(code, 1, 'something was left out');
    assert.match(
      out,
      /Left out: A1 \(row 6\): the plan has an update of 10 June 2018 that this return did not know\./,
    );
    assert.match(out, /\nWrote 1 line into p\/plan\.plan\.\n$/);
  });

  it('keeps the line ends of the file', async () => {
    using folder = project();
    const dos = plan.replaceAll('\n', '\r\n');
    folder.write('p/plan.plan', dos);
    await fill(folder, 'return-HON.xlsx', [{ ...late, update: 'One\nTwo' }]);
    assert.equal(collect(folder, ['out'], '--yes').code, 0);
    assert.ok(!/[^\r]\n/.test(planIn(folder)));
    assert.equal(mustdo(['check', folder.at('p'), '--only', 'unreadable']).code, 0);
  });

  it('writes no control characters to a terminal', async () => {
    using folder = project();
    await fill(folder, 'return-HON.xlsx', [{ ...late, update: 'a\u202eb\u009bc' }]);
    const { out } = collect(folder, ['out']);
    // eslint-disable-next-line no-control-regex -- these are what is looked for
    assert.ok(!/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/.test(out));
  });

  it('says in one line that the plan cannot be written, and leaves it whole', async () => {
    using folder = project();
    await fill(folder, 'return-HON.xlsx', [late]);
    folder.write(
      'p/plan.plan',
      Buffer.concat([Buffer.from(plan), Buffer.from([0x2f, 0x2f, 0xff, 0x0a])]),
    );
    const before = readFileSync(folder.at('p/plan.plan'));
    const { code, err } = collect(folder, ['out'], '--yes');
    assert.equal(code, 2);
    assert.match(
      err,
      /^mustdo: p\/plan\.plan holds bytes that are no text.*Nothing was written\.\n$/,
    );
    assert.deepEqual(readFileSync(folder.at('p/plan.plan')), before);
  });
});
