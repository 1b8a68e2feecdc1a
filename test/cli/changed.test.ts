import assert from 'node:assert/strict';
import { Folder, mustdo, type Ran } from '../support/command.ts';
import { committed, git } from '../support/repository.ts';

const action = (id: string, due: string) => `action ${id} "Act" {\n  due ${due}\n}\n`;

const overdueIn = (folder: Folder, revision: string): Ran =>
  mustdo(
    ['check', 'plans', '--as-at', '2018-07-01', '--only', 'overdue', '--format', 'compact'].concat(
      '--changed-since',
      revision,
    ),
    { cwd: folder.path },
  );

const flagged = (folder: Folder, revision = 'HEAD'): string[] => {
  const { out, err } = overdueIn(folder, revision);
  assert.equal(err, '');
  return [...out.matchAll(/Action (\w+) was due/g)].map(([, id = '']) => id);
};

describe('mustdo check --changed-since', () => {
  const settings = { 'plans/mustdo.json': '{}' };

  it('says what is wrong with the items that were touched, and nothing of the others', () => {
    using folder = committed({
      ...settings,
      'plans/a.plan': action('A', '2018-05') + action('B', '2018-05'),
      'plans/b.plan': action('C', '2018-05'),
    });
    assert.deepEqual(flagged(folder), []);
    folder.write('plans/a.plan', action('A', '2018-05') + action('B', '2018-06'));
    folder.write('plans/new.plan', action('D', '2018-05'));
    assert.deepEqual(flagged(folder), ['B', 'D']);
    git(folder, 'add', '-A');
    git(folder, 'commit', '-qm', 'Later');
    assert.deepEqual(flagged(folder), []);
    assert.deepEqual(flagged(folder, 'HEAD~1'), ['B', 'D']);
  });

  it('takes an item that moved, or is laid out otherwise, for the same', () => {
    using folder = committed({
      ...settings,
      'plans/a.plan': action('A', '2018-05') + action('B', '2018-05'),
    });
    folder.write('plans/a.plan', `// A comment.\n${action('B', '   2018-05')}`);
    folder.write('plans/moved.plan', action('A', '2018-05'));
    assert.deepEqual(flagged(folder), []);
  });

  it('says what git says of a revision that is none, and of a folder without git', () => {
    using folder = committed({ ...settings, 'plans/a.plan': action('A', '2018-05') });
    const none = overdueIn(folder, 'nowhere');
    assert.equal(none.code, 2);
    assert.match(
      none.err,
      /^mustdo: --changed-since asks git, and git says: nowhere is no revision of plans\/\.\n$/,
    );
    assert.equal(overdueIn(folder, '--output=x').code, 2);
    using bare = new Folder({ ...settings, 'plans/a.plan': action('A', '2018-05') });
    const outside = overdueIn(bare, 'HEAD');
    assert.equal(outside.code, 2);
    assert.match(outside.err, /not a git repository/);
  });
});
