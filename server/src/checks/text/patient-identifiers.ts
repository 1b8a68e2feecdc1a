import type { Span } from '../../language/tree.ts';
import { acronyms } from '../../plan/vocabularies.ts';

/** What in a text may tell who a patient is. */

export type IdentifierKind = 'NHS number' | 'date of birth' | 'patient’s initials';

export interface Identifier {
  readonly kind: IdentifierKind;
  readonly span: Span;
}

/** Finds them in a text, in its order: the number, the date or the initials alone. */
export function identifiersIn(text: string): Identifier[] {
  const found = looks.flatMap(({ hints, find }) =>
    hints.every((hint) => hint.test(text)) ? [...find(text)] : [],
  );
  return found.sort((a, b) => a.span.start - b.span.start);
}

const gap = '[ \\u00a0\\u2009\\u202f-]?';
/** Three, three and four digits, the same between them or nothing; no part of a longer number. */
const tenDigits = new RegExp(
  `(?<![\\d.]|\\d[ ,/\\u00a0-])(\\d{3})(${gap})(\\d{3})\\2(\\d{4})(?!\\d|[.,/-]\\d)`,
  'g',
);
/** A country’s code before the digits makes them a telephone number. */
const countryCode = /\+\d{1,3}[ -]?(?:\(0\)[ -]?)?$/;

function* numbersIn(text: string): Generator<Identifier> {
  for (const { 0: written, 1: a = '', 3: b = '', 4: c = '', index } of text.matchAll(tenDigits)) {
    if (!isNhsNumber(a + b + c) || countryCode.test(text.slice(index - 9, index))) continue;
    yield { kind: 'NHS number', span: { start: index, end: index + written.length } };
  }
}

/** Whether ten digits are an NHS number by its check digit, which is by modulus 11. */
export function isNhsNumber(digits: string): boolean {
  if (!/^\d{10}$/.test(digits) || /^(\d)\1{9}$/.test(digits)) return false;
  const sum = Array.from(digits.slice(0, 9)).reduce(
    (total, digit, place) => total + Number(digit) * (10 - place),
    0,
  );
  const check = 11 - (sum % 11);
  return (check === 11 ? 0 : check) === Number(digits.charAt(9));
}

const month = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}';
const date = `(?:\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}(?:st|nd|rd|th)? ${month},? \\d{2,4}|${month} \\d{1,2}(?:st|nd|rd|th)?,? \\d{4})`;
const birth = '(?:d\\.?o\\.?b\\.?|date of birth)';
const datesOfBirth = [
  new RegExp(`(?<![a-z])${birth}[ :=,()-]{0,3}(?:(?:is|was) )?(${date})(?!\\d)`, 'dgi'),
  new RegExp(`(?<![a-z])born[ :,(]{1,3}(?:on )?(?:the )?(${date})(?!\\d)`, 'dgi'),
  new RegExp(`(?<!\\d)(${date})[ ,]{0,2}\\(?${birth}(?![a-z])`, 'dgi'),
];

function* birthsIn(text: string): Generator<Identifier> {
  for (const pattern of datesOfBirth) {
    for (const { indices } of text.matchAll(pattern)) {
      const [start, end] = indices?.[1] ?? [0, 0];
      yield { kind: 'date of birth', span: { start, end } };
    }
  }
}

const initials = '(\\p{Lu}\\. ?\\p{Lu}\\.|\\p{Lu}{2})';
const ward = "(?:the )?(?:\\p{Lu}[\\p{L}’']{1,20} ){0,2}(?:[Ww]ard|[Uu]nit)(?!\\p{L})";
const initialsOfPatients = [
  new RegExp(
    `(?<!\\p{L})(?:[Pp]atient|[Pp]t|[Ss]ervice user|[Rr]esident) ${initials}(?![\\p{L}\\p{N}&/-])`,
    'dgu',
  ),
  new RegExp(
    `(?<![\\p{L}\\p{N}&./-])${initials}(?![\\p{L}\\p{N}&/-]),? (?:\\(|(?:on|from|of|in|at) )${ward}`,
    'dgu',
  ),
];

/** Initials beside the word patient, or on a ward; acronyms that are common, such as OT, are none. */
function* initialsIn(text: string): Generator<Identifier> {
  const seen = new Set<number>();
  for (const pattern of initialsOfPatients) {
    for (const { 1: letters = '', indices } of text.matchAll(pattern)) {
      const [start, end] = indices?.[1] ?? [0, 0];
      if (acronyms.has(letters) || seen.has(start)) continue;
      seen.add(start);
      yield { kind: 'patient’s initials', span: { start, end } };
    }
  }
}

/** Each way of looking, after hints without which it would find nothing: most texts lack one. */
const looks: readonly {
  readonly hints: readonly RegExp[];
  readonly find: (text: string) => Iterable<Identifier>;
}[] = [
  { hints: [/\d{3}[ \u00a0\u2009\u202f-]?\d{3}[ \u00a0\u2009\u202f-]?\d{4}/], find: numbersIn },
  { hints: [/born|birth|d\.?o\.?b/i], find: birthsIn },
  {
    hints: [
      /ward|unit|patient|pt |service user|resident/i,
      /\p{Lu}(?:\p{Lu}(?!\p{L})|\. ?\p{Lu}\.)/u,
    ],
    find: initialsIn,
  },
];
