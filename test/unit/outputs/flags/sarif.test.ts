import assert from 'node:assert/strict';
import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { checks } from '../../../../server/src/checks/index.ts';
import { hostile, inFormat, late, runOfSamples, written } from './run-of.ts';

const ajv = new Ajv.default({ strict: false, unicodeRegExp: false, allErrors: true });
addFormats.default(ajv);
const validate = ajv.compile(schema);

interface Location {
  physicalLocation: {
    artifactLocation: { uri: string };
    region: { startLine: number; startColumn: number; endLine: number; endColumn: number };
  };
  message?: { text: string };
}

interface Log {
  runs: {
    tool: { driver: { version: string; rules: { id: string; help: { markdown: string } }[] } };
    columnKind: string;
    properties: { asAt: string };
    results: {
      ruleId: string;
      ruleIndex: number;
      level: string;
      message: { text: string };
      locations: Location[];
      relatedLocations?: Location[];
      partialFingerprints: { primaryLocationLineHash: string };
      fixes?: {
        artifactChanges: {
          replacements: {
            deletedRegion: Location['physicalLocation']['region'];
            insertedContent: { text: string };
          }[];
        }[];
      }[];
      suppressions?: { kind: string; justification: string }[];
    }[];
  }[];
}

function valid(text: string): Log['runs'][number] {
  const log = JSON.parse(text) as Log;
  const isValid: boolean = validate(log);
  assert.ok(isValid, ajv.errorsText(validate.errors));
  const [run] = log.runs;
  assert.ok(run);
  return run;
}

const sarif = async (files: Readonly<Record<string, string>>) =>
  valid(await written('sarif', files));

describe('flags as SARIF', () => {
  it('the schema refuses what is no SARIF', () => {
    assert.equal(validate({ version: '2.1.0', runs: [{ tool: {} }] }), false);
  });

  it('is SARIF 2.1.0 for all samples', async () => {
    const { results } = valid(inFormat('sarif', await runOfSamples()));
    assert.notEqual(results.length, 0);
    for (const { ruleId, ruleIndex } of results) assert.equal(checks[ruleIndex]?.id, ruleId);
  });

  it('has a rule for every check, with its page, and says how columns count', async () => {
    const { tool, columnKind, properties } = await sarif(late);
    assert.deepEqual(
      tool.driver.rules.map(({ id }) => id),
      checks.map(({ id }) => id),
    );
    assert.match(tool.driver.rules[0]?.help.markdown ?? '', /\(docs\/checks\/unreadable\.md\)$/);
    assert.equal(tool.driver.version, '1.2.3');
    assert.equal(columnKind, 'utf16CodeUnits');
    assert.equal(properties.asAt, '2018-07-01');
  });

  it('gives the level and the place, and suppresses what is explained', async () => {
    const { results } = await sarif(late);
    const [first, second] = results.filter(({ ruleId }) => ruleId === 'overdue');
    assert.equal(first?.level, 'error');
    assert.equal(first.suppressions, undefined);
    assert.deepEqual(first.locations[0]?.physicalLocation, {
      artifactLocation: { uri: 'a.plan' },
      region: { startLine: 7, startColumn: 7, endLine: 7, endColumn: 14 },
    });
    assert.equal(second?.level, 'note');
    assert.deepEqual(second.suppressions, [
      {
        kind: 'inSource',
        status: 'accepted',
        justification: 'The devices arrive in August (until 31 August 2018)',
      },
    ]);
  });

  it('has the safe fixes, and none that somebody has to look at', async () => {
    const { results } = await sarif({
      'a.plan': 'action A "Bring super\u00advision to 85 %" {\n  ownr X\n}\n',
    });
    const fixed = results.filter(({ fixes }) => fixes !== undefined);
    assert.deepEqual(
      fixed.map(({ ruleId }) => ruleId),
      ['confusable-character'],
    );
    assert.deepEqual(fixed[0]?.fixes?.[0]?.artifactChanges[0]?.replacements, [
      {
        deletedRegion: { startLine: 1, startColumn: 17, endLine: 1, endColumn: 29 },
        insertedContent: { text: 'supervision' },
      },
    ]);
  });

  it('points to the other places of a flag', async () => {
    const { results } = await sarif({ 'a.plan': 'sro A "One"\n', 'b.plan': 'sro A "Two"\n' });
    const flag = results.find(({ ruleId }) => ruleId === 'duplicate-reference');
    const place = flag?.relatedLocations?.[0];
    assert.equal(place?.physicalLocation.artifactLocation.uri, 'a.plan');
    assert.ok(place.message?.text);
  });

  it('writes any path as a relative address', async () => {
    const { results } = await sarif({ 'a b:c/ü#1.plan': 'action A "Act" {\n  due 2018-06\n}\n' });
    for (const { locations } of results)
      assert.equal(
        locations[0]?.physicalLocation.artifactLocation.uri,
        'a%20b%3Ac/%C3%BC%231.plan',
      );
    assert.notEqual(results.length, 0);
  });

  it('stays SARIF whatever a title says', async () => {
    const text = `sro A "${hostile}"\nsro A "${hostile}"\n`;
    const { results } = await sarif({ 'a.plan': text });
    assert.notEqual(results.length, 0);
  });
});

describe('what tells a flag from others', () => {
  const marks = async (files: Readonly<Record<string, string>>): Promise<string[]> =>
    (await sarif(files)).results.map(
      (result) => result.partialFingerprints.primaryLocationLineHash,
    );

  const plan = (before: string, title: string): string =>
    `${before}action A "${title}" {\n  due 2018-06\n  step 1 "One" {\n    due 2018-08\n  }\n}\naction B "Act" {\n  due 2018-06\n  step 1 "One" {\n    due 2018-08\n  }\n}\n`;

  it('stays when lines move, words change and the item goes to another file', async () => {
    const before = await marks({ 'a.plan': plan('', 'Act') });
    assert.notEqual(before.length, 0);
    assert.deepEqual(await marks({ 'a.plan': plan('// More\n\n', 'Do it') }), before);
    assert.deepEqual(await marks({ 'z/b.plan': plan('', 'Act') }), before);
  });

  it('is another for every flag of a real plan, and of steps that have one number', async () => {
    const all = await marks({ 'a.plan': plan('', 'Act') });
    assert.equal(new Set(all).size, all.length);
    const { results } = valid(inFormat('sarif', await runOfSamples()));
    const real = results.map((result) => result.partialFingerprints.primaryLocationLineHash);
    assert.equal(new Set(real).size, real.length);
  });
});
