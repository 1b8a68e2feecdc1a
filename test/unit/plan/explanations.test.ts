import assert from 'node:assert/strict';
import { explanationInWords, explanationOf } from '../../../server/src/plan/facts/explanation.ts';
import { planOf } from '../../support/plans.ts';

const wordsAt = (asAt: string, ...lines: string[]): string | undefined => {
  const [action] = planOf(`action F "Buy devices" {\n${lines.join('\n')}\n}\n`).all('action');
  assert.ok(action);
  const explanation = explanationOf(action, 'overdue', asAt);
  return explanation === undefined ? undefined : explanationInWords(explanation);
};

describe('an explanation of a flag', () => {
  it('holds up to its last day', () => {
    const line = '  explained overdue until 2018-07 because "They come late"';
    assert.equal(wordsAt('2018-07-31', line), 'They come late (until 31 July 2018)');
    assert.equal(wordsAt('2018-08-01', line), undefined);
  });

  it('is of the one check that it names', () => {
    assert.equal(wordsAt('2018-07-31', '  explained missing-sro because "Post is new"'), undefined);
  });

  it('that gives no reason stands in nobody’s way', () => {
    const lines = [
      '  explained overdue until 2018-12-31 because tbc',
      '  explained overdue until 2018-09-30 because "They come late"',
    ];
    assert.equal(wordsAt('2018-07-31', ...lines), 'They come late (until 30 September 2018)');
  });
});
