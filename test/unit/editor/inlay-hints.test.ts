import assert from 'node:assert/strict';
import type { InlayHint, Range } from 'vscode-languageserver-types';
import type { Ask } from '../../../server/src/editor/ask.ts';
import { allHints, inlayHints, resolveInlayHint } from '../../../server/src/editor/inlay-hints.ts';
import { offsetAt } from '../../../server/src/editor/places.ts';
import { askOf, positionAt } from './cursor.ts';
import { actions, registries } from './project.ts';

/** What an editor shows between the words of a plan, which stands in none of them. */

const whole = ({ file }: Ask): Range => ({
  start: { line: 0, character: 0 },
  end: positionAt(file, file.text.length),
});

/** The text with its hints in brackets. */
function withHints({ file }: Ask, hints: readonly InlayHint[]): string {
  const inOrder = [...hints].sort(
    (a, b) => offsetAt(file, b.position) - offsetAt(file, a.position),
  );
  return inOrder.reduce((text, { label, position, paddingLeft }) => {
    const at = offsetAt(file, position);
    const words = typeof label === 'string' ? label : '';
    return `${text.slice(0, at)}${paddingLeft === true ? ' ' : ''}[${words}]${text.slice(at)}`;
  }, file.text);
}

const hinted = (text: string, settings = allHints): string => {
  const ask = askOf([text, registries]);
  return withHints(ask, inlayHints(ask, whole(ask), settings));
};

describe('hints', () => {
  it('name SROs and requirements, and count the days of a deadline', () => {
    const lines = hinted(actions).split('\n').slice(1, 8);
    assert.deepEqual(lines, [
      'action 18.5 "Record supervision" {',
      '  for       M1 [Staff record their supervision], CQC-2017:1.1 [Care records are complete]',
      '  sro       HON [Head of Nursing]',
      '  committee "clinical effectiveness group"',
      '  due       2018-06 [1 day late]',
      '  update    2018-06-12 amber "Two wards are late"',
      '}',
    ]);
  });

  const deadlines: readonly (readonly [string, string])[] = [
    ['due 2018-07-01', '  due 2018-07-01 [due today]'],
    ['due 2018-07-16', '  due 2018-07-16 [11 working days left]'],
    ['due 2018-07', '  due 2018-07 [22 working days left]'],
    ['due 2018-08', '  due 2018-08'],
    ['due ongoing', '  due ongoing'],
    ['due tbc', '  due tbc'],
  ];
  for (const [line, expected] of deadlines) {
    it(`are quiet, and near or past a deadline only: ${line}`, () => {
      assert.equal(hinted(`action A "x" {\n  ${line}\n}`).split('\n')[1], expected);
    });
  }

  it('stand at the deadline in force', () => {
    const text =
      'action A "x" {\n  due 2018-05\n  due-revised 2018-06-01 on 2018-05-01\n  due-revised 2018-09 on 2018-08-01\n}';
    assert.deepEqual(hinted(text).split('\n').slice(1, 4), [
      '  due 2018-05',
      '  due-revised 2018-06-01 [30 days late] on 2018-05-01',
      '  due-revised 2018-09 on 2018-08-01',
    ]);
  });

  it('have no deadline of what is done', () => {
    const text = 'action A "x" {\n  due 2018-05\n  completed 2018-06-01 by HON\n}';
    assert.equal(hinted(text), text);
  });

  it('cut long names between words', () => {
    const text =
      'sro LONG "The deputy director of everything that has no other director"\naction A "x" {\n  sro LONG\n}';
    assert.equal(
      hinted(text).split('\n')[2],
      '  sro LONG [The deputy director of everything that…]',
    );
  });

  it('can be switched off by kind', () => {
    const text = 'action A "x" {\n  sro HON\n  due 2018-06\n}';
    assert.equal(
      hinted(text, { deadlines: false, names: true }).split('\n').join(' '),
      'action A "x" {   sro HON [Head of Nursing]   due 2018-06 }',
    );
    assert.equal(
      hinted(text, { deadlines: true, names: false }).split('\n').join(' '),
      'action A "x" {   sro HON   due 2018-06 [1 day late] }',
    );
  });

  it('are those of the range alone', () => {
    const ask = askOf([actions, registries]);
    const line = (at: number): Range => ({
      start: { line: at, character: 0 },
      end: { line: at, character: 200 },
    });
    assert.deepEqual(
      inlayHints(ask, line(3)).map(({ label }) => label),
      ['Head of Nursing'],
    );
    assert.deepEqual(inlayHints(ask, line(4)), []);
  });

  it('tell more when they are pointed at', () => {
    const ask = askOf([actions, registries]);
    const [first] = inlayHints(ask, whole(ask), { deadlines: false, names: true });
    assert.ok(first !== undefined && first.tooltip === undefined);
    assert.match(JSON.stringify(resolveInlayHint(ask, first).tooltip), /Must-do M1/);
    const gone = { ...first, data: { uri: '', kind: 'sro', id: 'X' } };
    assert.equal(resolveInlayHint(ask, gone).tooltip, undefined);
  });
});
