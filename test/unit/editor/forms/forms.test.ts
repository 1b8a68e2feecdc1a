import assert from 'node:assert/strict';
import { nextOf, wrongAnswer } from '../../../../server/src/editor/forms/fill.ts';
import { formIds } from '../../../../server/src/editor/forms/index.ts';
import { askOf } from '../cursor.ts';
import { added, choicesIn, filled, question, stepsOf, wrong } from './filling.ts';

/** Forms on 1 July 2018: what is asked, what their answers write, and what is said of wrong ones. */

const registries = `committee CEG "Clinical Effectiveness Group"
sro HON "Head of Nursing"
scale progress "Progress" {
  amber "At risk" means at-risk
  green "On track" means on-track
}
inspection CQC "Inspection" {
  must M1 "Record supervision"
}
`;

const plan = `${registries}
action A1 "Act" {
  for       M1
  sro       HON
  committee CEG
  due       2018-06-30
  update    2018-06-01 green┆
  // the end
}
`;

describe('the form for an update', () => {
  it('asks for the word, what is behind it and the day', () => {
    assert.deepEqual(stepsOf('addUpdate', plan), ['1/3 level', '2/3 text', '3/3 on']);
    const first = question('addUpdate', plan);
    assert.equal(first.title, 'Add Update: action A1');
    assert.deepEqual(choicesIn(first), ['amber | At risk', 'green | On track']);
    assert.equal(question('addUpdate', plan, { level: 'green', text: '' }).proposal, '1 July 2018');
  });

  it('writes a line below the last update, aligned as the block is', () => {
    const answers = { level: 'amber', text: 'Two wards said "no"', on: '28 June 2018' };
    assert.equal(
      filled('addUpdate', plan, answers),
      plan.replace(
        '2018-06-01 green┆',
        '2018-06-01 green\n  update    2018-06-28 amber "Two wards said ""no"""',
      ),
    );
  });

  it('offers what the words may mean where the plan has no scale', () => {
    const bare = question('addUpdate', 'action A "a"┆\n');
    assert.ok(choicesIn(bare).includes('on-track | On track'));
    assert.equal(
      filled('addUpdate', 'action A "a"┆\n', { level: 'on-track', text: '', on: '2018-07-01' }),
      'action A "a" {\n  update 2018-07-01 on-track\n}\n',
    );
  });

  it('says what is wrong with an answer, and how it would be right', () => {
    const day = (on: string) => wrong('addUpdate', plan, { level: 'amber', text: '', on });
    assert.equal(wrong('addUpdate', plan, { level: 'purple' }), 'Choose one of the list.');
    assert.equal(wrong('addUpdate', plan, { level: '' }), 'This has to be said.');
    assert.equal(day('soon'), 'Write a date such as 30 September 2018 or 2018-09-30.');
    assert.match(day('31 June 2018'), /^June 2018 has 30 days\. Write a date/);
    assert.match(day('06/07/2018'), /either way round/);
    assert.match(day('1 July 2018 or so'), /^Write a date/);
    assert.equal(day('June 2018'), 'Name the day: 30 September 2018 or 2018-09-30.');
  });
});

describe('the form for a committee’s judgement', () => {
  it('proposes the committee that oversees the action', () => {
    const two = plan.replace('committee CEG "', 'committee AAA "Another"\ncommittee CEG "');
    const asked = question('recordAssurance', two, { level: 'partial' });
    assert.deepEqual(choicesIn(asked), [
      'CEG | Clinical Effectiveness Group | CEG',
      'AAA | Another | AAA',
    ]);
  });

  it('writes its word, who, when, the minute and why', () => {
    const answers = {
      level: 'partial',
      by: 'Estates Board',
      on: '2018-06-29',
      minute: '26/58',
      because: 'No record',
    };
    assert.equal(
      added('recordAssurance', plan, answers),
      '  assurance partial by "Estates Board" on 2018-06-29 minute "26/58" because "No record"',
    );
    assert.equal(
      added('recordAssurance', plan, { ...answers, by: 'ceg', minute: '', because: '' }),
      '  assurance partial by "ceg" on 2018-06-29',
    );
  });
});

describe('the form for a new deadline', () => {
  it('offers days to come, and wants a reason', () => {
    const asked = question('reviseDeadline', plan);
    assert.ok(choicesIn(asked).includes('2018-08-31 | End of next month | 31 August 2018'));
    assert.equal(
      wrong('reviseDeadline', plan, { due: 'Q3 2018/19', because: ' ' }),
      'This has to be said.',
    );
  });

  it('keeps the old one, and writes the new one below it', () => {
    const answers = {
      due: '30 Sept 2018',
      because: 'Posts were empty',
      by: 'CEG',
      on: '1 July 2018',
    };
    assert.equal(
      filled('reviseDeadline', plan, answers),
      plan
        .replace('┆', '')
        .replace(
          '  due       2018-06-30\n',
          '  due       2018-06-30\n  due-revised 2018-09-30 on 2018-07-01 by CEG because "Posts were empty"\n',
        )
        .replaceAll(
          /^ {2}(for|sro|committee|due|update) +/gm,
          (_, word: string) => `  ${word.padEnd(12)}`,
        ),
    );
  });

  it('says that a deadline is the one there is', () => {
    assert.equal(
      wrong('reviseDeadline', plan, { due: 'June 2018' }),
      '30 June 2018 is the deadline already.',
    );
  });
});

describe('the form for what is complete', () => {
  const answers = {
    on: '2018-06-30',
    by: 'HON',
    evidence: 'Drill record',
    in: 'Quality drive',
    dated: '2018-06-29',
    line: '2',
  };

  it('wants evidence, and proposes the SRO and the same day', () => {
    assert.deepEqual(stepsOf('markComplete', plan), [
      '1/6 on',
      '2/6 by',
      '3/6 evidence',
      '4/6 in',
      '5/6 dated',
      '6/6 line',
    ]);
    assert.equal(
      choicesIn(question('markComplete', plan, { on: '2018-06-30' }))[0],
      'HON | Head of Nursing | HON',
    );
    const { on, by, evidence } = answers;
    assert.equal(
      question('markComplete', plan, { on, by, evidence, in: '' }).proposal,
      '2018-06-30',
    );
  });

  it('writes both records at the end of the block', () => {
    assert.equal(
      added('markComplete', plan, answers),
      [
        '  completed 2018-06-30 by HON',
        '  evidence  "Drill record" in "Quality drive" on 2018-06-29 line 2',
      ].join('\n'),
    );
  });

  it('is not about an action that is complete already', () => {
    const done = filled('markComplete', plan, answers).replace('(', '');
    const { title, step } = question('markComplete', `${done}┆\naction B "b"\n`);
    assert.deepEqual([title, step], ['Mark Complete', 'item']);
  });
});

describe('the form for closing', () => {
  it('does not let the SRO sign off their own work, by id or by name', () => {
    const why = 'Head of Nursing answers for this action; somebody else has to sign it off.';
    assert.equal(wrong('close', plan, { by: 'HON' }), why);
    assert.equal(wrong('close', plan, { by: 'head of nursing' }), why);
  });

  it('writes who, when, where it is minuted, what is different and when it is checked again', () => {
    const answers = {
      by: 'CEG',
      on: '2018-06-30',
      minute: '26/58',
      different: 'Any shift can reach a cutter',
      recheck: '2018-12-31',
    };
    assert.equal(
      added('close', plan, answers),
      '  closed    2018-06-30 by CEG minute "26/58" different "Any shift can reach a cutter" recheck 2018-12-31',
    );
    const short = { ...answers, minute: '', different: '', recheck: '' };
    assert.equal(added('close', plan, short), '  closed    2018-06-30 by CEG');
  });
});

describe('the form for explaining a flag', () => {
  it('asks which flag of the item, why, until when, and who says so', () => {
    const flags = choicesIn(question('explainFlag', plan));
    assert.ok(
      flags.some((flag) => flag.startsWith('overdue | ')),
      flags.join('\n'),
    );
    assert.equal(
      question('explainFlag', plan, { flag: 'overdue', because: 'Posts' }).proposal,
      '31 August 2018',
    );
  });

  it('writes one line, which explains the flag', () => {
    const answers = { because: 'Posts were empty', until: '31 August 2018', by: 'CEG' };
    const text = filled('explainFlag', plan, answers, { flag: 'overdue' });
    assert.ok(
      text.includes('  explained overdue until 2018-08-31 because "Posts were empty" by CEG\n'),
      text,
    );
    const flag = askOf([text]).flags.find(({ check }) => check === 'overdue');
    assert.match(flag?.explained ?? '', /Posts were empty/);
  });

  it('fills in a line that waits for its reason', () => {
    const begun = plan.replace('  // the end', '  explained overdue until 2018-07-31 because tbc');
    const answers = { flag: 'overdue', because: 'Posts', until: '2018-08-31', by: 'trust' };
    const text = filled('explainFlag', begun, answers);
    assert.equal(text.match(/explained overdue/g)?.length, 1);
    assert.ok(text.includes('explained overdue until 2018-08-31 because "Posts" by trust\n'));
  });

  it('asks what is flagged where nobody points at it', () => {
    const { step, question: words } = question('explainFlag', `┆// here\n${plan.replace('┆', '')}`);
    assert.deepEqual([step, words], ['item', 'What is flagged?']);
  });
});

describe('the form for a requirement', () => {
  const source = registries.replace('"Record supervision"', '"Record supervision"┆');

  it('proposes what the source calls its last one, and the next reference', () => {
    assert.match(choicesIn(question('addRequirement', source))[0] ?? '', /^must \| Must-do \|/);
    const answers = { keyword: 'must', title: 'Keep plans' };
    assert.equal(question('addRequirement', source, answers).proposal, 'M2');
  });

  it('writes a block at the end of the source', () => {
    const answers = {
      keyword: 'must',
      title: 'Keep care plans complete',
      id: 'M2',
      regulation: '17(2)(c)',
      question: 'safe',
    };
    assert.equal(
      filled('addRequirement', source, answers),
      source.replace('┆', '').replace(
        '"Record supervision"\n',
        `"Record supervision"

  must M2 "Keep care plans complete" {
    regulation 17(2)(c)
    question   safe
  }
`,
      ),
    );
  });

  it('is a line where there is no more to say, also in a source without braces', () => {
    const answers = { keyword: 'should', title: 'Ask', id: 'S1', regulation: '', question: '' };
    assert.equal(
      filled('addRequirement', 'inspection CQC "Inspection"┆\n', answers),
      'inspection CQC "Inspection" {\n  should S1 "Ask"\n}\n',
    );
  });

  it('says why a reference or a regulation will not do', () => {
    const base = { keyword: 'must', title: 't' };
    assert.equal(
      wrong('addRequirement', source, { ...base, id: 'M1' }),
      'M1 is another requirement of this source already.',
    );
    assert.match(
      wrong('addRequirement', source, { ...base, id: 'two words' }),
      /^An id is one word/,
    );
    assert.match(wrong('addRequirement', source, { ...base, id: 'tbc' }), /something is missing/);
    assert.match(
      wrong('addRequirement', source, { ...base, id: 'M2', regulation: 'x y\n}' }),
      /^Write a regulation such as/,
    );
  });

  it('says what to do where the plan has no source', () => {
    assert.match(wrong('addRequirement', 'action A "a"┆\n', {}), /^The plan has no source yet/);
  });
});

describe('the form for an action', () => {
  const answers = {
    title: 'Move the clinic',
    id: 'A2',
    for: 'M1',
    sro: 'Head of Estates',
    committee: 'CEG',
    due: 'Oct 2018',
    measure: '',
  };

  it('puts a block below the last one, tbc where something is still open', () => {
    assert.equal(
      added('addAction', plan, answers),
      [
        'action A2 "Move the clinic" {',
        '  sro       "Head of Estates"',
        '  due       Oct 2018',
        '  measure   tbc',
      ].join('\n'),
    );
    assert.match(filled('addAction', plan, answers), /\n}\n\naction A2 /);
  });

  it('asks for the requirements only where nobody points at one', () => {
    assert.equal(stepsOf('addAction', plan).length, 7);
    const atMust = `${registries.replace('"Record', '"Rec┆ord')}`;
    assert.equal(question('addAction', atMust).title, 'Add Action: must-do M1');
    assert.ok(!stepsOf('addAction', atMust).some((step) => step.endsWith(' for')));
    assert.match(
      filled('addAction', atMust, answers),
      /action A2 "Move the clinic" \{\n {2}for {7}M1\n/,
    );
  });

  it('offers what nothing answers first, and takes several', () => {
    const two = plan
      .replace('  must M1', '  must M0 "Answered by none"\n  must M1')
      .replace('M1\n', 'M1\n');
    const asked = question('addAction', two, { title: 't', id: 'A2' });
    assert.equal(asked.several, true);
    assert.deepEqual(choicesIn(asked)[0], 'M0 | Answered by none | M0');
    assert.ok(added('addAction', two, { ...answers, for: 'M0, M1' }).includes('for       M0, M1'));
    assert.equal(wrong('addAction', two, { ...answers, for: 'M0, M9' }), 'Choose one of the list.');
  });

  it('is the first block of an empty file', () => {
    const all = { ...answers, for: '', sro: '', committee: '', due: '' };
    assert.equal(
      filled('addAction', '┆', all),
      `action A2 "Move the clinic" {
  for       tbc
  sro       tbc
  committee tbc
  due       tbc
  measure   tbc
}
`,
    );
  });

  it('follows the line ends of the file', () => {
    const text = filled('addAction', plan.replaceAll('\n', '\r\n'), answers);
    assert.ok(!/[^\r]\n/.test(text));
  });
});

describe('every form', () => {
  const hostile = [
    '"',
    '""',
    '"}',
    '// x',
    '} action B "b" {',
    'a\r\nb\tc',
    '\u202e x',
    '“x”',
    '\\',
    '"""',
  ];

  it('keeps what somebody says as a text, whatever it is', () => {
    for (const said of hostile) {
      const text = filled('addUpdate', plan, { level: 'amber', text: said, on: '2018-07-01' });
      const [action] = askOf([text]).plan.withId('action', 'A1');
      assert.equal(action?.item.updates.at(-1)?.text.value, said.replaceAll(/\s+/g, ' ').trim());
      assert.equal(askOf([text]).plan.all('action').length, 1);
    }
  });

  it('keeps a name that is not in the plan as a name', () => {
    for (const said of hostile) {
      const answers = { level: 'partial', by: said, on: '2018-07-01', minute: '', because: '' };
      const text = filled('recordAssurance', plan, answers);
      const [action] = askOf([text]).plan.withId('action', 'A1');
      assert.equal(
        action?.item.assurances[0]?.by?.value?.name,
        said.replaceAll(/\s+/g, ' ').trim(),
      );
    }
  });

  it('says so where the block cannot be read, and changes nothing', () => {
    const broken = plan.replace('  due ', '  deu ');
    assert.equal(
      wrong('addUpdate', broken, {}),
      'Something in this block cannot be read. Put that right first.',
    );
  });

  it('bears items that are gone and steps that are not there', () => {
    const ask = askOf([plan.replace('┆', '')]);
    const item = { uri: 'file:///plan/file-1.plan', kind: 'action', id: 'GONE' } as const;
    for (const form of formIds) {
      const result = nextOf(ask, { form, item, answers: { nothing: 'x', item: '{"kind":' } });
      assert.ok('question' in result || 'wrong' in result, form);
      assert.equal(wrongAnswer(ask, { form, item, answers: {} }, 'nothing'), undefined);
    }
  });

  it('judges an answer that is still being typed', () => {
    const ask = askOf([plan.replace('┆', '')]);
    const item = { uri: 'file:///plan/file-1.plan', kind: 'action', id: 'A1' } as const;
    const check = (on: string) =>
      wrongAnswer(ask, { form: 'addUpdate', item, answers: { on } }, 'on');
    assert.match(check('30 Jun') ?? '', /year is missing/);
    assert.equal(check('30 June 2018'), undefined);
  });

  it('goes on with the item that was chosen', () => {
    const text = `┆\n${plan.replace('┆', '')}`;
    const [choice] = question('addUpdate', text).choices ?? [];
    const then = question('addUpdate', text, { item: choice?.value ?? '' });
    assert.deepEqual([then.title, then.number, then.of], ['Add Update: action A1', 2, 4]);
    assert.equal(wrong('addUpdate', text, { item: 'A1' }), 'Choose one of the list.');
  });
});
