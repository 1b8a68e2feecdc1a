import assert from 'node:assert/strict';
import {
  InsertTextFormat,
  MarkupContent,
  TextEdit,
  type CompletionItem,
} from 'vscode-languageserver-types';
import { completion, resolveCompletion } from '../../../server/src/editor/completion.ts';
import { blockSnippet, withoutPlaces } from '../../../server/src/editor/snippets.ts';
import { readDate } from '../../../server/src/language/dates.ts';
import { blockOfKeyword, isNested } from '../../../server/src/language/keywords/index.ts';
import { formatPlan } from '../../../server/src/language/printer.ts';
import { readUnit } from '../../../server/src/language/read.ts';
import { missingWords } from '../../../server/src/language/shapes.ts';
import { atCursor, textOf } from './cursor.ts';
import { actions, registries } from './project.ts';

/** What can be typed at the cursor. */

interface Offer {
  readonly labels: readonly string[];
  readonly items: readonly CompletionItem[];
  /** The text that each of them would take the place of. */
  readonly over: string;
}

function offered(...texts: readonly string[]): Offer {
  const { ask, position } = atCursor(...texts, registries, actions);
  const { items } = completion(ask, position);
  const edits = items.map(({ textEdit }) => textEdit);
  const [first] = edits;
  assert.ok(edits.every((edit) => TextEdit.is(edit)));
  return {
    labels: items.map(({ label }) => label),
    items,
    over: TextEdit.is(first) ? textOf(ask.file, first.range) : '',
  };
}

const inAction = (line: string): Offer => offered(`action Z "z" {\n  ${line}\n}\n`);

const item = (offer: Offer, label: string): CompletionItem => {
  const found = offer.items.find((one) => one.label === label);
  assert.ok(found, `${label} is not among ${offer.labels.join(', ')}`);
  return found;
};

/** What is said of an offer when it is looked at. */
function docOf(text: string, label: string): string | undefined {
  const { ask, position } = atCursor(text, registries, actions);
  const found = completion(ask, position).items.find((one) => one.label === label);
  assert.ok(found, `${label} is not there`);
  assert.equal(found.documentation, undefined);
  const { documentation } = resolveCompletion(ask, found);
  return MarkupContent.is(documentation) ? documentation.value : documentation;
}

const newText = ({ textEdit }: CompletionItem): string => textEdit?.newText ?? '';

const missing: readonly string[] = missingWords;

describe('completion at the margin', () => {
  for (const text of [
    '┆',
    'action A "a"\n┆',
    'action A "a" {\n}\n┆\naction B "b"',
    '\ufeff┆',
    'act┆',
  ]) {
    it(`has whole blocks at ${JSON.stringify(text)}`, () => {
      const offer = offered(text);
      assert.ok(offer.labels.includes('action') && offer.labels.includes('quality-account'));
      assert.ok(!offer.labels.includes('must') && !offer.labels.includes('due'));
      assert.match(
        newText(item(offer, 'action')),
        /^action \$\{1:ID\} "\$\{2:Title\}" \{\n {2}for/,
      );
    });
  }

  it('has the keyword alone where its line goes on', () => {
    const offer = offered('acti┆n A "a"');
    assert.equal(newText(item(offer, 'action')), 'action');
    assert.equal(offer.over, 'actin');
  });

  it('has no places to fill in for an editor that knows none', () => {
    const { ask, position } = atCursor('┆');
    const items = completion(ask, position, { snippets: false, resolvesDocs: true }).items;
    assert.ok(items.every(({ insertTextFormat }) => insertTextFormat === undefined));
    assert.ok(items.every((one) => !newText(one).includes('$')));
  });

  it('is open to blocks where the one before was not closed', () => {
    assert.ok(offered('action A "a" {\n  due 2018-10\n┆').labels.includes('scale'));
    assert.ok(!offered('action A "a" {\n  due 2018-10\n┆\n}').labels.includes('scale'));
  });

  for (const [keyword, spec] of blockOfKeyword) {
    it(`has a block ${keyword} that can be read and is tidy`, () => {
      const block = withoutPlaces(blockSnippet(spec, keyword));
      const inside = block.replaceAll('\n', '\n  ');
      const text = isNested(spec) ? `audit A "a" {\n  ${inside}\n}\n` : `${block}\n`;
      assert.deepEqual(readUnit(text).problems, []);
      assert.equal(formatPlan(text), text);
    });
  }
});

describe('completion at the start of a line', () => {
  it('has what the block may still say', () => {
    const { labels } = offered(
      'action A "a" {\n  for M1\n  update 2018-06 amber\n  ┆\n  due 2018-10\n}',
    );
    assert.ok(['sro', 'update', 'step', 'note'].every((keyword) => labels.includes(keyword)));
    assert.ok(['for', 'due', 'action', 'must'].every((keyword) => !labels.includes(keyword)));
  });

  it('has the blocks that stand inside', () => {
    const offer = offered('audit A "a" {\n  ┆\n}');
    assert.equal(newText(item(offer, 'recommendation')), 'recommendation ${1:ID} "${2:Title}"$0');
    const inside = offered('audit A "a" {\n  must B "b" {\n    ┆\n  }\n}').labels;
    assert.ok(inside.includes('regulation') && !inside.includes('must'));
  });

  it('takes the place of the word that is being typed', () => {
    const offer = inAction('due-rev┆');
    assert.equal(offer.over, 'due-rev');
    assert.ok(offer.labels.includes('due-revised'));
    assert.equal(inAction('du┆e 2018-10').over, 'due');
  });

  it('is there below a header whose { is still to come', () => {
    assert.ok(offered('action A "a"\n  ┆').labels.includes('due'));
    assert.ok(!offered('action A "a"\n\n  ┆').labels.includes('due'));
  });

  it('says what each word is for', () => {
    assert.equal(
      docOf('action Z "z" {\n  ┆\n}', 'due'),
      '`due DATE`\n\nWhen it is to be complete.',
    );
  });
});

/** A line, what is offered there (in order, but for the words for missing) and whether these are. */
const lines: readonly (readonly [string, readonly string[], boolean])[] = [
  ['sro ┆', ['HON'], true],
  ['committee C┆', ['CEG', 'Declare committee “C”…'], true],
  ['for ┆', ['M1', 'CQC-2017:1.1', 'NHSI-2019:1.1', '4.1'], true],
  ['for M1, ┆', ['CQC-2017:1.1', 'NHSI-2019:1.1', '4.1'], false],
  ['for NHSI-2019:┆', ['1.1', '4.1'], false],
  ['for M1, CQC-2017:1.┆', ['1.1'], false],
  ['for M1 ┆', ['given', 'inferred', 'not-in-plan'], false],
  ['for M1 given "x" ┆', ['inferred'], false],
  ['for M1 not-in-plan ┆', ['given', 'inferred'], false],
  ['due 2018-10 ┆', ['given', 'inferred'], false],
  ['due tbc ┆', ['given', 'inferred'], false],
  ['due tbc "x" giv┆', ['given', 'inferred'], false],
  ['due 31 ┆', [], false],
  ['due per ┆', ['LPT-2018'], false],
  ['update 2018-06-12 ┆', ['amber', 'green', 'given', 'inferred'], true],
  ['update 2018-06-12 amber ┆', ['"…"', '"""', 'by', 'given', 'inferred'], true],
  ['update 2018-06-12 amber by ┆', ['HON'], true],
  ['assurance ┆', ['full', 'significant', 'partial'], true],
  ['due-revised 2018-10 ┆', ['on', 'by', 'because', 'given', 'inferred'], false],
  [
    'due-revised 2018-10 on 2018-06-12 by CEG ┆',
    ['because', 'given', 'inferred', 'not-in-plan'],
    false,
  ],
  ['step ┆', ['1'], true],
  ['step 1 ┆', ['"…"', '"""', 'given', 'inferred'], true],
  ['step 1 "x" ┆', ['due', 'done', 'lead', 'given', 'inferred'], false],
  ['note "x" given ┆', ['"…"'], false],
  ['note words with┆', [], false],
  ['note "within a te┆xt"', [], false],
  ['note "within a te┆', [], false],
  ['nonsense ┆', [], false],
  ['// a comment ┆', [], false],
  ['/* a comment ┆', [], false],
];

describe('completion on a line', () => {
  for (const [line, expected, mayBeMissing] of lines) {
    it(`offers what may stand at ${line}`, () => {
      const { labels } = inAction(line);
      const own = labels.filter((label) => !missing.includes(label));
      assert.deepEqual(own.slice(0, expected.length), expected);
      if (line !== 'assurance ┆') assert.equal(own.length, expected.length);
      assert.equal(labels.includes('tbc'), mayBeMissing);
      if (mayBeMissing) assert.deepEqual(labels.slice(-missing.length), missing);
    });
  }

  it('is none within a long text', () => {
    assert.deepEqual(offered('action A "a" {\n  note """\n    due ┆\n  """\n}').labels, []);
    assert.deepEqual(offered('action A "a" {\n  note """\n    due ┆').labels, []);
  });

  it('has the parties that a record can name', () => {
    const offer = inAction('closed 2018-06 by ┆');
    assert.deepEqual(offer.labels.slice(0, 5), ['CEG', 'HON', 'RT5', 'trust', 'CQC']);
    assert.equal(item(offer, 'CEG').detail, 'Clinical Effectiveness Group');
  });

  it('has days seen from the as-at date, each of which can be read', () => {
    const offer = inAction('due ┆');
    const dates = offer.items.filter(({ label }) => !missing.includes(label));
    assert.deepEqual(
      dates.slice(0, 7).map((one) => `${one.label} is ${newText(one)}`),
      [
        'As-at date: 1 July 2018 is 2018-07-01',
        'End of this month: 31 July 2018 is 2018-07-31',
        'End of next month: 31 August 2018 is 2018-08-31',
        'End of this quarter: 30 September 2018 is 2018-09-30',
        'End of this financial year: 31 March 2019 is 2019-03-31',
        'In 28 days: 29 July 2018 is 2018-07-29',
        'In 3 months: 1 October 2018 is 2018-10-01',
      ],
    );
    for (const one of dates) {
      const words = { rolling: ['2017/18'], per: ['X'] }[one.label] ?? [];
      assert.ok(readDate([newText(one), ...words]), one.label);
    }
  });

  it('has periods for figures, and the word for a figure that was not collected', () => {
    const inIndicator = (line: string) => offered(`indicator I "i" {\n  ${line}\n}`).labels;
    assert.deepEqual(inIndicator('actual ┆').slice(0, 6), [
      '2018-06',
      '2018-07',
      'Q1 2018/19',
      'Q2 2018/19',
      '2017/18',
      '2018/19',
    ]);
    assert.equal(inIndicator('actual 2018-06 ┆').at(-1), 'suspended');
    assert.deepEqual(inIndicator('target ┆').slice(0, 2), ['at-least', 'at-most']);
  });

  it('has regulations with their titles, those of 2009 with the year', () => {
    const inMust = (line: string) => offered(`audit A "a" {\n  must B "b" {\n    ${line}\n  }\n}`);
    const offer = inMust('regulation 18(2)(a), ┆');
    assert.equal(item(offer, '12').detail, 'Safe care and treatment');
    assert.ok(offer.labels.includes('2009:16'));
    assert.ok(inMust('regulation 2009:┆').labels.includes('16'));
    assert.deepEqual(inMust('question ┆').labels.slice(0, 2), ['safe', 'effective']);
  });

  it('has notices, plain words and checks', () => {
    assert.ok(offered('notice N "n" {\n  section ┆\n}').labels.includes('section-29A'));
    assert.deepEqual(offered('plan P "p" {\n  status ┆\n}').labels.slice(0, 2), [
      'draft',
      'approved',
    ]);
    const offer = inAction('explained ov┆');
    assert.equal(item(offer, 'overdue').detail, 'Overdue action');
    assert.ok(offer.labels.includes('unreadable'));
  });

  it('has the names of scales, and what their words can mean', () => {
    assert.deepEqual(offered('scale ┆').labels, ['progress', 'assurance', 'outcome']);
    const offer = offered('scale assurance "a" {\n  fully "Fully" means ┆\n}');
    assert.ok(offer.labels.includes('no-assurance') && !offer.labels.includes('at-risk'));
  });

  it('has the words of the plan’s own scale with what they mean', () => {
    assert.equal(item(inAction('update unknown ┆'), 'amber').detail, 'At risk, means at risk');
  });

  it('has phrases as somebody begins them, which give way to the day', () => {
    const { ask, position } = atCursor('action A "a" {\n  due end of ne┆\n}');
    const [first, second] = completion(ask, position).items;
    assert.equal(first?.label, 'End of this month: 31 July 2018');
    assert.ok(TextEdit.is(second?.textEdit));
    assert.equal(textOf(ask.file, second.textEdit.range), 'end of ne');
    assert.match(second.filterText ?? '', /^End of ne/);
  });

  it('counts back from the next inspection where the plan has one', () => {
    const offer = offered(
      'plan P "p" {\n  next-inspection 2019-03-31\n}\naction A "a" {\n  due ┆\n}',
    );
    const label = 'A month before re-inspection: 28 February 2019';
    assert.equal(newText(item(offer, label)), '2019-02-28');
  });

  it('does not name the item itself', () => {
    assert.deepEqual(inAction('continues ┆').labels.slice(0, 3), ['18.5', 'C', 'none']);
    assert.ok(!offered('action C "c" {\n  continues ┆\n}').labels.includes('C'));
  });

  it('covers ids with dots and strokes, to their end', () => {
    assert.equal(inAction('continues 18.┆').over, '18.');
    assert.equal(inAction('continues 18┆.5').over, '18.5');
    assert.equal(inAction('for NHSI-2019:1.┆1').over, '1.1');
    assert.equal(inAction('for ┆M1').over, '');
  });

  it('has a title or a word for missing after an id', () => {
    assert.deepEqual(offered('action A ┆').labels, ['"…"', '"""', ...missing]);
    assert.deepEqual(offered('action ┆').labels, []);
    assert.deepEqual(offered('audit A "a" {\n  must B ┆\n}').labels, ['"…"', '"""', ...missing]);
  });

  it('has the cells of a ratings table', () => {
    const inGrid = (row: string) => offered(`ratings R "r" {\n  source CQC-2017\n${row}\n}`).labels;
    assert.deepEqual(inGrid('  | | ┆').slice(0, 2), ['safe', 'effective']);
    assert.deepEqual(inGrid('  | | safe |\n  | P┆'), ['PICU']);
    assert.ok(inGrid('  | | safe |\n  | PICU | ┆').includes('requires improvement'));
    assert.deepEqual(inGrid('  | | safe |\n  | PICU | good ┆'), [
      'same',
      'up',
      'up-two',
      'down',
      'down-two',
    ]);
  });

  it('is shortened where it would be long, by what is typed', () => {
    const many = Array.from({ length: 700 }, (_, at) => `service S${at} "Ward ${at}"`).join('\n');
    const { ask, position } = atCursor(`action A "a" {\n  service s69┆\n}\n${many}`);
    const { isIncomplete, items } = completion(ask, position);
    assert.ok(isIncomplete && items.length < 50);
    assert.ok(items.some(({ label }) => label === 'S699'));
  });

  it('marks snippets as such', () => {
    const quoted = item(inAction('note ┆'), '"…"');
    assert.equal(quoted.insertTextFormat, InsertTextFormat.Snippet);
    assert.equal(newText(quoted), '"$1"');
  });
});
