import { closest } from '../../language/closest.ts';
import { assuranceMeanings, keyQuestions, progressMeanings } from '../../plan/vocabularies.ts';

/** Words that rate: how an action is going, how assured a committee is, which key question it is. */

export const colourWords = [
  'red',
  'amber',
  'yellow',
  'green',
  'blue',
  'purple',
  'white',
  'grey',
  'black',
] as const;
export type ColourWord = (typeof colourWords)[number];

const isColour = (word: string): word is ColourWord =>
  (colourWords as readonly string[]).includes(word);

/** Words of published plans, by what they mean. Colours are none: each trust has its own key. */
const progressWords: Readonly<Record<string, readonly string[]>> = {
  'not-started': ['not started', 'yet to start', 'not yet started', 'to start', 'not due to start'],
  'on-track': [
    'on track',
    'in progress',
    'ongoing',
    'on plan',
    'on track to deliver',
    'underway',
    'under way',
    'progressing',
    'on target',
    'started',
    'open',
  ],
  'at-risk': [
    'at risk',
    'some issues',
    'some issues narrative disclosure',
    'slipping',
    'delayed',
    'slippage',
    'minor issues',
  ],
  'off-track': [
    'off track',
    'off plan',
    'not on track',
    'not on track to deliver',
    'overdue',
    'breached',
    'off target',
  ],
  complete: [
    'complete',
    'completed',
    'delivered',
    'done',
    'complete awaiting evidence',
    'completed awaiting evidence',
    'achieved',
    'action complete',
  ],
  evidenced: [
    'evidenced',
    'complete with evidence',
    'completed with evidence',
    'evidence submitted',
    'complete and evidenced',
  ],
  closed: ['closed', 'signed off', 'complete and signed off', 'complete cspi'],
  sustained: [
    'embedded',
    'complete and embedded',
    'complete and sustained',
    'sustained',
    'closed and embedded',
    'business as usual',
    'bau',
  ],
  withdrawn: ['withdrawn', 'superseded', 'no longer required', 'cancelled'],
};

const assuranceWords: Readonly<Record<string, readonly string[]>> = {
  full: [
    'full',
    'fully assured',
    'full assurance',
    'substantial',
    'substantial assurance',
    'assured',
  ],
  significant: [
    'significant',
    'significant assurance',
    'reasonable',
    'reasonable assurance',
    'moderate',
    'moderate assurance',
    'acceptable',
    'acceptable assurance',
  ],
  partial: ['partial', 'partially assured', 'partial assurance', 'limited', 'limited assurance'],
  'no-assurance': ['not assured', 'no assurance', 'unsatisfactory', 'no'],
  'not-yet-rated': ['not yet rated', 'not rated', 'awaiting', 'to be rated'],
};

const meaningsOf = (
  words: Readonly<Record<string, readonly string[]>>,
  known: ReadonlyMap<string, unknown>,
): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(words)
      .filter(([meaning]) => known.has(meaning))
      .flatMap(([meaning, all]) =>
        [...all, meaning.replaceAll('-', ' ')].map((word): [string, string] => [word, meaning]),
      ),
  );

const progress = meaningsOf(progressWords, progressMeanings);
const assurance = meaningsOf(assuranceWords, assuranceMeanings);

const bare = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** What a rating says: a colour, a meaning of the language, or both where a key is declared. */
export interface Rating {
  /** The word that the plan's scale is to have: `amber`, `fully-assured`. */
  readonly word: string;
  /** As it was printed: `Fully Assured`. */
  readonly title: string;
  readonly meaning: string | undefined;
  readonly colour: ColourWord | undefined;
  /** What stood beside it. */
  readonly rest: string;
  readonly guess?: string | undefined;
}

/** What the trust's colours mean, in words of the language: `amber` → `at-risk`. */
export type ColourKey = ReadonlyMap<string, string>;

/** The meaning of a word in a key, `Off track`; undefined where it is none of the language's. */
export const meaningOfProgress = (words: string): string | undefined =>
  progressMeanings.has(words) ? words : progress.get(bare(words));

/** How an action is going, in the words of its cell. A colour means what the key says, and else nothing. */
export function progressIn(text: string, key: ColourKey): Rating | undefined {
  const words = bare(text);
  const meaning = progress.get(words);
  if (meaning !== undefined)
    return { word: slug(words), title: text, meaning, colour: undefined, rest: '' };
  const [, lead = '', after = ''] =
    /^[\s"“(]*(?:rag|brag)?[\s:-]*(\p{L}+)([^]*)$/iu.exec(text) ?? [];
  const colour = lead.toLowerCase() === 'gray' ? 'grey' : lead.toLowerCase();
  if (!isColour(colour)) return undefined;
  const rest = after
    .replace(/^[\s:;,.()–-]+/, '')
    .replace(/^rated\b\s*/i, '')
    .trim();
  return {
    word: colour,
    title: colour.charAt(0).toUpperCase() + colour.slice(1),
    meaning: key.get(colour),
    colour,
    rest,
  };
}

/** How assured a committee is. */
export function assuranceIn(text: string): Rating | undefined {
  const words = bare(text);
  const exact = assurance.get(words);
  if (exact !== undefined)
    return { word: slug(words), title: text, meaning: exact, colour: undefined, rest: '' };
  // A stray character before it, or a letter lost at its end, as scanners leave them.
  const known = [...assurance.keys()].filter((word) => word.length > 6);
  const near =
    known.find((word) => words.endsWith(` ${word}`) && words.length - word.length <= 3) ??
    (words.length > 6 ? closest(words, known) : undefined);
  if (near === undefined) return undefined;
  const title = near.replaceAll(/\b\p{L}/gu, (letter) => letter.toUpperCase());
  return {
    word: slug(near),
    title,
    meaning: assurance.get(near),
    colour: undefined,
    rest: '',
    guess: `read as “${title}”`,
  };
}

/** The key question in a cell: safe, effective, caring, responsive or well-led. */
export const questionIn = (text: string): string | undefined => {
  const word = bare(text)
    .replaceAll(' ', '-')
    .replace(/^are-(?:they|services)-/, '');
  return keyQuestions.has(word) ? word : undefined;
};

const slug = (words: string): string => words.replaceAll(' ', '-');
