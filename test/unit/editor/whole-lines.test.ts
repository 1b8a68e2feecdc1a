import assert from 'node:assert/strict';
import { InsertTextFormat, MarkupContent, type CompletionItem } from 'vscode-languageserver-types';
import { completion, resolveCompletion } from '../../../server/src/editor/completion.ts';
import { wholeLines } from '../../../server/src/editor/line-snippets.ts';
import { withoutPlaces } from '../../../server/src/editor/snippets.ts';
import { blockOfKeyword, isNested } from '../../../server/src/language/keywords/index.ts';
import { formatPlan } from '../../../server/src/language/printer.ts';
import { readUnit } from '../../../server/src/language/read.ts';
import { atCursor, withEdits } from './cursor.ts';
import { actions, registries } from './project.ts';

/** What completion puts in whole: lines, scales, blocks declared elsewhere; and what it says of its offers. */

const itemsAt = (...texts: readonly string[]): readonly CompletionItem[] => {
  const { ask, position } = atCursor(...texts);
  return completion(ask, position).items;
};

const named = (items: readonly CompletionItem[], label: string): CompletionItem => {
  const found = items.find((one) => one.label === label);
  assert.ok(found, `${label} is not among ${items.map((one) => one.label).join(', ')}`);
  return found;
};

/** The plan after an offer was taken, by an editor that knows no snippets. */
function taken(text: string, label: string): string {
  const { ask, position } = atCursor(text);
  const { items } = completion(ask, position, { snippets: false, resolvesDocs: true });
  const { textEdit, additionalTextEdits = [] } = named(items, label);
  assert.ok(textEdit !== undefined && 'range' in textEdit);
  return withEdits(ask.file, [textEdit, ...additionalTextEdits]);
}

describe('whole lines', () => {
  const inAction = 'action A "a" {\n  step 3 "x"\n  ┆\n}\n';

  it('have the day, the next number and the words of the plan in their places', () => {
    const text = (label: string) =>
      named(itemsAt(inAction, registries, actions), label).textEdit?.newText;
    assert.equal(text('update …'), 'update ${1:2018-07-01} ${2|tbc,amber,green|} ${3:tbc}$0');
    assert.equal(text('step …'), 'step ${1:4} ${2:tbc} due ${3:tbc}$0');
    assert.equal(
      text('due-revised …'),
      'due-revised ${1:tbc} on ${2:2018-07-01} by ${3:tbc} because ${4:tbc}$0',
    );
  });

  it('say their form, and are found by their keyword', () => {
    const item = named(itemsAt(inAction), 'due-revised …');
    assert.equal(item.detail, 'due-revised DATE on DATE by PARTY because TEXT');
    assert.equal(item.filterText, 'due-revised');
    assert.equal(item.insertTextFormat, InsertTextFormat.Snippet);
  });

  it('are there where the line is empty alone', () => {
    const labels = itemsAt('action A "a" {\n  upd┆ate 2018-07 amber\n}\n').map((one) => one.label);
    assert.ok(labels.includes('update') && !labels.includes('update …'));
  });

  for (const [keyword, spec] of blockOfKeyword) {
    const lines = Object.values(spec.properties).filter((row) =>
      Object.hasOwn(wholeLines, row.keyword),
    );
    if (lines.length === 0) continue;
    it(`of a block ${keyword} can be read as they come, and are tidy`, () => {
      const [before, after] = isNested(spec) ? ['audit S "s" {\n', '}\n'] : ['', ''];
      for (const line of lines) {
        const text = `${before}${keyword} A "a" {\n  ┆\n}\n${after}`;
        const block = formatPlan(taken(text, `${line.keyword} …`));
        assert.deepEqual(readUnit(block).problems, [], block);
        assert.ok(block.includes(` ${line.keyword} `), block);
      }
    });
  }

  it('are lines that the language has', () => {
    const known = [...blockOfKeyword.values()].flatMap((spec) => Object.values(spec.properties));
    for (const [keyword, words] of Object.entries(wholeLines)) {
      const rows = known.filter((row) => row.keyword === keyword);
      assert.ok(rows.length > 0, keyword);
      for (const word of words)
        assert.ok(
          rows.some((row) => word in row.qualifiers),
          word,
        );
    }
  });

  it('of a scale can be read, and are tidy', () => {
    for (const name of ['progress', 'assurance']) {
      const text = withoutPlaces(named(itemsAt('┆'), `scale ${name}`).textEdit?.newText ?? '');
      assert.deepEqual(readUnit(text).problems, []);
      assert.equal(formatPlan(`${text}\n`), `${text}\n`);
    }
  });
});

describe('declaring what is not there yet', () => {
  const label = 'Declare SRO “DN”…';

  it('puts its block below the last of its kind in this file', () => {
    assert.equal(
      taken('sro A "a"\n\naction B "b" {\n  sro DN┆\n}\n', label),
      'sro A "a"\n\nsro DN tbc "its full name"\n\naction B "b" {\n  sro DN\n}\n',
    );
  });

  it('puts it below the heading, else above the block with its comments', () => {
    assert.equal(
      taken('plan P "p"\n\naction B "b" {\n  sro DN┆\n', label),
      'plan P "p"\n\nsro DN tbc "its full name"\n\naction B "b" {\n  sro DN\n',
    );
    assert.equal(
      taken('// About B.\r\naction B "b" {\r\n  sro DN┆\r\n}\r\n', label),
      'sro DN tbc "its full name"\r\n\r\n// About B.\r\naction B "b" {\r\n  sro DN\r\n}\r\n',
    );
  });

  it('is offered for each kind that could be meant, and for no word that means something', () => {
    const declares = (line: string) =>
      itemsAt(`action B "b" {\n  ${line}┆\n}\nsro HON "h"\n`)
        .map((one) => one.label)
        .filter((one) => one.startsWith('Declare'));
    assert.deepEqual(declares('closed 2018-06 by DN'), [
      'Declare SRO “DN”…',
      'Declare committee “DN”…',
    ]);
    assert.deepEqual(declares('service HON, DN'), ['Declare service “DN”…']);
    for (const line of ['sro HON', 'sro ', 'sro tbc', 'for DN', 'closed 2018-06 by CQC']) {
      assert.deepEqual(declares(line), [], line);
    }
  });

  it('asks to be asked again with each letter', () => {
    const { ask, position } = atCursor('action B "b" {\n  sro ┆\n}\n');
    assert.equal(completion(ask, position).isIncomplete, true);
  });
});

describe('what is said of an offer', () => {
  const docAt = (label: string, text: string): string => {
    const { ask, position } = atCursor(text, registries, actions);
    const { items } = completion(ask, position);
    const { documentation } = resolveCompletion(ask, named(items, label));
    return MarkupContent.is(documentation) ? documentation.value : (documentation ?? '');
  };
  const inAction = (line: string): string => `action Z "z" {\n  ${line}\n}\n`;

  for (const [line, label, said] of [
    ['sro ┆', 'HON', /\| Actions \| Open \| Overdue \|.*\n.*\n\| 2 \| 1 \| 1 \|/],
    ['committee ┆', 'CEG', /- Meets: Monthly\n[^]*\| 1 \| 1 \| 1 \|/],
    ['for ┆', 'M1', /Action: 18\.5: Record supervision \(Open, 1 day late\)/],
    ['for ┆', 'NHSI-2019:1.1', /From: NHSI-2019: Undertakings/],
    ['explained ┆', 'overdue', /\*\*Overdue action\*\*/],
    ['┆', 'update', /`update DATE LEVEL \\?\[?TEXT\]? by SRO`/],
    ['due-revised 2018-10 ┆', 'because', /Takes a text/],
    ['due ┆', 'tbc', /to be confirmed/],
    ['due 2018-10 ┆', 'given', /paper/],
  ] as const) {
    it(`is worked out when ${label} is looked at`, () => {
      assert.match(docAt(label, inAction(line)), said);
    });
  }

  it('has the titles of regulations', () => {
    const text = 'audit A "a" {\n  must B "b" {\n    regulation ┆\n  }\n}\n';
    assert.match(docAt('18', text), /Staffing/);
  });

  it('is not in the list, but for an editor that never asks for it', () => {
    const { ask, position } = atCursor(inAction('sro ┆'), registries, actions);
    const all = completion(ask, position).items;
    assert.ok(all.every(({ documentation }) => documentation === undefined));
    const { items } = completion(ask, position, { snippets: true, resolvesDocs: false });
    assert.match(JSON.stringify(named(items, 'HON').documentation), /\| 2 \| 1 \| 1 \|/);
  });

  it('is nothing for what is none of ours', () => {
    const { ask } = atCursor('┆');
    const strange = { label: 'x', data: { other: 1 } };
    assert.deepEqual(resolveCompletion(ask, strange), strange);
  });
});
