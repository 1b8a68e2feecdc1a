import assert from 'node:assert/strict';
import { identifiersIn, isNhsNumber } from '../../../server/src/checks/text/patient-identifiers.ts';

/** Numbers that begin with 999 are for tests: no patient has one. */
const found = (text: string): string[] =>
  identifiersIn(text).map(({ kind, span }) => `${kind}: ${text.slice(span.start, span.end)}`);

describe('an NHS number', () => {
  for (const digits of ['9990000018', '9990000026', '9990000069', '9434765919']) {
    it(`can be ${digits}`, () => {
      assert.ok(isNhsNumber(digits));
    });
  }

  for (const [digits, why] of [
    ['9990000019', 'its check digit is another'],
    ['9990000000', 'its check digit would be 10'],
    ['999000001', 'it is too short'],
    ['99900000181', 'it is too long'],
    ['0000000000', 'all its digits are the same'],
  ] as const) {
    it(`cannot be ${digits}: ${why}`, () => {
      assert.ok(!isNhsNumber(digits));
    });
  }

  it('has no two that differ in one digit, or in two that changed places', () => {
    const digits = '9434765919';
    const changed = Array.from({ length: 10 }, (_, at) =>
      Array.from(
        { length: 10 },
        (__, digit) => digits.slice(0, at) + String(digit) + digits.slice(at + 1),
      ),
    ).flat();
    const swapped = Array.from(
      { length: 9 },
      (_, at) =>
        digits.slice(0, at) + digits.charAt(at + 1) + digits.charAt(at) + digits.slice(at + 2),
    );
    const others = [...changed, ...swapped].filter((other) => other !== digits);
    assert.deepEqual(others.filter(isNhsNumber), []);
  });
});

describe('what may tell who a patient is', () => {
  const texts: readonly (readonly [string, readonly string[]])[] = [
    ['9990000018', ['NHS number: 9990000018']],
    ['NHS no. 999 000 0018.', ['NHS number: 999 000 0018']],
    ['999\u00a0000\u00a00018', ['NHS number: 999\u00a0000\u00a00018']],
    ['999-000-0018, 999 000 0026', ['NHS number: 999-000-0018', 'NHS number: 999 000 0026']],
    ['999-000 0018', []],
    ['19990000018 99900000181 0.9990000018 9990000018.5', []],
    ['+44 999 000 0018 and +44 (0)999 000 0018', []],
    ['DOB 3.4.50', ['date of birth: 3.4.50']],
    ['d.o.b.: 1950-04-03', ['date of birth: 1950-04-03']],
    ['Date of birth is 3rd April 1950', ['date of birth: 3rd April 1950']],
    ['born April 3, 1950', ['date of birth: April 3, 1950']],
    ['03/04/1950 (DOB)', ['date of birth: 03/04/1950']],
    ['born before 3 April 1950, stubborn 3 April 1950, reborn in 1950', []],
    ['patient AB fell', ['patient’s initials: AB']],
    ['Service user A. B. fell', ['patient’s initials: A. B.']],
    ['J.S. (Ward 4)', ['patient’s initials: J.S.']],
    ['KW, on Ashby Ward', ['patient’s initials: KW']],
    ['patient NHS number, OT on the ward, HR from Ashby Ward, KW wards', []],
  ];
  for (const [text, expected] of texts) {
    it(`is ${expected.length === 0 ? 'nothing' : expected.join(', ')} in “${text}”`, () => {
      assert.deepEqual(found(text), expected);
    });
  }

  it('is looked for in time that grows with the text alone', () => {
    const long = [
      '999 '.repeat(50_000),
      'patient '.repeat(50_000),
      'born on the '.repeat(50_000),
      'A. '.repeat(50_000),
      'KW on Ashby '.repeat(50_000),
      '1/'.repeat(50_000),
    ];
    const before = process.cpuUsage().user;
    for (const text of long)
      assert.deepEqual(
        found(text).filter((one) => one.startsWith('NHS')),
        [],
      );
    assert.ok(process.cpuUsage().user - before < 5_000_000);
  });
});
