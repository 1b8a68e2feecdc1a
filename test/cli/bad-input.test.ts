import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { Folder, mustdo, type Ran } from '../support/command.ts';

/** Whatever comes in: a clear flag at its place or one clear line, never a crash, never a hang. */

type Files = Readonly<Record<string, string | Uint8Array>>;

function checked(files: Files): Ran {
  using folder = new Folder(files);
  return mustdo(['check', '--format', 'json', '--as-at', '2018-07-01'], { cwd: folder.path });
}

const messages = ({ out }: Ran, check: string): string[] =>
  (JSON.parse(out) as { flags: { check: string; message: string }[] }).flags
    .filter((flag) => flag.check === check)
    .map(({ message }) => message);

const refused = (ran: Ran): string => {
  assert.equal(ran.code, 2);
  assert.equal(ran.out, '');
  assert.match(ran.err, /^mustdo: [^\n]+\n$/, 'one line');
  return ran.err;
};

describe('a file that is no plan text', () => {
  it('binary', () => {
    assert.match(
      refused(checked({ 'a.plan': Uint8Array.from([1, 0, 2]) })),
      /a\.plan cannot be read: it is not a text file/,
    );
  });

  it('of 50 MB', () => {
    const big = new Uint8Array(50 * 1024 * 1024).fill(0x61);
    assert.match(
      refused(checked({ 'a.plan': big })),
      /larger than 20 MB, the most that Mustdo reads/,
    );
  });

  it('in UTF-16', () => {
    assert.match(
      refused(checked({ 'a.plan': Uint8Array.from([0xff, 0xfe, 0x61, 0]) })),
      /save it as UTF-8/,
    );
  });

  it('that is gone when it is to be read', () => {
    using folder = new Folder();
    symlinkSync(folder.at('nowhere'), folder.at('a.plan'));
    const ran = mustdo(['check', 'a.plan'], { cwd: folder.path });
    assert.match(refused(ran), /a\.plan cannot be read: there is no such file/);
  });

  it('a folder without plans, and a path that is not there', () => {
    assert.match(refused(checked({ 'a.txt': 'x' })), /holds no plan/);
    assert.match(refused(mustdo(['check', 'no-such-folder'])), /no-such-folder cannot be read/);
  });
});

describe('text that is damaged', () => {
  it('invalid UTF-8 is flagged where it stands', () => {
    const bytes = new TextEncoder()
      .encode('plan P "Caf?"\n')
      .map((byte) => (byte === 0x3f ? 0xe9 : byte));
    const ran = checked({ 'a.plan': bytes });
    assert.equal(ran.code, 1);
    assert.equal(messages(ran, 'unreadable').length, 1);
    assert.match(ran.out, /"column": 12/);
  });

  it('CRLF and a byte-order mark are nothing wrong', () => {
    const ran = checked({ 'a.plan': '\ufeffplan P "Plan" {\r\n  status draft\r\n}\r\n' });
    assert.deepEqual(messages(ran, 'unreadable'), []);
    assert.equal(ran.code, 0);
  });

  it('an unclosed text or comment harms its own block alone', () => {
    const ran = checked({
      'a.plan':
        'plan P "Plan" {\n  note """\n    lost\n}\naction A "Act" {\n  /* lost\n}\naction B "Act" {\n  due 2018-06\n}\n',
    });
    assert.equal(messages(ran, 'unreadable').length, 2);
    assert.equal(messages(ran, 'overdue').length, 1);
  });

  it('10,000-deep nesting is one flag', () => {
    const ran = checked({ 'a.plan': `plan P "Plan" ${'{\n'.repeat(10_000)}` });
    assert.equal(
      messages(ran, 'unreadable').filter((message) => message.includes('8 deep')).length,
      1,
    );
  });

  it('a megabyte of one character is read in no time worth naming', () => {
    for (const character of ['"', '(', '/*', '|', 'a.', '}']) {
      const ran = checked({ 'a.plan': `plan P "Plan"\n${character.repeat(500_000)}\n` });
      assert.equal(ran.code, 1, character);
    }
  });
});

describe('a plan that contradicts itself', () => {
  it('a chain of predecessors that comes back to itself is flagged once', () => {
    const ran = checked({
      'a.plan':
        'action A "Act" {\n  continues C\n}\naction B "Act" {\n  continues A\n}\naction C "Act" {\n  continues B\n}\n',
    });
    assert.equal(messages(ran, 'circular-predecessor').length, 1);
  });

  it('two headings are flagged', () => {
    const ran = checked({ 'a.plan': 'plan P "Plan"\n', 'b.plan': 'plan Q "Plan"\n' });
    assert.equal(messages(ran, 'second-plan-heading').length, 1);
  });
});

describe('settings', () => {
  const settings = (text: string): string =>
    refused(checked({ 'mustdo.json': text, 'a.plan': 'plan P "Plan"\n' }));

  it('that are no JSON, misspelt or out of range are refused in one line', () => {
    assert.match(
      settings('{ "asAt": '),
      /mustdo\.json:\d+:\d+ cannot be used: it is not valid JSON/,
    );
    assert.match(settings('{ "asat": "2018-07-01" }'), /did you mean "asAt"\?/);
    assert.match(settings('{ "asAt": "yesterday" }'), /must be a day/);
    assert.match(
      settings('{ "checks": { "overdu": "off" } }'),
      /"overdu" is no check; did you mean "overdue"\?/,
    );
  });

  it('an as-at date that is none is refused', () => {
    const ran = mustdo(['check', 'samples/mpft-2019', '--as-at', '2018-02-30']);
    assert.equal(
      refused(ran),
      'mustdo: --as-at takes a day such as 2018-07-01, and "2018-02-30" is none.\n',
    );
  });
});
