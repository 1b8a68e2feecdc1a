import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { PlanFile } from '../../../server/src/plan/file.ts';

setFlagsFromString('--expose-gc');
const clear = runInNewContext('gc') as () => void;

const heap = (): number => {
  clear();
  return process.memoryUsage().heapUsed;
};

it('editing one action after another does not keep the older texts of the file', () => {
  const action = (id: number, due: string): string =>
    `action A${String(id)} "Act" {\n  due ${due}\n  note "${'word '.repeat(80)}"\n}\n`;
  const dates = Array.from({ length: 2000 }, () => '2018-06');
  const text = (): string => dates.map((due, id) => action(id, due)).join('');
  const file = new PlanFile('a.plan', text());
  const before = heap();
  for (let edited = 0; edited < 50; edited++) {
    dates[edited] = `2019-0${String((edited % 9) + 1)}`;
    file.setText(text());
    file.takeChange();
  }
  const grown = heap() - before;
  // Fifty older texts would be fifty times the size of this one.
  assert.ok(grown < 5 * file.text.length, `${String(grown)} bytes more`);
});
