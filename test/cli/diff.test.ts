import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Folder, mustdo, whileReadOnly, type Ran } from '../support/command.ts';
import { commit, committed, git } from '../support/repository.ts';

const action = (id: string, ...lines: readonly string[]): string =>
  `action ${id} "Act on ${id}" {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`;

const scale =
  'scale progress "Progress" {\n  red "Off track" means off-track\n  green "On track" means on-track\n}\n';

const before =
  scale +
  ['A', 'B', 'C', 'D'].map((id) => action(id, 'due 2018-08')).join('') +
  action(
    'E',
    'due 2018-03',
    'due-revised 2018-05 on 2018-02-01',
    'due-revised 2018-08 on 2018-03-01',
  ) +
  action('F', 'due 2018-09') +
  action('G', 'due 2018-09', 'update 2018-05-01 green') +
  action('H', 'due 2018-09');

const after =
  scale +
  ['A', 'B', 'C', 'D']
    .map((id) => action(id, 'due 2018-08', 'closed 2018-06-14 by "Board"'))
    .join('') +
  action(
    'E',
    'due 2018-03',
    'due-revised 2018-05 on 2018-02-01',
    'due-revised 2018-08 on 2018-03-01',
    'due-revised 2018-10 on 2018-06-01',
  ) +
  action('F', 'due 2018-09', 'due-revised 2018-12 on 2018-06-01 because "Late supplier"') +
  action('G', 'due 2018-09', 'update 2018-05-01 green', 'update 2018-06-20 red');

const sentence =
  '4 closed, 2 re-dated, 1 for the third time, 1 newly red, 1 removed without explanation.';

/** A plan of 1 May 2018 in a repository, tagged v1, with what became of it by 1 July. */
function repository(): Folder {
  const folder = committed({ 'plans/mustdo.json': '{}', 'plans/a.plan': before });
  git(folder, 'tag', 'v1');
  folder.write('plans/a.plan', after);
  commit(folder, '2018-07-01');
  return folder;
}

const diff = (folder: Folder, ...args: readonly string[]): Ran =>
  mustdo(['diff', '--plan', 'plans', ...args], { cwd: folder.path });

const lines = ({ out, err }: Ran): string[] => {
  assert.equal(err, '');
  return out.split('\n');
};

describe('mustdo diff', () => {
  it('says in a sentence and then in a table what changed since a tag', () => {
    using folder = repository();
    const ran = diff(folder, 'v1', '--as-at', '2018-07-01');
    assert.equal(ran.code, 0);
    const [from, to, , words, , heading] = lines(ran);
    assert.equal(from, 'Revision v1, as at 1 July 2018');
    assert.equal(to, '  to the plan as it is now, as at 1 July 2018:');
    assert.equal(words, sentence);
    assert.match(heading ?? '', /^Ref +Change +Before +Now +When, by whom and why$/);
    assert.match(
      ran.out,
      /^E +Re-dated, for the third time +31 August 2018 .* 31 October 2018 .* 1 June 2018$/m,
    );
    assert.match(
      ran.out,
      /^H +Removed without explanation +Open +Not in the plan +Nothing recorded$/m,
    );
  });

  it('judges a revision at the day of its commit, where nothing else names a day', () => {
    using folder = repository();
    const [from, to, , words] = lines(diff(folder, 'v1', 'HEAD'));
    assert.equal(from, 'Revision v1, as at 1 May 2018');
    assert.equal(to, '  to revision HEAD, as at 1 July 2018:');
    assert.equal(words, sentence);
  });

  it('takes a day for the last commit by then, judged at that day', () => {
    using folder = repository();
    const [from, , , words] = lines(diff(folder, '2018-06-30', 'HEAD'));
    assert.match(from ?? '', /^The plan as committed by then \([0-9a-f]{7}\), as at 30 June 2018$/);
    assert.equal(words, sentence);
  });

  it('takes the day of a commit by the clock in England, wherever it was made and is read', () => {
    // Half past eleven at night on 30 June in Greenwich is 1 July in England, and in Samoa still 30 June.
    using folder = committed({ 'plans/mustdo.json': '{}', 'plans/a.plan': before });
    folder.write('plans/a.plan', after);
    commit(folder, '2018-06-30T12:30:00-11:00');
    for (const TZ of ['Pacific/Pago_Pago', 'Europe/London']) {
      const day = (to: string): string =>
        mustdo(['diff', '--plan', 'plans', 'HEAD~1', to], { cwd: folder.path, env: { TZ } }).out;
      assert.match(day('2018-06-30'), /Nothing has changed|newly overdue/);
      assert.match(day('2018-07-01'), /4 closed/);
    }
  });

  it('takes what is older than the first commit for the plan as it is now, and says so', () => {
    using folder = repository();
    const ran = diff(folder, '2018-03-15', '--as-at', '2018-07-01');
    assert.match(ran.out, /^The plan as it is now, as at 15 March 2018$/m);
    assert.match(ran.out, /^4 closed, 2 re-dated, 1 for the third time, /m);
    assert.match(ran.out, /^No commit is from 15 March 2018 or before\.$/m);
    assert.match(ran.out, /added, taken out or reworded in between cannot be told/);
  });

  it('compares days without git, and two folders, and two files each by itself', () => {
    using folder = new Folder({
      'plans/mustdo.json': '{}',
      'plans/a.plan': after,
      'old/a.plan': before,
      'files/mustdo.json': '{"asAt": "2018-07-01"}',
      'files/old.plan': before,
      'files/new.plan': after,
    });
    const words = (...args: readonly string[]) => lines(diff(folder, ...args))[3];
    assert.match(words('2018-05-01', '2018-07-01') ?? '', /^4 closed, 2 re-dated/);
    assert.equal(words('old', 'plans', '--as-at', '2018-07-01'), sentence);
    assert.equal(words('files/old.plan', 'files/new.plan'), sentence);
  });

  it('needs no project around two folders', () => {
    using folder = new Folder({ 'old/a.plan': before, 'new/a.plan': after });
    const ran = mustdo(['diff', 'old', 'new', '--as-at', '2018-07-01'], { cwd: folder.path });
    assert.equal(lines(ran)[3], sentence);
  });

  it('reads of a commit what the project itself would read: no other project, nothing left out', () => {
    const files = {
      'plans/mustdo.json': '{"exclude": ["archive/"], "asAt": "2018-07-01"}',
      'plans/a.plan': before,
      'plans/archive/old.plan': action('OLD'),
      'plans/.hidden/h.plan': action('HIDDEN'),
      'plans/other/mustdo.json': '{}',
      'plans/other/o.plan': action('OTHER'),
      'plans/many/é ü.plan': action('NAMED'),
    };
    using folder = committed(files);
    const ran = mustdo(['diff', '--plan', 'plans/a.plan', 'HEAD'], { cwd: folder.path });
    assert.equal(lines(ran)[3], 'Nothing has changed.');
  });

  it('gives programs each change with its kind, its item, what was and is, and its place', () => {
    using folder = repository();
    const { out } = diff(folder, 'v1', 'HEAD', '--format', 'json');
    const data = JSON.parse(out) as { words: string; changes: Record<string, unknown>[] };
    assert.equal(data.words, sentence);
    assert.deepEqual(
      data.changes.find(({ kind }) => kind === 're-dated'),
      {
        kind: 're-dated',
        words: 'Re-dated, for the third time',
        item: { kind: 'action', id: 'E', title: 'Act on E' },
        part: null,
        before: { words: '31 August 2018 (given as August 2018)', date: '2018-08-31' },
        after: { words: '31 October 2018 (given as October 2018)', date: '2018-10-31' },
        time: 3,
        place: { file: 'a.plan', line: 25 },
        record: '1 June 2018',
      },
    );
  });

  it('writes Markdown and a page, the same bytes in another time zone and language', () => {
    using folder = repository();
    for (const format of ['markdown', 'html', 'json', 'text']) {
      const write = (env: Record<string, string>): string =>
        mustdo(['diff', '--plan', 'plans', 'v1', 'HEAD', '--format', format], {
          cwd: folder.path,
          env,
        }).out;
      const here = write({ TZ: 'Europe/London', LC_ALL: 'en_GB.UTF-8' });
      assert.ok(here.includes(sentence), format);
      assert.equal(write({ TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8' }), here);
    }
  });

  it('reads a repository that it may not write to', () => {
    using folder = repository();
    whileReadOnly([folder.at('plans'), folder.at('.git'), folder.path], (user) => {
      // A repository of somebody else’s is one that git has to be told to trust.
      const trust = { GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'safe.directory' };
      const ran = mustdo(['diff', '--plan', 'plans', 'v1', 'HEAD'], {
        cwd: folder.path,
        env: { ...trust, GIT_CONFIG_VALUE_0: '*' },
        user,
      });
      assert.equal(lines(ran)[3], sentence);
    });
  });

  it('ends in one line and exit code 2 where there is nothing to compare with', () => {
    using folder = repository();
    using bare = new Folder({ 'plans/mustdo.json': '{}', 'plans/a.plan': before });
    const says = (inside: Folder, args: readonly string[], words: RegExp): void => {
      const { code, out, err } = diff(inside, ...args);
      assert.equal(code, 2);
      assert.equal(out, '');
      assert.match(err, words);
    };
    says(
      folder,
      ['v9'],
      /^mustdo: “v9” is no folder, file or frozen meeting, so mustdo diff asks git, and git says: v9 is no revision of plans\/\.\n$/,
    );
    says(bare, ['v1'], /^mustdo: “v1” is no folder.*, and git says: not a git repository.*\n$/);
    says(
      folder,
      ['--', '--output=x'],
      /^mustdo: mustdo diff takes a day, .*, not "--output=x"\.\n$/,
    );
    says(
      folder,
      ['v1', '--format', 'txt'],
      /^mustdo: There is no format "txt": did you mean text\?\n$/,
    );
    says(folder, ['v1', '--as-at', '2018-02-30'], /^mustdo: --as-at takes a day/);
    git(folder, 'rm', '-rq', '--cached', 'plans');
    git(folder, 'commit', '-qm', 'Without plans');
    says(folder, ['HEAD'], /^mustdo: In [0-9a-f]{7} there is no plan in plans\/\.\n$/);
  });
});

describe('mustdo papers --only changes', () => {
  const changes = (
    folder: Folder,
    ...args: readonly string[]
  ): Ran & { readonly text: () => string } => {
    const to = folder.at('pack');
    const ran = mustdo(
      ['papers', 'plans', '-o', to, '--only', 'changes', '--format', 'markdown', ...args],
      { cwd: folder.path },
    );
    return { ...ran, text: () => readFileSync(join(to, 'changes.md'), 'utf8') };
  };

  it('counts from what --since names', () => {
    using folder = repository();
    const { text } = changes(folder, '--since', 'v1', '--as-at', '2018-07-01');
    assert.match(text(), /^# Change since last meeting$/m);
    assert.ok(text().includes(sentence));
  });

  const meeting = (id: string, committee: string, on: string): string =>
    `meeting ${id} "${id} meeting" {\n  committee ${committee}\n  on ${on}\n}\n`;
  const meetings =
    'committee QC "Quality Committee"\ncommittee B "Board"\n' +
    meeting('QC-MAY', 'QC', '2018-05-17') +
    meeting('B-JUN', 'B', '2018-06-18') +
    meeting('QC-JUL', 'QC', '2018-07-19');

  it('counts from the committee’s previous meeting where nothing is named, and says so', () => {
    using folder = new Folder({ 'plans/mustdo.json': '{}', 'plans/a.plan': meetings + after });
    const { text } = changes(folder, '--meeting', 'QC-JUL', '--as-at', '2018-07-01');
    assert.match(
      text(),
      /^From the meeting “QC-MAY meeting”, as at 17 May 2018, to 1 July 2018\.$/m,
    );
    assert.match(text(), /^4 closed, 2 re-dated, 1 for the third time, 1 newly red\.$/m);
    assert.match(text(), /cannot be told from that/);
  });

  it('counts from the last meeting of any committee where the papers are for none', () => {
    using folder = new Folder({ 'plans/mustdo.json': '{}', 'plans/a.plan': meetings + after });
    assert.match(
      changes(folder, '--as-at', '2018-07-01').text(),
      /“B-JUN meeting”, as at 18 June 2018/,
    );
  });

  it('is not written where there was no meeting', () => {
    using folder = new Folder({ 'plans/mustdo.json': '{}', 'plans/a.plan': after });
    const { code, out } = changes(folder, '--as-at', '2018-07-01');
    assert.equal(code, 0);
    assert.match(out, /The plan has nothing for changes\./);
  });
});
