import type { IsoDate } from '../../language/dates.ts';
import type { RegulationReference } from '../../language/slots.ts';
import { dayInWords } from '../../plan/calendar.ts';
import { dateOfSource, sourceOf } from '../../plan/facts/sources.ts';
import type { Fix } from '../../plan/flag.ts';
import type { Entity } from '../../plan/plan.ts';
import {
  findRegulation,
  instruments,
  regulationNumbers,
  type Regulation,
} from '../../plan/vocabularies.ts';
import { always, check, type Draft } from '../check.ts';
import { fixToLookAt, replace } from '../shared/fixes.ts';
import { either } from '../shared/names.ts';

export const regulationUnknown = check({
  id: 'regulation-unknown',
  title: 'Regulation that does not exist',
  what: 'A requirement cites a regulation, or a paragraph of one, that its instrument does not have; or one that was not in force at the latest date of its source. Bare numbers are those of the 2014 Regulations.',
  why: 'A must-do stands on its regulation: with a wrong one, the evidence is gathered against the wrong test.',
  source:
    'Health and Social Care Act 2008 (Regulated Activities) Regulations 2014, regulations 4 to 20A; Care Quality Commission (Registration) Regulations 2009.',
  falsePositives:
    'Paragraphs are checked only where all of them are known: nothing is said of the 2009 Regulations’ paragraphs, nor where the text changed for a time.',
  severity: always('error'),
  preset: 'setting-up',
  over: 'requirement',
  *run(requirement, { asAt }) {
    const day = dateOfSource(sourceOf(requirement)) ?? asAt;
    for (const reference of requirement.item.regulations?.paragraphs.value ?? []) {
      const draft = judge(requirement, reference, day);
      if (draft !== undefined) yield draft;
    }
  },
  examples: {
    flagged: [
      {
        plan: `
inspection CQC-2017 "CQC inspection, October 2017" {
  inspected 2017-10-09 to 2017-10-13
  published 2018-01-26
  must A "Care records are complete" {
    regulation 17(2)(z), 18.2.a
               ^^^^^^^^ Regulation 17, Good governance, has no paragraph 17(2)(z).
                         ^^^^^^ Regulation 18, Staffing, has no paragraph 18.2.a.
  }
  must B "Families can visit" {
    regulation 9A
               ^^ Regulation 9A was not in force on 26 January 2018: it began on 6 April 2024.
  }
  must C "The regulator is told" {
    regulation 21, 2009:31, 2010:17, 20a
               ^^ The 2014 Regulations have no regulation 21 that a provider has to meet: these are 4 to 20A.
                   ^^^^^^^ The 2009 Regulations have no regulation 31 that a provider has to meet: these are 4 to 22A.
                            ^^^^^^^ Mustdo does not know the regulations of 2010, only those of 2014 and 2009.
                                     ^^^ The 2014 Regulations have no regulation 20a that a provider has to meet: these are 4 to 20A.
  }
}
`,
      },
    ],
    clean: [
      {
        plan: `
inspection CQC-2017 "CQC inspection, October 2017" {
  published 2018-01
  must A "Care records are complete" {
    regulation 17(2)(c), 18(2)(a), 12
  }
  must B "The regulator is told" {
    regulation 2009:16(1), 2014:20
  }
}
inspection CQC-2024 "CQC inspection, May 2024" {
  reported 2024-05
  must A "Families can visit" {
    regulation 9A(2)
  }
}
`,
      },
    ],
  },
});

function judge(
  { unit }: Entity<'requirement'>,
  { instrument, paragraph, span }: RegulationReference,
  day: IsoDate,
): Draft | undefined {
  const correct = (...texts: readonly string[]): Fix[] =>
    [...new Set(texts)].map((text) =>
      fixToLookAt(`Change it to ${text}`, replace(unit, span, text)),
    );
  if (!instruments.has(instrument)) {
    return {
      at: span,
      message: `Mustdo does not know the regulations of ${instrument}, only those of ${[...instruments.keys()].join(' and ')}.`,
      todo: 'Name the regulation of the 2014 or the 2009 Regulations, or write the paper’s words: regulation unknown given "…".',
      fixes: () => [],
    };
  }
  const number = /^\d+[A-Z]*/i.exec(paragraph)?.[0] ?? paragraph;
  const regulation = findRegulation(instrument, number);
  if (regulation === undefined) {
    const meant = numbersMeant(instrument, number, paragraph);
    return {
      at: span,
      message: `The ${instrument} Regulations have no regulation ${number} that a provider has to meet: these are ${range(instrument)}.`,
      todo: `${didYouMean(meant)}Look the number up in the report.`,
      fixes: () => correct(...meant),
    };
  }
  if (isNoParagraph(regulation, paragraph, day)) {
    const meant = regulation.paragraphs.filter((known) => bare(known) === bare(paragraph));
    return {
      at: span,
      message: `Regulation ${regulation.id}, ${regulation.title}, has no paragraph ${paragraph}.`,
      todo: `${didYouMean(meant)}Look the paragraph up in the report, or cite the regulation alone.`,
      fixes: () => correct(...[...meant, regulation.id].map((text) => cited(instrument, text))),
    };
  }
  const why = outOfForce(regulation, day);
  if (why === undefined) return undefined;
  return {
    at: span,
    severity: 'warning',
    message: `Regulation ${regulation.id} was not in force on ${dayInWords(day)}: ${why}.`,
    todo: 'Look the number up in the report, and see that the dates of the source are right.',
  };
}

const didYouMean = (meant: readonly string[]): string =>
  meant.length === 0 ? '' : `Did you mean ${either(meant)}? `;

/** A bare number is of the 2014 Regulations. */
const cited = (instrument: string, paragraph: string): string =>
  instrument === '2014' ? paragraph : `${instrument}:${paragraph}`;

const range = (instrument: string): string => {
  const numbers = regulationNumbers(instrument);
  return `${numbers[0] ?? ''} to ${numbers.at(-1) ?? ''}`;
};

/** The same number in capitals, or in the other instrument, which has some that this one has not. */
function numbersMeant(instrument: string, number: string, paragraph: string): string[] {
  const rest = paragraph.slice(number.length);
  const capitals = number.toUpperCase();
  const own = findRegulation(instrument, capitals) === undefined ? [] : [instrument];
  const others = [...instruments.keys()].filter(
    (other) => other !== instrument && findRegulation(other, capitals) !== undefined,
  );
  return (own.length > 0 ? own : others).map((year) => cited(year, capitals + rest));
}

/** Whether a paragraph is wrong: all are known, and the text had no others at the time. */
function isNoParagraph(regulation: Regulation, paragraph: string, day: IsoDate): boolean {
  if (paragraph === regulation.id || !regulation.paragraphsComplete) return false;
  const uncertain = regulation.incompleteBetween?.some(({ from, to }) => from <= day && day <= to);
  return uncertain !== true && !regulation.paragraphs.includes(paragraph);
}

/** Letters and digits alone: `18.2.a` and `18(2)(A)` are 18(2)(a). */
const bare = (paragraph: string): string => paragraph.replaceAll(/[^\da-z]/gi, '').toLowerCase();

function outOfForce({ validFrom, validTo }: Regulation, day: IsoDate): string | undefined {
  if (validFrom !== null && day < validFrom) return `it began on ${dayInWords(validFrom)}`;
  if (validTo !== null && day > validTo) return `it ended on ${dayInWords(validTo)}`;
  return undefined;
}
