import assert from 'node:assert/strict';
import { signatureHelp } from '../../../server/src/editor/signature.ts';
import { atCursor } from './cursor.ts';

/** The form of the line that is being typed, the part that comes next between brackets. */

function formAt(text: string): string | null {
  const { ask, position } = atCursor(text);
  const help = signatureHelp(ask, position);
  if (help === null) return null;
  const [signature] = help.signatures;
  const active = signature?.parameters?.[help.activeParameter ?? -1];
  assert.ok(signature && Array.isArray(active?.label));
  const [start, end] = active.label;
  const { label } = signature;
  return `${label.slice(0, start)}<${label.slice(start, end)}>${label.slice(end)}`;
}

describe('the form of a line', () => {
  for (const [line, form] of [
    ['due ┆', 'due <DATE>'],
    ['due 2018-10┆', 'due <DATE>'],
    ['due 2018-10 ┆', null],
    ['due-revised ┆', 'due-revised <DATE> on DATE by PARTY because TEXT'],
    ['due-revised 2018-10 ┆', 'due-revised DATE <on DATE> by PARTY because TEXT'],
    ['due-revised 2018-10 be┆', 'due-revised DATE on DATE by PARTY <because TEXT>'],
    ['due-revised 2018-10 by ┆', 'due-revised DATE on DATE <by PARTY> because TEXT'],
    ['due-revised 2018-10 by QAC ┆', 'due-revised DATE <on DATE> by PARTY because TEXT'],
    ['due-revised 2018-10 because "it is l┆', 'due-revised DATE on DATE by PARTY <because TEXT>'],
    [
      'due-revised 2018-10 because "it ┆is late"',
      'due-revised DATE on DATE by PARTY <because TEXT>',
    ],
    ['update 2018-06-12 ┆', 'update DATE <LEVEL> [TEXT] by SRO'],
    ['update 2018-06-12 amber ┆', 'update DATE LEVEL <[TEXT]> by SRO'],
    ['for ┆', 'for <REQUIREMENT, …>'],
    ['step 1 "x" ┆', 'step NUMBER TEXT <due DATE> done DATE lead SRO, …'],
    ['d┆', null],
    ['nonsense ┆', null],
    ['due // 2018 ┆', null],
  ] as const) {
    it(`at ${line} is ${form ?? 'nothing'}`, () => {
      assert.equal(formAt(`action A "a" {\n  ${line}\n}\n`), form);
    });
  }

  it('of a header has the id and the title', () => {
    assert.equal(formAt('action ┆'), 'action <ID> TEXT');
    assert.equal(formAt('action A ┆'), 'action ID <TEXT>');
  });

  it('is there in blocks inside others, and none within a long text', () => {
    const inside = 'audit A "a" {\n  must B "b" {\n    question ┆\n  }\n}\n';
    assert.match(formAt(inside) ?? '', /^question </);
    assert.equal(formAt('action A "a" {\n  note """\n    due ┆\n  """\n}\n'), null);
  });

  it('says what each part takes', () => {
    const { ask, position } = atCursor('action A "a" {\n  due ┆\n}\n');
    const [signature] = signatureHelp(ask, position)?.signatures ?? [];
    assert.match(JSON.stringify(signature?.documentation), /When it is to be complete/);
    assert.match(JSON.stringify(signature?.parameters), /A date such as 31 October 2018/);
  });
});
