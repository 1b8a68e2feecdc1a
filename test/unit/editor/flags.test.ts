import assert from 'node:assert/strict';
import { DiagnosticSeverity } from 'vscode-languageserver-types';
import type { Ask } from '../../../server/src/editor/ask.ts';
import { codeActions } from '../../../server/src/editor/code-actions.ts';
import { diagnosticsOf } from '../../../server/src/editor/diagnostics.ts';
import { askOf, changed, shown, textOf, plainFlag } from './cursor.ts';

/** Flags as an editor shows them, and their fixes as it offers them. */

const docsUrl = (check: string): string => `https://example.org/${check}`;

const late = `sro HON "Head of Nursing"
committee CEG "Clinical Effectiveness Group"
inspection CQC "Inspection" {
  must M1 "Record supervision" {
    regulation 18(2)(a)
  }
}
action A "Record supervision" {
  for       M1
  sro       HON
  committee CEG
  due       2018-06-30
}
`;

describe('diagnostics', () => {
  it('have the words, the weight and the page of a flag', () => {
    const ask = askOf([late]);
    const diagnostic = diagnosticsOf(ask, docsUrl).find(({ code }) => code === 'overdue');
    const flag = ask.flags.find(({ check }) => check === 'overdue');
    assert.ok(diagnostic !== undefined && flag !== undefined);
    assert.equal(diagnostic.source, 'Mustdo');
    assert.equal(diagnostic.severity, DiagnosticSeverity.Error);
    assert.deepEqual(diagnostic.codeDescription, { href: 'https://example.org/overdue' });
    assert.equal(diagnostic.message, `${flag.message}\n${flag.todo}`);
    assert.ok(diagnosticsOf(ask).every(({ codeDescription }) => codeDescription === undefined));
  });

  it('say who answers for an explained flag', () => {
    const explained = late.replace(
      /}\n$/,
      '  explained overdue because "The supplier is late"\n}\n',
    );
    const diagnostic = diagnosticsOf(askOf([explained]), docsUrl).find(
      ({ code }) => code === 'overdue',
    );
    assert.equal(diagnostic?.severity, DiagnosticSeverity.Information);
    assert.match(JSON.stringify(diagnostic.message), /\\nExplained: The supplier is late"$/);
  });

  it('are those of the file alone, with places in others', () => {
    const texts = ['action A "x"\n', 'action A "y"\n'];
    for (const asked of [0, 1]) {
      const ask = askOf(texts, asked);
      const twice = diagnosticsOf(ask, docsUrl).filter(
        ({ code }) => code === 'duplicate-reference',
      );
      for (const { range, relatedInformation = [] } of twice) {
        assert.match(textOf(ask.file, range), /A/);
        for (const { location } of relatedInformation)
          assert.match(shown(ask, location), /plan 1 /);
      }
      const all = diagnosticsOf(ask, docsUrl).length;
      assert.equal(all, ask.flags.filter(({ place }) => place.unit.file === ask.file).length);
    }
  });

  it('are at most a thousand of a file, the worst first, and say how many there are more', () => {
    const ids = Array.from({ length: 1100 }, (_, index) => `X${String(index)}`).join(', ');
    const soon = 'action B "b" {\n  due 2018-07-10\n}\n';
    const diagnostics = diagnosticsOf(askOf([`${soon}action A "a" {\n  continues ${ids}\n}\n`]));
    assert.equal(diagnostics.length, 1001);
    const shown = diagnostics.slice(0, 1000);
    assert.ok(shown.every(({ severity }) => severity === DiagnosticSeverity.Error));
    const [, left] =
      /^"(\d+) more flags of this file are not shown/.exec(
        JSON.stringify(diagnostics[1000]?.message),
      ) ?? [];
    const all = askOf([`${soon}action A "a" {\n  continues ${ids}\n}\n`]).flags.length;
    assert.equal(Number(left), all - 1000);
  });

  it('are none of an empty file', () => {
    assert.deepEqual(diagnosticsOf(askOf(['']), docsUrl), []);
  });
});

const broken = `action A "x" {
  due 31 October 2018 2019
  note unquoted words
  descripton "y"
}
`;

const everywhere = { start: { line: 0, character: 0 }, end: { line: 100, character: 0 } };

const line = (number: number) => ({
  start: { line: number, character: 0 },
  end: { line: number, character: 80 },
});

describe('quick fixes', () => {
  const ask = askOf([broken]);
  const all = 'Make all safe fixes of “Text that cannot be read” in this file';
  const titlesAt = (number: number): string[] =>
    codeActions(ask, line(number), { diagnostics: [] }, docsUrl).map(({ title }) => title);

  it('are those of the flags in the range', () => {
    assert.deepEqual(titlesAt(2), ['Put it in quotation marks', all]);
    assert.deepEqual(titlesAt(3), ['Change it to description']);
    assert.deepEqual(titlesAt(4), []);
  });

  it('change the text, and carry what they mend', () => {
    const [action] = codeActions(ask, line(2), { diagnostics: [] }, docsUrl);
    assert.equal(action?.kind, 'quickfix');
    assert.deepEqual(
      action.diagnostics?.map(({ code }) => code),
      ['unreadable'],
    );
    assert.ok(changed(ask, action.edit ?? {})[0]?.includes('note "unquoted words"'));
  });

  it('are only asked for as quick fixes', () => {
    const count = (...only: string[]) =>
      codeActions(ask, everywhere, { diagnostics: [], only }, docsUrl).length;
    assert.ok(count('quickfix') > 0);
    assert.equal(count(''), count('quickfix') + count('source.fixAll.mustdo'));
    assert.equal(count('source.organizeImports', 'refactor'), 0);
    assert.equal(count('quickfix.other'), 0);
  });

  it('are those of the diagnostics that the editor names', () => {
    const named = diagnosticsOf(ask, docsUrl).filter(({ range }) => range.start.line === 3);
    assert.equal(named.length, 1);
    const titles = codeActions(ask, everywhere, { diagnostics: named }, docsUrl).map(
      (a) => a.title,
    );
    assert.deepEqual(titles, ['Change it to description']);
    const strange = [{ range: everywhere, message: 'of another tool' }];
    assert.deepEqual(
      codeActions(ask, line(3), { diagnostics: strange }, docsUrl).map((a) => a.title),
      ['Change it to description'],
    );
  });

  it('are preferred where they are the first safe one of a flag, and offered once for twins', () => {
    const [first] = ask.flags;
    assert.ok(first);
    const { place } = first;
    const edit = { ...place, text: 'x' };
    const flag = {
      ...plainFlag(first),
      fixes: [
        { title: 'look', safe: false, edits: [edit] },
        { title: 'safe', safe: true, edits: [edit] },
        { title: 'also safe', safe: true, edits: [] },
      ],
    };
    const twice: Ask = {
      ...ask,
      flagsIn: (unit) => (unit === place.unit ? [flag, { ...flag, check: 'overdue' }] : []),
    };
    const actions = codeActions(twice, everywhere, { diagnostics: [] }, docsUrl);
    assert.deepEqual(
      actions
        .slice(0, 3)
        .map(({ title, isPreferred, diagnostics }) => [title, isPreferred, diagnostics?.length]),
      [
        ['look', undefined, 2],
        ['safe', true, 2],
        ['also safe', undefined, 2],
      ],
    );
  });
});
