import assert from 'node:assert/strict';
import { positionOf, type Position } from '../../../server/src/plan/facts/position.ts';
import { actionIn, planOf } from '../../support/plans.ts';

/** Where an action stands at a date: three judgements kept apart, four states of done. */

const scales = `
scale progress "Progress" {
  red   "Off track" means off-track
  blue  "Done" means complete
  green "On track" means on-track
}
scale assurance "Assurance" {
  fully "Fully assured" means full
  not   "Not assured" means no-assurance
}
`;

function position(asAt: string, lines: string, heading = ''): Position {
  const plan = planOf(`${heading}\n${scales}\naction A "Act" {\n${lines}\n}\n`);
  return positionOf(plan, actionIn(plan, 'A'), asAt);
}

describe('a deadline', () => {
  const days = (asAt: string, lines: string, heading?: string) =>
    position(asAt, lines, heading).late;

  it('is past on the day after the last day it means', () => {
    assert.equal(days('2018-06-30', 'due 2018-06'), undefined);
    assert.equal(days('2018-07-01', 'due 2018-06'), 1);
  });

  it('of a month is its first day where the plan says so', () => {
    const heading = 'plan P "Plan" {\n  month-means first-day\n}';
    assert.equal(days('2018-06-02', 'due 2018-06', heading), 1);
    assert.equal(days('2018-06-02', 'due 2018-06-02', heading), undefined);
  });

  it('of a rolling programme ends with its year, of a quarter with its last day', () => {
    assert.equal(days('2018-04-01', 'due rolling 2017/18'), 1);
    assert.equal(days('2020-04-01', 'due Q4 2019/20'), 1);
  });

  it('that still waits for something counts as dated', () => {
    assert.equal(days('2018-05-01', 'due 2018-04 tbc "capital"'), 1);
  });

  it('that names no day is never past', () => {
    for (const due of [
      'immediate',
      'ongoing',
      'monthly',
      'monthly from 2018-01',
      'tbc "x"',
      'unknown',
    ]) {
      assert.equal(days('2030-01-01', `due ${due}`), undefined, due);
    }
  });

  it('is the latest one known at the as-at date, with the original beside it', () => {
    const lines =
      'due 2018-03\ndue-revised 2018-05 on 2018-04-10\ndue-revised 2018-12 on 2018-09-14';
    assert.equal(days('2018-04-09', lines), 9);
    const later = position('2018-06-01', lines);
    assert.equal(later.deadline.day, '2018-05-31');
    assert.equal(later.deadline.originalDay, '2018-03-31');
    assert.equal(later.deadline.revisions.length, 1);
    assert.equal(later.late, 1);
    assert.equal(days('2018-12-31', lines), undefined);
  });
});

describe('the state of an action', () => {
  const state = (asAt: string, lines: string) => position(asAt, lines).state;

  it('is complete when the SRO claims it, and evidenced only with something to show', () => {
    assert.equal(state('2018-07-01', 'due 2018-06'), 'open');
    assert.equal(state('2018-07-01', 'completed 2018-06-20'), 'complete');
    assert.equal(
      state('2018-07-01', 'completed 2018-06-20\nevidence "Audit" on 2018-06-25'),
      'evidenced',
    );
  });

  it('is not known before its day', () => {
    assert.equal(state('2018-06-19', 'completed 2018-06-20'), 'open');
    assert.equal(
      state('2018-06-21', 'completed 2018-06-20\nevidence "Audit" on 2018-06-25'),
      'complete',
    );
  });

  it('takes the SRO’s word for a claim and no more', () => {
    assert.equal(state('2018-07-01', 'update 2018-06-20 blue'), 'complete');
    assert.equal(state('2018-07-01', 'update 2018-06-20 green'), 'open');
  });

  it('is closed by a sign-off and sustained by a later check', () => {
    const closed = 'completed 2018-06-01\nclosed 2018-06-10 by trust';
    assert.equal(state('2018-07-01', closed), 'closed');
    assert.equal(state('2018-12-01', `${closed}\nsustained 2018-11-30`), 'sustained');
    assert.equal(state('2018-11-29', `${closed}\nsustained 2018-11-30`), 'closed');
  });

  it('is open again once reopened, until something newer', () => {
    const reopened =
      'completed 2018-06-01\nevidence "Audit" on 2018-06-01\nclosed 2018-06-10\nreopened 2018-08-01';
    assert.equal(state('2018-07-31', reopened), 'closed');
    assert.equal(state('2018-08-02', reopened), 'open');
    assert.equal(state('2018-10-01', `${reopened}\ncompleted 2018-09-01`), 'complete');
  });

  it('is withdrawn from its day on, and no longer late', () => {
    const lines = 'due 2018-06\nwithdrawn 2018-07-05';
    assert.equal(state('2018-07-04', lines), 'open');
    assert.equal(position('2018-07-06', lines).state, 'withdrawn');
    assert.equal(position('2018-07-06', lines).late, undefined);
  });
});

describe('what the SRO and the committee say', () => {
  it('is the latest dated word known; a dated one wins over an undated one', () => {
    const lines =
      'update 2018-05-01 green\nupdate 2018-06-01 red\nupdate unknown blue\nupdate 2018-08-01 green';
    assert.equal(position('2018-07-01', lines).progress?.level.meaning?.id, 'off-track');
    assert.equal(position('2018-09-01', lines).progress?.level.meaning?.id, 'on-track');
  });

  it('is kept apart: full assurance says nothing about being late', () => {
    const found = position(
      '2018-07-01',
      'due 2018-06\nassurance fully on 2018-06-01\nupdate 2018-06-01 red',
    );
    assert.equal(found.late, 1);
    assert.equal(found.assurance?.level?.meaning?.id, 'full');
    assert.equal(found.progress?.level.meaning?.id, 'off-track');
  });

  it('keeps an illegible judgement as one', () => {
    const found = position('2018-07-01', 'assurance unreadable "3"');
    assert.equal(found.assurance?.level, undefined);
    assert.equal(found.assurance?.record.level.why, '3');
  });
});
