import assert from 'node:assert/strict';
import fc from 'fast-check';
import { collect } from '../../server/src/imports/returns/collect.ts';
import { readReturn } from '../../server/src/imports/returns/read-return.ts';
import { editsByFile, textAfter } from '../../server/src/writing/tidy.ts';
import { planOf } from '../support/plans.ts';
import { filled, returnBytes, type Typed } from '../support/returns.ts';
import { collectedAt, plan as text, writtenAt } from '../unit/returns/plan.ts';

let written: Uint8Array;

before(async () => {
  const bytes = (await returnBytes(planOf(text), writtenAt)).get('return-HON.xlsx');
  assert.ok(bytes);
  written = bytes;
});

describe('a return with random changes', () => {
  it('is read, or in words why not, whatever its bytes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 12 }),
        fc.option(fc.nat(), { nil: undefined }),
        async (changes, length) => {
          const bytes = written.slice();
          for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
          const kept = length === undefined ? bytes : bytes.slice(0, length % bytes.length);
          const read = await readReturn('r.xlsx', kept);
          if ('wrong' in read) assert.match(read.wrong, /^it|^its|^unpacked|^what/);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('adds what was typed and nothing else, whatever that is', async () => {
    // What no workbook can hold does not reach one.
    const typed = fc
      .oneof(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'binary' }),
        fc.constantFrom('"', '"""', '}\n', 'action A "x" {', '\\', '//', '/*', '*/', '""" }\n"""'),
      )
      .map((words) => words.toWellFormed().replaceAll(/[\p{Cc}\p{NChar}\ufffd]/gu, '\n'));
    await fc.assert(
      fc.asyncProperty(
        fc.array(typed, { minLength: 4, maxLength: 4 }),
        async ([update = '', evidence = '', where = '', because = '']) => {
          const answers: Record<string, Typed> = {
            ...{ status: 'red: Off track', update, evidence, where, because },
            proposed: { day: '2018-12-31' },
          };
          const one = await readReturn('r.xlsx', await filled(written, [answers]));
          assert.ok(!('wrong' in one), JSON.stringify(one));
          const plan = planOf(text);
          const { changes } = collect(plan, collectedAt, [one]);
          const [file] = plan.files;
          assert.ok(file);
          const edits = editsByFile(changes.flatMap((change) => change.edits)).get(file) ?? [];
          const now = planOf(textAfter(file, edits));
          assert.deepEqual(
            now.files.flatMap(({ units }) => units.flatMap(({ reading }) => reading.problems)),
            [],
          );
          const shape = (of: typeof plan): unknown =>
            of
              .all('action')
              .map(({ id, item }) => [
                id,
                item.updates.length,
                item.evidence.length,
                item.note.length,
                item.steps.length,
              ]);
          const isSaid = (words: string): number => (words.trim() === '' ? 0 : 1);
          assert.deepEqual(shape(now), [
            ['A1', 2, isSaid(evidence), 2, 0],
            ...['A2', 'A3', 'A4', 'A5'].map((id) => [id, 0, 0, 0, 0]),
          ]);
        },
      ),
      { numRuns: 150 },
    );
  });
});
