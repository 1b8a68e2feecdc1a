import assert from 'node:assert/strict';
import { added, choicesIn, filled, question, stepsOf, wrong } from './filling.ts';
import { plan, registries } from './plan.ts';

/** Forms that write a requirement or an action. */

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
    const atMust = registries.replace('"Record', '"Rec┆ord');
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
