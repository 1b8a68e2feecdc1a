import assert from 'node:assert/strict';
import type { Range } from 'vscode-languageserver-types';
import type { Ask } from '../../../server/src/editor/ask.ts';
import {
  incomingCalls,
  outgoingCalls,
  prepareCallHierarchy,
} from '../../../server/src/editor/call-hierarchy.ts';
import { codeLenses, resolveCodeLens } from '../../../server/src/editor/code-lenses.ts';
import { documentLinks, resolveDocumentLink } from '../../../server/src/editor/document-links.ts';
import { documentHighlights } from '../../../server/src/editor/highlights.ts';
import { implementation } from '../../../server/src/editor/implementation.ts';
import { inlayHints, resolveInlayHint } from '../../../server/src/editor/inlay-hints.ts';
import { references } from '../../../server/src/editor/references.ts';
import { selectionRanges } from '../../../server/src/editor/selection-ranges.ts';
import { encodeTokens, semanticTokens } from '../../../server/src/editor/semantic-tokens.ts';
import { kinds } from '../../../server/src/language/keywords/index.ts';
import { referencesOf } from '../../../server/src/language/walk.ts';
import type { Entity } from '../../../server/src/plan/plan.ts';
import { openSample, sampleNames } from '../../support/samples.ts';
import { askOf, positionAt, textOf } from './cursor.ts';

/** The answers for those who read, about whole plans: of every sample, and of samples with wounds. */

const wounds: Readonly<Record<string, (text: string) => string>> = {
  'as it is': (text) => text,
  'without braces': (text) => text.replaceAll(/[{}]/g, ''),
  'without closing quotes': (text) => text.replaceAll('" ', ' '),
  'with Windows line ends and a byte-order mark': (text) =>
    `\ufeff${text.replaceAll('\n', '\r\n')}`,
  'cut off': (text) => text.slice(0, Math.floor(text.length / 2)),
};

const whole = ({ file }: Ask): Range => ({
  start: { line: 0, character: 0 },
  end: positionAt(file, file.text.length),
});

const contains = (outer: Range, inner: Range): boolean =>
  (outer.start.line < inner.start.line ||
    (outer.start.line === inner.start.line && outer.start.character <= inner.start.character)) &&
  (inner.end.line < outer.end.line ||
    (inner.end.line === outer.end.line && inner.end.character <= outer.end.character));

/** Answers at a place of a file; each selection holds the one it grew from. */
function answersAt(ask: Ask, offset: number): void {
  const position = positionAt(ask.file, offset);
  implementation(ask, position);
  documentHighlights(ask, position);
  for (const item of prepareCallHierarchy(ask, position) ?? []) {
    for (const { to } of outgoingCalls(ask, item)) {
      const back = incomingCalls(ask, to).map(({ from }) => from.name);
      assert.ok(back.includes(item.name), `${item.name} to ${to.name} and back`);
    }
  }
  const [first] = selectionRanges(ask, [position]);
  for (let smaller = first; smaller?.parent !== undefined; smaller = smaller.parent) {
    assert.ok(contains(smaller.parent.range, smaller.range));
    assert.notDeepEqual(smaller.parent.range, smaller.range);
  }
}

/** Every token stands on its line, after the one before it. */
function tokensHoldTogether({ file }: Ask, data: readonly number[]): void {
  const lines = file.text.split(/\r\n|\n|\r/);
  let line = 0;
  let end = 0;
  for (let at = 0; at < data.length; at += 5) {
    const [down = 0, right = 0, length = 0] = data.slice(at, at + 3);
    const before = at === 0 ? 0 : (data[at - 3] ?? 0);
    assert.ok(down > 0 || right >= before || at === 0, 'tokens overlap');
    line += down;
    end = down > 0 || at === 0 ? right + length : end - before + right + length;
    assert.ok(length > 0 && end <= (lines[line]?.length ?? 0), `a token ends on line ${line}`);
  }
}

for (const name of sampleNames) {
  for (const [wound, inflict] of Object.entries(wounds)) {
    it(`answers about ${name}, ${wound}, are given and hold together`, async () => {
      const { project } = await openSample(name);
      const texts = project.files.map(({ text }) => inflict(text));
      const ask = askOf(texts);
      const { length } = ask.file.text;
      const step = Math.max(1, Math.floor(length / 400));
      for (let offset = 0; offset <= length; offset += step) answersAt(ask, offset);
      for (const lens of codeLenses(ask)) {
        const { command } = resolveCodeLens(ask, lens, { showReferences: true });
        assert.notEqual(command?.title, '');
        assert.match(textOf(ask.file, lens.range), /^\S+$/);
      }
      for (const hint of inlayHints(ask, whole(ask))) {
        assert.ok(resolveInlayHint(ask, hint).tooltip);
      }
      for (const link of documentLinks(ask)) {
        const { target = '' } = resolveDocumentLink(ask, link);
        assert.match(target, /^(https?:|file:\/\/\/plan\/)/);
      }
      tokensHoldTogether(ask, encodeTokens(semanticTokens(ask)));
    }).timeout(30_000);
  }

  it(`references in ${name} are all that a walk through the plan finds`, async () => {
    const { project } = await openSample(name);
    const ask = askOf(project.files.map(({ text }) => text));
    const all = kinds.flatMap((kind) => ask.plan.all(kind) as readonly Entity[]);
    const named = new Map<Entity, number>();
    for (const { item } of all) {
      for (const { reference } of referencesOf(item)) {
        const resolution = ask.plan.resolve(reference);
        const found = resolution.state === 'found' ? [resolution.entity] : [];
        const unclear = resolution.state === 'ambiguous' ? resolution.entities : [];
        const sources =
          reference.source === undefined ? [] : found.flatMap(({ parent }) => parent ?? []);
        for (const one of [...found, ...unclear, ...sources])
          named.set(one, (named.get(one) ?? 0) + 1);
      }
    }
    for (const entity of all) {
      // Rows of ratings and dates name services and plans without a reference.
      if (entity.kind === 'service' || entity.kind === 'plan') continue;
      const { file } = entity.unit;
      const position = positionAt(file, entity.unit.start + entity.item.idSpan.start);
      const found = references({ ...ask, file }, position, false);
      assert.equal(found.length, named.get(entity) ?? 0, `${entity.kind} ${entity.id}`);
    }
  });
}
