import type { Change } from '../../changes/change.ts';
import { changesInWords, changeTitle } from '../../changes/sentence.ts';
import { whereIs } from '../../plan/flag.ts';
import { asJson } from '../flags/plain.ts';
import { cellAsData } from '../formats/json.ts';
import type { Before } from '../papers/paper-spec.ts';
import { changesTable, knownCell } from '../tables/changes.ts';
import { keyOf } from '../tables/items.ts';
import { textOf } from '../tables/table.ts';
import type { Comparison } from './paper.ts';

/** What changed, for programs: each change with its kind, its item, what was and is, and where it stands. */
export function changesAsJson({ before, after, changes }: Comparison): string {
  const { rows, columns } = changesTable(changes);
  const recordAt = columns.findIndex(({ id }) => id === 'record');
  return `${asJson(
    {
      version: 1,
      before: sideAsData(before),
      after: sideAsData(after),
      words: changesInWords(changes),
      unchanged: changes.unchanged,
      changes: changes.changes.map((change, index) => {
        const record = rows[index]?.cells[recordAt];
        return {
          ...changeAsData(change, before, after),
          record: record === undefined || record.type === 'absent' ? null : textOf(record),
        };
      }),
    },
    2,
  )}\n`;
}

const sideAsData = ({ words, asAt, warning }: Before) => ({
  words,
  asAt,
  warning: warning ?? null,
});

function changeAsData(change: Change, then: Before, now: Before) {
  const { kind, item, part, before, after, time, place } = change;
  const { file, range } = whereIs(place);
  return {
    kind,
    words: changeTitle(change),
    item: { ...keyOf(item), title: item.item.title.value ?? null },
    part: part ?? null,
    before: before === undefined ? null : cellAsData(knownCell(then, before)),
    after: after === undefined ? null : cellAsData(knownCell(now, after)),
    time: time ?? null,
    place: { file, line: range.start.line },
  };
}
