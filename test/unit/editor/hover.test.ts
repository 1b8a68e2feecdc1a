import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { MarkupContent } from 'vscode-languageserver-types';
import { hover } from '../../../server/src/editor/hover.ts';
import { plain } from '../../../server/src/editor/markdown.ts';
import { missingDocs } from '../../../server/src/editor/wording.ts';
import { missingWords } from '../../../server/src/language/shapes.ts';
import { atCursor, textOf } from './cursor.ts';
import { actions, registries } from './project.ts';

/** What is said of the thing under the cursor. */

function hoverAt(...texts: readonly string[]): { over: string; words: string } | undefined {
  const { ask, position } = atCursor(...texts);
  const answer = hover(ask, position);
  if (answer === null) return undefined;
  assert.ok(MarkupContent.is(answer.contents));
  const over = answer.range === undefined ? '' : textOf(ask.file, answer.range);
  return { over, words: answer.contents.value };
}

/** The project with the cursor where `marked` has it. */
const inProject = (marked: string) =>
  hoverAt(...[registries, actions].map((text) => text.replace(marked.replace('┆', ''), marked)));

/** In an action of its own. */
const inAction = (line: string) => hoverAt(`action A "x" {\n  ${line}\n}`, registries);

describe('a hover on an item', () => {
  it('says where an action stands', () => {
    assert.deepEqual(inProject('continues 18┆.5'), {
      over: '18.5',
      words: `**Action 18.5** Record supervision

- State: Open, as at 1 July 2018
- Due: 30 June 2018, 1 day late (0 working days)
- SRO: Head of Nursing
- SRO’s word: At risk (12 June 2018)
- Committee: Clinical Effectiveness Group
- Assurance: none yet
- Answers: must-do M1: Staff record their supervision
- Answers: must-do 1.1: Care records are complete
- Carried on or replaced by: C`,
    });
  });

  it('has neither days left nor days late where an action is done', () => {
    const words = inProject('action C┆ "')?.words;
    assert.match(words ?? '', /- State: Closed, as at 1 July 2018\n- Due: 31 October 2018\n/);
  });

  it('says what was first planned and how that moved, and what an action does not say', () => {
    const words = hoverAt(
      'action A┆ tbc "after the board" {\n  due 2018-08\n  due-revised 2018-09 on 2018-05-01 because "No *staff*"\n  due-revised 2018-09-30 on 2018-06-01 by CQC\n  sro unknown\n}',
    )?.words;
    assert.equal(
      words,
      `**Action A** title tbc: after the board

- State: Open, as at 1 July 2018
- Due: 30 September 2018, in 91 days (64 working days)
- First planned for: 31 August 2018
- Moved to: 30 September 2018, set on 1 May 2018: No \\*staff\\*
- Moved to: 30 September 2018, set on 1 June 2018 by CQC
- SRO: unknown
- SRO’s word: none yet
- Committee: none named
- Assurance: none yet
- Answers: no requirement`,
    );
  });

  it('says what a requirement is and which actions answer it', () => {
    assert.equal(
      inProject('for       M┆1')?.words,
      `**Must-do M1** Staff record their supervision

- From: CQC-2017: Inspection of October 2017
- Regulations: 18(2)(a), Staffing
- Coverage: 1 action, 1 open (1 overdue); lowest assurance: not rated
- Action: 18.5: Record supervision (Open, 1 day late)`,
    );
    assert.match(inProject('undertaking 4┆.1')?.words ?? '', /Coverage: no action answers it/);
  });

  it('counts the actions of an SRO and of a committee', () => {
    assert.equal(
      inProject('sro H┆ON "')?.words,
      `**SRO HON** Head of Nursing

| Actions | Open | Overdue | Due in 30 days | Complete, not evidenced |
| --- | --- | --- | --- | --- |
| 2 | 1 | 1 | 0 | 0 |`,
    );
    assert.equal(
      inProject('"clinical e┆ffectiveness group"')?.words,
      `**Committee CEG** Clinical Effectiveness Group

- Meets: Monthly

| Actions | Open | Overdue | Due in 30 days | Complete, not evidenced |
| --- | --- | --- | --- | --- |
| 1 | 1 | 1 | 0 | 0 |`,
    );
  });

  it('counts the requirements of a source', () => {
    assert.match(
      inProject('NHSI-┆2019:1.1')?.words ?? '',
      /^\*\*Undertakings NHSI-2019\*\* Undertakings\n\n- Requirements: 2, 1 unanswered$/,
    );
  });

  it('lists what an unclear reference may mean', () => {
    assert.equal(
      inAction('for 1.┆1')?.words,
      'It may be any of these:\n\n- `CQC-2017:1.1` Care records are complete\n- `NHSI-2019:1.1` Develop a plan',
    );
  });
});

const lines: readonly (readonly [string, string, string])[] = [
  [
    'due Oct┆ 2018',
    'Oct 2018',
    '**October 2018**\n\nAs a deadline 31 October 2018, in 122 days, as at 1 July 2018.',
  ],
  ['due 2018-07-0┆1', '2018-07-01', '**1 July 2018**\n\nToday, as at 1 July 2018.'],
  ['closed 2018-06-3┆0', '2018-06-30', '**30 June 2018**\n\n1 day ago, as at 1 July 2018.'],
  ['due mon┆thly', 'monthly', '**Monthly**\n\nNo day follows from it.'],
  ['closed 2018-06 by C┆QC', 'CQC', '**CQC** Care Quality Commission'],
  ['closed 2018-06 by tru┆st', 'trust', '**trust**\n\nThe trust whose plan this is.'],
  ['continues 9┆9', '99', '**99**\n\nNothing in the plan declares it.'],
  ['continues 9┆9 not-in-plan', '99', '**99**\n\nWe know that this thing has no row in the plan.'],
  ['sro "Ward ┆matron"', '"Ward matron"', '**Ward matron**\n\nNothing in the plan declares it.'],
  ['update 2018-06 amb┆er', 'amber', '`amber`\n\nAt risk.'],
  ['update 2018-06 on-tr┆ack', 'on-track', '`on-track`\n\nOn track.'],
  ['update 2018-06 pin┆k', 'pink', '`pink`\n\nNo scale progress of the plan says what it means.'],
  ['due t┆bc "capital"', 'tbc', '`tbc`\n\nIt is to be confirmed.\n\n“capital”'],
  ['sro no┆ne', 'none', '`none`\n\nWe asked. There is none.'],
  [
    'due 2018-10 gi┆ven "Oct-18"',
    'given',
    '`given`\n\nThe paper’s own words for the value before it.',
  ],
  ['resources "x" esca┆late "y"', 'escalate', '`escalate`\n\nTakes a text in "quotation marks".'],
  [
    'd┆ue 2018-10',
    'due',
    '`due`\n\nWhen it is to be complete.\n\nTakes a date such as 31 October 2018, 2018-10-31, Oct 2018 or Q4 2019/20.',
  ],
];

describe('a hover on a line', () => {
  for (const [line, over, words] of lines) {
    it(`has words at ${line}`, () => {
      assert.deepEqual(inAction(line), { over, words });
    });
  }

  it('has words for regulations, key questions, checks and meanings', () => {
    assert.equal(
      inProject('18(2)┆(a)')?.words,
      '**Regulation 18(2)(a), Staffing**\n\nHealth and Social Care Act 2008 (Regulated Activities) Regulations 2014',
    );
    assert.match(
      inAction('explained over┆due until 2018-09')?.words ?? '',
      /^\*\*Overdue action\*\*/,
    );
    assert.equal(inProject('means at-┆risk')?.words, '`at-risk`\n\nAt risk');
  });

  it('lists the qualifiers of a property', () => {
    const words = inAction('resou┆rces "x"')?.words ?? '';
    assert.match(words, /May be followed by:\n\n- `escalate` .*\n- `risk` the id of a risk$/);
  });

  it('has the period of a figure as a span of days', () => {
    const words = hoverAt('indicator I "x" {\n  actual Q1┆ 2018/19 85\n}')?.words;
    assert.equal(words, '**Quarter 1 2018/19**\n\n1 April 2018 to 30 June 2018.');
  });

  it('has the plan whose timescales apply', () => {
    const words = inProject('when per LPT┆-2018')?.words ?? '';
    assert.match(
      words,
      /^\*\*To the timescales of LPT-2018\*\*[^]*\*\*Plan LPT-2018\*\* CQC action plan 2018$/,
    );
  });

  for (const line of ['note "so┆me text"', '// com┆ment', '┆', 'nonsense he┆re']) {
    it(`is none at ${line}`, () => {
      assert.equal(inAction(line), undefined);
    });
  }
});

describe('plan text in Markdown', () => {
  const attacks: readonly (readonly [string, string])[] = [
    ['[click](command:run)', '\\[click\\](command:run)'],
    ['![x](https://example.org/x.png)', '\\!\\[x\\](https\\://example.org/x.png)'],
    ['<img src=x>', '\\<img src=x\\>'],
    ['https://example.org www.example.org', 'https\\://example.org www\\.example.org'],
    ['a@example.org', 'a\\@example.org'],
    ['`code` **bold** _em_', '\\`code\\` \\*\\*bold\\*\\* \\_em\\_'],
    ['&lt;b&gt;', '\\&lt;b\\&gt;'],
    ['a\\', 'a\\\\'],
    ['one\n\n# two\n- three', 'one \\# two - three'],
    ['1. one', '1\\. one'],
    ['- one', '\\- one'],
    ['$(alert)', '\\$(alert)'],
  ];
  for (const [text, expected] of attacks) {
    it(`is only text: ${JSON.stringify(text)}`, () => {
      assert.equal(plain(text), expected);
    });
  }

  it('is escaped in a hover', () => {
    const words = hoverAt('action A┆ "[x](command:y) <b>" {\n  lead tbc "<i>"\n}')?.words ?? '';
    assert.ok(words.startsWith('**Action A** \\[x\\](command:y) \\<b\\>'), words);
  });
});

it('what words for missing say is what the language reference says', () => {
  const reference = readFileSync(new URL('../../../docs/language.md', import.meta.url), 'utf8');
  for (const word of missingWords) {
    assert.ok(reference.includes(`| \`${word}\` | ${missingDocs[word]} |`), word);
  }
});
