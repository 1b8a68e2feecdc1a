import assert from 'node:assert/strict';
import { collect, type Collected } from '../../../server/src/imports/returns/collect.ts';
import { readReturn, type FilledReturn } from '../../../server/src/imports/returns/read-return.ts';
import type { Plan } from '../../../server/src/plan/plan.ts';
import { editsByFile, textAfter } from '../../../server/src/writing/tidy.ts';
import { planOf } from '../../support/plans.ts';
import { filled, returnBytes, type Typed } from '../../support/returns.ts';
import { collectedAt, plan as text, writtenAt } from './plan.ts';

/** Returns that are filled in and collected, as the tests of collecting need them. */

export type Rows = readonly Readonly<Record<string, Typed>>[];

export async function read(file: string, bytes: Uint8Array): Promise<FilledReturn> {
  const one = await readReturn(file, bytes);
  assert.ok(!('wrong' in one), 'wrong' in one ? one.wrong : '');
  return one;
}

/** A return that was written for the plan, filled in, and read again. */
export async function returned(
  rows: Rows,
  file = 'return-HON.xlsx',
  of = planOf(text),
): Promise<FilledReturn> {
  const bytes = (await returnBytes(of, writtenAt)).get(file);
  assert.ok(bytes);
  return read(file, await filled(bytes, rows));
}

/** The text of a plan of one file once all is written. */
export function after(plan: Plan, { changes }: Collected): string {
  const byFile = editsByFile(changes.flatMap(({ edits }) => edits));
  const [file] = plan.files;
  assert.ok(file);
  return textAfter(file, byFile.get(file) ?? []);
}

/** Lines that are new, and no line may be gone. */
function added(before: string, now: string): string[] {
  const lines = now.split('\n').map((line) => line.trim().replaceAll(/ {2,}/g, ' '));
  for (const line of before.split('\n').map((each) => each.trim().replaceAll(/ {2,}/g, ' '))) {
    const at = lines.indexOf(line);
    assert.ok(at >= 0, `${line} is gone`);
    lines.splice(at, 1);
  }
  return lines.filter((line) => line !== '');
}

export async function collected(
  rows: Rows,
  now = text,
): Promise<{ lines: string[]; said: Collected; now: string }> {
  const plan = planOf(now);
  const said = collect(plan, collectedAt, [await returned(rows)]);
  const then = after(plan, said);
  assert.ok(
    planOf(then).files.every((file) =>
      file.units.every(({ reading }) => reading.problems.length === 0),
    ),
  );
  return { lines: added(now, then), said, now: then };
}

export const leftOut = ({ remarks }: Collected): string[] =>
  remarks.filter(({ isLeftOut }) => isLeftOut).map(({ words }) => words);

export const notes = ({ remarks }: Collected): string[] =>
  remarks.filter(({ isLeftOut }) => !isLeftOut).map(({ words }) => words);
