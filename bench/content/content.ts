import type { Plan } from './plan.ts';

/** A place on one line of a text: lines and characters count from 0, in UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly character: number;
  readonly length: number;
}

/** A plan written in a language: files, and the places at which the benchmark types and asks. */
export interface Content {
  /** By path below the content's folder. */
  readonly files: ReadonlyMap<string, string>;
  /** The path of the file that the client opens. */
  readonly opened: string;
  /** The paths of the chapters, where each is a file of its own. */
  readonly chapters: readonly string[];
  /** In the opened file: the middle action's reference to its SRO. */
  readonly reference: Place;
  /** Where the SRO that most actions name is declared, in whichever file. */
  readonly declared: Place & { readonly file: string };
}

/** Writes a plan in one language; a file a chapter when it is to be in many. */
export type Writer = (plan: Plan, many: boolean) => Content;

/**
 * The place of a word after others: each anchor is looked for behind the one before it.
 * @throws RangeError when one of them is not there
 */
export function placeOf(text: string, anchors: readonly string[], word: string): Place {
  let from = 0;
  for (const anchor of anchors) from = indexIn(text, anchor, from) + anchor.length;
  const start = indexIn(text, word, from);
  const before = text.slice(0, start);
  const character = start - (before.lastIndexOf('\n') + 1);
  return { line: before.split('\n').length - 1, character, length: word.length };
}

function indexIn(text: string, word: string, from: number): number {
  const index = text.indexOf(word, from);
  if (index === -1) throw new RangeError(`The content has no "${word}" where one was written.`);
  return index;
}

/** The names of a content’s files. */
export interface Names {
  readonly one: string;
  readonly registries: string;
  readonly chapter: (source: string) => string;
}

/** A file for what all chapters refer to, and one for each chapter, by the name of its source. */
export const filesOf = (
  registries: string,
  chapters: readonly { readonly name: string; readonly text: string }[],
  names: Names,
): Map<string, string> =>
  new Map([
    [names.registries, registries],
    ...chapters.map(({ name, text }): [string, string] => [names.chapter(name), text]),
  ]);

/** The paths of the chapters, where each is a file of its own. */
export const chapterFiles = (plan: Plan, names: Names, many: boolean): string[] =>
  many ? plan.chapters.map(({ source }) => names.chapter(source.id)) : [];

/** All in one file, or each chapter in its own. */
export const oneOrMany = (
  registries: string,
  chapters: readonly { readonly name: string; readonly text: string }[],
  names: Names,
  many: boolean,
): Map<string, string> =>
  many
    ? filesOf(registries, chapters, names)
    : new Map([[names.one, [registries, ...chapters.map(({ text }) => text)].join('\n')]]);
