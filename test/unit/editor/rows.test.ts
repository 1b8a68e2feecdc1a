import assert from 'node:assert/strict';
import { formatPlan } from '../../../server/src/language/printer.ts';
import { PlanFile } from '../../../server/src/plan/file.ts';
import { offeredAs, rewritten } from './choosing.ts';

/** Rows pasted from a spreadsheet. */

const known = `sro HON "Head of Nursing"

inspection CQC "Inspection" {
  must M1 "Staff record their supervision"
  must M2 "Care plans are complete"
}
`;

const made = (rows: string, title: string): string =>
  rewritten(title, `${known}\n┆${rows}\n`).slice(known.length + 1);

describe('pasted rows', () => {
  it('go by the words above their columns', () => {
    const rows = [
      'Ref\tMust do\tAction required\tLead\tTarget date\tRAG',
      '1.1\tM1, M2\tRecord "all" supervision\thead of nursing\t31/10/2018\tAmber',
      '1.1\tStaff record their supervision\tTeach\tWard matrons\tOct-18\t',
      'x y\tM9\t\tTBC\tsoon\tRed',
    ].join('\n');
    assert.equal(
      made(rows, 'Make 3 actions of the pasted rows'),
      `action 1.1 "Record ""all"" supervision" {
  for  M1, M2
  sro  HON given "head of nursing"
  due  2018-10-31 given "31/10/2018"
  note "RAG: Amber"
}

action 1.1-2 "Teach" {
  ref "1.1"
  for M1
  sro "Ward matrons"
  due 2018-10 given "Oct-18"
}

action xy tbc {
  ref  "x y"
  sro  tbc
  due  tbc
  note "Requirement: M9"
  note "Due: soon"
  note "RAG: Red"
}
`,
    );
  });

  it('go by their place where no words stand above them', () => {
    assert.equal(
      made('7\tMove the clinic\tHON\t1 Oct 2018\tM1\tmore', 'Make 1 action of the pasted rows'),
      `action 7 "Move the clinic" {
  for  M1
  sro  HON
  due  1 Oct 2018
  note "more"
}
`,
    );
    assert.equal(
      made('Move the clinic to the ward\tHON\t2018-10', 'Make 1 action of the pasted rows'),
      `action A1 "Move the clinic to the ward" {
  sro HON
  due 2018-10
}
`,
    );
  });

  it('may have lines within a cell, as spreadsheets put them in quotation marks', () => {
    assert.equal(
      made('7\t"Move ""it""\n\nto the ward"\tHON', 'Make 1 action of the pasted rows'),
      `action 7 "Move ""it""" {
  description """
    Move "it"

    to the ward
  """
  sro HON
}
`,
    );
  });

  for (const [printed, said] of [
    ['31/10/2018', '2018-10-31 given "31/10/2018"'],
    ['31.10.18', '2018-10-31 given "31.10.18"'],
    ['03/04/2018', 'tbc'],
    ['04/04/2018', '2018-04-04 given "04/04/2018"'],
    ['30-Sep-18', '2018-09-30 given "30-Sep-18"'],
    ['30 Sept 2018', '30 Sept 2018'],
    ['Q4 2018/19', 'Q4 2018/19'],
    ['31 June 2018', 'tbc'],
    ['Ongoing', 'ongoing given "Ongoing"'],
    ['March 18', 'tbc'],
    ['N/A', 'n/a'],
  ] as const) {
    it(`reads ${printed} as ${said}`, () => {
      const text = made(`7\tMove\tHON\t${printed}`, 'Make 1 action of the pasted rows');
      assert.ok(text.includes(`due ${said}\n`) || text.includes(`due  ${said}\n`), text);
      if (said === 'tbc') assert.ok(text.includes(`note "Due: ${printed}"`), text);
    });
  }

  it('keep every cell, whatever stands in it', () => {
    const cells = [
      '"""',
      'a "b" c',
      '}',
      '{ x',
      '// no',
      '/* no',
      'action B "b" {',
      'é\u00a0ü',
      '“x”',
    ];
    for (const cell of cells) {
      const text = rewritten(
        'Make 1 action of the pasted rows',
        `${known}\n┆7\tMove\t\t\t\t${cell}\tlast┆\n`,
      );
      const file = new PlanFile('a.plan', text);
      const [action] = file.units.flatMap(({ reading }) =>
        reading.items.filter((item) => item.kind === 'action'),
      );
      assert.ok(action?.kind === 'action');
      const notes = action.note.map(({ text: said }) => said.value);
      assert.deepEqual(notes, [cell.replaceAll('\u00a0', ' '), 'last']);
      assert.equal(formatPlan(text), text);
    }
  });

  it('are only seen outside blocks, and where tabs stand between cells', () => {
    const isRows = (title: string) => title.includes('pasted');
    const offered = (text: string) => offeredAs('refactor.rewrite', text).filter(isRows);
    assert.deepEqual(offered('action A "a" {\n  due\t2018-┆10\n}\n'), []);
    assert.deepEqual(offered('7 Move HON┆\n'), []);
    assert.deepEqual(offered('\tindented┆\n'), []);
    assert.deepEqual(offered('7\tMove┆\n'), ['Make 1 action of the pasted rows']);
  });

  it('follow the line ends of the file and leave what is around them', () => {
    const text = 'sro A "a"\r\n1\tx┆\r\n2\ty\r\n\r\nsro B "b"\r\n';
    assert.equal(
      rewritten('Make 2 actions of the pasted rows', text),
      'sro A "a"\r\n\r\naction 1 "x" {\r\n}\r\n\r\naction 2 "y" {\r\n}\r\n\r\nsro B "b"\r\n',
    );
  });
});
