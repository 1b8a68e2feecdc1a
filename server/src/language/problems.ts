import type { Span } from './tree.ts';

/** Something that cannot be read, with its place in the unit: what it is and what to do, in plain words. */
export interface Problem {
  readonly code: ProblemCode;
  readonly span: Span;
  readonly message: string;
  readonly todo: string;
  /** Text to put in place of the span's (or of `at`'s), where one repair is obvious. */
  readonly repair?: Repair | undefined;
}

export interface Repair {
  readonly title: string;
  readonly span: Span;
  readonly text: string;
}

interface Words {
  readonly message: string;
  readonly todo: string;
}

const quoted = (text: string): string => `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`;

const suggestion = (known: string | undefined, otherwise: string): string =>
  known === undefined ? otherwise : `Did you mean “${known}”?`;

/** Every way in which text can be unreadable, in one table: the words people see for each. */
export const problemWords = {
  'unclosed-quote': (): Words => ({
    message: 'A quotation mark is opened here and not closed on this line.',
    todo: 'Put a closing " where the text ends; a longer text goes between two lines of """.',
  }),
  'unclosed-text': (): Words => ({
    message:
      'A text is opened here with """ and not closed before the next block, so all that follows was taken as text.',
    todo: 'Put """ alone on a line where the text ends.',
  }),
  'unclosed-comment': (): Words => ({
    message: 'A comment is opened here with /* and not closed before the next block.',
    todo: 'Put */ where the comment ends.',
  }),
  'unclosed-block': (keyword: string, id: string): Words => ({
    message: `The block of ${keyword} ${id} is opened here and not closed.`,
    todo: 'Put } alone on a line where the block ends.',
  }),
  'missing-opening-brace': (keyword: string, id: string): Words => ({
    message: `Lines follow under ${keyword} ${id}, but its line does not end with {.`,
    todo: 'Put { at the end of this line.',
  }),
  'stray-brace': (): Words => ({
    message: 'A } stands here, but no block is open.',
    todo: 'Take it out, or put back the line that began the block.',
  }),
  'too-deep': (limit: number): Words => ({
    message: `Blocks stand inside one another more than ${String(limit)} deep here; what lies deeper was not read.`,
    todo: 'Close blocks with } before opening more: a plan needs two or three levels.',
  }),
  'unreadable-text': (text: string): Words => ({
    message: `${quoted(text)} cannot be read here.`,
    todo: 'Put the text in "quotation marks", one property a line, with its keyword first.',
  }),
  'unknown-keyword': (word: string, place: string, near: string | undefined): Words => ({
    message: `${quoted(word)} is not something that can be said ${place}.`,
    todo: suggestion(
      near,
      'Use one of the words the language reference lists there, or a note "…".',
    ),
  }),
  'misplaced-block': (keyword: string, place: string, where: string): Words => ({
    message: `${quoted(keyword)} cannot stand ${place}.`,
    todo: `It belongs ${where}.`,
  }),
  'not-in-a-block': (word: string): Words => ({
    message: `The line ${quoted(word)} stands outside any block.`,
    todo: 'Move it between the { and } of the block it belongs to. A block begins at the margin with a keyword, an id and a title.',
  }),
  'missing-value': (keyword: string, expects: string): Words => ({
    message: `After ${quoted(keyword)} ${expects} is missing.`,
    todo: 'Write it, or say what is known of it: none, n/a, tbc "why", unknown, unreadable "what it looks like" or withheld.',
  }),
  'wrong-value': (text: string, keyword: string, expects: string): Words => ({
    message: `${quoted(text)} does not fit here: ${quoted(keyword)} takes ${expects}.`,
    todo: 'Correct it, or keep the paper’s words beside the meaning with given "…".',
  }),
  'impossible-date': (text: string, reason: string): Words => ({
    message: `${quoted(text)} is not a date: ${reason}.`,
    todo: 'Correct it; write for example 31 October 2018, 2018-10-31, Oct 2018 or Q4 2019/20.',
  }),
  'unfinished-list': (keyword: string, found: string): Words => ({
    message:
      found === ''
        ? `The list after ${quoted(keyword)} ends with a comma.`
        : `In the list after ${quoted(keyword)} ${quoted(found)} is nothing that can be named.`,
    todo: 'Take out the comma, or write what follows it.',
  }),
  'headless-block': (): Words => ({
    message: 'A { block } stands here without a line that says what it is.',
    todo: 'Write the keyword, id and title before the {, or take the braces out.',
  }),
  'missing-quotes': (text: string, keyword: string): Words => ({
    message: `The text after ${quoted(keyword)} needs quotation marks: ${quoted(text)}.`,
    todo: 'Put " before and after it.',
  }),
  'extra-value': (text: string, keyword: string): Words => ({
    message: `${quoted(text)} is one thing too many after ${quoted(keyword)}.`,
    todo: 'Take it out, put it on a line of its own, or put prose in "quotation marks".',
  }),
  'repeated-qualifier': (qualifier: string, keyword: string): Words => ({
    message: `${quoted(qualifier)} is said twice after ${quoted(keyword)}; the first counts.`,
    todo: 'Keep one of them.',
  }),
  'repeated-property': (keyword: string, place: string): Words => ({
    message: `${quoted(keyword)} is said more than once ${place}; the first counts.`,
    todo: 'Keep one of them, or put the other in a note "…".',
  }),
  'missing-id': (keyword: string): Words => ({
    message: `This ${keyword} has no id.`,
    todo: 'Write a short reference after the keyword, such as A or 18.5; the title follows in quotes.',
  }),
  'unexpected-body': (keyword: string): Words => ({
    message: `${quoted(keyword)} takes one line; it cannot have a { block } of its own.`,
    todo: 'Write what is in the braces on lines of their own.',
  }),
  'unexpected-text': (keyword: string): Words => ({
    message: `${quoted(keyword)} takes no long text.`,
    todo: 'Put the text in a note: note """',
  }),
  'misplaced-row': (place: string): Words => ({
    message: `A table row stands here, but there is no table ${place}.`,
    todo: 'Rows that begin with | belong in a ratings block.',
  }),
  'grid-shape': (cells: number, columns: number): Words => ({
    message: `This row has ${String(cells)} cells and the heading row has ${String(columns)}.`,
    todo: 'Give every row the same number of cells, an empty one where nothing is known.',
  }),
} as const;

export type ProblemCode = keyof typeof problemWords;

/** Builds the problem `code` for a place; the other arguments are what its words need. */
export function problem<C extends ProblemCode>(
  code: C,
  span: Span,
  ...details: Parameters<(typeof problemWords)[C]>
): Problem {
  const words = problemWords[code] as (...given: Parameters<(typeof problemWords)[C]>) => Words;
  return { code, span, ...words(...details) };
}

/** The same problem with the edit that mends it. */
export const withRepair = (found: Problem, repair: Repair): Problem => ({ ...found, repair });
