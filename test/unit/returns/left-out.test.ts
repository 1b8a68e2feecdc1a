import assert from 'node:assert/strict';
import { collect } from '../../../server/src/imports/returns/collect.ts';
import { planOf } from '../../support/plans.ts';
import { changed, filled, returnBytes } from '../../support/returns.ts';
import { collected, leftOut, notes, read, returned, type Rows } from './collecting.ts';
import { collectedAt, plan as text, writtenAt } from './plan.ts';

describe('what a return says that is not taken', () => {
  const table: readonly (readonly [Rows[number], string])[] = [
    [{ status: 'purple' }, '“How is it going?” is “purple”, which is none of the plan’s words'],
    [{ completedOn: '05/06/2018' }, '“Complete since” is “05/06/2018”, and that is no date.'],
    [{ completedOn: { day: '2018-07-02' } }, '“Complete since” is 2 July 2018, after 29 June 2018'],
    [
      { completedOn: { day: '1900-01-03' } },
      '“Complete since” is 3 January 1900, which cannot be meant',
    ],
    [
      { where: 'Drive' },
      '“Evidence: what is it?” does not say what it is; where and when are said',
    ],
    [{ because: 'Posts' }, '“New deadline you propose” is not said, only why'],
    [
      { proposed: { day: '2018-10-31' } },
      '“New deadline you propose” is 31 October 2018, which is the deadline already',
    ],
    [
      { proposed: { day: '2018-06-01' } },
      '“New deadline you propose” is 1 June 2018, which is past',
    ],
    [
      { update: { t: 'e', xml: '<f>1/0</f><v>#DIV/0!</v>' } },
      '“What is behind that word?” holds an error of the spreadsheet',
    ],
  ];
  for (const [answers, words] of table) {
    it(`A1 (row 6): ${words}`, async () => {
      const { lines, said } = await collected([answers]);
      assert.deepEqual(lines, []);
      assert.equal(leftOut(said).length, 1);
      assert.ok(leftOut(said)[0]?.startsWith(`A1 (row 6): ${words}`), leftOut(said)[0]);
    });
  }

  it('leaves the rest of a row in which one answer will not do', async () => {
    const { lines, said } = await collected([{ status: 'red: Off track', completedOn: 'soon' }]);
    assert.deepEqual(lines, ['update 2018-06-29 red by HON']);
    assert.equal(leftOut(said).length, 1);
  });

  it('takes nothing of a row whose id was changed, and says which action is gone', async () => {
    const { lines, said } = await collected([
      { action: 'A3', status: 'red: Off track' },
      { status: 'red: Off track' },
    ]);
    assert.deepEqual(lines, ['update 2018-06-29 red by HON'], 'that of A2');
    assert.deepEqual(leftOut(said), [
      'A3 (row 6): something in its row that is not to be filled in was changed, so nothing of it is taken',
    ]);
    assert.ok(notes(said).includes('nothing is taken of A1: its row is gone or renamed'));
  });

  it('takes nothing of a return whose identity was changed', async () => {
    const bytes = (await returnBytes(planOf(text), writtenAt)).get('return-HON.xlsx');
    assert.ok(bytes);
    const own = await filled(bytes, [{ status: 'red: Off track' }]);
    const forged = await changed(own, 'xl/sharedStrings.xml', (xml) =>
      xml.replace('>HON<', '>HOP<'),
    );
    const said = collect(planOf(text), collectedAt, [await read('forged.xlsx', forged)]);
    assert.deepEqual(said.changes, []);
    assert.match(leftOut(said)[0] ?? '', /^A1 \(row 6\): something in its row/);
  });

  const since: readonly (readonly [string, (before: string) => string, string])[] = [
    [
      'the plan has another update since',
      (plan) => plan.replace('late" by HON', 'late" by HON\n  update 2018-06-10 red'),
      'A1 (row 6): the plan has an update of 10 June 2018 that this return did not know',
    ],
    [
      'it is closed by now',
      (plan) => plan.replace('late" by HON', 'late" by HON\n  closed 2018-06-14 by QAC'),
      'A1 (row 6): it is closed in the plan now',
    ],
    [
      'somebody else answers for it by now',
      (plan) =>
        plan.replace(
          'sro       HON\n  due       2018-10-31',
          'sro       HOP\n  due       2018-10-31',
        ),
      'A1 (row 6): in the plan it is now that of Head of Pharmacy',
    ],
    [
      'the plan has it no more',
      (plan) => plan.replace('action A1', 'action B1'),
      'A1 (row 6): the plan has no such action any more',
    ],
    [
      'its block cannot be read',
      (plan) => plan.replace('  note "Agreed', '  nott "Agreed'),
      'A1 (row 6): something in its block of the plan cannot be read; put that right first',
    ],
  ];
  for (const [name, change, words] of since) {
    it(`says that ${name}`, async () => {
      const plan = planOf(change(text));
      const said = collect(plan, collectedAt, [await returned([{ status: 'red: Off track' }])]);
      assert.deepEqual(said.changes, []);
      assert.deepEqual(leftOut(said), [words]);
      assert.ok(notes(said).some((note) => note.startsWith('the plan has changed since')));
    });
  }

  it('leaves a proposal out where the deadline has moved, and takes the rest', async () => {
    const moved = text.replace(
      '2018-10-31\n',
      '2018-10-31\n  due-revised 2018-11-30 on 2018-06-12 by QAC\n',
    );
    const { lines, said } = await collected(
      [{ status: 'red: Off track', proposed: { day: '2018-12-31' } }],
      moved,
    );
    assert.deepEqual(lines, ['update 2018-06-29 red by HON']);
    assert.deepEqual(leftOut(said), [
      'A1 (row 6): its deadline has moved since, so the proposed one is left out',
    ]);
  });

  it('is two returns that say different things of one action', async () => {
    const one = await returned([{ status: 'red: Off track' }]);
    const other = { ...(await returned([{ status: 'amber: At risk' }])), file: 'other.xlsx' };
    const said = collect(planOf(text), collectedAt, [one, other]);
    assert.deepEqual(said.changes, []);
    assert.deepEqual(leftOut(said), [
      'A1: return-HON.xlsx and other.xlsx say different things of it, so none of them is taken',
    ]);
    assert.equal(
      collect(planOf(text), collectedAt, [one, { ...one, file: 'copy.xlsx' }]).changes.length,
      1,
      'the same counts once',
    );
  });

  it('is nothing where it has been collected before', async () => {
    const rows = [
      { status: 'red: Off track', evidence: 'Audit', proposed: { day: '2018-12-31' } },
    ] as const;
    const { now } = await collected(rows);
    const again = collect(planOf(now), collectedAt, [await returned(rows)]);
    assert.deepEqual([again.changes, leftOut(again)], [[], []]);
    assert.ok(notes(again).includes('A1 (row 6): what it says is in the plan already'));
  });

  const whole: readonly (readonly [string, Rows[number], (before: string) => string, RegExp])[] = [
    [
      'of another plan',
      {},
      (plan) => plan.replace('plan NPT-2018', 'plan NPT-2019'),
      /^it is a return of plan NPT-2018, and this is plan NPT-2019$/,
    ],
    [
      'filled in after the as-at date',
      { filledIn: { day: '2018-07-04' } },
      (plan) => plan,
      /^it was filled in on 4 July 2018, after 29 June 2018/,
    ],
    [
      'filled in before it was written',
      { filledIn: { day: '2018-05-04' } },
      (plan) => plan,
      /^it was filled in on 4 May 2018, before it was written/,
    ],
    [
      'filled in on no day',
      { filledIn: 'June' },
      (plan) => plan,
      /^the day on which it was filled in, “June”, is none/,
    ],
  ];
  for (const [name, answers, change, words] of whole) {
    it(`is a return ${name}`, async () => {
      const one = await returned([{ ...answers, status: 'red: Off track' }]);
      const said = collect(planOf(change(text)), collectedAt, [one]);
      assert.deepEqual(said.changes, []);
      assert.match(leftOut(said)[0] ?? '', words);
    });
  }
});

describe('who has not answered', () => {
  it('is every SRO with open actions from whom nothing came', async () => {
    const some = collect(planOf(text), collectedAt, [
      await returned([{ status: 'red: Off track' }]),
    ]);
    assert.deepEqual(
      some.silent.map(({ sro, actions }) => [sro, actions.map(({ id }) => id)]),
      [['HOP', ['A3']]],
    );
    assert.deepEqual(notes(some), ['it says nothing of A2']);
    const empty = collect(planOf(text), collectedAt, [await returned([])]);
    assert.deepEqual(
      empty.silent.map(({ sro }) => sro),
      ['HON', 'HOP'],
    );
    assert.deepEqual(notes(empty), ['it came back empty']);
  });
});
