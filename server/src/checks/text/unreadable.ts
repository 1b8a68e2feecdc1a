import { always, check } from '../check.ts';
import { replace, safeFix, fixToLookAt } from '../shared/fixes.ts';

/** Problems whose repair cannot change what the plan says. */
const harmless = new Set(['missing-quotes', 'unclosed-quote', 'stray-brace']);

export const unreadable = check({
  id: 'unreadable',
  title: 'Text that cannot be read',
  what: 'Something in the file does not follow the language: a quotation mark that is not closed, a word no block has, a date that does not exist. Everything else in the file is still read.',
  why: 'What cannot be read is missing from every table, count and paper.',
  source: 'The language reference, docs/language.md.',
  falsePositives: 'None: the text has to change, or become a note "…".',
  severity: always('error'),
  preset: 'setting-up',
  over: 'unit',
  *run(unit) {
    for (const { code, span, message, todo, repair } of unit.reading.problems) {
      const fix = harmless.has(code) ? safeFix : fixToLookAt;
      const fixes = () =>
        repair === undefined ? [] : [fix(repair.title, replace(unit, repair.span, repair.text))];
      yield { at: span, message, todo, fixes };
    }
  },
  examples: {
    flagged: [
      {
        plan: `
action F "Revise the cleaning schedules" {
  ownr HON-AMH
  ^^^^ “ownr” is not something that can be said in an action.
  impact No impact
         ^^^^^^^^^ The text after “impact” needs quotation marks: “No impact”.
  due 31 June 2018
      ^^^^^^^^^^^^ “31 June 2018” is not a date: June 2018 has 30 days.
}
`,
      },
      {
        plan: `
action G "Agree the roll-out {
         ^^^^^^^^^^^^^^^^^^^ A quotation mark is opened here and not closed on this line.
  due 2018-05
}
`,
      },
    ],
    clean: [
      {
        plan: `
action F "Revise the cleaning schedules" {
  note   "owner still to be named"
  impact none given "No impact"
  due    30 June 2018
}
`,
      },
    ],
  },
});
