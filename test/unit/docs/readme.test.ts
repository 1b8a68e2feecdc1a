import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { checks } from '../../../server/src/checks/index.ts';
import { checkProject } from '../../../server/src/checks/project.ts';
import { flagsAsText } from '../../../server/src/outputs/flags/text.ts';
import { openSample, sampleNames } from '../../support/samples.ts';

// What README.md shows of a plan and of its flags is what stands in the sample, and what Mustdo says.

const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');

const block = (language: string): string =>
  new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(readme)?.[1] ?? '';

describe('README.md', () => {
  it('shows a plan as it stands in the sample', async () => {
    const { project } = await openSample('lpt-cqc-2018');
    const [shown = ''] = block('plan').split('  …\n');
    assert.ok(shown.includes('action M '));
    assert.ok(project.files.some(({ text }) => text.includes(shown)));
  });

  it('shows flags as they are printed', async () => {
    const { project, plan, asAt } = await openSample('lpt-cqc-2018');
    const flags = checkProject(checks, project, plan, asAt);
    const printed = flagsAsText({ plan, asAt, flags, known: 0, folder: '' }, (_, text) => text);
    assert.ok(block('text').includes('overdue'));
    assert.ok(printed.includes(block('text')), 'mustdo check says something else of it');
  });

  it('lists every sample with its day', async () => {
    for (const name of sampleNames) {
      const { asAt } = await openSample(name);
      const [year, month, day] = asAt.split('-').map(Number);
      const row = readme
        .split('\n')
        .find((line) => line.startsWith(`| [${name}](samples/${name}/`));
      const written = /\| (\d+) (\p{L}+) (\d+) \|$/u.exec(row ?? '');
      assert.ok(written, `${name} has a row that ends with its day`);
      const months =
        'January February March April May June July August September October November December';
      assert.deepEqual(
        [Number(written[3]), months.split(' ').indexOf(written[2] ?? '') + 1, Number(written[1])],
        [year, month, day],
        name,
      );
    }
  });
});
