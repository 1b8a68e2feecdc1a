import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import Holidays from 'date-holidays';
import bankHolidays from '../../../server/data/bank-holidays.json' with { type: 'json' };
import { findRegulation, regulationNumbers } from '../../../server/src/plan/vocabularies.ts';

/** The vocabularies are data with sources; these hold what can be checked of them. */

describe('server/data', () => {
  const files = readdirSync('server/data').filter((name) => name.endsWith('.json'));

  for (const name of files) {
    it(`${name} has sources, and each entry an id of its own`, () => {
      const data = JSON.parse(readFileSync(`server/data/${name}`, 'utf8')) as {
        sources: { title: string; url: string }[];
        entries: Record<string, unknown>[];
      };
      assert.ok(data.sources.length > 0 && data.sources.every(({ title, url }) => title && url));
      const ids = data.entries.map(({ id, date, character }) => id ?? date ?? character);
      assert.equal(new Set(ids).size, data.entries.length);
    });
  }

  it('has every bank holiday of England that date-holidays knows', () => {
    const library = new Holidays('GB', 'ENG');
    const { firstYear, lastYear, entries } = bankHolidays;
    const ours = new Set(entries.map(({ date }) => date));
    for (let year = firstYear; year <= lastYear; year++) {
      const theirs = library
        .getHolidays(year)
        .filter(({ type }) => type === 'public' || type === 'bank');
      const days = theirs.map(({ date }) => date.slice(0, 10));
      const weekdays = days.filter(
        (day) => ![0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay()),
      );
      const own = [...ours].filter((day) => day.startsWith(String(year)));
      assert.deepEqual(own.sort(), [...new Set(weekdays)].sort(), String(year));
    }
  });

  it('has the 2014 Regulations 4 to 20A, each from the day it came into force', () => {
    const expected = Array.from({ length: 17 }, (_, index) => String(index + 4));
    assert.deepEqual([...regulationNumbers('2014')].sort(), [...expected, '9A', '20A'].sort());
    assert.equal(findRegulation('2014', '9A')?.validFrom, '2024-04-06');
    assert.ok(findRegulation('2014', '17')?.paragraphs.includes('17(2)(a)'));
    assert.equal(findRegulation('2009', '18')?.title, 'Notification of other incidents');
  });
});
