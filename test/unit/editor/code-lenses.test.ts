import assert from 'node:assert/strict';
import type { Location } from 'vscode-languageserver-types';
import { codeLenses, resolveCodeLens } from '../../../server/src/editor/code-lenses.ts';
import { askOf, shown, textOf } from './cursor.ts';
import { actions, registries } from './project.ts';

/** What stands over an item: counts, and where to go from there. */

const ask = askOf([registries, actions]);

/** `HON: 2 actions, 1 open`, a line a lens. */
const lensesOf = (texts: readonly string[]): string[] => {
  const about = askOf(texts);
  return codeLenses(about).map((lens) => {
    const { command } = resolveCodeLens(about, lens, { showReferences: true });
    return `${textOf(about.file, lens.range)}: ${command?.title ?? ''}`;
  });
};

describe('lenses', () => {
  it('stand over what others refer to, with how it stands', () => {
    assert.deepEqual(lensesOf([registries, actions]), [
      'CEG: 1 action, 1 open, 1 overdue',
      'HON: 2 actions, 1 open, 1 overdue',
      'CQC-2017: 2 requirements, all answered',
      'M1: 1 action, 1 overdue, not rated',
      '1.1: 1 action, 1 overdue, not rated',
      'NHSI-2019: 2 requirements, 1 unanswered',
      '1.1: 1 action, not rated',
      '4.1: nothing answers it',
    ]);
  });

  const requirement = (action: string, line = ''): string | undefined =>
    lensesOf([
      `scale assurance "A" {\n  part "Partially assured" means partial\n  full "Fully assured" means full\n}\naudit I "x" {\n  must M "y" {\n    ${line}\n  }\n}\n${action}`,
    ]).find((lens) => lens.startsWith('M:'));

  it('have the lowest assurance', () => {
    assert.equal(
      requirement(
        'action A "x" {\n  for M\n  assurance full on 2018-06\n}\naction B "y" {\n  for M\n  assurance part on 2018-06\n}',
      ),
      'M: 2 actions, partially assured',
    );
  });

  it('leave out what is withdrawn', () => {
    const withdrawn = 'action A "x" {\n  for M\n  withdrawn 2018-06\n}';
    assert.equal(requirement(withdrawn), 'M: nothing answers it');
    assert.equal(requirement(withdrawn, 'addressed 2018-05'), 'M: settled by its own records');
  });

  it('are worked out only when they are seen', () => {
    assert.ok(codeLenses(ask).every(({ command }) => command === undefined));
  });

  it('lead to what they count, where the editor can show it', () => {
    const [, sro] = codeLenses(ask);
    assert.ok(sro !== undefined);
    const { command } = resolveCodeLens(ask, sro, { showReferences: true });
    const [uri, position, places] = (command?.arguments ?? []) as [string, object, Location[]];
    assert.equal(command?.command, 'mustdo.showReferences');
    assert.equal(uri, 'file:///plan/file-1.plan');
    assert.deepEqual(position, sro.range.start);
    assert.deepEqual(
      places.map((place) => shown(ask, place)),
      ['file-2.plan 2 18.5', 'file-2.plan 9 C'],
    );
    assert.equal(resolveCodeLens(ask, sro, { showReferences: false }).command?.command, '');
  });

  for (const data of [undefined, null, 'x', { uri: 1 }, { uri: '', kind: 'sro', id: 'GONE' }]) {
    it(`say nothing of what is gone: ${JSON.stringify(data)}`, () => {
      const [lens] = codeLenses(ask);
      assert.ok(lens !== undefined);
      const resolved = resolveCodeLens(ask, { ...lens, data }, { showReferences: true });
      assert.deepEqual(resolved.command, { title: '', command: '' });
    });
  }
});
