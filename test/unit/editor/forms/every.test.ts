import assert from 'node:assert/strict';
import { nextOf, wrongAnswer } from '../../../../server/src/editor/forms/fill.ts';
import { formIds } from '../../../../server/src/editor/forms/index.ts';
import { askOf } from '../cursor.ts';
import { filled, question, wrong } from './filling.ts';
import { plan } from './plan.ts';

/** What holds for every form. */

const aboutActions = [
  'addUpdate',
  'recordAssurance',
  'reviseDeadline',
  'markComplete',
  'close',
] as const;

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
      // Its lines stay lines; blanks within them are one.
      const lines = said.split(/\r?\n/).map((line) => line.replaceAll(/\s+/g, ' ').trim());
      assert.equal(action?.item.updates.at(-1)?.text.value, lines.join('\n'));
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

  it('says which line of the block cannot be read and what to do, and changes nothing', () => {
    const broken = plan.replace('  due ', '  duee ');
    const why =
      'Nothing is written into action A1 while part of its block cannot be read.' +
      ' Line 15: “duee” is not something that can be said in an action. Did you mean “due”?';
    for (const form of aboutActions) assert.equal(wrong(form, broken, {}), why, form);
    const twice = broken.replace('  sro ', '  srro ');
    assert.match(
      wrong('close', twice, {}),
      /Line 13: .*Did you mean “sro”\? Then look at 1 more place in this block\.$/,
    );
  });

  it('says so too where nobody points at the block', () => {
    const elsewhere = `┆\n${plan.replace('┆', '').replace('  due ', '  duee ')}`;
    for (const form of aboutActions) {
      assert.match(wrong(form, elsewhere, {}), /^Nothing is written into action A1 .* Line 16: /);
    }
    const another = `${elsewhere}\naction B2 "Teach" {\n  due 2018-06\n}\n`;
    const { choices, question: words } = question('markComplete', another);
    assert.deepEqual(
      choices?.map(({ label }) => label),
      ['Teach'],
    );
    assert.equal(
      words,
      'Which action is complete? Not listed, because part of the block cannot be read: action A1.',
    );
  });

  it('shows nothing that turns the order of letters round', () => {
    const turned = `┆\n${plan.replace('┆', '').replaceAll('"Act"', '"\u202eAct\u2066"')}`;
    const asked = question('addUpdate', turned);
    assert.deepEqual(
      asked.choices?.map(({ label }) => label),
      ['Act'],
    );
    const sro = plan.replace('Head of Nursing', '\u2067Head of\u202d Nursing');
    const answers = { on: '2018-07-01' };
    const labels = question('markComplete', sro, answers).choices?.map(({ label }) => label) ?? [];
    assert.ok(labels.includes('Head of Nursing'), labels.join(', '));
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
