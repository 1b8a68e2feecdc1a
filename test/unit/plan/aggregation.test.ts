import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { normalOverall, ranksOfQuestions } from '../../../server/src/plan/facts/aggregation.ts';
import { ratingTable } from '../../../server/src/plan/facts/ratings.ts';
import { PlanFile } from '../../../server/src/plan/file.ts';
import { Plan } from '../../../server/src/plan/plan.ts';

/** O, G, R, I: outstanding, good, requires improvement, inadequate. */
const overall = (letters: string): string | undefined =>
  normalOverall(Array.from(letters, (letter) => 'IRGO'.indexOf(letter) + 1))?.words;

describe('the overall rating that five ratings normally come to', () => {
  const table: Readonly<Record<string, string>> = {
    OOGGG: 'outstanding',
    OOOOO: 'outstanding',
    OGGGG: 'good',
    OOOOR: 'good',
    GGGGG: 'good',
    GGGGR: 'good',
    GGGRR: 'requires improvement',
    OOORR: 'requires improvement',
    GGGGI: 'requires improvement',
    OOOOI: 'requires improvement',
    RRRRI: 'requires improvement',
    GGGII: 'inadequate',
    IIIII: 'inadequate',
  };
  for (const [letters, expected] of Object.entries(table)) {
    it(`is ${expected} for ${letters}`, () => {
      assert.equal(overall(letters), expected);
    });
  }

  it('is the one that was published, in every whole row of the sample account', () => {
    const folder = 'samples/lpt-quality-account-2019-20';
    const plan = new Plan(
      readdirSync(folder)
        .filter((name) => name.endsWith('.plan'))
        .map((name) => new PlanFile(name, readFileSync(`${folder}/${name}`, 'utf8'))),
    );
    const rows = plan.all('ratings').flatMap((block) => {
      const { columns, rows: all } = ratingTable(plan, block);
      return all.map(({ service, cells }) => {
        const ranks = ranksOfQuestions(columns, cells);
        const published = cells[columns.indexOf('overall')]?.rating?.words;
        return { service, normal: ranks && normalOverall(ranks)?.words, published };
      });
    });
    assert.equal(rows.length, 20);
    for (const { service, normal, published } of rows) assert.equal(normal, published, service);
  });
});
