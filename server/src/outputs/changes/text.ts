import { changesInWords } from '../../changes/sentence.ts';
import { dayInWords } from '../../plan/calendar.ts';
import { sentence } from '../../plan/words.ts';
import { forLog, oneLine } from '../flags/plain.ts';
import { changesNotes, unchangedInWords } from '../papers/changes.ts';
import { changesTable } from '../tables/changes.ts';
import { textOf } from '../tables/table.ts';
import type { Comparison } from './paper.ts';

/** The most that a cell of a column shows on a terminal; what it does not show, the other formats do. */
const widths: Readonly<Record<string, number>> = {
  ref: 16,
  change: 34,
  before: 30,
  now: 30,
  record: 60,
};

/** What changed, for people at a terminal: a sentence, then a line a change. */
export function changesAsText({ before, after, changes }: Comparison): string {
  const lines = [
    `${sentence(before.words)}, as at ${dayInWords(before.asAt)}`,
    `  to ${after.words}, as at ${dayInWords(after.asAt)}:`,
    '',
    changesInWords(changes),
    ...unchangedInWords(changes),
    ...changesNotes(changes, before, after),
  ];
  const table = changes.changes.length === 0 ? [] : ['', ...tableLines(changes)];
  return forLog([...lines, ...table].map((line) => `${line.trimEnd()}\n`).join(''));
}

function tableLines(changes: Comparison['changes']): string[] {
  const { columns, rows } = changesTable(changes);
  const shown = columns.flatMap(({ id, heading }, index) => {
    const most = widths[id];
    return most === undefined ? [] : [{ heading, index, most }];
  });
  const grid = [
    shown.map(({ heading }) => heading),
    ...rows.map(({ cells }) =>
      shown.map(({ index, most }) => {
        const cell = cells[index];
        return cell === undefined ? '' : cut(oneLine(textOf(cell)), most);
      }),
    ),
  ];
  const fitted = shown.map((_, column) =>
    Math.max(...grid.map((cells) => Array.from(cells[column] ?? '').length)),
  );
  return grid.map((cells) =>
    cells
      .map((cell, column) => cell + ' '.repeat((fitted[column] ?? 0) - Array.from(cell).length))
      .join('  '),
  );
}

function cut(text: string, most: number): string {
  const characters = Array.from(text);
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`;
}
