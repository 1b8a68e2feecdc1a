import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Folder, mustdo } from '../support/command.ts';

const contentsOf = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((name) => [name, readFileSync(join(folder, name), 'base64')]),
  );

describe('mustdo papers', () => {
  it('writes each paper in each format that is asked for', () => {
    using folder = new Folder();
    const { code, out } = mustdo(
      [
        ...['papers', 'samples/exemplar', '--meeting', 'QC-OCT', '-o', folder.at('pack')],
        ...['--only', 'overdue,coverage', '--format', 'html,markdown'],
      ],
      { env: { COLUMNS: '200' } },
    );
    assert.equal(code, 0);
    assert.equal(out, `As at 30 September 2026: 2 papers in 4 files in ${folder.at('pack')}.\n`);
    assert.deepEqual(readdirSync(folder.at('pack')).sort(), [
      'coverage.html',
      'coverage.md',
      'overdue.html',
      'overdue.md',
    ]);
    const coverage = readFileSync(folder.at('pack/coverage.md'), 'utf8');
    assert.match(coverage, /^# Must-do coverage$/m);
    assert.match(coverage, /^- For: Quality Committee of October 2026, 15 October 2026$/m);
  });

  it('writes the same bytes in another time zone and language', () => {
    using folder = new Folder();
    const write = (to: string, env: Record<string, string>): Record<string, string> => {
      mustdo(['papers', 'samples/lpt-cqc-2018', '-o', folder.at(to)], { env });
      return contentsOf(folder.at(to));
    };
    const here = write('here', { TZ: 'Europe/London', LC_ALL: 'en_GB.UTF-8' });
    const there = write('there', { TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8' });
    assert.ok(Object.keys(here).length > 3);
    assert.deepEqual(there, here);
  });

  const wrong = [
    [['--only', 'coverag'], 'There is no paper "coverag": did you mean coverage?'],
    [['--format', 'htm'], 'There is no format "htm": did you mean html?'],
    [['--meeting', 'QC'], 'The plan has no meeting "QC": it has BOARD-MAY, QC-SEP and QC-OCT.'],
  ] as const;
  for (const [args, words] of wrong) {
    it(`says in one line: ${words}`, () => {
      using folder = new Folder();
      const { code, err } = mustdo([
        ...['papers', 'samples/exemplar', '-o', folder.at('pack')],
        ...args,
      ]);
      assert.equal(code, 2);
      assert.equal(err, `mustdo: ${words}\n`);
      assert.deepEqual(readdirSync(folder.path), [], 'nothing is written');
    });
  }

  it('says in one line that it cannot write where a file stands', () => {
    using folder = new Folder({ pack: 'a file' });
    const { code, err } = mustdo(['papers', 'samples/mpft-2019', '-o', folder.at('pack')]);
    assert.equal(code, 2);
    assert.match(err, /^mustdo: .*pack cannot be made: .*\n$/);
  });
});
