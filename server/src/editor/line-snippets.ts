import { CompletionItemKind } from 'vscode-languageserver-types';
import type { PropertySpec } from '../language/keywords/index.ts';
import type { Slot } from '../language/slots.ts';
import type { Ask } from './ask.ts';
import type { Candidate } from './candidate.ts';
import { nextStep } from './candidates.ts';
import { formOf } from './property-form.ts';
import type { OpenBlock } from './typing.ts';

/**
 * Whole lines to begin with, made from the keyword table. Each reads as it stands: a record has the as-at
 * date, and `tbc` stands wherever something is still to be said.
 */

/** The lines that are offered whole, with the qualifiers that are usually said. */
export const wholeLines: Readonly<Record<string, readonly string[]>> = {
  step: ['due'],
  'due-revised': ['on', 'by', 'because'],
  resources: ['escalate'],
  assurance: ['by', 'on'],
  update: [],
  evidence: ['in', 'on', 'line'],
  completed: ['by'],
  closed: ['by', 'minute', 'different', 'recheck'],
  sustained: ['by', 'minute'],
  withdrawn: ['by', 'because'],
  reopened: ['by', 'because'],
  explained: ['until', 'because', 'by'],
  signed: ['by', 'as'],
  target: ['by'],
  actual: [],
  approved: ['minute'],
  noted: ['minute'],
  decided: ['minute'],
};

/** A whole line of a block; undefined for a property that has little more than its keyword. */
export function lineCandidate(
  ask: Ask,
  block: OpenBlock,
  property: PropertySpec,
): Candidate | undefined {
  const { keyword } = property;
  if (!Object.hasOwn(wholeLines, keyword)) return undefined;
  const kind = block.spec?.kind;
  return {
    label: `${keyword} …`,
    detail: formOf(keyword, property).label,
    kind: CompletionItemKind.Snippet,
    snippet: lineSnippet(ask, block, property),
    find: keyword,
    about: kind && { type: 'property', block: kind, word: keyword },
  };
}

function lineSnippet(
  ask: Ask,
  block: OpenBlock,
  { keyword, values, qualifiers }: PropertySpec,
): string {
  let place = 0;
  const fill = (name: string, slot: Slot<unknown>): string => {
    place++;
    const proposed = proposedFor(ask, block, keyword, name, slot);
    return proposed.length > 1
      ? `\${${place}|${proposed.join(',')}|}`
      : `\${${place}:${proposed[0] ?? 'tbc'}}`;
  };
  const said = Object.entries<Slot<unknown>>(values).map(([name, slot]) => fill(name, slot));
  const usual = wholeLines[keyword] ?? [];
  const after = usual.flatMap((word) => {
    const slot = qualifiers[word] as Slot<unknown> | undefined;
    return slot === undefined ? [] : [`${word} ${fill(word, slot)}`];
  });
  return `${[keyword, ...said, ...after].join(' ')}$0`;
}

/** What is proposed, the first of it where nothing is chosen: never a judgement that nobody made. */
function proposedFor(
  { plan, asAt }: Ask,
  block: OpenBlock,
  keyword: string,
  name: string,
  slot: Slot<unknown>,
): string[] {
  // The day on which something happened; a deadline is for people to set.
  if (slot.kind === 'date' && name === 'on') return [asAt];
  if (slot.kind === 'level') {
    const scales = plan.withId('scale', slot.of[0] ?? '');
    const words = scales.flatMap(({ item }) => item.levels.map((level) => level.keyword));
    return ['tbc', ...words];
  }
  if (slot.kind === 'word') return ['tbc', ...slot.of];
  if (keyword === 'step' && name === 'number') return [nextStep(plan, block.id)];
  return ['tbc'];
}
