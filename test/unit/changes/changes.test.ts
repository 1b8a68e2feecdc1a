import assert from 'node:assert/strict';
import { changesBetween, type Changes } from '../../../server/src/changes/index.ts';
import { changesInWords, changeTitle } from '../../../server/src/changes/sentence.ts';
import { whereIs } from '../../../server/src/plan/flag.ts';
import { planOf } from '../../support/plans.ts';

const scales = `
scale progress "Progress" {
  red   "Off track" means off-track
  amber "At risk"   means at-risk
  green "On track"  means on-track
  blue  "Complete"  means complete
}
scale assurance "Assurance" {
  fully     "Fully assured"     means full
  partially "Partially assured" means partial
}
sro HON "Head of Nursing"
sro MD "Medical Director"
committee QC "Quality Committee"
committee IPG "Improvement Group"
inspection CQC "Inspection" {
  must M1 "Staff must be supervised" {}
  must M2 "Medicines must be stored safely" {}
}
`;

const day = '2018-07-01';

/** What changed from one text to another, both judged at a day of their own or at 1 July 2018. */
const between = (before: string, after: string, then = day, now = day): Changes =>
  changesBetween(
    { plan: planOf(scales, before), asAt: then },
    { plan: planOf(scales, after), asAt: now },
  );

const action = (id: string, ...lines: readonly string[]): string =>
  `action ${id} "Act on ${id}" {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`;

/** Each: what it shows, before, after, the sentence. */
const cases: readonly (readonly [string, string, string, string])[] = [
  ['nothing', action('A', 'due 2018-08'), action('A', 'due 2018-08'), 'Nothing has changed.'],
  [
    'no difference in layout, order, comments and the ways of writing a date',
    action('A', 'due 2018-10') + action('B', 'sro HON'),
    `// Moved.\n${action('B', '   sro "Head of Nursing"')}${action('A', 'due Oct 2018')}`,
    'Nothing has changed.',
  ],
  ['a new action', action('A'), action('A') + action('B'), '1 new action.'],
  [
    'each step of the ladder apart',
    action('A') + action('B') + action('C') + action('D', 'closed 2018-05-01 by QC'),
    action('A', 'completed 2018-06-01') +
      action('B', 'completed 2018-06-01', 'evidence "Audit" on 2018-06-02') +
      action('C', 'closed 2018-06-03 by QC') +
      action('D', 'closed 2018-05-01 by QC', 'sustained 2018-06-20 by QC'),
    '1 sustained, 1 closed, 1 evidenced, 1 complete and not yet evidenced.',
  ],
  [
    'an action that was reopened, and one that was reopened and closed again',
    action('A', 'closed 2018-05-01') + action('B', 'closed 2018-05-01'),
    action('A', 'closed 2018-05-01', 'reopened 2018-06-01') +
      action('B', 'closed 2018-05-01', 'reopened 2018-06-01', 'closed 2018-06-20'),
    '1 closed, 2 reopened.',
  ],
  [
    'a closing that was taken out',
    action('A', 'closed 2018-05-01'),
    action('A'),
    '1 set back without a record.',
  ],
  [
    'an action withdrawn, and one that is done after all',
    action('A') + action('B', 'withdrawn 2018-05-01'),
    action('A', 'withdrawn 2018-06-01 by QC') + action('B'),
    '1 withdrawn, 1 no longer withdrawn.',
  ],
  [
    'new dates, and for which time',
    action('A', 'due 2018-08') +
      action(
        'B',
        'due 2018-03',
        'due-revised 2018-05 on 2018-03-01',
        'due-revised 2018-07 on 2018-05-01',
      ),
    action('A', 'due 2018-08', 'due-revised 2018-10 on 2018-06-20 because "Late supplier"') +
      action(
        'B',
        'due 2018-03',
        'due-revised 2018-05 on 2018-03-01',
        'due-revised 2018-07 on 2018-05-01',
        'due-revised 2018-12 on 2018-06-01',
      ),
    '2 re-dated, 1 for the third time.',
  ],
  [
    'dates that were written over',
    action('A', 'due 2018-08') +
      action('B', 'due 2018-03', 'due-revised 2018-09 on 2018-03-01') +
      action('C', 'due 2018-03', 'due-revised 2018-09 on 2018-03-01'),
    action('A', 'due 2018-10') +
      action('B', 'due 2018-03', 'due-revised 2018-11 on 2018-03-01') +
      action('C', 'due 2018-06', 'due-revised 2018-09 on 2018-03-01'),
    '3 with a date rewritten without a record.',
  ],
  ['a first date', action('A', 'due tbc "capital"'), action('A', 'due 2018-10'), '1 newly dated.'],
  [
    'progress by the plan’s own words, worst first',
    action('A', 'update 2018-05-01 green') +
      action('B', 'update 2018-05-01 amber') +
      action('C', 'update 2018-05-01 green') +
      action('D', 'update 2018-05-01 red') +
      action('E'),
    action('A', 'update 2018-05-01 green', 'update 2018-06-01 red') +
      action('B', 'update 2018-05-01 amber', 'update 2018-06-01 green') +
      action('C', 'update 2018-05-01 green', 'update 2018-06-01 amber') +
      action('D', 'update 2018-05-01 red', 'update 2018-06-01 red') +
      action('E', 'update 2018-06-01 green'),
    '1 newly red, 1 with worse progress, 1 with better progress, 1 with a first word on progress.',
  ],
  [
    'a word that makes an action complete once, as its state',
    action('A', 'update 2018-05-01 green'),
    action('A', 'update 2018-05-01 green', 'update 2018-06-01 blue'),
    '1 complete and not yet evidenced.',
  ],
  [
    'assurance apart from progress',
    action('A', 'assurance fully by QC on 2018-05-01') +
      action('B', 'assurance partially by QC on 2018-05-01') +
      action('C'),
    action('A', 'assurance partially by QC on 2018-06-01') +
      action('B', 'assurance fully by QC on 2018-06-01') +
      action('C', 'assurance fully by QC on 2018-06-01'),
    '1 with lower assurance, 1 with higher assurance, 1 with a first judgement of assurance.',
  ],
  [
    'another owner and another committee, however they are named',
    action('A', 'sro HON', 'committee QC') + action('B', 'sro HON'),
    action('A', 'sro MD', 'committee IPG') + action('B', 'sro "Head of nursing"'),
    '1 with another owner, 1 with another committee.',
  ],
  [
    'wording, once for an action however much of it is new',
    action('A', 'description "Train staff"', 'measure "All staff"'),
    action('A', 'description "Train all staff"', 'measure "85 % of staff"'),
    '1 with a text changed.',
  ],
  [
    'removals that something explains, each in its own way, and one that nothing explains',
    action('A', 'withdrawn 2018-05-01 by QC') +
      action('B') +
      action('C') +
      action('D') +
      action('E') +
      action('F'),
    action('B2', 'continues B not-in-plan') +
      action('C2', 'also "C"') +
      'meeting QC-JUN "June" {\n  on 2018-06-14\n  decided "Actions D and E are taken out: they belong to the estates plan"\n}\n',
    '2 new actions, 5 removed with an explanation, 1 removed without explanation.',
  ],
  [
    'a requirement that is answered now, one that no longer is, and one that was addressed',
    'audit X "Audit" {\n  recommendation R1 "One" {}\n}\n' + action('A', 'for M1'),
    'audit X "Audit" {\n  recommendation R1 "One" {\n    addressed 2018-06-01 by trust\n  }\n}\n' +
      action('A', 'for M2'),
    '1 answering other requirements, 1 requirement addressed, 1 requirement newly answered, 1 requirement no longer answered.',
  ],
  [
    'a recurring duty that was met',
    'undertakings U "Undertakings" {\n  undertaking U1 "Report" {\n    when monthly\n    met 2018-05-01\n  }\n}\n',
    'undertakings U "Undertakings" {\n  undertaking U1 "Report" {\n    when monthly\n    met 2018-05-01\n    met 2018-06-01\n  }\n}\n',
    '1 requirement met.',
  ],
  [
    'a new source with what it asks for',
    '',
    'audit X "Audit" {\n  recommendation R1 "One" {}\n  recommendation R2 "Two" {}\n}\n',
    '2 new requirements, 1 new source.',
  ],
  [
    'ratings by service and question, not by row',
    'ratings G "Grid" {\n  | service | safe | caring |\n  | Acute | good | good |\n  | Older | good | inadequate |\n}\n',
    'ratings G "Grid" {\n  | service | caring | safe |\n  | Older | good | good |\n  | Acute | good | requires improvement |\n}\n',
    '1 rating lower, 1 rating higher.',
  ],
];

describe('What changed between two plans, in words', () => {
  for (const [what, before, after, words] of cases) {
    it(`says ${what}`, () => {
      assert.equal(changesInWords(between(before, after)), words);
    });
  }

  it('says from one plan at two days what its dated records tell', () => {
    const text =
      action('A', 'due 2018-06-10', 'closed 2018-06-20 by QC') +
      action('B', 'due 2018-06-10') +
      action('C', 'due 2018-08', 'due-revised 2018-10 on 2018-06-14');
    const words = changesInWords(between(text, text, '2018-06-01', '2018-07-01'));
    assert.equal(words, '1 closed, 1 re-dated, 1 newly overdue.');
  });

  it('takes a note for an explanation only where it is new and names the item by its kind', () => {
    const after = (note: string): string => action('B', `note "${note}"`);
    const said = (note: string, earlier = ''): string =>
      changesInWords(
        between(action('A') + action('B', ...(earlier ? [earlier] : [])), after(note)),
      );
    assert.equal(said('Action A moved to the estates plan'), '1 removed with an explanation.');
    assert.equal(said('A ward was closed'), '1 removed without explanation.');
    assert.equal(said('See action A', 'note "See action A"'), '1 removed without explanation.');
  });

  it('calls a word of the worst tone by what it means where no word of the plan is red', () => {
    const plan = (word: string) => planOf(action('A', `update 2018-06-01 ${word}`));
    const changes = changesBetween(
      { plan: plan('on-track'), asAt: day },
      { plan: plan('off-track'), asAt: day },
    );
    assert.equal(changesInWords(changes), '1 newly off track.');
  });
});

describe('A change', () => {
  it('has what was before and is now, which time it is, its record, and the line that says so', () => {
    const { changes } = between(
      action('A', 'due 2018-05', 'due-revised 2018-07 on 2018-05-14'),
      action(
        'A',
        'due 2018-05',
        'due-revised 2018-07 on 2018-05-14',
        'due-revised 2018-10 on 2018-06-20 by QC because "Late supplier"',
      ),
    );
    const [change] = changes;
    assert.ok(change !== undefined && changes.length === 1);
    assert.equal(changeTitle(change), 'Re-dated, for the second time');
    assert.ok(change.before?.of === 'date' && change.after?.of === 'date');
    assert.deepEqual([change.before.day, change.after.day], ['2018-07-31', '2018-10-31']);
    assert.equal(change.record?.because?.value, 'Late supplier');
    const { file, range } = whereIs(change.place);
    assert.equal(`${file}:${String(range.start.line)}`, 'file-2.plan:4');
  });

  it('of something removed stands where it was, in the plan as it was', () => {
    const { before, changes } = between(action('A') + action('B'), action('A'));
    assert.deepEqual(
      changes.map(({ kind, item }) => [kind, item.id]),
      [['removed', 'B']],
    );
    assert.ok(before.plan.files.includes(changes[0]?.place.unit.file ?? assert.fail()));
  });

  it('pairs an id that stands twice first with first, and throws at nothing that is half written', () => {
    const twice = action('A', 'due 2018-08') + action('A', 'due 2018-09');
    assert.deepEqual(between(twice, twice).changes, []);
    const half = 'action "no id" {\n due\n}\nmust\naction A {\n closed by\n';
    assert.doesNotThrow(() => between(half, twice));
    assert.doesNotThrow(() => between(twice, half));
  });
});

describe('What changed in a large plan', () => {
  it('is all found, in ten thousand actions', () => {
    const many = (word: string): string =>
      Array.from({ length: 10_000 }, (_, index) =>
        action(
          `A${String(index)}`,
          'for M1',
          'sro HON',
          'due 2018-05',
          `update 2018-05-01 ${index % 3 === 0 ? word : 'green'} "Said"`,
          ...(index % 7 === 0 && word === 'red' ? ['due-revised 2018-12 on 2018-06-01'] : []),
        ),
      ).join('');
    const before = { plan: planOf(scales, many('amber')), asAt: '2018-06-01' };
    const after = { plan: planOf(scales, many('red')), asAt: '2018-07-01' };
    const words = changesInWords(changesBetween(before, after));
    assert.match(words, /1,429 re-dated.*3,334 newly red/);
  });
});
