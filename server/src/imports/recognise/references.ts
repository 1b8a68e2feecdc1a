import { isMissingWord, wordPattern } from '../../language/shapes.ts';
import { asSeen } from '../../plan/look-alikes.ts';

/** References as papers print them: `C (and 18.5)`, `2017 action for 20.1`. */

const word = new RegExp(`^(?:${wordPattern})$`, 'u');

/** Whether a text can be an id as it stands. */
export const isId = (text: string): boolean =>
  word.test(text) && !isMissingWord(text) && /^[\p{L}\p{N}]/u.test(text);

/** The longest id that is made of a printed reference; what is longer is a sentence. */
const longestId = 40;

/** The id that a printed reference makes; undefined where it makes none. */
export function idFrom(printed: string, joint: '' | '-' = '-'): string | undefined {
  const tidy = asSeen(printed)
    .trim()
    .replaceAll(/\s+/g, joint)
    .replaceAll(/[^\p{L}\p{N}.\-/&_()]/gu, '-')
    .replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N})]+$/gu, '');
  return isId(tidy) && tidy.length <= longestId ? tidy : undefined;
}

export interface PrintedReference {
  /** What is left to make an id of. */
  readonly own: string;
  /** Earlier references that it carries on. */
  readonly continues: readonly string[];
}

/** A printed reference without the others that it names. */
export function referenceIn(printed: string): PrintedReference {
  const text = asSeen(printed).replaceAll(/\s+/g, ' ').trim();
  const [, own = '', others = ''] =
    /^(\S{1,40}) \((?:and|formerly|previously|was|also) ([^()]{1,80})\)$/i.exec(text) ?? [];
  if (own !== '') return { own, continues: idsIn(others) };
  const [, before = ''] = /^\d{4} action for (\S{1,40})$/i.exec(text) ?? [];
  return { own: text, continues: before === '' ? [] : idsIn(before) };
}

const idsIn = (text: string): string[] =>
  text
    .split(/[,;&]|\sand\s/)
    .map((part) => part.trim())
    .filter(isId);
