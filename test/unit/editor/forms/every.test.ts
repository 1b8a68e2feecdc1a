import assert from 'node:assert/strict';
import { nextOf, wrongAnswer } from '../../../../server/src/editor/forms/fill.ts';
import { formIds } from '../../../../server/src/editor/forms/index.ts';
import { askOf } from '../cursor.ts';
import { filled, question, wrong } from './filling.ts';
import { plan } from './plan.ts';

/** What holds for every form. */

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
