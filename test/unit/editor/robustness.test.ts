import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Position } from 'vscode-languageserver-types';
import type { Ask } from '../../../server/src/editor/ask.ts';
import { completion } from '../../../server/src/editor/completion.ts';
import { definition } from '../../../server/src/editor/definition.ts';
import { diagnosticsOf } from '../../../server/src/editor/diagnostics.ts';
import { foldingRanges } from '../../../server/src/editor/folding.ts';
import { formatting } from '../../../server/src/editor/formatting.ts';
import { hover } from '../../../server/src/editor/hover.ts';
import { references } from '../../../server/src/editor/references.ts';
import { CannotRename, prepareRename, rename } from '../../../server/src/editor/rename.ts';
import { signatureHelp } from '../../../server/src/editor/signature.ts';
import { documentSymbols, workspaceSymbols } from '../../../server/src/editor/symbols.ts';
import { formatPlan } from '../../../server/src/language/printer.ts';
import { actionsAt } from './choosing.ts';
import { askOf, positionAt, textOf, withEdits } from './cursor.ts';

/** Every answer at every place of a plan, whole and wounded: none throws, whatever stands there. */

const sample = readFileSync(
  new URL('../../../samples/getting-started/getting-started.plan', import.meta.url),
  'utf8',
);

const texts: Readonly<Record<string, string>> = {
  'the first sample': sample,
  'its last line lost': sample.slice(0, sample.lastIndexOf('recheck')),
  'without braces': sample.replaceAll(/[{}]/g, ''),
  'without closing quotes': sample.replaceAll('" ', ' '),
  'without ids': sample.replaceAll(/^(\s*[a-z]+) \S+/gm, '$1'),
  'with Windows line ends and a byte-order mark': `\ufeff${sample.replaceAll('\n', '\r\n')}`,
  'an empty file': '',
  'a file of blank lines': '\n\n  \n',
  'a text that never ends': 'action A "x" {\n  note """\n    never',
};

function answersAt(ask: Ask, position: Position): void {
  hover(ask, position);
  definition(ask, position);
  references(ask, position, true);
  for (const { textEdit } of completion(ask, position).items) {
    assert.ok(textEdit !== undefined && 'range' in textEdit);
    const { start, end } = textEdit.range;
    assert.ok(start.line === position.line && end.line === position.line);
    assert.ok(start.character <= position.character && position.character <= end.character);
  }
  actionsAt(ask, position);
  signatureHelp(ask, position);
  try {
    const { range, placeholder } = prepareRename(ask, position);
    assert.equal(textOf(ask.file, range), placeholder);
    rename(ask, position, 'NEW-1');
  } catch (error) {
    assert.ok(error instanceof CannotRename, String(error));
  }
}

for (const [name, text] of Object.entries(texts)) {
  describe(`answers about ${name}`, () => {
    const ask = askOf([text]);

    it('are given at every offset', () => {
      for (let offset = 0; offset <= text.length; offset++) {
        // Between the two characters of a line end there is no place for a cursor.
        if (text.startsWith('\r\n', offset - 1)) continue;
        answersAt(ask, positionAt(ask.file, offset));
      }
    }).timeout(20_000);

    it('are given beyond its ends', () => {
      for (const [line, character] of [
        [0, 100_000],
        [100_000, 0],
        [100_000, 100_000],
      ] as const) {
        hover(ask, { line, character });
        completion(ask, { line, character });
        definition(ask, { line, character });
      }
    });

    it('of the whole file hold together', () => {
      diagnosticsOf(ask);
      workspaceSymbols([ask], 'a');
      const lines = text.split(/\r\n|\n|\r/).length;
      for (const { startLine, endLine } of foldingRanges(ask)) {
        assert.ok(startLine < endLine && endLine < lines);
      }
      for (const { name: symbol, range, selectionRange } of documentSymbols(ask)) {
        assert.notEqual(symbol, '');
        assert.ok(textOf(ask.file, range).includes(textOf(ask.file, selectionRange)));
      }
      assert.equal(withEdits(ask.file, formatting(ask)), formatPlan(text));
    });
  });
}
