import assert from 'node:assert/strict';
import {
  actionsFor,
  requirementsOf,
  successorsOf,
} from '../../../server/src/plan/facts/coverage.ts';
import { strengthOfAction } from '../../../server/src/plan/facts/strength.ts';
import type { Resolution } from '../../../server/src/plan/plan.ts';
import { actionIn, planOf } from '../../support/plans.ts';

/** What names resolve to, across the files of a project. */

const sources = `
inspection CQC-2017 "Inspection" {
  must 1.1 "Record supervision"
  should S "Tell people about advocacy"
}
undertakings NHSI-2019 "Undertakings" {
  undertaking 1.1 "Develop a plan"
}
sro HON "Head of Nursing" {
  also "HoN"
}
sro HON-2 "Head of Nursing"
committee CEG "Clinical Effectiveness Group"
`;

function resolved(line: string): Resolution {
  const plan = planOf(sources, `action A "Act" {\n${line}\n}`);
  const { item } = actionIn(plan, 'A');
  const reference =
    item.requirements?.requirements.value?.[0] ??
    item.sro?.owner.value ??
    item.closed[0]?.by?.value;
  assert.ok(reference, 'the line names something');
  return plan.resolve(reference);
}

describe('a reference', () => {
  it('finds what another file declares', () => {
    const found = resolved('for S');
    assert.equal(
      found.state === 'found' && found.entity.item.title.value,
      'Tell people about advocacy',
    );
  });

  it('to an id that stands in two sources needs its source', () => {
    assert.equal(resolved('for 1.1').state, 'ambiguous');
    const found = resolved('for NHSI-2019:1.1');
    assert.equal(found.state === 'found' && found.entity.item.title.value, 'Develop a plan');
    assert.equal(resolved('for CQC-2018:1.1').state, 'unknown');
  });

  it('in quotes is looked up by title and alias, whatever its case and spacing', () => {
    const found = resolved('sro "hon"');
    assert.equal(found.state === 'found' && found.entity.id, 'HON');
    assert.equal(resolved('sro "Head  of nursing"').state, 'ambiguous');
    assert.equal(resolved('sro "Head of Service"').state, 'undeclared');
  });

  it('may name a regulator, the trust, or something that is not in the plan', () => {
    assert.equal(resolved('closed 2018-06 by CQC').state, 'body');
    assert.equal(resolved('closed 2018-06 by trust').state, 'outside');
    assert.equal(resolved('closed 2018-06 by CEG').state, 'found');
    assert.equal(resolved('for 18.4 not-in-plan').state, 'outside');
    assert.equal(resolved('for 18.4').state, 'unknown');
  });
});

describe('requirements and actions', () => {
  const plan = planOf(
    sources,
    `
action 18.5 "Earlier" {
  for S
}
action C "Later" {
  continues 18.5
  for       S, CQC-2017:1.1
}
`,
  );

  it('are many to many', () => {
    const requirements = requirementsOf(plan, actionIn(plan, 'C'));
    assert.deepEqual(
      requirements.map(({ id }) => id),
      ['S', '1.1'],
    );
    const [advocacy] = plan.withId('requirement', 'S');
    assert.ok(advocacy);
    assert.deepEqual(
      actionsFor(plan, advocacy).map(({ id }) => id),
      ['18.5', 'C'],
    );
  });

  it('give an action the strength of the strongest', () => {
    assert.equal(strengthOfAction(plan, actionIn(plan, 'C')), 'must');
    assert.equal(strengthOfAction(plan, actionIn(plan, '18.5')), 'should');
  });

  it('keep predecessors as history', () => {
    assert.deepEqual(
      successorsOf(plan, actionIn(plan, '18.5')).map(({ id }) => id),
      ['C'],
    );
  });
});
