import type { Tone } from '../vocabularies.ts';

/** What a word of a scale, or a rating, is compared by; one that is not yet rated has no rank. */
export interface Ranked {
  readonly rank: number | null;
  readonly tone: Tone;
}

/** At risk and off track are as far as on track, and worse. */
const tones: readonly Tone[] = ['good', 'info', 'caution', 'bad'];

/** Whether a meaning is worse than the one before it; what has no rank is neither worse nor better. */
export function isWorse(now: Ranked | undefined, before: Ranked | undefined): boolean {
  if (typeof now?.rank !== 'number' || typeof before?.rank !== 'number') return false;
  if (now.rank !== before.rank) return now.rank < before.rank;
  return tones.indexOf(now.tone) > tones.indexOf(before.tone);
}
