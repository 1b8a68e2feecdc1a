import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import type { CodeAction } from 'vscode-languageserver-types';
import {
  actionKinds,
  codeActions,
  resolveCodeAction,
  type ActionAbilities,
} from '../../../server/src/editor/code-actions.ts';
import { able, actionsAt, after, chosen, offeredAs, pointed } from './choosing.ts';
import { askOf, changed, plainFlag } from './cursor.ts';

/** Actions as an editor asks for them, and what each of them may not do. */

const everywhere = { start: { line: 0, character: 0 }, end: { line: 1000, character: 0 } };

describe('all safe fixes', () => {
  const broken = `action A "a" {
  note unquoted words
  due
  note more words
  descripton "y"
}
`;

  it('of one check are made where there is more than one', () => {
    const title = 'Make all safe fixes of “Text that cannot be read” in this file';
    assert.equal(
      chosen(title, broken.replace('unq', 'un┆q'))['file-1.plan'],
      broken.replace('unquoted words', '"unquoted words"').replace('more words', '"more words"'),
    );
    assert.ok(!offeredAs('quickfix', 'action A "a" {\n  note un┆quoted\n}\n').includes(title));
  });

  it('of a file are made for an editor that asks for them whenever it saves', () => {
    const ask = askOf([broken]);
    const context = { diagnostics: [], only: ['source.fixAll'] };
    const [action, ...others] = codeActions(ask, everywhere, context, undefined, able);
    assert.ok(action !== undefined && others.length === 0);
    assert.equal(action.kind, 'source.fixAll.mustdo');
    assert.match(after(ask, action)['file-1.plan'] ?? '', /"unquoted words"[^]*"more words"/);
  });

  it('do not overlap, and leave other files alone', () => {
    const ask = askOf([broken, 'action B "b"\n']);
    const [first] = ask.flags;
    assert.ok(first);
    const flag = plainFlag(first);
    const { unit } = flag.place;
    const edit = (start: number, end: number) => ({ unit, span: { start, end }, text: 'x' });
    const fixes = (...edits: ReturnType<typeof edit>[]) => [{ title: 't', safe: true, edits }];
    const elsewhere = ask.plan.files[1]?.units[0];
    assert.ok(elsewhere);
    const flags = [
      { ...flag, fixes: fixes(edit(0, 6)) },
      { ...flag, fixes: fixes(edit(6, 8)) },
      { ...flag, fixes: fixes({ ...edit(0, 1), unit: elsewhere }) },
      { ...flag, fixes: [{ title: 'look', safe: false, edits: [edit(9, 10)] }] },
      { ...flag, explained: 'why', fixes: fixes(edit(20, 21)) },
      { ...flag, fixes: fixes(edit(9, 12)) },
    ];
    const context = { diagnostics: [], only: ['source.fixAll.mustdo'] };
    const [action] = codeActions(
      { ...ask, flagsIn: (of) => (of === unit ? flags : []) },
      everywhere,
      context,
    );
    assert.deepEqual(
      Object.values(action?.edit?.changes ?? {}).map((edits) =>
        edits.map(({ range }) => [range.start.character, range.end.character]),
      ),
      [
        [
          [0, 6],
          [9, 12],
        ],
      ],
    );
  });
});

describe('explaining a flag', () => {
  const plan = `action A "a" {
  for       none
  sro       none
  committee QC
  due       2018┆-05
}
committee QC "Quality Committee"
`;
  const title =
    'Explain “Overdue action” of action A until 31 August 2018, with a reason to fill in';

  it('puts a line to fill in, and explains nothing until that is done', () => {
    const text = chosen(title, plan)['file-1.plan'] ?? '';
    assert.ok(
      text.includes('  due       2018-05\n  explained overdue until 2018-08-31 because tbc\n}'),
      text,
    );
    const flags = askOf([text]).flags.filter(({ check }) => check === 'overdue');
    assert.deepEqual(
      flags.map(({ explained }) => explained),
      [undefined],
    );
    const reason = askOf([text.replace('because tbc', 'because "x"')]).flags;
    assert.equal(
      reason.find(({ check }) => check === 'overdue')?.explained,
      'x (until 31 August 2018)',
    );
  });

  it('is not offered twice, nor for text that cannot be read', () => {
    const again = plan.replace('\n}', '\n  explained overdue because tbc\n}');
    assert.ok(!offeredAs('quickfix', again).some((one) => one.includes('Overdue')));
    const broken = 'action A "a" {\n  nonse┆nse\n}\n';
    assert.ok(!offeredAs('quickfix', broken).some((one) => one.startsWith('Explain')));
  });
});

describe('what an editor can do', () => {
  const plan = 'action A "a" {\n  sro "Head of┆ Estates"\n}\n';
  const title = 'Declare Head of Estates as an SRO';
  const asked = (can: Partial<ActionAbilities>, only?: string[], trigger?: 1 | 2): CodeAction[] => {
    const { ask, range } = pointed([plan]);
    const context = {
      diagnostics: [],
      ...(only && { only }),
      ...(trigger && { triggerKind: trigger }),
    };
    return codeActions(ask, range, context, undefined, { ...able, ...can });
  };
  const declaring = (can: Partial<ActionAbilities>): CodeAction => {
    const found = asked(can).find((one) => one.title === title);
    assert.ok(found);
    return found;
  };

  it('is to ask for the edit of an action when it is chosen, in the version that it has', () => {
    const action = declaring({});
    assert.equal(action.edit, undefined);
    const { ask } = pointed([plan]);
    const resolved = resolveCodeAction(ask, action, able);
    const [edit] = resolved.edit?.documentChanges ?? [];
    assert.ok(edit && 'textDocument' in edit);
    assert.equal(edit.textDocument.version, 7);
    assert.equal(resolved.title, title);
  });

  it('is to take the edit at once, by file', () => {
    const { ask } = pointed([plan]);
    const action = declaring({ resolvesEdits: false, documentChanges: false });
    assert.equal(action.data, undefined);
    assert.match(
      changed(ask, action.edit ?? {})[0] ?? '',
      /sro HOE\n}\n\nsro HOE "Head of Estates"/,
    );
  });

  it('is to make files, or not', () => {
    const isNew = ({ title: said }: CodeAction) => said.includes('new file');
    assert.equal(asked({}).filter(isNew).length, 1);
    assert.equal(asked({ createFiles: false }).filter(isNew).length, 0);
    assert.equal(asked({ documentChanges: false }).filter(isNew).length, 0);
  });

  it('is to ask for some kinds alone', () => {
    const kinds = (only: string[]) => new Set(asked({}, only).map(({ kind }) => kind));
    assert.deepEqual(kinds(['refactor.extract']), new Set(['refactor.extract']));
    assert.deepEqual(
      kinds(['refactor']),
      new Set(['refactor.extract', 'refactor.rewrite', 'refactor.move']),
    );
    assert.deepEqual(kinds(['source.organizeImports', 'notebook']), new Set());
    for (const { kind } of asked({}, [''])) assert.ok(actionKinds.includes(kind ?? ''), kind);
  });

  it('is to hear of whole files only when somebody asks for actions', () => {
    const two = ['action A "┆a"\naction B "b"\n'];
    const { ask, range } = pointed(two);
    const isSort = (trigger: 1 | 2): boolean =>
      codeActions(ask, range, { diagnostics: [], triggerKind: trigger }, undefined, able).some(
        ({ kind }) => kind === 'source.organize',
      );
    assert.equal(isSort(1), true);
    assert.equal(isSort(2), false);
  });

  it('is to choose what is gone since', () => {
    const action = declaring({});
    const other = askOf(['action A "a"\n']);
    assert.deepEqual(resolveCodeAction(other, action, able), action);
    const strange = { title: 'of another server', data: { x: 1 } };
    assert.deepEqual(resolveCodeAction(other, strange, able), strange);
  });
});

/** How often each kind of action is tried in a file: all ways of writing, but not all day. */
const often = 5;

describe('on the samples, choosing what is offered', () => {
  const folder = new URL('../../../samples/', import.meta.url);
  for (const name of readdirSync(folder)) {
    it(`leaves ${name} readable`, () => {
      const plans = readdirSync(new URL(`${name}/`, folder), { recursive: true, encoding: 'utf8' })
        .filter((path) => path.endsWith('.plan'))
        .map((path) => readFileSync(new URL(`${name}/${path}`, folder), 'utf8'));
      const tried = new Map<string, number>();
      for (const asked of plans.keys()) {
        const ask = askOf(plans, asked);
        for (const [line, text] of ask.file.text.split('\n').entries()) {
          const position = { line, character: Math.floor((text.length * 2) / 3) };
          for (const action of actionsAt(ask, position, undefined, [''])) {
            const { rule } = (action.data ?? { rule: action.title.slice(0, 12) }) as {
              rule: string;
            };
            const kind = `${String(asked)} ${rule}`;
            const times = tried.get(kind) ?? 0;
            if (times >= often || action.disabled !== undefined) continue;
            tried.set(kind, times + 1);
            after(ask, action);
          }
        }
      }
      assert.ok(tried.size > 0);
    }).timeout(60_000);
  }
});
