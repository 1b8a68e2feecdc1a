import { CompletionItemKind } from 'vscode-languageserver-types';
import { addBlockAfter } from '../checks/shared/fixes.ts';
import { blocks, type Kind } from '../language/keywords/index.ts';
import { isMissingWord, wordPattern } from '../language/shapes.ts';
import type { Unit } from '../plan/file.ts';
import type { Edit } from '../plan/flag.ts';
import { bodies } from '../plan/vocabularies.ts';
import type { Ask } from './ask.ts';
import { blockAt } from './blocks.ts';
import type { Candidate } from './candidate.ts';
import type { OpenBlock } from './typing.ts';

/** Where a word is being typed. */
export interface TypedPlace {
  readonly unit: Unit;
  readonly block: OpenBlock;
  /** The whole word, with what stands after the cursor. */
  readonly word: string;
}

/** Kinds of which a block with a title says all there is to say. */
const declarable: readonly Kind[] = ['sro', 'committee', 'directorate', 'service'];

/** Whether a new word may stand for a thing that is declared with it. */
export const mayDeclare = (of: readonly string[]): boolean =>
  declarable.some((kind) => of.includes(kind));

const isWord = new RegExp(`^(?:${wordPattern})$`, 'u');

/** Declares the thing that a word names, where nothing has that id yet. */
export function* declaring(
  { plan, file }: Ask,
  of: readonly string[],
  { unit, word }: TypedPlace,
): Generator<Candidate> {
  if (!isWord.test(word) || isMissingWord(word)) return;
  const isKnown =
    of.some((kind) => plan.withId(kind as Kind, word).length > 0) ||
    (of.includes('body') && bodies.has(word)) ||
    (of.includes('trust') && word === 'trust');
  if (isKnown) return;
  for (const kind of declarable) {
    if (!of.includes(kind)) continue;
    const block = `${kind} ${word} tbc "its full name"`;
    const what = blocks[kind].name.replace(/^an? /, '');
    yield {
      label: `Declare ${what} “${word}”…`,
      text: word,
      kind: CompletionItemKind.Event,
      find: word,
      also: placeFor(plan, file.units, unit, kind, block),
    };
  }
}

/**
 * An item may change its own file alone, and nothing where somebody types: after the last block of its
 * kind in this file, else after the heading, else before the block that is being written.
 */
function placeFor(
  plan: Ask['plan'],
  units: readonly Unit[],
  own: Unit,
  kind: Kind,
  block: string,
): Edit {
  const isOf = (wanted: Kind) => (unit: Unit) =>
    unit !== own && unit.reading.items[0]?.kind === wanted && unit.reading.problems.length === 0;
  const before = units.findLast(isOf(kind)) ?? units.find(isOf('plan'));
  const entity = before && plan.entitiesIn(before)[0];
  if (entity !== undefined) return addBlockAfter(entity, block);
  // The comments above the block end the unit before it.
  const start = (blockAt(own)?.start ?? own.start) - own.start;
  const at = own.start === 0 && own.text.startsWith('\ufeff') ? 1 : start;
  return { unit: own, span: { start: at, end: at }, text: `${block}\n\n` };
}
