import { assuranceMeanings, outcomeMeanings, progressMeanings } from '../plan/vocabularies.ts';
import type { ProgressMeaning } from '../plan/vocabularies.ts';

type Meaning = Pick<ProgressMeaning, 'id' | 'title' | 'tone'>;

/** What the words of a scale can mean, by the scale's id and the meaning's. */
export const scaleMeanings: ReadonlyMap<string, ReadonlyMap<string, Meaning>> = new Map([
  ['progress', progressMeanings],
  ['assurance', assuranceMeanings],
  ['outcome', outcomeMeanings as ReadonlyMap<string, Meaning>],
]);
