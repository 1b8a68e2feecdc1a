import assert from 'node:assert/strict';
import { checks } from '../../../server/src/checks/index.ts';
import { isIn, presetNames, type Preset } from '../../../server/src/checks/presets.ts';
import { runChecks } from '../../../server/src/checks/run.ts';
import { settingsFaults } from '../../../server/src/checks/settings.ts';
import { PlanFile } from '../../../server/src/plan/file.ts';
import { Plan } from '../../../server/src/plan/plan.ts';
import { readSettings } from '../../../server/src/plan/settings.ts';

const late = 'action A "Act" {\n  due 2018-06\n}\n';

/** `path: check severity` of each flag of a check, with the settings as written. */
function flagged(check: string, settings: string, paths: readonly string[]): string[] {
  const reading = readSettings(settings);
  assert.deepEqual(settingsFaults(checks, reading), []);
  const plan = new Plan(
    paths.map((path, index) => new PlanFile(path, late.replace('A', `A${String(index)}`))),
  );
  return runChecks(checks, { plan, asAt: '2018-07-01', settings: reading.settings })
    .filter((flag) => flag.check === check)
    .map((flag) => `${flag.place.unit.file.path}: ${flag.severity}`);
}

/** What is wrong with settings: its line and column, the length of what is marked, and words. */
const faults = (settings: string): string[] =>
  settingsFaults(checks, readSettings(settings)).map(
    ({ start, end, message }) =>
      `${String(start.line)}:${String(start.column)}-${String(end.line)}:${String(end.column)} ${message}`,
  );

describe('mustdo.json: which checks are on', () => {
  it('weighs a check as the settings say', () => {
    const paths = ['a.plan'];
    assert.deepEqual(flagged('overdue', '{}', paths), ['a.plan: warning']);
    assert.deepEqual(flagged('overdue', '{ "checks": { "overdue": "error" } }', paths), [
      'a.plan: error',
    ]);
    assert.deepEqual(flagged('overdue', '{ "checks": { "overdue": "off" } }', paths), []);
  });

  it('has other settings for some files, the last of which wins', () => {
    const settings = `{
      "checks": { "overdue": "error" },
      "overrides": [
        { "files": ["archive/"], "checks": { "overdue": "off" } },
        { "files": ["*.draft.plan"], "checks": { "overdue": "info" } }
      ]
    }`;
    const paths = ['a.plan', 'archive/b.plan', 'archive/c.draft.plan', 'd.draft.plan'];
    assert.deepEqual(flagged('overdue', settings, paths), [
      'a.plan: error',
      'archive/c.draft.plan: info',
      'd.draft.plan: info',
    ]);
  });

  it('turns a check on in some files that is off in the others', () => {
    const settings = `{
      "checks": { "overdue": "off" },
      "overrides": [{ "files": ["b.plan"], "checks": { "overdue": "on" } }]
    }`;
    assert.deepEqual(flagged('overdue', settings, ['a.plan', 'b.plan']), ['b.plan: warning']);
  });

  it('takes the options of a check from where they are said last', () => {
    const days = (number: number) => `{ "due-soon": { "options": { "days": ${String(number)} } } }`;
    const text = 'action A "Act" {\n  due 2018-07-20\n}\n';
    const soon = (settings: string) =>
      runChecks(checks, {
        plan: new Plan([new PlanFile('a.plan', text)]),
        asAt: '2018-07-01',
        settings: readSettings(settings).settings,
      }).filter(({ check }) => check === 'due-soon').length;
    assert.equal(soon(`{ "checks": ${days(7)} }`), 0);
    assert.equal(
      soon(
        `{ "checks": ${days(7)}, "overrides": [{ "files": ["a.plan"], "checks": ${days(30)} }] }`,
      ),
      1,
    );
  });

  it('has a preset for each way of working', () => {
    const on = (preset: Preset) =>
      checks.filter((one) => isIn(preset, one.preset)).map(({ id }) => id);
    for (const preset of presetNames) {
      assert.ok(on(preset).includes('unreadable'), preset);
      assert.deepEqual(
        on('setting-up').filter((id) => !on(preset).includes(id)),
        [],
        preset,
      );
    }
    assert.ok(!on('setting-up').includes('overdue'));
    assert.deepEqual(flagged('overdue', '{ "preset": "setting-up" }', ['a.plan']), []);
    assert.deepEqual(
      flagged('overdue', '{ "preset": "setting-up", "checks": { "overdue": "on" } }', ['a.plan']),
      ['a.plan: warning'],
    );
  });
});

describe('mustdo.json: what cannot be used', () => {
  it('is said with its place and what was meant', () => {
    const settings = `{
  // Comments may stand here.
  "checks": {
    "overdu": "off",
    "due-soon": { "options": { "day": 5 } },
    "missing-sro": { "options": { "days": 5 } }
  },
  "preset": "stict",
  "overrides": [{ "files": ["a.plan"], "checks": { "due-soon": { "options": { "days": 9999 } } } }]
}`;
    assert.deepEqual(faults(settings), [
      '8:13-8:20 "stict" is no preset; did you mean "strict"?',
      '4:5-4:13 "overdu" is no check; did you mean "overdue"?',
      '5:32-5:37 "day" is no option of due-soon; did you mean "days"?',
      '6:35-6:41 "days" is no option of missing-sro; it has none',
      '9:79-9:85 "days" of due-soon goes from 0 to 366, not 9999',
    ]);
  });

  it('has places for what has the wrong form', () => {
    assert.deepEqual(faults('{\n  "asAt": "2018-02-30"\n}'), [
      '2:11-2:23 "asAt": must be a day such as "2018-07-01"',
    ]);
    assert.deepEqual(faults('{ "checks": { "overdue": "of" } }'), [
      '1:26-1:30 "checks.overdue": must be "error", "warning", "info", "on" or "off", or an object with severity and options',
    ]);
    assert.deepEqual(faults('{ "asat": "2018-07-01" }'), [
      '1:3-1:9 "asat" is no setting; did you mean "asAt"?',
    ]);
    assert.deepEqual(faults('{\n  "checks": {\n'), [
      '3:1-3:1 it is not valid JSON (close brace expected)',
    ]);
    assert.deepEqual(faults(''), ['1:1-1:1 it is not valid JSON (value expected)']);
    assert.deepEqual(faults('\ufeff{ "asAt": 1 }'), [
      '1:11-1:12 "asAt": expected string, received number',
    ]);
  });
});

describe('mustdo.json: the template of papers', () => {
  it('is a file of the project', () => {
    const read = readSettings('{ "papers": { "template": "papers\\\\letter.dotx" } }');
    assert.equal(read.settings.template, 'papers/letter.dotx');
    assert.equal(readSettings('{}').settings.template, undefined);
    for (const path of [
      '../a.dotx',
      'x/../../a.dotx',
      '/a.dotx',
      'C:/a.dotx',
      '//host/a.dotx',
      '',
    ]) {
      assert.match(
        faults(`{ "papers": { "template": ${JSON.stringify(path)} } }`).join(),
        /"papers\.template": must be a file of this project, such as "papers\/template\.dotx"$/,
      );
    }
  });

  it('is all there is to set of them', () => {
    assert.match(
      faults('{ "papers": { "templat": "a.dotx" } }').join(),
      /"templat" is no setting; did you mean "template"\?$/,
    );
  });
});
