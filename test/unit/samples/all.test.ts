import assert from 'node:assert/strict';
import { formatPlan } from '../../../server/src/language/printer.ts';
import { ratingTable } from '../../../server/src/plan/facts/ratings.ts';
import { openSample, sampleNames } from '../../support/samples.ts';

for (const name of sampleNames) {
  describe(`sample ${name}`, () => {
    it('can be read whole', async () => {
      const { project, plan } = await openSample(name);
      assert.deepEqual(project.unreadable, []);
      const problems = project.files.flatMap(({ units }) => units.flatMap((unit) => unit.reading.problems));
      assert.deepEqual(problems, []);
      assert.ok(plan.heading, 'it has a heading');
    });

    it('is laid out as the formatter lays it out', async () => {
      const { project } = await openSample(name);
      for (const file of project.files) assert.equal(formatPlan(file.text), file.text, file.path);
    });
  });
}

describe('sample lpt-quality-account-2019-20', () => {
  it('has the published ratings of the 15 core services', async () => {
    const { plan } = await openSample('lpt-quality-account-2019-20');
    const rows = plan.all('ratings').flatMap((ratings) => ratingTable(plan, ratings).rows);
    const services = rows.filter(({ service }) => !service.startsWith('OVERALL'));
    const counts: Record<string, number> = {};
    for (const { cells } of services) {
      for (const cell of cells.slice(0, 5)) {
        const id = cell?.rating?.id ?? 'unread';
        counts[id] = (counts[id] ?? 0) + 1;
      }
    }
    assert.equal(services.length, 15);
    assert.deepEqual(counts, { good: 46, 'requires-improvement': 22, inadequate: 6, outstanding: 1 });
    assert.ok(services.every(({ cells }) => cells.every((cell) => cell?.date !== undefined)));
  });
});

describe('sample lpt-undertakings-2019', () => {
  it('has 11 undertakings with their kinds of when', async () => {
    const { plan } = await openSample('lpt-undertakings-2019');
    const undertakings = plan.all('requirement').filter(({ item }) => item.keyword === 'undertaking');
    const whens = undertakings.map(({ id, item }) => {
      const when = item.when?.when;
      return [id, when?.value?.form ?? when?.missing ?? 'nothing said'];
    });
    assert.equal(undertakings.length, 11);
    assert.deepEqual(Object.fromEntries(whens), {
      '1.1': 'none',
      '1.2': 'per-plan',
      '1.3': 'on-request',
      '1.4': 'ongoing',
      '2.1': 'none',
      '3.1': 'to-be-agreed',
      '3.2': 'per-plan',
      '3.3': 'none',
      '4.1': 'recurring',
      '4.2': 'on-request',
      '4.3': 'on-request',
    });
  });
});

describe('sample mpft-2019', () => {
  it('declares 15 breaches and itemises fewer, one of them addressed', async () => {
    const { plan } = await openSample('mpft-2019');
    const breaches = plan.all('requirement').filter(({ item }) => item.keyword === 'breach');
    const declared = plan.all('source').flatMap(({ item }) => item.declares);
    assert.deepEqual(
      declared.map(({ count, of }) => [count.value?.amount, of.value]),
      [[15, 'breach']],
    );
    assert.ok(breaches.length < 15);
    assert.equal(breaches.filter(({ item }) => item.addressed !== undefined).length, 1);
  });
});
