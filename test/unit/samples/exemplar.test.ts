import assert from 'node:assert/strict';
import { checks } from '../../../server/src/checks/index.ts';
import { runChecks } from '../../../server/src/checks/run.ts';
import { PlanFile } from '../../../server/src/plan/file.ts';
import type { Flag } from '../../../server/src/plan/flag.ts';
import { Plan } from '../../../server/src/plan/plan.ts';
import { defaultSettings } from '../../../server/src/plan/settings.ts';
import { openSample } from '../../support/samples.ts';
import { mutations, type Mutation } from './mutations.ts';

const exemplar = await openSample('exemplar');
const texts = new Map(exemplar.project.files.map(({ path, text }) => [path, text]));

/** What the recommended checks say of some files, and one more check that may not be among them. */
function flagsOf(files: ReadonlyMap<string, string>, check?: string): Flag[] {
  const plan = new Plan([...files].map(([path, text]) => new PlanFile(path, text)));
  const on = check === undefined ? [] : [[check, { severity: 'on' }] as const];
  const settings = { ...defaultSettings, checks: new Map(on) };
  return runChecks(checks, { plan, asAt: exemplar.asAt, settings });
}

const inWords = (flags: readonly Flag[]): string[] =>
  flags.map(({ check, message }) => `${check}: ${message}`);

/** The files with something done to one of them. */
function mutated({ file, changes }: Mutation): ReadonlyMap<string, string> {
  let text = texts.get(file) ?? '';
  for (const [from, to] of changes) {
    if (from !== '') assert.equal(text.split(from).length, 2, `“${from}” stands once in ${file}`);
    text = from === '' ? text + to : text.replace(from, () => to);
  }
  return new Map([...texts, [file, text]]);
}

const oneLine = (text: string): string => `“${text.replaceAll(/\s+/g, ' ').trim()}”`;

describe('sample exemplar', () => {
  it('has no flag', () => {
    assert.deepEqual(inWords(flagsOf(texts)), []);
  });

  for (const mutation of mutations) {
    const { check, file, changes } = mutation;
    const [from = '', to = ''] = changes[0] ?? [];
    it(`has ${check} with ${file}: ${oneLine(from)} → ${oneLine(to)}`, () => {
      assert.deepEqual(inWords(flagsOf(texts, check)), []);
      const flags = flagsOf(mutated(mutation), check);
      assert.deepEqual([...new Set(flags.map((flag) => flag.check))], [check], inWords(flags).join('\n'));
    });
  }

  it('is broken in at least one way for each check', () => {
    const broken = new Set(mutations.map(({ check }) => check));
    assert.deepEqual(
      checks.map(({ id }) => id).filter((id) => !broken.has(id)),
      [],
    );
  });
});
