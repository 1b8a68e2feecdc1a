import assert from 'node:assert/strict';
import { definition } from '../../../server/src/editor/definition.ts';
import { references } from '../../../server/src/editor/references.ts';
import { atCursor, shown } from './cursor.ts';
import { actions, registries } from './project.ts';

/** Where things are declared, and where they are named. */

/** The project with the cursor where `marked` has it, in place of what `marked` is without the mark. */
const pointAt = (marked: string) => {
  const plain = marked.replace('┆', '');
  const texts = [registries, actions].map((text) => text.replace(plain, marked));
  return atCursor(...texts);
};

const definitionOf = (marked: string): string[] => {
  const { ask, position } = pointAt(marked);
  return definition(ask, position).map((location) => shown(ask, location));
};

const referencesTo = (marked: string, includeDeclaration = false): string[] => {
  const { ask, position } = pointAt(marked);
  return references(ask, position, includeDeclaration).map((location) => shown(ask, location));
};

const declared: readonly (readonly [string, string, string])[] = [
  ['an SRO', 'sro       H┆ON', 'file-1.plan 9 HON'],
  ['an id, with the cursor at its end', 'sro       HON┆', 'file-1.plan 9 HON'],
  ['a committee by its name in quotes', '"clinical ┆effectiveness group"', 'file-1.plan 6 CEG'],
  ['an action', 'continues ┆18.5', 'file-2.plan 2 18.5'],
  ['a requirement', 'for       M┆1', 'file-1.plan 16 M1'],
  ['a requirement of a source', 'NHSI-2019:1.┆1', 'file-1.plan 23 1.1'],
  ['the source before it', 'NHSI-┆2019:1.1', 'file-1.plan 22 NHSI-2019'],
  ['a word of a scale', 'am┆ber "Two wards', 'file-1.plan 12 amber'],
  ['a plan whose timescales apply', 'when per LPT┆-2018', 'file-1.plan 2 LPT-2018'],
  ['the service of a row', '| PIC┆U ', 'file-1.plan 10 PICU'],
  ['the service of a row, by its name', '| Psychiatric inte┆nsive', 'file-1.plan 10 PICU'],
  ['itself', 'trust RT┆5 "', 'file-1.plan 5 RT5'],
];

describe('a definition', () => {
  for (const [name, marked, expected] of declared) {
    it(`is found of ${name}`, () => {
      assert.deepEqual(definitionOf(marked), [expected]);
    });
  }

  it('is each that an unclear reference may mean', () => {
    const { ask, position } = atCursor(registries, 'action A "x" {\n  for 1.┆1\n}');
    assert.deepEqual(
      definition(ask, position).map((location) => shown(ask, location)),
      ['file-1.plan 20 1.1', 'file-1.plan 23 1.1'],
    );
  });

  for (const marked of [
    'by C┆QC',
    '18.┆4 not-in-plan',
    '18(2)┆(a)',
    'd┆ue',
    '"Record sup┆ervision"',
  ]) {
    it(`is none at ${marked}`, () => {
      assert.deepEqual(definitionOf(marked), []);
    });
  }
});

describe('references', () => {
  it('are found in every file, by id and by name', () => {
    assert.deepEqual(referencesTo('committee C┆EG'), [
      'file-2.plan 5 "clinical effectiveness group"',
    ]);
    assert.deepEqual(referencesTo('sro H┆ON "'), [
      'file-2.plan 4 HON',
      'file-2.plan 12 HON',
      'file-2.plan 15 HON',
    ]);
  });

  it('have the declaration where it is asked for', () => {
    assert.deepEqual(referencesTo('continues 18.┆5', true), [
      'file-2.plan 2 18.5',
      'file-2.plan 11 18.5',
    ]);
  });

  it('to a source are also those before the ids of its requirements', () => {
    assert.deepEqual(referencesTo('inspection CQC┆-2017'), [
      'file-2.plan 3 CQC-2017',
      'file-1.plan 29 CQC-2017',
    ]);
  });

  it('that are unclear stand once', () => {
    const { ask, position } = atCursor(registries, 'action A "x" {\n  for 1.┆1\n}');
    assert.deepEqual(
      references(ask, position, false).map((location) => shown(ask, location)),
      ['file-2.plan 2 1.1'],
    );
  });

  it('to a requirement leave out others of the same id', () => {
    assert.deepEqual(referencesTo('must 1.┆1'), ['file-2.plan 3 1.1']);
  });

  it('to a service are also the rows of ratings', () => {
    assert.deepEqual(referencesTo('service P┆ICU "'), [
      'file-1.plan 18 PICU',
      'file-1.plan 31 PICU',
      'file-1.plan 32 Psychiatric intensive care',
    ]);
  });

  it('to a word of a scale are its uses in that scale', () => {
    assert.deepEqual(referencesTo('  gr┆een "On', true), [
      'file-1.plan 13 green',
      'file-2.plan 15 green',
    ]);
  });
});
