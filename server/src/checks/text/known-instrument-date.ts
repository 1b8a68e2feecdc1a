import type { Unit } from '../../plan/file.ts';
import { kept, ownTextsOf } from '../../plan/facts/texts.ts';
import { legalInstruments, type Instrument } from '../../plan/vocabularies.ts';
import { either } from '../shared/names.ts';
import { always, check } from '../check.ts';
import { fixToLookAt, replace } from '../shared/fixes.ts';

const anyInstrument = /(?:Act|Regulations|Order),?\s+\d{4}/;

/** Whether a unit names any: asked for each of its items. */
const hasInstrument = kept((unit: Unit) => anyInstrument.test(unit.text));

/** Names, the longest first, so that the Health and Social Care Act is not taken for the Care Act. */
const named = new RegExp(
  `(?<!\\p{L})(${legalInstruments
    .map(({ title }) => title)
    .sort((a, b) => b.length - a.length)
    .map((title) => title.replaceAll(/[().]/g, '\\$&').replaceAll(' ', '\\s+'))
    .join('|')})(?:,?\\s+)(\\d{4})(?!\\d)`,
  'gu',
);

export const knownInstrumentDate = check({
  id: 'known-instrument-date',
  title: 'Act with the year of another',
  what: 'In the plan’s own texts, the name of an Act, of regulations or of an order that Mustdo knows stands with a year that none of that name has. The wording of requirements, and what the paper says after given, are left alone.',
  why: 'A wrong year in the name of the law is the first thing a lawyer sees, and it makes the rest of the paper doubtful.',
  source:
    'legislation.gov.uk: the short titles of the Acts. A published quality account has “Mental Capacity Act 1983”.',
  falsePositives:
    'An Act of the same name that Mustdo does not know, such as one of Scotland or before 1959.',
  severity: always('warning'),
  preset: 'recommended',
  over: 'item',
  appliesTo: ({ unit }) => hasInstrument(unit),
  *run({ item, unit }) {
    for (const { start, end } of ownTextsOf(item)) {
      const text = unit.text.slice(start, end);
      for (const match of text.matchAll(named)) {
        const [, name = '', digits = ''] = match;
        const instrument = instrumentCalled(name);
        const year = Number(digits);
        if (instrument === undefined || instrument.years.includes(year)) continue;
        if (isEndOfLongerName(text.slice(0, match.index))) continue;
        const from = start + match.index;
        const span = { start: from, end: from + match[0].length };
        const rights = [
          ...instrument.years.slice(0, 1).map((right) => `${instrument.title} ${String(right)}`),
          ...othersOf(instrument, year).map(({ title }) => `${title} ${digits}`),
        ];
        yield {
          at: span,
          message: `There is no ${instrument.title} ${digits}: it is of ${either(instrument.years.map(String))}.`,
          todo: `Did you mean ${either(rights)}?`,
          fixes: () =>
            rights.map((right) => fixToLookAt(`Change it to ${right}`, replace(unit, span, right))),
        };
      }
    }
  },
  examples: {
    flagged: [
      {
        plan: `
action K "Train staff in the Mental Capacity Act 1983" {
                             ^^^^^^^^^^^^^^^^^^^^^^^^ There is no Mental Capacity Act 1983: it is of 2005.
  note """
    The Health and Social Care Act 2009 asks for it.
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ There is no Health and Social Care Act 2009: it is of 2008, 2001 or 2012.
  """
}
`,
      },
    ],
    clean: [
      {
        plan: `
inspection CQC-2017 "CQC inspection" {
  must A "Staff know the Mental Capacity Act 1983"
}
action K "Train staff in the Mental Capacity Act 2005 and the Mental Health Act 1983 (as amended in 2007)" {
  description "The Health and Social Care Act 2008 (Regulated Activities) Regulations 2014 apply, as did the Community Care Act 1990."
  impact      none given "Mental Capacity Act 1983"
}
`,
      },
    ],
  },
});

const flat = (name: string): string => name.replaceAll(/\s+/g, ' ');

const instrumentCalled = (name: string): Instrument | undefined =>
  legalInstruments.find(({ title }) => title === flat(name));

/** Whether what stands before is the beginning of a longer name: the Community Care Act. */
function isEndOfLongerName(before: string): boolean {
  const word = /(\p{L}+)\s$/u.exec(before.slice(-40))?.[1] ?? '';
  return /^\p{Lu}/u.test(word) && !/^(?:The|Under|See|In|By|Of|And)$/.test(word);
}

/** Instruments of that year whose names begin with the same word. */
const othersOf = ({ title }: Instrument, year: number): Instrument[] =>
  legalInstruments.filter(
    (other) =>
      other.title !== title &&
      other.years.includes(year) &&
      other.title.split(' ')[0] === title.split(' ')[0],
  );
