import assert from 'node:assert/strict';
import { askOf } from '../cursor.ts';
import { added, choicesIn, filled, question, stepsOf, wrong } from './filling.ts';
import { plan } from './plan.ts';

/** Forms that add a record to an action, on 1 July 2018: what is asked, what the answers write, what is said of wrong ones. */

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
