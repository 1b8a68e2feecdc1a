import assert from 'node:assert/strict';
import { decodePlan, sizeLimit } from '../../../server/src/plan/decode.ts';
import { PlanFile } from '../../../server/src/plan/file.ts';
import { MemoryHost } from '../../../server/src/plan/host.ts';
import { loadProject } from '../../../server/src/plan/project.ts';
import { readSettings } from '../../../server/src/plan/settings.ts';

/** Files and settings as they come in: whatever is wrong is said, nothing throws. */

describe('the bytes of a plan file', () => {
  const unreadable = (bytes: Uint8Array) => {
    const decoded = decodePlan(bytes);
    return 'unreadable' in decoded ? decoded.unreadable : undefined;
  };

  it('are read as UTF-8, with or without a byte-order mark', () => {
    const decoded = decodePlan(new TextEncoder().encode('\ufeffplan P "–"'));
    assert.deepEqual(decoded, { text: '\ufeffplan P "–"', invalidAt: [] });
  });

  it('that are no UTF-8 show as such at their places', () => {
    const decoded = decodePlan(Uint8Array.from([0x61, 0xe9, 0x62, 0xff]));
    assert.deepEqual(decoded, { text: 'a\ufffdb\ufffd', invalidAt: [1, 3] });
  });

  it('of a binary, UTF-16 or huge file are refused in words', () => {
    assert.match(unreadable(Uint8Array.from([0x50, 0x4b, 0, 1])) ?? '', /not a text file/);
    assert.match(unreadable(Uint8Array.from([0xff, 0xfe, 0x61, 0])) ?? '', /UTF-16/);
    assert.match(unreadable(new Uint8Array(sizeLimit + 1).fill(0x61)) ?? '', /split it/);
  });
});

describe('the units of a file', () => {
  it('are not read again when they have not changed', () => {
    const text = 'plan P "Plan"\naction A "Act" {\n  due 2018-06\n}\naction B "Act"\n';
    const file = new PlanFile('p.plan', text);
    const before = file.units;
    file.setText(text.replace('2018-06', '2018-07'));
    const same = file.units.map((unit, index) => unit === before[index]);
    assert.deepEqual(same, [true, false, true]);
  });

  it('know their lines, whatever ends them', () => {
    const file = new PlanFile('p.plan', 'a\r\nbc\rd\ne');
    const places = [0, 3, 4, 6, 8, 99].map((offset) => file.positionAt(offset));
    assert.deepEqual(places, [
      { line: 1, column: 1 },
      { line: 2, column: 1 },
      { line: 2, column: 2 },
      { line: 3, column: 1 },
      { line: 4, column: 1 },
      { line: 4, column: 2 },
    ]);
  });
});

describe('mustdo.json', () => {
  const wrong = (text: string) => {
    const [first] = readSettings(text).faults;
    return first?.message;
  };

  it('may leave everything out', () => {
    assert.equal(wrong('{}'), undefined);
    assert.equal(
      wrong('{"language": 1, "asAt": "2018-07-01", "checks": {"due-soon": "off"}}'),
      undefined,
    );
  });

  it('is refused with what is wrong and what was meant', () => {
    assert.match(wrong('{') ?? '', /not valid JSON/);
    assert.equal(wrong('{"asat": "2018-07-01"}'), '"asat" is no setting; did you mean "asAt"?');
    assert.match(wrong('{"asAt": "2018-02-30"}') ?? '', /"asAt": must be a day/);
    assert.match(wrong('{"language": 2}') ?? '', /"language"/);
    assert.match(wrong('[]') ?? '', /expected object/);
  });
});

describe('a project', () => {
  it('is read from any host, with what could not be read', async () => {
    const host = new MemoryHost({
      'mustdo.json': '{"asAt": "2018-07-01"}',
      'a.plan': 'plan P "Plan"',
      'b.plan': Uint8Array.from([0, 1, 2]),
    });
    const project = await loadProject(host);
    assert.deepEqual(
      project.files.map(({ path }) => path),
      ['a.plan'],
    );
    assert.deepEqual(
      project.unreadable.map(({ path }) => path),
      ['b.plan'],
    );
    assert.equal(project.settings.asAt, '2018-07-01');
  });

  it('survives a file that vanishes while it is being read', async () => {
    const project = await loadProject(new MemoryHost({ 'a.plan': 'plan P "Plan"' }), [
      'a.plan',
      'gone.plan',
    ]);
    assert.deepEqual(project.unreadable, [
      { path: 'gone.plan', reason: 'There is no file gone.plan.' },
    ]);
    assert.equal(project.files.length, 1);
  });
});
