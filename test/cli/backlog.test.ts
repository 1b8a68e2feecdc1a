import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { Folder, mustdo, type Ran } from '../support/command.ts';

const action = (id: string, due = '2018-06') => `action ${id} "Act" {\n  due ${due}\n}\n`;

const run = (folder: Folder, ...args: string[]): Ran =>
  mustdo([...args, '--as-at', '2018-07-01'], { cwd: folder.path });

const overdue = (folder: Folder, ...options: string[]): Ran =>
  run(folder, 'check', '--only', 'overdue', '--format', 'compact', ...options);

describe('mustdo backlog', () => {
  it('takes what is flagged as known, and check speaks of what is new', () => {
    using folder = new Folder({
      'mustdo.json': '{ "checks": { "overdue": "error" } }',
      'a.plan': action('A'),
    });
    assert.equal(overdue(folder).code, 1);
    const first = run(folder, 'backlog');
    assert.equal(first.code, 0, first.err);
    assert.match(
      first.out,
      /^As at 1 July 2018: \d+ flags are now the known backlog, in mustdo-backlog\.json\./,
    );
    const quiet = overdue(folder);
    assert.equal(quiet.code, 0);
    assert.match(quiet.out, /^As at 1 July 2018: .*; 1 more of the known backlog\.\n$/);
    assert.match(overdue(folder, '--known').out, /^a\.plan:2:7: info: .* \[overdue\]\n/);

    folder.write('b.plan', action('B'));
    const news = overdue(folder);
    assert.equal(news.code, 1);
    assert.match(news.out, /^b\.plan:2:7: error: [^\n]*\nAs at/);
  });

  it('only shrinks, says what is gone, and goes with its last flag', () => {
    using folder = new Folder({
      'mustdo.json': '{ "preset": "setting-up" }',
      'a.plan': action('A') + action('B'),
    });
    run(folder, 'backlog');
    const before = readFileSync(folder.at('mustdo-backlog.json'), 'utf8');
    folder.write('c.plan', action('C'));
    const still = run(folder, 'backlog');
    assert.match(still.out, /: all \d+ flags of mustdo-backlog\.json are still there\.\n$/);
    assert.equal(readFileSync(folder.at('mustdo-backlog.json'), 'utf8'), before);

    folder.write('a.plan', action('A'));
    const less = run(folder, 'backlog');
    assert.match(less.out, /: \d+ of \d+ flags are gone and taken out of mustdo-backlog\.json; /);
    assert.doesNotMatch(readFileSync(folder.at('mustdo-backlog.json'), 'utf8'), /action [BC]/);

    folder.write('a.plan', '// Nothing is left.\n');
    assert.match(run(folder, 'backlog').out, /are gone, and mustdo-backlog\.json with them\.\n$/);
    assert.ok(!existsSync(folder.at('mustdo-backlog.json')));
  });

  it('that a newer Mustdo wrote is refused', () => {
    using folder = new Folder({
      'a.plan': action('A'),
      'mustdo-backlog.json': '{ "version": 2, "entries": [] }',
    });
    const { code, err } = run(folder, 'check');
    assert.equal(code, 2);
    assert.equal(
      err,
      'mustdo: mustdo-backlog.json cannot be read: it is of version 2, and this Mustdo knows version 1: a newer Mustdo wrote it, use that one.\n',
    );
  });
});
