import assert from 'node:assert/strict';
import { papersOf } from '../../../server/src/outputs/papers/index.ts';
import { paperOf } from '../../../server/src/outputs/tables/index.ts';
import type { Paper } from '../../../server/src/outputs/tables/paper.ts';
import { textOf, type Table } from '../../../server/src/outputs/tables/table.ts';
import { positionsOf } from '../../../server/src/plan/facts/position.ts';
import { planOf } from '../../support/plans.ts';

type Texts = Record<string, string>;

/** The rows of a table as texts: what each column's heading has under it. */
const textsOf = ({ columns, rows }: Table): Texts[] =>
  rows.map(({ cells }) =>
    Object.fromEntries(
      columns.map(({ heading }, index) => {
        const cell = cells[index];
        assert.ok(cell, `${heading} has a cell`);
        return [heading, textOf(cell)];
      }),
    ),
  );

const rowsOf = ({ sections }: Paper, tableId: string): Texts[] => {
  const table = sections.flatMap(({ tables }) => tables).find(({ id }) => id === tableId);
  assert.ok(table, `there is a table ${tableId}`);
  return textsOf(table);
};

/** The rows of one table of the preview, of a plan's text. */
export const rowsIn = (text: string, tableId: string, asAt = '2018-07-01'): Texts[] =>
  rowsOf(paperOf(planOf(text), asAt), tableId);

/** One paper of a plan's text, for a meeting of it if one is named; undefined where there is nothing for it. */
export function paperIn(
  text: string,
  id: string,
  asAt = '2018-07-01',
  meetingId?: string,
): Paper | undefined {
  const plan = planOf(text);
  const meeting = plan.all('meeting').find((each) => each.id === meetingId);
  const from = { plan, asAt, positions: positionsOf(plan, asAt), meeting };
  return papersOf(from, [id])[0]?.paper;
}

/** The rows of one table of a paper, of a plan's text. */
export function rowsInPaper(text: string, id: string, tableId: string, asAt?: string): Texts[] {
  const paper = paperIn(text, id, asAt);
  assert.ok(paper, `there is a paper ${id}`);
  return rowsOf(paper, tableId);
}

/** The sentences and points of a part of a paper. */
export function wordsIn(paper: Paper | undefined, sectionId: string): readonly string[] {
  const section = paper?.sections.find(({ id }) => id === sectionId);
  assert.ok(section, `there is a part ${sectionId}`);
  return [...(section.paragraphs ?? []), ...(section.points ?? [])];
}
