import assert from 'node:assert/strict';
import {
  goalOf,
  indicatorsIn,
  latestActual,
  marginOf,
  measuresOf,
  meets,
  missesOf,
  plannedFor,
  requirementsMeasuredBy,
} from '../../../server/src/plan/facts/indicators.ts';
import type { Figure } from '../../../server/src/language/slots.ts';
import type { Entity, Plan } from '../../../server/src/plan/plan.ts';
import { actionIn, planOf } from '../../support/plans.ts';

/** What indicators say at a date, and whether a figure meets what is asked of it. */

function indicatorIn(plan: Plan, id = 'I'): Entity<'indicator'> {
  const [indicator] = plan.withId('indicator', id);
  if (indicator === undefined) throw new Error(`The plan has no indicator ${id}.`);
  return indicator;
}

const indicator = (...lines: string[]) =>
  indicatorIn(planOf(`indicator I "Indicator" {\n${lines.join('\n')}\n}\n`));

const figure = (written: string): Figure => ({
  amount: Number.parseFloat(written),
  percent: written.endsWith('%'),
  written,
});

describe('the latest figure', () => {
  const series = [
    'actual 2018-05 51.9',
    'actual 2018-06 60',
    'actual Q1 2018/19 55',
    'actual 2018-07 suspended local 62',
    'actual 2018-08 70',
    'actual 2018-04 43',
  ];
  const at = (asAt: string) => latestActual(indicator(...series), asAt)?.figure.amount;

  it('is that of the period that ended last, wherever it stands', () => {
    assert.equal(at('2018-06-29'), 51.9);
    assert.equal(at('2018-08-31'), 70);
  });

  it('is not known before its period has ended', () => {
    assert.equal(at('2018-04-29'), undefined);
    assert.equal(at('2018-04-30'), 43);
  });

  it('is the later in the text of two that end on one day', () => {
    assert.equal(at('2018-06-30'), 55);
  });

  it('is none that is missing or suspended', () => {
    assert.equal(at('2018-07-31'), 55);
    assert.equal(latestActual(indicator('actual 2018-05 unknown'), '2018-07-01'), undefined);
    assert.equal(latestActual(indicator('actual unknown 5'), '2018-07-01'), undefined);
  });
});

describe('what a target asks for', () => {
  const goal = (...lines: string[]) => {
    const one = indicator(...lines);
    const [target] = one.item.targets;
    return target === undefined ? undefined : goalOf(one, target);
  };

  it('is its own figure, or one reckoned from the baseline', () => {
    const cases: readonly (readonly [goal: string, lines: readonly string[]])[] = [
      ['at-least 85', ['target at-least 85']],
      ['at-most 0', ['target at-most 0']],
      ['exactly 12', ['target exactly 12']],
      ['at-least 60', ['baseline 50', 'target increase-by 10']],
      ['at-most 45', ['baseline 50', 'target decrease-by 10 %']],
      ['at-most 45', ['unit "falls"', 'baseline 50', 'target decrease-by 10 %']],
      ['at-least 53.1', ['unit %', 'baseline 43.1', 'target increase-by 10']],
      ['at-least 0.3', ['baseline 0.1', 'target increase-by 0.2']],
    ];
    for (const [expected, lines] of cases) {
      const found = goal(...lines);
      assert.equal(`${found?.side ?? ''} ${String(found?.amount)}`, expected, lines.join(', '));
    }
  });

  it('is not guessed', () => {
    assert.equal(goal('target decrease-by 10 %'), undefined);
    assert.equal(goal('baseline unknown', 'target decrease-by 10 %'), undefined);
    assert.equal(goal('target at-least tbc'), undefined);
    assert.equal(goal('target unknown'), undefined);
    // Ten points, or a tenth?
    assert.equal(goal('unit %', 'baseline 50', 'target increase-by 10 %'), undefined);
    assert.equal(goal('baseline 50 %', 'target increase-by 10 %'), undefined);
  });
});

describe('whether a figure meets a target', () => {
  const isMet = (value: string, ...lines: string[]) => {
    const one = indicator(...lines);
    const [target] = one.item.targets;
    assert.ok(target);
    return meets(one, target, figure(value));
  };

  it('depends on the side that the target names, and just meeting it is enough', () => {
    assert.equal(isMet('85', 'target at-least 85'), true);
    assert.equal(isMet('84.99', 'target at-least 85'), false);
    assert.equal(isMet('33', 'target at-most 33'), true);
    assert.equal(isMet('33.1', 'target at-most 33'), false);
    assert.equal(isMet('4', 'target exactly 4'), true);
    assert.equal(isMet('5', 'target exactly 4'), false);
    assert.equal(isMet('-4', 'target at-least -3'), false);
    assert.equal(isMet('45', 'baseline 50', 'target decrease-by 10 %'), true);
    assert.equal(isMet('46', 'baseline 50', 'target decrease-by 10 %'), false);
    assert.equal(isMet('0.3', 'baseline 0.1', 'target increase-by 0.2'), true);
  });

  it('does not mind where the sign for per cent stands, unless something else is counted', () => {
    assert.equal(isMet('90', 'unit %', 'target at-least 85 %'), true);
    assert.equal(isMet('90 %', 'target at-least 85'), true);
    assert.equal(isMet('90', 'unit "days"', 'target at-least 85 %'), undefined);
  });

  it('is by a margin', () => {
    const one = indicator('target at-most 25');
    const [target] = one.item.targets;
    assert.ok(target);
    assert.equal(marginOf(one, target, figure('20.4')), 4.6);
    assert.equal(marginOf(one, target, figure('25')), 0);
    assert.equal(marginOf(one, target, figure('26')), -1);
  });
});

describe('what is missed at a date', () => {
  const misses = (asAt: string, ...lines: string[]) =>
    missesOf(indicator(...lines), asAt).map(({ aim }) => aim.keyword);

  it('is a threshold, and a target from its day on', () => {
    const lines = ['threshold at-least 90', 'target at-least 85 by 2018-10', 'actual 2018-05 80'];
    assert.deepEqual(misses('2018-05-30', ...lines), []);
    assert.deepEqual(misses('2018-10-30', ...lines), ['threshold']);
    assert.deepEqual(misses('2018-10-31', ...lines), ['threshold', 'target']);
  });

  it('is a target without a day, but none whose day is to be confirmed', () => {
    assert.deepEqual(misses('2018-07-01', 'target at-least 85', 'actual 2018-05 80'), ['target']);
    assert.deepEqual(misses('2018-07-01', 'target at-least 85 by tbc', 'actual 2018-05 80'), []);
  });

  it('is nothing where there is no figure to compare', () => {
    assert.deepEqual(misses('2018-07-01', 'threshold at-least unknown', 'actual 2018-05 80'), []);
    assert.deepEqual(misses('2018-07-01', 'threshold at-least 90'), []);
  });
});

describe('what was planned', () => {
  it('is the point of exactly that period', () => {
    const one = indicator(
      'planned 2018-05 60',
      'planned 2018-06 70',
      'planned Q1 2018/19 65',
      'actual June 2018 61',
    );
    const latest = latestActual(one, '2018-07-01');
    assert.ok(latest);
    assert.equal(plannedFor(one, latest.period)?.figure.value?.amount, 70);
  });
});

describe('what an indicator measures', () => {
  const plan = planOf(`
inspection CQC-2017 "CQC inspection" {
  must ONE "One" {
    measure "Of the requirement" indicator I
  }
  must TWO "Two"
  must THREE "Three"
}
indicator I "Indicator"
indicator J "Another"
action A "For two" {
  for     TWO
  measure "Of the action" indicator J
  measure "The same again" indicator J
  measure "In words"
}
action B "For one" {
  for ONE
}
`);

  it('is the requirements that name it, or whose actions do', () => {
    const measured = (id: string) =>
      requirementsMeasuredBy(plan, indicatorIn(plan, id)).map((requirement) => requirement.id);
    assert.deepEqual(measured('I'), ['ONE']);
    assert.deepEqual(measured('J'), ['TWO']);
  });

  it('and an action has the measures of its requirements too', () => {
    const measures = (id: string) => measuresOf(plan, actionIn(plan, id));
    assert.equal(measures('A').length, 3);
    assert.deepEqual(
      measures('B').map(({ text }) => text.value),
      ['Of the requirement'],
    );
    assert.deepEqual(
      indicatorsIn(plan, measures('A')).map(({ id }) => id),
      ['J'],
    );
  });
});
