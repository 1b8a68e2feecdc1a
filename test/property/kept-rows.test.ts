import assert from 'node:assert/strict';
import { paperOf } from '../../server/src/outputs/tables/index.ts';
import type { Row } from '../../server/src/outputs/tables/table.ts';
import { PlanFile } from '../../server/src/plan/file.ts';
import { Plan } from '../../server/src/plan/plan.ts';
import { openSample, sampleNames } from '../support/samples.ts';

/** Rows are kept over edits. After any edit the tables are those of a fresh look at the same text. */

/** Where a row stands is compared by its line: a fresh plan has units of its own. */
const told = (plan: Plan, asAt: string): string =>
  JSON.stringify(paperOf(plan, asAt), (key, value: unknown) =>
    key === 'place' && value !== undefined ? lineOf(value as NonNullable<Row['place']>) : value,
  );

const lineOf = ({ unit, span }: NonNullable<Row['place']>): number =>
  unit.file.rangeOf(unit, span).start.line;

const fresh = (plan: Plan): Plan =>
  new Plan(plan.files.map(({ path, text }) => new PlanFile(path, text)));

/** Says where two long texts begin to differ. */
function sameTold(kept: string, anew: string): void {
  let at = 0;
  while (at < kept.length && kept[at] === anew[at]) at++;
  assert.equal(kept.slice(at - 200, at + 200), anew.slice(at - 200, at + 200));
}

describe('rows that are kept over edits', () => {
  for (const sample of sampleNames) {
    it(`say what a fresh look says: ${sample}`, async function () {
      this.timeout(60_000);
      const { plan: read, asAt } = await openSample(sample);
      const files = read.files.map(({ path, text }) => new PlanFile(path, text));
      const plan = new Plan(files);
      told(plan, asAt);
      for (const file of files) {
        const { text } = file;
        const step = Math.max(1, Math.floor(file.units.length / 6));
        for (let index = 0; index < file.units.length; index += step) {
          const unit = file.units[index];
          if (unit === undefined) continue;
          const before = text.slice(0, unit.start);
          const after = text.slice(unit.start + unit.text.length);
          const edits = [
            before + after,
            text,
            before + unit.text.replace('"', '"Other ') + after,
            text,
          ];
          for (const now of edits) {
            file.setText(now);
            plan.update();
            sameTold(told(plan, asAt), told(fresh(plan), asAt));
          }
        }
      }
      sameTold(told(plan, '2030-01-01'), told(fresh(plan), '2030-01-01'));
    });
  }
});
