import { tokenEnd, tokenize, WordToken } from '../../language/tokens.ts';
import type { Span } from '../../language/tree.ts';
import type { Unit } from '../../plan/file.ts';
import type { Fix } from '../../plan/flag.ts';
import { always, check } from '../check.ts';
import { fixToLookAt, replace } from '../shared/fixes.ts';
import { identifiersIn, type IdentifierKind } from './patient-identifiers.ts';

export const possiblePatientIdentifier = check({
  id: 'possible-patient-identifier',
  title: 'What may tell who a patient is',
  what: 'Anywhere in the file, comments and quoted papers too: ten digits that are an NHS number by their check digit; a date beside DOB, date of birth or born; initials beside the word patient or before the name of a ward. The flag never prints what it found.',
  why: 'Plans are read by committees and are published; a patient must never be found in one.',
  source:
    'UK General Data Protection Regulation, article 9, and the common law duty of confidentiality; Caldicott principles. NHS Data Dictionary: the check digit of the NHS number is by modulus 11.',
  falsePositives:
    'About one in eleven numbers of ten digits passes the check by chance, and two capitals before a ward may be a job. Write such a number with commas, and such a job in full.',
  severity: always('error'),
  preset: 'setting-up',
  over: 'unit',
  *run(unit) {
    for (const { kind, span } of identifiersIn(unit.text)) {
      yield {
        at: span,
        message: `What looks like ${names[kind]} stands ${placeOf(unit, span)}.`,
        todo: 'Take it out; where it must be seen that something stood here, write withheld. Copies and older versions of the file still have it.',
        fixes: () => redacted(unit, kind, placeOf(unit, span)),
      };
    }
  },
  examples: {
    flagged: [
      {
        plan: `
// Raised after 999 000 0018 was moved.
                ^^^^^^^^^^^^ What looks like an NHS number stands before the first block.
action F "Review the observations of patient J.S. after the fall" {
                                             ^^^^ What looks like a patient’s initials stands in action F.
  description """
    Patient 9990000018, born on 3 April 1950, was not seen for two hours.
            ^^^^^^^^^^ What looks like an NHS number stands in action F.
                                ^^^^^^^^^^^^ What looks like a date of birth stands in action F.
  """
  impact none given "See 999-000-0018"
                         ^^^^^^^^^^^^ What looks like an NHS number stands in action F.
  note   "DOB: 03/04/50"
               ^^^^^^^^ What looks like a date of birth stands in action F.
}
action G "Observe closely" {
  note "As KW on Ashby Ward was not"
           ^^ What looks like a patient’s initials stands in action G.
}
`,
      },
    ],
    clean: [
      {
        plan: `
// Telephone 0116 225 2525 or +44 116 225 2525.
action F "OT on Ashby Ward is there on 3 April 2018" {
  due  2018-04-03
  note "In all 1,234,567,890 records; reference 9990000019; patients born before 1 April 1950; patient ID cards"
}
`,
      },
    ],
  },
});

const names: Readonly<Record<IdentifierKind, string>> = {
  'NHS number': 'an NHS number',
  'date of birth': 'a date of birth',
  'patient’s initials': 'a patient’s initials',
};

/** The block it stands in, by its keyword and id, or what there is where there is none. */
function placeOf(unit: Unit, { start }: Span): string {
  const item = unit.reading.items[0];
  if (item === undefined || start < item.idSpan.start) return 'before the first block';
  // An id may itself be what must not be printed.
  return identifiersIn(item.id).length > 0
    ? `in one ${item.keyword}`
    : `in ${item.keyword} ${item.id}`;
}

/** What is said in place of an identifier in a text or a comment. */
const instead = '[withheld]';

/** Takes out every identifier of a kind at a place; those that stand bare, as an id, are left to a person. */
function redacted(unit: Unit, kind: IdentifierKind, place: string): Fix[] {
  const words = tokenize(unit.text).tokens.filter(({ tokenType }) => tokenType === WordToken);
  const isBare = ({ start }: Span): boolean =>
    words.some((word) => word.startOffset <= start && start < tokenEnd(word));
  const spans = identifiersIn(unit.text)
    .filter((one) => one.kind === kind && placeOf(unit, one.span) === place)
    .map(({ span }) => span);
  if (spans.some(isBare)) return [];
  const what = spans.length === 1 ? 'it' : 'each of them';
  return [
    fixToLookAt(
      `Write ${instead} in place of ${what}`,
      ...spans.map((span) => replace(unit, span, instead)),
    ),
  ];
}
