import fc from 'fast-check';
import assert from 'node:assert/strict';
import { sheetOf, type Sheets } from '../../server/src/imports/cells.ts';
import { linesOf } from '../../server/src/language/walk.ts';
import { noMapping } from '../../server/src/imports/recognise/mapping.ts';
import { sideOf } from '../../server/src/imports/update/side.ts';
import type { Open } from '../../server/src/imports/update/update.ts';
import { inWords, planFiles, planIn, settled, side, takenInto } from '../support/import-update.ts';
import { table, text } from './tables.ts';

/** A spreadsheet that goes on being edited beside the plan that was made of it. */

const sheets = (rows: readonly (readonly string[])[]): Sheets => ({
  sheets: [sheetOf('S', rows)],
  remarks: [],
});

const columns = [
  'Ref',
  'Must do',
  'Action',
  'Lead',
  'Target date',
  'Measure',
  'Impact',
  'Comments',
];

/** What each column becomes, and what a person may write there. */
const editable = [
  {
    column: 2,
    field: 'title',
    values: ['Teach staff', 'Audit records', 'Mend the doors', 'Ask carers'],
  },
  {
    column: 3,
    field: 'sro',
    values: ['', 'Chief Nurse', 'Estates Lead', 'Medical Director', 'TBC'],
  },
  { column: 4, field: 'due', values: ['', '31/10/2018', 'Nov 2018', 'soon', '30/11/2018'] },
  { column: 5, field: 'measures', values: ['', 'Monthly audit', 'A drill', 'Two\nlines'] },
  { column: 6, field: 'impact', values: ['', 'Longer waits', 'Falls', 'He said "no"'] },
  { column: 7, field: 'updates', values: ['', 'Begun', 'Half way', 'Done in one ward'] },
] as const;

const field = fc.constantFrom(...editable);
const cellEdit = fc
  .tuple(fc.nat(5), field, fc.nat(4))
  .map(([row, { column, field: name, values }, value]) => ({
    row,
    column,
    field: name,
    value: values[value % values.length] ?? '',
  }));
const rowOf = (index: number) =>
  fc
    .tuple(...editable.map(({ values }) => fc.constantFrom<string>(...values)))
    .map((values) => [
      String(index + 1),
      `Must ${String(Math.floor(index / 2))}`,
      ...values.map((value, column) => (column === 0 ? `${value} ${String(index + 1)}` : value)),
    ]);
const rows = fc.tuple(...Array.from({ length: 6 }, (_, index) => rowOf(index)));

const withEdits = (
  before: readonly (readonly string[])[],
  edits: readonly { row: number; column: number; value: string }[],
): string[][] => {
  const after = before.map((row) => [...row]);
  for (const { row, column, value } of edits) {
    const line = after[row];
    if (line !== undefined) line[column] = column === 2 ? `${value} ${String(row + 1)}` : value;
  }
  return after;
};

type Said = ReadonlyMap<string, readonly string[]>;

/** What the actions of a plan say in the fields that are edited, by “id field”. */
function saidIn(files: ReadonlyMap<string, string>): Said {
  const said = new Map<string, string[]>();
  for (const { id, item, unit } of planIn(files).all('action')) {
    const textAt = ({ start, end }: { start: number; end: number }): string =>
      unit.text.slice(start, end).replaceAll(/\s+/g, ' ');
    said.set(`${id} title`, [textAt(item.title.span)]);
    for (const { field: name, property, said: line } of linesOf(item)) {
      const key = `${id} ${property.many ? `${name}*` : name}`;
      said.set(key, [...(said.get(key) ?? []), textAt(line.span)]);
    }
  }
  return said;
}

/** What a plan must say afterwards of something, and whether that is a conflict. */
function expectedOf(
  isMany: boolean,
  old: string | undefined,
  file: string | undefined,
  plan: string | undefined,
): { readonly says: readonly (string | undefined)[]; readonly isConflict: boolean } {
  if (old === plan) return { says: [file], isConflict: false };
  if (old === file || file === plan) return { says: [plan], isConflict: false };
  // Of what may be said more than once, each adds its own.
  if (isMany && old === undefined) return { says: [plan, file], isConflict: false };
  return { says: [plan], isConflict: true };
}

/** The files of a plan in which some actions say what those of another plan do in one field. */
function withOwnEdits(
  files: ReadonlyMap<string, string>,
  edits: readonly { row: number; field: string; value: string }[],
): ReadonlyMap<string, string> {
  let after = files.get('actions.plan') ?? '';
  for (const { row, field: name, value } of edits) {
    const keyword = { measures: 'measure', updates: 'update' }[name] ?? name;
    const words = `Own ${value.replaceAll(/["\n]/g, ' ')} words`;
    const line = {
      title: `"${words}"`,
      sro: `sro "${words}"`,
      due: `due tbc "${words}"`,
      updates: `update 2018-06-01 unknown "${words}"`,
    }[name];
    const block = new RegExp(String.raw`^action ${String(row + 1)} [^]*?^\}`, 'm');
    after = after.replace(block, (own) => {
      if (name === 'title') return own.replace(/"[^\n]*"/, line ?? '');
      const wanted = `  ${line ?? `${keyword} "${words}"`}`;
      const old = new RegExp(String.raw`^  ${keyword}\b(?:[^\n]*"""[^]*?"""|[^\n]*)`, 'm');
      return old.test(own)
        ? own.replace(old, () => wanted)
        : own.replace(/\}$/, () => `${wanted}\n}`);
    });
  }
  return new Map([...files, ['actions.plan', `// Kept by hand.\n${after}`]]);
}

/** The heading names the file, whose name no update looks at. */
const isAsked = ([key]: readonly [string, unknown]): boolean => key !== 'plan';

/** Properties that may be said more than once, with their fields. */
const lists: Readonly<Record<string, string>> = { measure: 'measures*', update: 'updates*' };

describe('an update from a spreadsheet', () => {
  it('takes what only the file has changed, keeps what only the plan has, and lists where both have', () => {
    fc.assert(
      fc.property(
        rows,
        fc.array(cellEdit, { maxLength: 8 }),
        fc.array(cellEdit, { maxLength: 8 }),
        (data, inFile, inPlan) => {
          const before = sheets([columns, ...data]);
          const now = sheets([columns, ...withEdits(data, inFile)]);
          const first = planFiles(before);
          const own = withOwnEdits(first, inPlan);
          const [was, is, plan] = [saidIn(first), saidIn(planFiles(now)), saidIn(own)];
          const taken = takenInto(own, before, now);
          const after = saidIn(taken.files);
          const conflicts: string[] = [];
          for (const key of new Set([...was.keys(), ...is.keys(), ...plan.keys()])) {
            const isMany = key.endsWith('*');
            const [old, file, kept] = [was, is, plan].map((said) => said.get(key)?.[0]);
            const { says, isConflict } = expectedOf(isMany, old, file, kept);
            const wanted = says.filter((line) => line !== undefined);
            assert.deepEqual([...(after.get(key) ?? [])].sort(), wanted.sort(), key);
            // What the file has taken away, and the plan has replaced, may be another line of the plan’s own.
            if (isConflict && !(isMany && file === undefined)) conflicts.push(key);
          }
          const found = taken.differences
            .filter(
              ({ type, what, now: line }) =>
                type === 'conflict' && !(line === undefined && what in lists),
            )
            .map(({ name, what }) => `${name.replace('action ', '')} ${lists[what] ?? what}`);
          assert.deepEqual(found.sort(), conflicts.sort());
          assert.match(taken.files.get('actions.plan') ?? '', /^\/\/ Kept by hand\.\n/);
          const again = takenInto(taken.files, now, now, taken.open);
          assert.deepEqual(again.files, taken.files);
          assert.deepEqual(again.open, taken.open);
          assert.deepEqual(inWords(again), inWords(taken, 'conflict', 'left-out', 'gone'));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('brings any table up to any later one, in a plan that nobody has touched', () => {
    const change = fc.tuple(
      fc.constantFrom('set', 'drop', 'add', 'move'),
      fc.nat(),
      fc.nat(),
      text,
    );
    fc.assert(
      fc.property(table, fc.array(change, { minLength: 1, maxLength: 5 }), (data, changes) => {
        const [headings = [], ...body] = data;
        const later = body.map((row) => [...row]);
        const empty = headings.map(() => '');
        for (const [what, one, two, words] of changes) {
          const at = one % (later.length || 1);
          const row = later[at] ?? [...empty];
          if (what === 'set') row[two % headings.length] = words;
          else if (what === 'drop') later.splice(at, 1);
          else if (what === 'add') later.splice(at, 0, [...row.slice(0, -1), words]);
          else later.push(...later.splice(at, 1));
        }
        const [before, now] = [sheets(data), sheets([headings, ...later])];
        fc.pre([before, now].every((one) => sideOf(one.sheets, noMapping) !== undefined));
        const files = planFiles(before);
        const taken = takenInto(files, before, now);
        assert.deepEqual(inWords(taken, 'conflict', 'left-out'), []);
        for (const { units } of planIn(taken.files).files)
          for (const { reading } of units) assert.deepEqual(reading.problems, []);
        // Asked anew of every line of the file, the plan has it.
        const everything: Open = {
          ...settled,
          links: taken.open.links,
          unsettled: Object.fromEntries(
            [...side(now).items]
              .filter(isAsked)
              .map(([key, { lines }]) => [
                key,
                Object.fromEntries(lines.map((line) => [line.key, null])),
              ]),
          ),
        };
        const again = takenInto(taken.files, now, now, everything);
        assert.deepEqual(inWords(again), []);
        assert.deepEqual(again.files, taken.files);
      }),
      { numRuns: 60 },
    );
  });
});
