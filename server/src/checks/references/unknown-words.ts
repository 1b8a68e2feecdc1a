import type { Level } from '../../language/slots.ts';
import type { Span } from '../../language/tree.ts';
import { levelsOf, termsOf } from '../../language/walk.ts';
import { wordsOfScale } from '../../plan/facts/scales.ts';
import type { Fix } from '../../plan/flag.ts';
import type { Entity, Fact, Plan } from '../../plan/plan.ts';
import {
  assuranceMeanings,
  outcomeMeanings,
  progressMeanings,
  terms,
} from '../../plan/vocabularies.ts';
import { count, sentence } from '../../plan/words.ts';
import type { Draft } from '../check.ts';
import { declare } from '../shared/declare.ts';
import { addLine, fixToLookAt, replace } from '../shared/fixes.ts';
import { either, nameOf, quotedList } from '../shared/names.ts';
import { nearest } from '../shared/near.ts';

/** Words of scales and vocabularies that they do not have. */

type Meanings = ReadonlyMap<string, { readonly title: string }>;

/** What the words of each scale can mean, by the scale’s id. */
const meaningsOf: ReadonlyMap<string, Meanings> = new Map<string, Meanings>([
  ['progress', progressMeanings],
  ['assurance', assuranceMeanings],
  ['outcome', outcomeMeanings],
]);

/** Words of dated vocabularies: key questions, kinds of notice. */
export function* unknownTerms(entity: Entity): Iterable<Draft> {
  const { item, unit } = entity;
  for (const { slot, value } of termsOf(item)) {
    const [vocabulary = ''] = slot.of;
    const known = terms.get(vocabulary);
    if (known === undefined || typeof value.value !== 'string' || known.has(value.value)) continue;
    const near = nearest(value.value, known.keys());
    yield {
      at: value.span,
      message: `${sentence(nameOf(entity))} has “${value.value}”, which is not ${termNames[vocabulary] ?? 'a word of its vocabulary'}.`,
      todo: didYouMean(near, `It can be ${either([...known.keys()])}.`),
      fixes: () => (near === undefined ? [] : [change(unit, value.span, near)]),
    };
  }
}

const termNames: Readonly<Record<string, string>> = {
  'key-questions': 'a key question',
  kloes: 'a key line of enquiry',
  'quality-statements': 'a quality statement',
  notices: 'a kind of notice that Mustdo knows',
};

const didYouMean = (near: string | undefined, otherwise: string): string =>
  near === undefined ? otherwise : `Did you mean ${near}?`;

const change = (unit: Entity['unit'], span: Span, word: string): Fix =>
  fixToLookAt(`Change it to ${word}`, replace(unit, span, word));

/** A scale’s own name, and the meanings it gives its words. */
export function* unknownScale({ item, unit, id }: Entity<'scale'>): Iterable<Draft> {
  if (!meaningsOf.has(id)) {
    const near = nearest(id, meaningsOf.keys());
    yield {
      at: item.idSpan,
      message: `Scale ${id} is not one that a plan uses.`,
      todo: didYouMean(near, `It can be ${either([...meaningsOf.keys()])}.`),
      fixes: () => (near === undefined ? [] : [change(unit, item.idSpan, near)]),
    };
    return;
  }
  const meanings = meaningsOf.get(id);
  if (meanings === undefined) return;
  for (const { keyword, means } of item.levels) {
    if (means?.value === undefined || meanings.has(means.value)) continue;
    const near = nearest(means.value, meanings.keys());
    yield {
      at: means.span,
      message: `Scale ${id} gives “${keyword}” the meaning “${means.value}”, which is not one it can have.`,
      todo: didYouMean(near, `It can mean ${either([...meanings.keys()])}.`),
      fixes: () => (near === undefined ? [] : [change(unit, means.span, near)]),
    };
  }
}

/** Ratings of an item in words that the plan’s scale does not have. */
export function* unknownLevels(plan: Plan, entity: Entity): Iterable<Draft> {
  for (const level of ratingsOf(entity)) {
    if (isKnown(plan, level)) continue;
    const scale = wordsOfScale(plan, level.scale);
    if (scale !== undefined) yield notInScale(plan, entity, level, [...scale.keys()]);
    else if (plan.fact(withoutScale, level.scale).first === level)
      yield noScale(plan, entity, level);
  }
}

function* ratingsOf({ item }: Entity): Iterable<Level> {
  for (const { value } of levelsOf(item)) {
    if (value.value !== undefined) yield value.value as Level;
  }
}

/** A word of the plan’s scale; a meaning’s own name needs no scale. */
const isKnown = (plan: Plan, { scale, word }: Level): boolean =>
  meaningsOf.get(scale)?.has(word) === true || wordsOfScale(plan, scale)?.has(word) === true;

function notInScale(plan: Plan, entity: Entity, level: Level, words: readonly string[]): Draft {
  const near = nearest(level.word, words);
  return {
    at: level.span,
    message: `${sentence(nameOf(entity))} has “${level.word}”, which is not a word of scale ${level.scale}.`,
    todo: `${didYouMean(near, 'Use a word of the scale.')} Or add this one to it.`,
    fixes: () => [
      ...(near === undefined ? [] : [change(entity.unit, level.span, near)]),
      ...(canBeWord(level.word) ? addToScale(plan, level) : []),
    ],
  };
}

const addToScale = (plan: Plan, { scale, word }: Level): Fix[] =>
  plan
    .withId('scale', scale)
    .slice(0, 1)
    .map((declared) => fixToLookAt(`Add “${word}” to the scale`, addLine(declared, stub(word))));

/** What stands in every block cannot be a word of a scale. */
const canBeWord = (word: string): boolean => !['also', 'note', 'explained'].includes(word);

const stub = (word: string): string =>
  `${word} tbc "what the key calls it" means tbc "what it stands for"`;

function noScale(plan: Plan, entity: Entity, { scale, span }: Level): Draft {
  const { words, amount } = plan.fact(withoutScale, scale);
  const block = [
    `scale ${scale} "${sentence(scale)}" {`,
    ...words.filter(canBeWord).map((word) => `  ${stub(word)}`),
    '}',
  ].join('\n');
  const times = amount === 1 ? 'once' : `${count(amount, 'time')} in all`;
  const says = words.length === 1 ? 'it means' : 'they mean';
  return {
    at: span,
    severity: 'warning',
    message: `The plan uses ${quotedList(words)} for ${scale}, ${times}, and declares no scale ${scale} that says what ${says}.`,
    todo: 'Declare the scale from the plan’s own key: amber is “at risk” at one trust and “on track” at another.',
    fixes: () => [fixToLookAt(`Declare scale ${scale}`, declare(plan, 'scale', block, entity))],
  };
}

interface Uses {
  readonly first: Level | undefined;
  readonly words: readonly string[];
  readonly amount: number;
}

/** The words of a scale that the plan uses without declaring it, in the order of the plan. */
const withoutScale: Fact<Uses> = {
  of(plan, scale) {
    const items: readonly Entity[] = [...plan.all('requirement'), ...plan.all('action')];
    const levels = items
      .flatMap((entity) => [...ratingsOf(entity)])
      .filter((level) => level.scale === scale && !isKnown(plan, level));
    const words = [...new Set(levels.map(({ word }) => word))];
    return { first: levels[0], words, amount: levels.length };
  },
  same: (before, now) =>
    before.first === now.first &&
    before.amount === now.amount &&
    before.words.join() === now.words.join(),
};
