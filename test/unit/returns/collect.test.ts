import assert from 'node:assert/strict';
import { collect } from '../../../server/src/imports/returns/collect.ts';
import { formatPlan } from '../../../server/src/language/printer.ts';
import { planOf } from '../../support/plans.ts';
import { after, collected, leftOut, returned, type Rows } from './collecting.ts';
import { collectedAt, plan as text } from './plan.ts';

describe('a return that is collected', () => {
  const table: readonly (readonly [string, Rows[number], readonly string[]])[] = [
    [
      'a word and what is behind it are an update of the day on which it was filled in',
      { filledIn: { day: '2018-06-20' }, status: 'amber: At risk', update: 'Devices are late' },
      ['update 2018-06-20 amber "Devices are late" by HON'],
    ],
    [
      'without that day, it is an update of the as-at date',
      { status: 'red: Off track' },
      ['update 2018-06-29 red by HON'],
    ],
    [
      'a word may be typed instead of chosen',
      { status: 'off TRACK' },
      ['update 2018-06-29 red by HON'],
    ],
    [
      'a text without a word says that the word is missing',
      { update: 'Nothing new' },
      ['update 2018-06-29 unknown "Nothing new" by HON'],
    ],
    [
      'quotation marks, braces, keywords and backslashes are text',
      { status: 'red: Off track', update: 'A "tree" } action B "x" { // \\ on S:' },
      ['update 2018-06-29 red "A ""tree"" } action B ""x"" { // \\ on S:" by HON'],
    ],
    [
      'several lines are a long text, in which no line begins a block or ends it',
      { status: 'red: Off track', update: 'First:\naction B "x" {\n\nlast' },
      ['update 2018-06-29 red by HON """', 'First:', 'action B "x" {', 'last', '"""'],
    ],
    [
      'a line that would end a long text keeps all on one line',
      { status: 'red: Off track', update: 'a\n"""\nb' },
      ['update 2018-06-29 red "a """""" b" by HON'],
    ],
    [
      'evidence has what, where and when',
      { evidence: 'Audit of 40 records', where: 'Shared drive', evidenceOn: { day: '2018-06-12' } },
      ['evidence "Audit of 40 records" in "Shared drive" on 2018-06-12'],
    ],
    [
      'a day may be a text that names it',
      { evidence: 'Audit', evidenceOn: '12 June 2018' },
      ['evidence "Audit" on 2018-06-12'],
    ],
    [
      'complete is the SRO’s own word, and closes nothing',
      { completedOn: { day: '2018-06-15' } },
      ['completed 2018-06-15 by HON'],
    ],
    [
      'a proposed deadline is a note, and revises nothing',
      { proposed: { day: '2018-12-31' }, because: 'Posts are empty.' },
      ['note "Proposed deadline: 31 December 2018. Posts are empty. (HON, 29 June 2018)"'],
    ],
    [
      'a formula counts by its last result',
      { status: 'red: Off track', update: { t: 'str', xml: '<f>A1&amp;"!"</f><v>=late</v>' } },
      ['update 2018-06-29 red "=late" by HON'],
    ],
    ['nothing filled in changes nothing', {}, []],
  ];
  for (const [name, answers, lines] of table) {
    it(name, async () => {
      const { lines: now, said } = await collected([answers]);
      assert.deepEqual(now, lines);
      assert.deepEqual(leftOut(said), []);
    });
  }

  it('stands below what is of its kind, and what was laid out tidily stays so', async () => {
    const tidy = formatPlan(text);
    const { now } = await collected([{ status: 'red: Off track', update: 'Later' }], tidy);
    const lines = now.split('\n');
    const at = lines.findIndex((line) => line.includes('Two wards are late'));
    assert.match(lines[at + 1] ?? '', /^ {2}update 2018-06-29 red "Later" by HON$/);
    assert.equal(formatPlan(now), now);
  });

  it('names an SRO that the plan does not declare as the plan does', async () => {
    const named = text.replace('sro HOP\n', 'sro "Head of ""Estates"""\n');
    const plan = planOf(named);
    const one = await returned([{ status: 'red: Off track' }], 'return-Head-of-Estates.xlsx', plan);
    const said = collect(plan, collectedAt, [one]);
    assert.deepEqual(leftOut(said), []);
    assert.match(after(plan, said), /update 2018-06-29 red by "Head of ""Estates"""\n/);
    assert.deepEqual(
      said.silent.map(({ name }) => name),
      ['Head of Nursing'],
    );
  });

  it('opens a block that stands on one line', async () => {
    const short = text.replace(
      /action A2 [^}]*\}/,
      'action A2 "Write down every handover" { sro HON }  // short',
    );
    const rows = [{}, { status: 'red: Off track', completedOn: { day: '2018-06-15' } }] as const;
    const plan = planOf(short);
    const said = collect(plan, collectedAt, [await returned(rows, 'return-HON.xlsx', plan)]);
    assert.deepEqual(leftOut(said), []);
    assert.match(
      after(plan, said),
      /action A2 "Write down every handover" \{ sro HON\n {2}update 2018-06-29 red by HON\n {2}completed 2018-06-15 by HON \} {2}\/\/ short\n/,
    );
  });
});
