import assert from 'node:assert/strict';
import { readMapping } from '../../../server/src/imports/recognise/mapping.ts';
import { formatPlan } from '../../../server/src/language/printer.ts';
import { actionIn, planOf } from '../../support/plans.ts';
import {
  cellsOf,
  fileOf,
  fixture,
  fixtureNames,
  imported,
  lostIn,
  planText,
  rowsOf,
  sheetsOf,
  unreadableIn,
} from '../../support/imports.ts';

/** From a table to a plan. */

describe('an imported table', () => {
  it('becomes sources, requirements, names, scales and actions', () => {
    const made = imported(
      rowsOf(
        ['Improvement plan'],
        [
          'Ref',
          'Must/Should',
          'CQC finding',
          'Regulation',
          'Action required',
          'Executive lead',
          'Due date',
          'Status',
          'Progress update',
          'Committee',
        ],
        [
          '1.1',
          'Must',
          'Staff must record supervision',
          'Reg 18(2)(a)',
          '1. Agree a form 2. Use it',
          'Chief Nurse',
          '31/10/2018',
          'On track',
          'Form agreed',
          'Quality Committee',
        ],
      ),
    );
    assert.equal(
      planText(made),
      `plan P "Improvement plan" {
  status draft
  note   "Imported from plan.xlsx"
}

scale progress "Progress" {
  on-track "On track" means on-track
}

committee QC "Quality Committee"

sro CN "Chief Nurse"

inspection SOURCE-1 unknown {
  must R1 "Staff must record supervision" {
    regulation 18(2)(a) given "Reg 18(2)(a)"
  }
}

action 1.1 "Agree a form" {
  for       R1
  step      1 "Agree a form"
  step      2 "Use it"
  due       2018-10-31 given "31/10/2018"
  sro       CN
  committee QC
  update    unknown on-track "Form agreed"
}
`,
    );
    assert.equal(fileOf(made, 'mustdo.json'), '{\n  "language": 1,\n  "preset": "setting-up"\n}\n');
    assert.deepEqual(made.leftOut, []);
  });

  it('keeps what cannot be told, beside what can', () => {
    const text = fileOf(
      imported(
        rowsOf(['Ref', 'Action', 'Due', 'Assurance', 'Size'], ['7', 'Move', 'soon', '3', 'large']),
      ),
      'actions.plan',
    );
    assert.equal(
      text,
      `action 7 "Move" {\n  due       unreadable "soon"\n  assurance unreadable "3" on unknown\n  note      "Size: large"\n}\n`,
    );
  });

  it('gives each step its date, and the action the last of them', () => {
    const text = fileOf(
      imported(
        rowsOf(
          ['Ref', 'Action', 'Due'],
          ['7', '1. Plan\n2. Move', '1. - 30th Sept 2017 2. - 31/12/2017'],
        ),
      ),
      'actions.plan',
    );
    assert.match(
      text,
      /step 1 "Plan" due 30th Sept 2017\n {2}step 2 "Move" due 2017-12-31 given "31\/12\/2017"/,
    );
    assert.match(
      text,
      /due {2}2017-12-31 given "1\. - 30th Sept 2017 2\. - 31\/12\/2017" inferred "the last of its steps"/,
    );
  });

  it('reads letters of another alphabet as those that they look like, and keeps what was printed', () => {
    const made = imported(
      rowsOf(
        ['Ref', 'Action', 'Directorate'],
        ['В', 'Plan visits', 'снѕ'],
        ['C (and 18.5)', 'Teach', 'CHS'],
      ),
    );
    assert.match(
      planText(made),
      /action B "Plan visits" \{\n {2}ref +"B" given "В"\n {2}directorate CHS given "снѕ"/,
    );
    assert.match(
      planText(made),
      /action C "Teach" \{\n {2}ref +"C \(and 18\.5\)"\n {2}continues +18\.5 not-in-plan inferred "its reference names it"/,
    );
  });

  it('says of names that are nearly alike that they may be one, and makes two of them', () => {
    const made = imported(
      rowsOf(
        ['Ref', 'Action', 'Committee'],
        ['1', 'a', 'Quality Assurance Committee'],
        ['2', 'b', 'Quality Asurance Committee'],
        ['3', 'c', 'QAC'],
        ['4', 'd', 'Quality  assurance committee'],
      ),
    );
    assert.deepEqual(
      made.alike.map(({ names }) => names),
      [
        ['Quality Assurance Committee', 'Quality Asurance Committee'],
        ['Quality Assurance Committee', 'QAC'],
        ['Quality Asurance Committee', 'QAC'],
      ],
    );
    assert.equal(planOf(planText(made)).all('committee').length, 3);
    assert.deepEqual(made.joined, [
      { title: 'Quality Assurance Committee', also: ['Quality assurance committee'] },
    ]);
  });

  it('takes no colour for a rating until a key says what it means', () => {
    const rows = rowsOf(['Ref', 'Action', 'RAG'], ['1', 'a', 'Amber']);
    assert.match(planText(imported(rows)), /amber "Amber" colour amber\n/);
    assert.deepEqual(imported(rows).colours, ['amber']);
    const mapping = readMapping('{ "colours": { "Amber": "on track" } }');
    assert.ok(!('wrong' in mapping));
    assert.match(planText(imported(rows, mapping)), /amber "Amber" means on-track colour amber\n/);
  });

  it('goes by a mapping where there is one, with headings of its own or none', () => {
    const mapping = readMapping(
      '{ "headingRow": 0, "columns": { "A": "ref", "B": "due", "C": "action", "D": null } }',
    );
    assert.ok(!('wrong' in mapping));
    const text = fileOf(
      imported(rowsOf(['7', '2018-10', 'Move', 'large']), mapping),
      'actions.plan',
    );
    assert.equal(text, 'action 7 "Move" {\n  due  2018-10\n  note "D: large"\n}\n');
    assert.deepEqual(readMapping('{ "columns": { "x": "acton" } }'), {
      wrong: 'has no field “acton” to map “x” to: did you mean action?',
    });
  });
});

describe('the fixtures', () => {
  for (const name of fixtureNames) {
    it(`${name}: every cell is in the plan or listed as left out, and all of the plan can be read`, async () => {
      const read = await sheetsOf(fixture(name));
      const made = imported(read);
      assert.ok(cellsOf(read.sheets).length > 20);
      assert.deepEqual(lostIn(read, made), []);
      assert.deepEqual(unreadableIn(made), []);
      for (const [file, text] of made.files)
        if (file.endsWith('.plan')) assert.equal(formatPlan(text), text);
      assert.deepEqual(imported(await sheetsOf(fixture(name))), made);
    });
  }

  it('the fifteen columns: seven rows with their dates and owners, the headings once more, and nothing made of the rest', async () => {
    const [text, workbook] = await Promise.all(
      ['fifteen-columns.tsv', 'fifteen-columns.xlsx'].map(async (name) =>
        imported(await sheetsOf(fixture(name))),
      ),
    );
    assert.ok(text !== undefined && workbook !== undefined);
    // What is kept of the cells names the sheet.
    assert.equal(planText(text), planText(workbook));
    const plan = planOf(planText(text));
    const rows = plan
      .all('action')
      .map(({ id, item }) => [id, item.due?.date.value?.last, item.sro?.owner.value?.id]);
    assert.deepEqual(rows, [
      ['A', '2018-10-31', 'HON-CHS'],
      ['B', '2018-09-30', 'HOS-Community'],
      ['C', '2018-07-31', 'HON'],
      ['D', '2018-07-31', 'HON'],
      ['20.1', '2017-09-30', 'IL'],
      ['2017-action-for-20.1', '2018-03-31', 'HOS-ICL'],
      ['20.2', '2017-09-30', 'HOS-Community'],
    ]);
    assert.equal(text.leftOut.filter(({ words }) => words === 'the headings once more').length, 15);
    assert.ok(text.leftOut.some(({ text: words }) => words.startsWith('Page 2 of 3')));
  });

  it('what is merged over several rows is inherited, and says so', async () => {
    const made = imported(await sheetsOf(fixture('must-should.xlsx')));
    const second = actionIn(planOf(planText(made)), 'MD1-2').item;
    assert.equal(second.requirements?.requirements.inferred, 'from the merged cell Sheet1!C6');
  });

  it('the messy one: headings in two rows, what is hidden, what formulas work out, and a colour without a word', async () => {
    const made = imported(await sheetsOf(fixture('messy.xlsx')));
    assert.deepEqual(made.tables[0]?.headingRows, [4, 5]);
    assert.deepEqual(made.remarks, [
      'Hidden sheet, read like the others: “Lists”.',
      '13 cells in hidden rows, columns or sheets; they were read like the others.',
      '1 cell worked out by formulas; the values that the file keeps were taken.',
    ]);
    assert.ok(made.leftOut.some(({ text }) => text === '(filled red, no word)'));
    assert.ok(made.guesses.some(({ words }) => words.includes('Oct-18')));
  });
});
