import type { Size } from '../content/plan.ts';
import type { Options } from './options.ts';

/**
 * What can be measured of a server with some content. A server that takes too long over one is asked no
 * further, so those that cost most come last.
 */
export type Part = 'start' | 'typing' | 'answers' | 'completion' | 'meaning' | 'burst';

/** Content of one size, and what is measured with it. */
export interface Scene {
  readonly id: string;
  readonly title: string;
  readonly size: Size;
  /** Whether each chapter is a file of its own. */
  readonly many: boolean;
  readonly parts: readonly Part[];
}

/** All that a run measures. */
export function scenesOf({ sizes, files, flags }: Options): Scene[] {
  const largest = sizes.at(-1) ?? 0;
  const scenes = sizes.map((actions) =>
    oneFile(
      actions,
      0,
      actions === largest
        ? ['start', 'typing', 'answers', 'completion', 'meaning', 'burst']
        : ['start', 'typing', 'completion', 'burst'],
    ),
  );
  if (files > 0) scenes.push(manyFiles(files, 0, ['start', 'typing', 'meaning']));
  // The middle must stay clean, so not every action can be flagged.
  if (flags > 0 && largest >= 2 * flags) scenes.push(oneFile(largest, flags, ['start', 'typing']));
  if (files > 0) scenes.push(manyFiles(files, files, ['start', 'typing']));
  return scenes;
}

/** All in one file. */
export const oneFile = (actions: number, flags: number, parts: readonly Part[]): Scene => ({
  id: flags === 0 ? `${actions}` : `${actions}-flags`,
  title: `${inWords(actions)} actions in one file, ${flags === 0 ? 'no flags' : `${inWords(flags)} flags`}`,
  size: { actions, perChapter: 250, flags },
  many: false,
  parts,
});

/** A file for every 50 actions. */
export const manyFiles = (files: number, flags: number, parts: readonly Part[]): Scene => ({
  id: flags === 0 ? `files-${files}` : `files-${files}-flags`,
  title: `${inWords(files)} files of 50 actions, ${flags === 0 ? 'no flags' : 'a flag in each'}`,
  size: { actions: 50 * files, perChapter: 50, flags },
  many: true,
  parts,
});

const inWords = (number: number): string => number.toLocaleString('en-GB');
