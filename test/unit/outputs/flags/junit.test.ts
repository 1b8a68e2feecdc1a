import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { validateXML } from 'xmllint-wasm';
import { hostile, inFormat, late, runOfSamples, written } from './run-of.ts';

const schema = readFileSync(new URL('junit.xsd', import.meta.url), 'utf8');

async function problemsOf(xml: string): Promise<string[]> {
  const { errors } = await validateXML({ xml: { fileName: 'flags.xml', contents: xml }, schema });
  return errors.map(({ rawMessage }) => rawMessage);
}

describe('flags as JUnit', () => {
  it('the schema refuses a suite that counts nothing', async () => {
    assert.notDeepEqual(await problemsOf('<testsuites name="x"><testsuite/></testsuites>'), []);
  });

  it('is what build servers read, for all samples', async () => {
    assert.deepEqual(await problemsOf(inFormat('junit', await runOfSamples())), []);
  });

  it('fails what needs attention, skips what is explained, and passes a file without flags', async () => {
    const xml = await written('junit', late);
    assert.deepEqual(await problemsOf(xml), []);
    const [whole] = /<testsuite name="a\.plan"[^>]*>/.exec(xml) ?? [];
    assert.equal(whole, '<testsuite name="a.plan" tests="2" failures="1" errors="0" skipped="1">');
    assert.match(
      xml,
      /<testcase name="overdue: action A" classname="a\.plan" time="0">\n\s+<failure message="Action A was due 30 June 2018, [^"]+" type="overdue">7:7 needs attention: /,
    );
    assert.match(
      xml,
      /name="overdue: action B"[^>]+>\n\s+<skipped message="Explained: The devices arrive in August \(until 31 August 2018\)"\/>/,
    );
    assert.match(xml, /<testcase name="nothing is flagged" classname="b\.plan" time="0"\/>/);
    assert.match(xml, /<property name="asAt" value="2018-07-01"\/>/);
  });

  it('puts the flags of one check on one item into one case', async () => {
    const xml = await written('junit', {
      'a.plan': 'action A "Act" {\n  for X, Y\n}\n',
    });
    assert.deepEqual(await problemsOf(xml), []);
    assert.equal(xml.match(/name="unknown-reference: action A"/g)?.length, 1);
    assert.match(xml, /2:7 needs attention: .*\n2:10 needs attention: /);
  });

  it('is XML whatever a title says', async () => {
    const xml = await written('junit', { 'a&"<.plan': `sro A "${hostile}"\nsro A "${hostile}"\n` });
    assert.deepEqual(await problemsOf(xml), []);
    assert.ok(xml.includes('a&amp;&quot;&lt;.plan'));
  });
});
