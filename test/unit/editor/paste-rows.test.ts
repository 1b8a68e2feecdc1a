import assert from 'node:assert/strict';
import { pastedRows } from '../../../server/src/editor/paste-rows.ts';
import { PlanFile } from '../../../server/src/plan/file.ts';
import { withEdits } from './cursor.ts';
import { pointed } from './choosing.ts';

/** A table pasted onto a plan: between the marks ┆, or at the one. */

const known = 'sro HON "Head of Nursing"\n\ninspection CQC "c" {\n  must M1 "m"\n}\n';

const table = [
  'Ref\tMust do\tAction required\tLead\tTarget date\tRAG',
  '1\tM1\tRecord supervision\tHON\t31/10/2018\tAmber',
  '2\tM9\tTeach\tMatrons\t03/04/2018\tRed',
].join('\r\n');

function pasted(text: string, rows = table): string | undefined {
  const { ask, range } = pointed([text]);
  const made = pastedRows(ask, range, rows);
  if (made === undefined) return undefined;
  return withEdits(new PlanFile('a.plan', ask.file.text), [{ range, newText: made.text }]);
}

const actions = `action 1 "Record supervision" {
  for  M1
  sro  HON
  due  2018-10-31 given "31/10/2018"
  note "RAG: Amber"
}

action 2 "Teach" {
  sro  "Matrons"
  due  tbc
  note "Requirement: M9"
  note "Due: 03/04/2018"
  note "RAG: Red"
}
`;

describe('a table that is pasted', () => {
  it('becomes actions, a blank line around them, wherever the cursor stands between blocks', () => {
    const after = 'action Z "z"\n';
    assert.equal(pasted(`${known}┆`), `${known}\n${actions}`);
    assert.equal(pasted(`${known}\n┆`), `${known}\n${actions}`);
    assert.equal(pasted(`${known}\n┆\n${after}`), `${known}\n${actions}\n${after}`);
    assert.equal(pasted(`${known}\n┆\n\n${after}`), `${known}\n${actions}\n${after}`);
    assert.equal(pasted(`${known}\n┆old rows\n┆${after}`), undefined);
    assert.equal(pasted(`${known}\n┆old rows┆\n\n${after}`), `${known}\n${actions}\n${after}`);
    assert.equal(
      pasted('┆'),
      actions
        .replace('  for  M1\n', '')
        .replace('sro  HON', 'sro  "HON"')
        .replace('  note "RAG: Amber"', '  note "Requirement: M1"\n  note "RAG: Amber"'),
    );
  });

  it('says what was understood and what was not', () => {
    const { ask, range } = pointed([`${known}┆`]);
    const made = pastedRows(ask, range, table);
    assert.equal(made?.title, 'Paste as 2 actions');
    assert.equal(
      made.words,
      '2 actions made of the rows. Understood: “Ref” as action reference, “Must do” as requirement, “Action required” as action, ' +
        '“Lead” as owner and “Target date” as due date. Kept as notes: “RAG”. ' +
        '1 due date could not be read and is a note. In 1 action a requirement is not in the plan; what was printed is a note.',
    );
    const bare = pastedRows(ask, range, '7\tMove the clinic\tHON');
    assert.equal(
      bare?.words,
      '1 action made of the rows. No headings were found, so the columns were taken as action reference, action and owner.',
    );
  });

  it('stays text inside a block, on a line with other text, and where it is no table', () => {
    assert.equal(pasted('action A "a" {\n  ┆\n}\n'), undefined);
    assert.equal(pasted('// the ┆\n'), undefined);
    assert.equal(pasted('┆', 'one line'), undefined);
    assert.equal(pasted('┆', '\t\t\n\t'), undefined);
  });

  it('is looked at in a moment, however long its lines and gaps are', () => {
    const long = 'x'.repeat(300_000);
    const start = performance.now();
    assert.equal(pasted(`// ${long} ┆`), undefined);
    pasted(`${' '.repeat(300_000)}\n┆\n${'\n'.repeat(100_000)}`);
    assert.ok(performance.now() - start < 2000);
  });
});
