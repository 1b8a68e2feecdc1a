import assert from 'node:assert/strict';
import { isOfMany, joinedRoles } from '../../../server/src/checks/ownership/several-owners.ts';
import { vacancyOf } from '../../../server/src/plan/facts/holders.ts';
import { planOf } from '../../support/plans.ts';

/** Who holds a role, and names that stand for more than one. */

describe('a role', () => {
  const vacancy = (asAt: string, lines: string): string | undefined => {
    const [sro] = planOf(`sro HON "Head of Nursing" {\n${lines}\n}\n`).all('sro');
    assert.ok(sro);
    const found = vacancyOf(sro, asAt);
    return found && `${found.because} ${found.date?.written ?? ''}`.trim();
  };

  it('is filled where nothing is said of its holders', () => {
    assert.equal(vacancy('2018-07-01', 'note "No holder"'), undefined);
  });

  it('is vacant from its day to its day, both included', () => {
    const lines = 'vacant from 2018-05-01 to 2018-06-30';
    assert.deepEqual(
      ['2018-04-30', '2018-05-01', '2018-06-30', '2018-07-01'].map((day) => vacancy(day, lines)),
      [undefined, 'vacant 2018-05-01', 'vacant 2018-05-01', undefined],
    );
  });

  it('is vacant on the day after its last holder left', () => {
    const lines = 'holder "A" to 2017-12\nholder "B" from 2018-01 to 2018-06-30';
    assert.equal(vacancy('2018-06-30', lines), undefined);
    assert.equal(vacancy('2018-07-01', lines), 'left 2018-06-30');
  });

  it('is filled by a holder who came after it fell vacant, and not by one who was there before', () => {
    assert.equal(vacancy('2018-07-01', 'vacant from 2018-05\nholder "B" from 2018-06'), undefined);
    assert.equal(
      vacancy('2018-07-01', 'vacant from 2018-05\nholder "A" from 2016'.replace('2016', '2016-01')),
      'vacant 2018-05',
    );
  });
});

describe('a name of several roles', () => {
  const table: readonly [string, number | 'many' | 'one'][] = [
    ['Head of Nursing', 'one'],
    ['Head of Nursing (AMH/LD and CHS)', 'one'],
    ['Director of Nursing and Quality', 'one'],
    ['Director of Nursing, Allied Health Professionals & Quality', 'one'],
    ['Lead for consultants and matrons', 'one'],
    ['Head of Nursing and Head of Service', 2],
    ['Matron / Ward manager', 2],
    ['Medical Director; Head of Pharmacy, Lead nurse', 3],
    ['All ward managers', 'many'],
    ['Each matron', 'many'],
    ['Ward managers', 'many'],
    ['Heads of Service', 'many'],
    ['Matrons and ward managers', 'many'],
    ['', 'one'],
    [' and / and ', 'one'],
  ];
  for (const [name, expected] of table) {
    it(`takes “${name}” for ${String(expected)}`, () => {
      const roles = joinedRoles(name);
      assert.equal(roles?.length ?? (isOfMany(name) ? 'many' : 'one'), expected);
    });
  }

  it('takes a long name apart in a moment', () => {
    const started = performance.now();
    for (const text of ['(', ' ', '( ', ' and ', 'head ', ',', '()']) {
      joinedRoles(text.repeat(20_000));
      isOfMany(text.repeat(20_000));
    }
    assert.ok(performance.now() - started < 2000);
  });
});
