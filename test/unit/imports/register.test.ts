import assert from 'node:assert/strict';
import { paperFormat } from '../../../server/src/outputs/formats/index.ts';
import { papersOf } from '../../../server/src/outputs/papers/index.ts';
import { tablesOf } from '../../../server/src/outputs/formats/format.ts';
import type { Paper } from '../../../server/src/outputs/tables/paper.ts';
import { textOf } from '../../../server/src/outputs/tables/table.ts';
import { requirementsOf } from '../../../server/src/plan/facts/coverage.ts';
import { positionsOf } from '../../../server/src/plan/facts/position.ts';
import type { Plan } from '../../../server/src/plan/plan.ts';
import { imported, planText, sheetsOf, unreadableIn } from '../../support/imports.ts';
import { actionIn, planOf } from '../../support/plans.ts';
import { openSample, sampleNames } from '../../support/samples.ts';

/** A plan that goes out as the trust’s own register, in fifteen columns, and is imported again. */

/** The register of a plan; undefined where it has no actions. */
function registerOf(plan: Plan, asAt: string): Paper | undefined {
  const from = { plan, asAt, positions: positionsOf(plan, asAt), meeting: undefined };
  return papersOf(from).find(({ id }) => id === 'register')?.paper;
}

/**
 * What the rows of a register say, a record a row: line ends, and blanks at their beginning, are not the same in all formats. The code of what is
 * asked has a test of its own.
 */
const rowsOf = (paper: Paper): Readonly<Record<string, string>>[] =>
  tablesOf(paper).flatMap(({ columns, rows }) =>
    rows.map(({ cells }) =>
      Object.fromEntries(
        cells.flatMap((cell, index) => {
          const id = columns[index]?.id ?? '';
          return id === 'code' ? [] : [[id, textOf(cell).replaceAll(/\s+/g, ' ')]];
        }),
      ),
    ),
  );

const formats = ['xlsx', 'docx', 'csv', 'html'] as const;

const registers = (
  await Promise.all(
    sampleNames.map(async (name) => {
      const { plan, asAt } = await openSample(name);
      const paper = registerOf(plan, asAt);
      return paper === undefined ? [] : [{ name, asAt, paper }];
    }),
  )
).flat();

describe('a register that is imported again', () => {
  it('is there for several samples', () => assert.ok(registers.length >= 4));

  for (const { name, asAt, paper } of registers)
    for (const id of formats)
      it(`has every date, name and reference of ${name}, as ${id}`, async () => {
        const format = paperFormat(id);
        assert.ok(!('wrong' in format));
        const [file] = await format.write(paper, 'register');
        assert.ok(file);
        const { content } = file;
        const read = await sheetsOf(
          typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content),
        );
        const made = imported(read);
        assert.deepEqual(unreadableIn(made), []);
        const plan = planOf(planText(made));
        const again = registerOf(plan, asAt);
        assert.ok(again);
        assert.deepEqual(rowsOf(again), rowsOf(paper));
        const [table] = tablesOf(paper);
        for (const { cells } of table?.rows ?? []) {
          const [code = '', , ref = ''] = cells.map((cell) =>
            textOf(cell).replace(/ \(given.*$/s, ''),
          );
          const action = actionIn(plan, ref);
          const asked = requirementsOf(plan, action).map(
            ({ id, item }) => item.ref?.printed.value ?? id,
          );
          const isNoted = action.item.note.some(({ text }) => text.value?.endsWith(`: ${code}`));
          const printed = action.item.ref?.printed.value ?? ref;
          assert.ok([...asked, printed].includes(code) || isNoted, `${ref} answers ${code}`);
        }
        const guessed = made.guesses.filter(
          ({ words }) => !words.includes('neither must nor should'),
        );
        assert.deepEqual(guessed, []);
      });
});
