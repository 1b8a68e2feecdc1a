import assert from 'node:assert/strict';
import { backlogNow, followBacklog } from '../../../server/src/checks/backlog.ts';
import { always, check, type Check } from '../../../server/src/checks/check.ts';
import { checks } from '../../../server/src/checks/index.ts';
import { Judgement } from '../../../server/src/checks/judgement.ts';
import { everyCheck } from '../../../server/src/checks/settings.ts';
import { overdue } from '../../../server/src/checks/dates/overdue.ts';
import { codeOf } from '../../../server/src/cli/check/run.ts';
import { backlogAsText, readBacklog, type Backlog } from '../../../server/src/plan/backlog.ts';
import { PlanFile } from '../../../server/src/plan/file.ts';
import { Plan } from '../../../server/src/plan/plan.ts';

const judged = (some: readonly Check[], text: string, backlog?: Backlog): Judgement =>
  new Judgement(some, {
    plan: new Plan([new PlanFile('a.plan', text)]),
    asAt: '2018-07-01',
    settings: everyCheck,
    ...(backlog === undefined ? {} : { backlog }),
  });

const named = (...ids: string[]): Check[] => checks.filter(({ id }) => ids.includes(id));

describe('a check that breaks', () => {
  const breaking = check({
    ...overdue,
    id: 'breaking',
    title: 'A check that breaks',
    severity: always('info'),
    over: 'action',
    run(action) {
      if (action.id === 'B') throw new Error('no such thing');
      return [];
    },
  }) as unknown as Check;
  const text = 'action A "Act" {\n  due 2018-06\n}\naction B "Act" {\n  due 2018-06\n}\n';

  it('is named with its item, and everything else is checked', () => {
    const { flags } = judged([breaking, ...named('overdue')], text);
    assert.deepEqual(
      flags.map(({ check: id, severity, subject, failed }) => [id, severity, subject.id, failed]),
      [
        ['overdue', 'warning', 'A', undefined],
        ['breaking', 'error', 'B', true],
        ['overdue', 'warning', 'B', undefined],
      ],
    );
    assert.equal(
      flags[1]?.message,
      'The check breaking broke at action B and says nothing of it: no such thing',
    );
  });

  it('makes exit code 2, whatever else there is', () => {
    const { flags } = judged([breaking], text);
    assert.equal(codeOf([{ flags }], {}), 2);
    assert.equal(codeOf([{ flags: judged(named('overdue'), text).flags }], {}), 0);
  });
});

describe('a known backlog', () => {
  const actions = (...ids: string[]): string =>
    ids.map((id) => `action ${id} "Act" {\n  due 2018-06\n}\n`).join('');
  const some = named('overdue', 'missing-sro');
  const severities = (judgement: Judgement) =>
    judgement.flags.map(({ check: id, subject, severity, known }) =>
      [subject.id, id, severity, ...(known === true ? ['known'] : [])].join(' '),
    );

  it('makes what was flagged before information, and leaves what is new', () => {
    const backlog = backlogNow(judged(some, actions('A')));
    assert.deepEqual(severities(judged(some, actions('A', 'B'), backlog)), [
      'A missing-sro info known',
      'A overdue info known',
      'B missing-sro warning',
      'B overdue warning',
    ]);
  });

  it('knows items by their ids, wherever they stand', () => {
    const backlog = backlogNow(judged(some, actions('A')));
    const moved = `// A comment above it.\n\n\n${actions('A')}`;
    assert.deepEqual(severities(judged(some, moved, backlog)), [
      'A missing-sro info known',
      'A overdue info known',
    ]);
  });

  it('knows no more of an item than there was', () => {
    const references = named('unknown-reference');
    const of = (ids: string) => `action A "Act" {\n  for ${ids}\n}\n`;
    const backlog = backlogNow(judged(references, of('X1')));
    assert.equal(judged(references, of('X2'), backlog).counts.error, 0);
    assert.equal(judged(references, of('X1, X2'), backlog).counts.error, 2);
  });

  it('knows each of many that one flag stands for', () => {
    const ids = ['A', 'B', 'C', 'D', 'E'];
    const committees = named('missing-committee');
    const all = judged(committees, actions(...ids));
    assert.equal(all.flags.length, 1);
    const backlog = backlogNow(all);
    assert.equal(backlog.entries.length, 5);
    assert.deepEqual(severities(judged(committees, actions(...ids), backlog)), [
      'A missing-committee info known',
    ]);
    const one = actions(...ids).replace('due 2018-06', 'due 2018-06\n  committee QAC');
    assert.equal(judged(committees, one, backlog).counts.warning, 0);
  });

  it('only shrinks', () => {
    const backlog = backlogNow(judged(some, actions('A', 'B')));
    const now = judged(some, actions('B', 'C').replace('due 2018-06', 'due 2018-06\n  sro X'));
    const { before, left, gone } = followBacklog(backlog, now);
    assert.deepEqual(
      [before, gone, left.entries],
      [4, 3, [{ item: 'action B', check: 'overdue', amount: 1 }]],
    );
  });

  it('is written the same for the same entries, and read again', () => {
    const backlog = backlogNow(judged(some, actions('B', 'A')));
    const text = backlogAsText(backlog);
    assert.equal(text, backlogAsText(backlogNow(judged(some, actions('A', 'B')))));
    const reading = readBacklog(text);
    assert.deepEqual('backlog' in reading && reading.backlog.entries, backlog.entries);
  });

  it('of a newer version, or of no known form, is refused in a line', () => {
    const wrong = (text: string) => {
      const reading = readBacklog(text);
      return 'wrong' in reading ? reading.wrong : undefined;
    };
    assert.equal(
      wrong('{ "version": 2, "flags": [] }'),
      'it is of version 2, and this Mustdo knows version 1: a newer Mustdo wrote it, use that one',
    );
    assert.equal(wrong('{'), 'it is not valid JSON');
    assert.match(wrong('{ "version": 1 }') ?? '', /"backlog": .*mustdo backlog writes it$/);
    assert.match(wrong('{ "version": 1, "backlog": { "action A": { "x": 0 } } }') ?? '', /x/);
    assert.match(wrong('[]') ?? '', /expected object/);
  });
});
