import type { Value } from '../../language/items.ts';
import { dayInWords } from '../../plan/calendar.ts';
import { dateOfSource, inspectedFrom, sourceOf } from '../../plan/facts/sources.ts';
import type { Entity } from '../../plan/plan.ts';
import { frameworkEditions } from '../../plan/vocabularies.ts';
import { sentence } from '../../plan/words.ts';
import { always, check, type Draft } from '../check.ts';
import { fixToLookAt, replace } from '../shared/fixes.ts';
import { nameOf } from '../shared/names.ts';
import { textAt } from '../shared/phrases.ts';

const lines = frameworkEditions.get('key-lines-of-enquiry');
const statements = frameworkEditions.get('single-assessment-framework');
const begins = statements?.validFrom ?? '';
const ends = lines?.validTo ?? '';
/** From when new key lines of enquiry may be meant. */
const drafts = frameworkEditions.get('sector-frameworks')?.draftFrom ?? '';

export const frameworkEditionMismatch = check({
  id: 'framework-edition-mismatch',
  title: 'Requirement of another edition of the framework',
  what: 'A requirement names a quality statement, and its document is from before they were in use; or it names a key line of enquiry, and the inspectors came after these were replaced.',
  why: 'What a finding is tested against again is the edition it was made under: a mapping to another one is the trust’s own work, and has to look like it.',
  source:
    'CQC assessed by key lines of enquiry until the single assessment framework with its quality statements began on 21 November 2023; it was to be in use everywhere by March 2024.',
  falsePositives:
    'A trust that maps old findings to new statements: write the mapping in a note. From 24 March 2026 nothing is said of key lines of enquiry, for drafts of new ones were published then.',
  severity: always('warning'),
  preset: 'recommended',
  over: 'requirement',
  *run(requirement) {
    const source = sourceOf(requirement);
    if (source === undefined) return;
    const { qualityStatements, kloes } = requirement.item;
    const latest = dateOfSource(source);
    if (latest !== undefined && latest < begins) {
      for (const { statement } of qualityStatements) {
        if (statement.value === undefined) continue;
        yield draftOf(requirement, statement, 'quality statement', source.id, (name) => [
          `${source.id} is from before they were in use: its latest date is ${dayInWords(latest)}, and ${name} began on ${dayInWords(begins)}`,
          'Name the key line of enquiry of the report instead, and put the quality statement it is mapped to into a note.',
        ]);
      }
    }
    const came = inspectedFrom(source);
    if (came === undefined || came <= ends || came >= drafts) return;
    for (const { kloe } of kloes) {
      if (kloe.value === undefined) continue;
      yield draftOf(requirement, kloe, 'key line of enquiry', source.id, () => [
        `these were in use until ${dayInWords(ends)}, and the inspectors of ${source.id} came on ${dayInWords(came)}`,
        'Name the quality statement of the report instead: quality-statement medicines-optimisation.',
      ]);
    }
  },
  examples: {
    flagged: [
      {
        plan: `
inspection CQC-2017 "CQC inspection, October 2017" {
  inspected 2017-10
  published 2018-01-26
  must MEDICINES "Medicines are stored safely" {
    quality-statement medicines-optimisation
                      ^^^^^^^^^^^^^^^^^^^^^^ Must-do MEDICINES names the quality statement medicines-optimisation, but CQC-2017 is from before they were in use: its latest date is 26 January 2018, and quality statements began on 21 November 2023.
    quality-statement learning-culture
                      ^^^^^^^^^^^^^^^^ Must-do MEDICINES names the quality statement learning-culture, but CQC-2017 is from before they were in use: its latest date is 26 January 2018, and quality statements began on 21 November 2023.
  }
}
inspection CQC-2024 "CQC assessment, May 2024" {
  inspected 2024-05-14 to 2024-05-16
  must MEDICINES "Medicines are stored safely" {
    kloe S4
         ^^ Must-do MEDICINES names the key line of enquiry S4, but these were in use until 31 March 2024, and the inspectors of CQC-2024 came on 14 May 2024.
  }
}
`,
      },
    ],
    clean: [
      {
        plan: `
inspection CQC-2017 "CQC inspection, October 2017" {
  inspected 2017-10
  must A "Medicines are stored safely" {
    kloe S4
  }
}
inspection CQC-2023 "CQC inspection, December 2023" {
  inspected 2023-12-05
  must A "Medicines are stored safely" {
    kloe              S4
    quality-statement medicines-optimisation
  }
}
inspection CQC-2024 "Published in May 2024, when the inspectors came is not known" {
  published 2024-05
  must A "Medicines are stored safely" {
    kloe S4
  }
}
inspection CQC-2026 "CQC assessment, October 2026" {
  inspected 2026-10-06
  must A "Medicines are stored safely" {
    kloe S4
  }
}
`,
      },
    ],
  },
});

/** @param reason why it does not fit, from what such things are called, and what to do */
function draftOf(
  requirement: Entity<'requirement'>,
  value: Value<string>,
  what: string,
  source: string,
  reason: (several: string) => readonly [string, string],
): Draft {
  const { unit } = requirement;
  const [why, todo] = reason(`${what}s`);
  const word = textAt(unit, value.span);
  return {
    at: value.span,
    message: `${sentence(nameOf(requirement))} names the ${what} ${word}, but ${why}.`,
    todo,
    fixes: () => [
      fixToLookAt(
        `Say that it is to be looked up in ${source}`,
        replace(unit, value.span, `tbc "${word} is of another edition"`),
      ),
    ],
  };
}
