import assert from 'node:assert/strict';
import { freshlyKept, keptFile, readKept } from '../../../server/src/imports/update/kept.ts';
import { noMapping, readMapping } from '../../../server/src/imports/recognise/mapping.ts';
import { fixture, fixtureNames, rowsOf, sheetsOf } from '../../support/imports.ts';
import { inWords, planFiles, settled, takenInto, type Files } from '../../support/import-update.ts';

/** A spreadsheet that has changed since a plan was made of it. */

const headings = ['Ref', 'Must do', 'Action', 'Lead', 'Target date', 'RAG', 'Comments'];
const first = [
  '1',
  'Staff must be supervised',
  'Teach staff',
  'Chief Nurse',
  '31/10/2018',
  'Amber',
  '',
];
const second = ['2', '', 'Audit records', 'TBC', 'soon', '', ''];
const third = ['3', 'Doors must lock', 'Mend the doors', 'Estates Lead', '30/11/2018', 'Green', ''];
const table = rowsOf(headings, first, second, third);

const withCell = (row: readonly string[], column: string, text: string): string[] =>
  row.with(headings.indexOf(column), text);

const actions = (files: Files): string => files.get('actions.plan') ?? '';

/** The files of the plan with one text in place of another. */
function edited(files: Files, name: string, from: string | RegExp, to: string): Files {
  const text = files.get(name) ?? '';
  const after = text.replace(from, to);
  assert.notEqual(after, text, `${name} has no ${String(from)}`);
  return new Map([...files, [name, after]]);
}

const files = planFiles(table);

describe('an update', () => {
  it('changes nothing where the file has not changed, whatever the plan says by now', () => {
    const own = edited(files, 'actions.plan', 'due unreadable "soon"', 'due 2018-12-01  // agreed');
    const taken = takenInto(own, table, table);
    assert.deepEqual(taken.files, own);
    assert.deepEqual(taken.differences, []);
  });

  it('changes one line for one cell, and leaves comments and other lines as they are', () => {
    const own = edited(files, 'actions.plan', 'action 1 ', '// The first.\naction 1 ');
    const now = rowsOf(headings, withCell(first, 'Target date', '30/11/2018'), second, third);
    const taken = takenInto(own, table, now);
    const wanted = edited(
      own,
      'actions.plan',
      '2018-10-31 given "31/10/2018"',
      '2018-11-30 given "30/11/2018"',
    );
    assert.deepEqual(taken.files, wanted);
    assert.deepEqual(inWords(taken), ['taken: action 1, due']);
    assert.deepEqual(taken.differences[0]?.cells, ['E2']);
  });

  it('takes the paper’s own words with what they stand for', () => {
    const before = rowsOf(headings, withCell(first, 'Action', 'TBC'), second, third);
    const own = planFiles(before);
    assert.match(actions(own), /action 1 tbc given "TBC"/);
    const taken = takenInto(own, before, table);
    assert.match(actions(taken.files), /action 1 "Teach staff" \{/);
  });

  it('adds a line where a cell is filled, and takes one out where it is emptied', () => {
    const now = rowsOf(
      headings,
      withCell(first, 'RAG', ''),
      withCell(second, 'Comments', 'Begun'),
      third,
    );
    const taken = takenInto(files, table, now);
    assert.deepEqual(inWords(taken), ['taken: action 1, update', 'taken: action 2, update']);
    assert.match(actions(taken.files), /action 2 [^}]*update unknown unknown "Begun"/);
    assert.doesNotMatch(actions(taken.files), /amber/);
  });

  it('shows what both have changed to different things, with both places, and keeps the plan', () => {
    const own = edited(files, 'actions.plan', '2018-10-31 given "31/10/2018"', '2018-12-24');
    const now = rowsOf(headings, withCell(first, 'Target date', '30/11/2018'), second, third);
    const taken = takenInto(own, table, now);
    assert.deepEqual(taken.files, own);
    const [conflict] = taken.differences;
    assert.deepEqual(conflict, {
      name: 'action 1',
      what: 'due',
      type: 'conflict',
      before: 'due 2018-10-31 given "31/10/2018"',
      now: 'due 2018-11-30 given "30/11/2018"',
      plan: 'due 2018-12-24',
      cells: ['E2'],
      place: { path: 'actions.plan', line: 3 },
      why: undefined,
    });
    // It is said again until both say the same.
    assert.deepEqual(inWords(takenInto(own, now, now, taken.open)), ['conflict: action 1, due']);
    const agreed = edited(own, 'actions.plan', '2018-12-24', '2018-11-30 given "30/11/2018"');
    assert.deepEqual(inWords(takenInto(agreed, now, now, taken.open)), []);
  });

  it('has nothing to say where both have changed to the same', () => {
    const own = edited(
      files,
      'actions.plan',
      '2018-10-31 given "31/10/2018"',
      '2018-11-30   given "30/11/2018"',
    );
    const now = rowsOf(headings, withCell(first, 'Target date', '30/11/2018'), second, third);
    assert.deepEqual(takenInto(own, table, now).differences, []);
  });

  it('adds a new row below the row above it, and declares whom it names first', () => {
    const fresh = ['2a', 'Rotas must be full', 'Hire', 'Head of People', '31/12/2018', 'Blue', ''];
    const now = rowsOf(headings, first, second, fresh, third);
    const taken = takenInto(files, table, now);
    assert.match(
      actions(taken.files),
      /\}\n\naction 2a "Hire" \{[^}]*for +R3\n[^}]*\}\n\naction 3 /,
    );
    assert.match(taken.files.get('registries.plan') ?? '', /sro HOP "Head of People"/);
    assert.match(taken.files.get('sources.plan') ?? '', /must R3 "Rotas must be full"/);
    assert.match(taken.files.get('plan.plan') ?? '', /blue +"Blue"/);
    assert.deepEqual(inWords(taken, 'taken'), ['taken: scale progress, blue']);
    assert.deepEqual(takenInto(taken.files, now, now, taken.open).differences, []);
  });

  it('takes no row out, and says which are gone until they are settled', () => {
    const now = rowsOf(headings, first, second);
    const taken = takenInto(files, table, now);
    assert.deepEqual(taken.files, files);
    assert.deepEqual(inWords(taken), ['gone: requirement SOURCE-1:R2', 'gone: action 3']);
    const withdrawn = edited(files, 'actions.plan', 'update unknown green', 'withdrawn 2018-12-01');
    assert.deepEqual(inWords(takenInto(withdrawn, now, now, taken.open)), [
      'gone: requirement SOURCE-1:R2',
    ]);
  });

  it('follows rows that are moved, and those whose reference has changed', () => {
    const now = rowsOf(
      headings,
      third,
      withCell(first, 'Ref', '1b'),
      second.with(1, 'Staff must be supervised'),
    );
    const taken = takenInto(files, table, now);
    assert.deepEqual(inWords(taken), ['taken: action 1, ref']);
    assert.match(actions(taken.files), /action 1 "Teach staff" \{\n {2}ref +"1b"/);
  });

  it('knows rows without a reference by what is to be done, else by their place', () => {
    const of = (...texts: string[]) =>
      rowsOf(
        ['Action', 'Lead', 'Due date'],
        ...texts.map((text) => [text, 'Chief Nurse', '31/10/2018']),
      );
    const before = of('Teach staff on wards', 'Audit all records', 'Mend the doors');
    const now = of('Hire a matron', 'Teach staff on wards', 'Audit some records', 'Mend the doors');
    const taken = takenInto(planFiles(before), before, now);
    assert.deepEqual(inWords(taken), ['added: action A4', 'taken: action A2, title']);
    assert.match(actions(taken.files), /action A2 "Audit some records"/);
  });

  it('finds what has another id in the plan: by its title, its printed reference, or from last time', () => {
    const own = edited(files, 'actions.plan', 'action 1 ', 'action TEACH ');
    const now = rowsOf(headings, withCell(first, 'Lead', 'Medical Director'), second, third);
    const taken = takenInto(own, table, now);
    assert.equal(taken.open.links['action 1'], 'TEACH');
    const retitled = edited(taken.files, 'actions.plan', '"Teach staff"', '"Teach everybody"');
    const later = rowsOf(headings, withCell(first, 'Lead', 'Estates Lead'), second, third);
    const again = takenInto(retitled, now, later, taken.open);
    assert.deepEqual(inWords(again), ['taken: action TEACH, sro']);
    assert.match(actions(again.files), /action TEACH "Teach everybody" \{[^}]*sro +EL\n/);
    const lost = takenInto(
      edited(files, 'actions.plan', 'action 1 "Teach staff"', 'action X "Other"'),
      table,
      now,
    );
    assert.deepEqual(inWords(lost), ['left-out: action 1, sro']);
    assert.match(lost.differences[0]?.why ?? '', /no longer has it/);
  });

  it('writes the ids that the plan has, where its names are others by now', () => {
    const renamed = edited(
      files,
      'registries.plan',
      'sro EL "Estates Lead"',
      'sro HOE "Head of Estates" {\n  also "Estates Lead"\n}',
    );
    const own = edited(renamed, 'actions.plan', 'sro    EL', 'sro    HOE');
    const now = rowsOf(headings, withCell(first, 'Lead', 'Estates Lead'), second, third);
    const taken = takenInto(own, table, now);
    assert.match(actions(taken.files), /action 1 [^}]*sro +HOE\n/);
    assert.deepEqual(inWords(taken), ['taken: action 1, sro']);
  });

  it('leaves a block alone in which something cannot be read, and tries again when it can', () => {
    const own = edited(
      files,
      'actions.plan',
      'update unknown amber',
      'update unknown amber\n  wobble 3',
    );
    const now = rowsOf(headings, withCell(first, 'Target date', '30/11/2018'), second, third);
    const taken = takenInto(own, table, now);
    assert.deepEqual(taken.files, own);
    assert.deepEqual(inWords(taken), ['left-out: action 1, due']);
    const again = takenInto(files, now, now, taken.open);
    assert.deepEqual(inWords(again), ['taken: action 1, due']);
  });

  it('keeps the line ends of a file', () => {
    const own = new Map([...files].map(([name, text]) => [name, text.replaceAll('\n', '\r\n')]));
    const now = rowsOf(headings, withCell(first, 'Comments', 'Two\nlines'), second, third);
    const taken = takenInto(own, table, now);
    assert.match(actions(taken.files), /"""\r\n {4}Two\r\n {4}lines\r\n {2}"""\r\n/);
    assert.doesNotMatch(actions(taken.files), /[^\r]\n/);
  });
});

describe('what an import keeps', () => {
  for (const name of fixtureNames) {
    it(`of ${name} is every cell, and nothing else`, async () => {
      const read = await sheetsOf(fixture(name));
      const mapping = readMapping(
        '{"columns":{"A":"ref","Deadline":null},"colours":{"amber":"at-risk"}}',
      );
      assert.ok(!('wrong' in mapping));
      const text = keptFile({ ...freshlyKept(name, mapping, read), ...settled });
      const kept = readKept(text);
      assert.ok(!('wrong' in kept), JSON.stringify(kept));
      assert.equal(keptFile(kept), text);
      assert.deepEqual(planFiles({ sheets: kept.sheets, remarks: [] }), planFiles(read));
    });
  }

  it('is refused in words where it is damaged', () => {
    const good = keptFile(freshlyKept('a.csv', noMapping, table));
    for (const text of [
      '',
      '{',
      '[]',
      good.replace('"version": 1', '"version": 2'),
      good.replace('"A"', '"a1"'),
    ]) {
      const read = readKept(text);
      assert.match('wrong' in read ? read.wrong : '', /^is not JSON$|^has a wrong value at /);
    }
  });
});
