import assert from 'node:assert/strict';
import { checks } from '../../../server/src/checks/index.ts';
import { runChecks } from '../../../server/src/checks/run.ts';
import { everyCheck } from '../../../server/src/checks/settings.ts';
import { fingerprintOf } from '../../../server/src/plan/facts/approved-text.ts';
import { PlanFile } from '../../../server/src/plan/file.ts';
import type { Flag } from '../../../server/src/plan/flag.ts';
import { Plan } from '../../../server/src/plan/plan.ts';
import { defaultSettings, type Settings } from '../../../server/src/plan/settings.ts';
import { openSample } from '../../support/samples.ts';
import { mutations, type Mutation } from './mutations.ts';

const exemplar = await openSample('exemplar');
const texts = new Map(exemplar.project.files.map(({ path, text }) => [path, text]));

const planOf = (files: ReadonlyMap<string, string>): Plan =>
  new Plan([...files].map(([path, text]) => new PlanFile(path, text)));

/** What the checks say of some files: the recommended ones, unless the settings say otherwise. */
function flagsOf(files: ReadonlyMap<string, string>, settings: Partial<Settings> = {}): Flag[] {
  return runChecks(checks, {
    plan: planOf(files),
    asAt: exemplar.asAt,
    settings: { ...defaultSettings, ...settings },
  });
}

/** Turns on a check that may not be among the recommended ones. */
const withCheck = (check: string): Partial<Settings> => ({ checks: new Map([[check, { severity: 'on' }]]) });

const inWords = (flags: readonly Flag[]): string[] =>
  flags.map(({ check, message }) => `${check}: ${message}`);

/** The files with something done to one of them, or with a new one. */
function mutated({ check, file, changes }: Mutation): ReadonlyMap<string, string> {
  let text = texts.get(file) ?? '';
  for (const [from, to] of changes) {
    if (from !== '') assert.equal(text.split(from).length, 2, `“${from}” stands once in ${file}`);
    text = from === '' ? text + to : text.replace(from, () => to);
  }
  const files = new Map([...texts, [file, text]]);
  return check === 'text-changed-after-approval' ? files : approvedAnew(files);
}

/** The files as they are when the board approved the change too, and its fingerprint was recorded. */
function approvedAnew(files: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const heading = files.get('plan.plan') ?? '';
  const now = `fingerprint "${fingerprintOf(planOf(files))}"`;
  return new Map([...files, ['plan.plan', heading.replace(/fingerprint "\w+"/, now)]]);
}

const oneLine = (text: string): string => `“${text.replaceAll(/\s+/g, ' ').trim()}”`;

describe('sample exemplar', () => {
  it('has no flag', () => {
    assert.deepEqual(inWords(flagsOf(texts)), []);
  });

  it('has no flag with every check on', () => {
    assert.deepEqual(inWords(flagsOf(texts, everyCheck)), []);
  });

  for (const mutation of mutations) {
    const { check, file, changes } = mutation;
    const [[from, to] = ['', '']] = changes;
    it(`has ${check} with ${file}: ${oneLine(from)} → ${oneLine(to)}`, () => {
      const flags = flagsOf(mutated(mutation), withCheck(check));
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
