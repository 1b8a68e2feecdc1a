import { keyQuestions, ratings, type Rating } from '../vocabularies.ts';
import type { RatingCell } from './ratings.ts';

/** What the ratings of the five key questions normally come to. */

const withRank = (rank: number): Rating | undefined =>
  ratings.find((rating) => rating.rank === rank);

const [inadequate, requiresImprovement, good, outstanding] = [1, 2, 3, 4];

/**
 * The overall rating by CQC’s principles, in which the five key questions weigh the same.
 * @param ranks the ranks of the five ratings
 * @returns undefined where a rating has no rank
 */
export function normalOverall(ranks: readonly number[]): Rating | undefined {
  const amount = (wanted: number | undefined): number =>
    ranks.filter((rank) => rank === wanted).length;
  if (amount(inadequate) >= 2) return withRank(1);
  if (amount(inadequate) === 1 || amount(requiresImprovement) >= 2) return withRank(2);
  const others = ranks.length - amount(outstanding) - amount(good);
  return withRank(amount(outstanding) >= 2 && others === 0 ? 4 : 3);
}

/**
 * The ranks of the five key questions in a row of ratings, in CQC’s order; undefined where the row
 * lacks one of them or has words in its place that are no rating.
 * @param columns the headings of the row’s cells
 */
export function ranksOfQuestions(
  columns: readonly string[],
  cells: readonly (RatingCell | undefined)[],
): readonly number[] | undefined {
  const ranks = [...keyQuestions.values()].flatMap(({ word }) => {
    const rank = cells[columns.indexOf(word)]?.rating?.rank;
    return rank === undefined || rank === null ? [] : [rank];
  });
  return ranks.length === keyQuestions.size ? ranks : undefined;
}
