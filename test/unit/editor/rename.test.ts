import assert from 'node:assert/strict';
import { CannotRename, prepareRename, rename } from '../../../server/src/editor/rename.ts';
import { valuesOf } from '../../../server/src/language/walk.ts';
import { kinds } from '../../../server/src/language/keywords/index.ts';
import type { Plan } from '../../../server/src/plan/plan.ts';
import { positionsOf } from '../../../server/src/plan/facts/position.ts';
import { openSample } from '../../support/samples.ts';
import { askOf, atCursor, changed, positionAt, textOf } from './cursor.ts';
import { actions, registries } from './project.ts';

/** Renaming changes what things are called and nothing else. */

/** What a plan says apart from ids: every count and every judgement. */
const factsOf = (plan: Plan) => ({
  problems: plan.files.flatMap(({ units }) => units.flatMap(({ reading }) => reading.problems)),
  counts: kinds.map((kind) => plan.all(kind).length),
  values: kinds.map((kind) => plan.all(kind).map(({ item }) => [...valuesOf(item)].length)),
  positions: positionsOf(plan, '2018-07-01').map(({ state, late, strength, progress }) => [
    state,
    late,
    strength,
    progress?.level.label,
  ]),
});

/** Everything that can be renamed, where the cursor stands, and what the change must leave in each text. */
const renamings: readonly (readonly [string, string, string, readonly string[]])[] = [
  ['an action', 'action 18.┆5', 'S-1', ['action S-1 "Record', 'continues S-1\n']],
  ['an action, from where it is named', 'continues 18.┆5', 'S-1', ['action S-1 "Record']],
  ['an SRO', 'sro H┆ON "', 'DON', ['sro DON "', 'green by DON']],
  ['a committee', 'committee C┆EG', 'QAC', ['committee QAC "', '"clinical effectiveness group"']],
  ['a requirement', 'must M┆1', 'SUPERVISION', ['must SUPERVISION', 'for       SUPERVISION, CQC']],
  ['a requirement that stays with its source', 'undertaking 1.┆1', '1.2', ['NHSI-2019:1.2, 18.4']],
  ['a requirement to an id another source has', 'must M┆1', '4.1', ['for       CQC-2017:4.1, CQC']],
  ['a source', 'inspection CQC-┆2017', 'CQC-1', ['M1, CQC-1:1.1', 'source CQC-1\n']],
  ['a source, from before an id', 'NHSI-┆2019:1.1', 'U', ['undertakings U "', 'U:1.1, 18.4']],
  ['a word of a scale', '  am┆ber "At', 'orange', ['  orange "At risk"', '2018-06-12 orange "']],
  ['a word of a scale, where it is used', 'gr┆een by HON', 'g', ['  g "On track"', '12 g by HON']],
  ['a service', '| PIC┆U ', 'PICU-1', ['service PICU-1 "', 'service    PICU-1\n', '| PICU-1  ']],
  ['a plan', 'plan LPT┆-2018', 'LPT/18', ['plan LPT/18 "', 'when per LPT/18\n']],
  ['a plan, from a date', 'per LPT┆-2018', 'LPT/18', ['plan LPT/18 "', 'when per LPT/18\n']],
  ['a trust', 'trust R┆T5\n', 'X', ['  trust X\n', 'trust X "']],
];

const pointAt = (marked: string) =>
  atCursor(...[registries, actions].map((text) => text.replace(marked.replace('┆', ''), marked)));

describe('rename', () => {
  for (const [name, marked, newName, expected] of renamings) {
    it(`changes ${name} everywhere and nothing else`, () => {
      const { ask, position } = pointAt(marked);
      const { range, placeholder } = prepareRename(ask, position);
      assert.equal(textOf(ask.file, range), placeholder);
      const texts = changed(ask, rename(ask, position, newName));
      const after = askOf(texts);
      for (const piece of expected) assert.ok(texts.join('').includes(piece), texts.join(''));
      assert.deepEqual(factsOf(after.plan), factsOf(ask.plan));
      const flagsNow = after.flags.map(({ check }) => check);
      assert.deepEqual(
        flagsNow,
        ask.flags.map(({ check }) => check),
      );
      assert.ok(!flagsNow.includes('unknown-reference'));
    });
  }

  it('puts the source before references that would otherwise become unclear', () => {
    const { ask, position } = atCursor(
      'inspection I "x" {\n  must A┆ "a"\n}\nundertakings U "y" {\n  undertaking B "b"\n}\n',
      'action 1 "x" {\n  for A, B, U:B\n}\n',
    );
    const [, text] = changed(ask, rename(ask, position, 'B'));
    assert.equal(text, 'action 1 "x" {\n  for I:B, U:B, U:B\n}\n');
  });

  it('of one of two with the same id changes only that one', () => {
    const { ask, position } = atCursor(
      'action A "x"\naction A┆ "y"\naction B "z" {\n  continues A\n}\n',
    );
    const [text] = changed(ask, rename(ask, position, 'C'));
    assert.equal(text, 'action A "x"\naction C "y"\naction B "z" {\n  continues A\n}\n');
  });

  it('to the same name changes nothing', () => {
    const { ask, position } = pointAt('action 18.┆5');
    assert.deepEqual(rename(ask, position, ' 18.5 '), { changes: {} });
  });
});

describe('a rename in a real plan', () => {
  it('of the first item of each kind leaves every judgement as it was', async () => {
    const { plan } = await openSample('lpt-cqc-2018');
    const texts = plan.files.map(({ text }) => text);
    const before = askOf(texts);
    for (const kind of kinds.filter((one) => one !== 'scale')) {
      const [entity] = before.plan.all(kind);
      if (entity === undefined) continue;
      const asked = before.plan.files.indexOf(entity.unit.file);
      const ask = { ...before, file: entity.unit.file };
      const position = positionAt(ask.file, entity.unit.start + entity.item.idSpan.start);
      const after = askOf(changed(ask, rename(ask, position, 'NEW-1')), asked);
      assert.deepEqual(factsOf(after.plan), factsOf(before.plan), kind);
      const unknown = (all: typeof ask.flags) =>
        all.filter(({ check }) => check === 'unknown-reference').length;
      assert.equal(unknown(after.flags), unknown(before.flags), kind);
    }
  }).timeout(20_000);
});

const refused: readonly (readonly [string, string, RegExp])[] = [
  ['18.┆5', 'two words', /one word/],
  ['18.┆5', '', /one word/],
  ['18.┆5', 'A.', /one word/],
  ['18.┆5', 'A:1', /one word/],
  ['18.┆5', 'tbc', /missing/],
  ['18.┆5', 'not-in-plan', /meaning of its own/],
  ['18.┆5', 'C', /The plan has an action C already/],
  ['must M┆1', '1.1', /CQC-2017 has a requirement 1.1 already/],
  ['sro H┆ON "', 'CEG', /has a committee CEG already/],
  ['sro H┆ON "', 'CQC', /body that Mustdo knows/],
  ['sro H┆ON "', 'trust', /the trust whose plan/],
  ['  am┆ber "At', 'green', /already a word of scale progress/],
  ['  am┆ber "At', 'note', /word of the language/],
];

const nothingToRename: readonly (readonly [string, RegExp])[] = [
  ['d┆ue ', /“due” is a word of the language/],
  ['act┆ion 18.5', /“action” is a word of the language/],
  ['amber "At risk" me┆ans', /“means” is a word of the language/],
  ['by C┆QC', /CQC is a body/],
  ['18.┆4 not-in-plan', /no block in this plan/],
  ['not-in┆-plan', /word of the language/],
  ['18(┆2)(a)', /regulations/],
  ['scale pro┆gress', /scales are called/],
  ['"clinical ┆effectiveness', /quotation marks is text/],
  ['"Two w┆ards', /Only ids/],
  ['20┆18-06\n', /Only ids/],
  ['┆\naction C', /Nothing here|Only ids/],
];

describe('a rename is refused', () => {
  for (const [marked, newName, why] of refused) {
    it(`at ${marked.trim()} to “${newName}”`, () => {
      const { ask, position } = pointAt(marked);
      assert.throws(() => rename(ask, position, newName), { name: 'CannotRename', message: why });
    });
  }

  for (const [marked, why] of nothingToRename) {
    it(`at ${marked.trim()}`, () => {
      const { ask, position } = pointAt(marked);
      assert.throws(() => prepareRename(ask, position), why);
      assert.throws(() => rename(ask, position, 'X'), CannotRename);
    });
  }

  const lines = [
    ['due tb┆c', /“tbc” says that a value is missing/],
    ['continues 9┆9', /Nothing in the plan declares 99/],
    ['for 1┆.1', /several things/],
    ['update 2018-06 on-tr┆ack "x"', /No scale progress declares/],
  ] as const;
  for (const [line, why] of lines) {
    it(`at ${line}`, () => {
      const { ask, position } = atCursor(registries, `action A "x" {\n  ${line}\n}`);
      assert.throws(() => prepareRename(ask, position), why);
    });
  }
});
