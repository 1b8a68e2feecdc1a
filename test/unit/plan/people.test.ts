import assert from 'node:assert/strict';
import { isPersonsName } from '../../../server/src/plan/facts/people.ts';

describe('a text that names', () => {
  const people = [
    'Jane Smith',
    'Jane A. Smith',
    'J. Smith',
    'Ann O’Neill',
    'Mary Smith-Jones',
    'Jane van der Berg',
    'Dr Patel',
    'Dr. A Patel',
    'Professor Mary Jones',
    'Mrs Smith, Head of Nursing',
    'Jane Smith (Head of Nursing)',
    'Élise Dubois',
  ];
  for (const text of people) {
    it(`a person: ${text}`, () => {
      assert.ok(isPersonsName(text));
    });
  }

  const roles = [
    'Head of Nursing',
    'Head of Nursing (CHS)',
    'Inpatient Lead',
    'Ward matrons',
    'Ward Matrons',
    'Medical Director',
    'Chief Executive',
    'Vice-Chair',
    'Clinical Lead AMH',
    'Matron',
    'Estates',
    'Lead Nurses and Allied Health Professionals Group',
    'Locality Director (Central Midlands)',
    'Doctor',
    'A B',
    '',
  ];
  for (const text of roles) {
    it(`a role: ${text === '' ? 'nothing' : text}`, () => {
      assert.ok(!isPersonsName(text));
    });
  }
});
