import type { Rating } from '../recognise/ratings.ts';
import { laidOut } from './layout.ts';
import { inOneLine } from './text.ts';

/** The rating words that were met, as the trust's own scales. */
export class Scales {
  readonly #progress = new Map<string, Rating>();
  readonly #assurance = new Map<string, Rating>();

  /** The word by which a rating of progress is written. */
  progress(rating: Rating): string {
    return noted(this.#progress, rating);
  }

  /** The word by which a committee's judgement is written. */
  assurance(rating: Rating): string {
    return noted(this.#assurance, rating);
  }

  /** Colours that nobody has said the meaning of. */
  get unexplained(): string[] {
    return [...this.#progress.values()]
      .filter(({ meaning }) => meaning === undefined)
      .map(({ word }) => word);
  }

  blocks(): string[] {
    return [
      ...block('progress', 'Progress', this.#progress),
      ...block('assurance', 'Assurance', this.#assurance),
    ];
  }
}

function noted(scale: Map<string, Rating>, rating: Rating): string {
  if (!scale.has(rating.word)) scale.set(rating.word, rating);
  return rating.word;
}

/** Words that are meanings themselves need no line, but keep the name that the paper prints. */
function block(id: string, title: string, scale: ReadonlyMap<string, Rating>): string[] {
  if (scale.size === 0) return [];
  const lines = [...scale.values()].map(({ word, title: name, meaning, colour }) => {
    const means = meaning === undefined ? '' : ` means ${meaning}`;
    return `${word} ${inOneLine(name)}${means}${colour === undefined ? '' : ` colour ${colour}`}`;
  });
  return [`scale ${id} "${title}" {\n${laidOut(lines)}}\n`];
}
