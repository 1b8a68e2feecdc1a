import { checks } from '../checks/index.ts';
import {
  blockOfKeyword,
  blocks,
  type BlockSpec,
  type PropertySpec,
} from '../language/keywords/index.ts';
import { findRegulation, instruments } from '../plan/vocabularies.ts';
import type { Ask } from './ask.ts';
import type { About } from './candidate.ts';
import { cardOf } from './cards.ts';
import { bold, code, paragraphs, plain } from './markdown.ts';
import { formOf } from './property-form.ts';
import { isIn, markDocs, missingDocs } from './wording.ts';

/** What is said of a candidate when it is looked at, as Markdown; undefined where there is nothing to say. */
export function docOf(ask: Ask, about: About): string | undefined {
  switch (about.type) {
    case 'item': {
      const all = ask.plan.withId(about.kind, about.id);
      const entity = all.find(({ parent }) => parent?.id === about.source) ?? all[0];
      return entity && cardOf(ask, entity);
    }
    case 'block':
      return wordsOr(blockOfKeyword.get(about.word)?.keywords[about.word]);
    case 'property': {
      const property = propertyOf(about.block, about.word);
      return property && paragraphs(code(formOf(about.word, property).label), plain(property.doc));
    }
    case 'qualifier': {
      const slot = propertyOf(about.block, about.property)?.qualifiers[about.word];
      return slot && `Takes ${plain(slot.expects)}.`;
    }
    case 'mark':
      return isIn(markDocs, about.word) ? plain(markDocs[about.word]) : undefined;
    case 'missing':
      return isIn(missingDocs, about.word) ? plain(missingDocs[about.word]) : undefined;
    case 'check': {
      const check = checks.find(({ id }) => id === about.word);
      return check && paragraphs(bold(check.title), plain(check.what), plain(check.why));
    }
    case 'regulation': {
      const title = findRegulation(about.instrument, about.word)?.title;
      const instrument = instruments.get(about.instrument)?.title;
      return (
        title && paragraphs(bold(`Regulation ${about.word}, ${title}`), plain(instrument ?? ''))
      );
    }
  }
}

const wordsOr = (words: string | undefined): string | undefined =>
  words === undefined ? undefined : plain(words);

const propertyOf = (kind: keyof typeof blocks, word: string): PropertySpec | undefined =>
  Object.values<PropertySpec>((blocks[kind] as BlockSpec).properties).find(
    ({ keyword }) => keyword === word,
  );
