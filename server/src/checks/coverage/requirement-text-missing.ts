import type { Value } from '../../language/items.ts';
import type { Fix } from '../../plan/flag.ts';
import type { Entity, Plan } from '../../plan/plan.ts';
import { plainWords } from '../../plan/facts/wording.ts';
import { sentence } from '../../plan/words.ts';
import { check } from '../check.ts';
import { fixToLookAt, replace } from '../shared/fixes.ts';
import { nameOf } from '../shared/names.ts';
import { quoted } from '../shared/phrases.ts';
import { referenceTo } from '../shared/references.ts';

export const requirementTextMissing = check({
  id: 'requirement-text-missing',
  title: 'Requirement without its wording',
  what: 'A requirement has a reference and no words: its title is none, n/a, unknown or unreadable, or says its reference again, and it has no text. Tbc is an answer for now, and withheld says that the words are known.',
  why: 'Whether a requirement is met is tested by its own words: an action cannot be held against a number.',
  source:
    'Practice: inspectors come back to the wording of the report; a trust’s published plan leaves it blank in 7 of the 15 rows that can be read.',
  falsePositives:
    'A requirement whose document nobody has yet: write tbc with who is to get it, and the flag waits.',
  severity: { must: 'warning', should: 'warning', other: 'info' },
  preset: 'recommended',
  over: 'requirement',
  *run(requirement, { plan }) {
    const { title, text, ref } = requirement.item;
    if (text?.text.value !== undefined) return;
    const named = plainWords(title.value ?? '');
    const references = [requirement.id, ref?.printed.value ?? ''].map(plainWords);
    const saysItself = title.value !== undefined && references.includes(named);
    if (!saysItself && !isMissing(title)) return;
    yield {
      at: title.span,
      message: saysItself
        ? `${sentence(nameOf(requirement))} has no wording: it only says its reference again.`
        : `${sentence(nameOf(requirement))} has no wording: it says ${title.missing ?? ''}.`,
      todo: 'Copy its wording from the document, shortened if need be, or write tbc "who looks it up".',
      fixes: () => [
        fixToLookAt(
          'Say that its wording is to be confirmed',
          replace(requirement.unit, title.span, 'tbc "its wording in the document"'),
        ),
        ...wordingOfRepeated(plan, requirement),
      ],
    };
  },
  examples: {
    flagged: [
      {
        plan: `
inspection CQC-2017 "CQC inspection, October 2017" {
  must D unknown
         ^^^^^^^ Must-do D has no wording: it says unknown.
  must E unreadable "Blind sp" {
         ^^^^^^^^^^^^^^^^^^^^^ Must-do E has no wording: it says unreadable.
    question safe
  }
  should 5.5 "5.5"
             ^^^^^ Should-do 5.5 has no wording: it only says its reference again.
}
`,
      },
      {
        plan: `
inspection CQC-2016 "CQC inspection, November 2016" {
  must 11 "Medicines are stored at the right temperature"
}
inspection CQC-2017 "CQC inspection, October 2017" {
  must D none {
         ^^^^ Must-do D has no wording: it says none.
    repeats 11
  }
}
`,
      },
    ],
    clean: [
      {
        plan: `
inspection CQC-2017 "CQC inspection, October 2017" {
  must D "Medicines are stored at the right temperature"
  must E unknown {
    text "Blind spots on the wards are reduced."
  }
  must F tbc "the inspection team is asked"
  must G withheld "names a patient"
  must SUPERVISION "Supervision is recorded"
}
`,
      },
    ],
  },
});

const isMissing = ({ value, missing }: Value<string>): boolean =>
  value === undefined && missing !== undefined && missing !== 'tbc' && missing !== 'withheld';

/** The wording of an earlier requirement that this one says it repeats, where that has any. */
function wordingOfRepeated(plan: Plan, requirement: Entity<'requirement'>): Fix[] {
  const repeated = requirement.item.repeats?.requirements.value ?? [];
  return repeated.flatMap((reference) => {
    const earlier = plan.find('requirement', reference);
    const wording = earlier?.item.title.value;
    if (earlier === undefined || wording === undefined) return [];
    const from = referenceTo(plan, earlier);
    return fixToLookAt(
      `Take the wording of ${from}, which it repeats`,
      replace(
        requirement.unit,
        requirement.item.title.span,
        `${quoted(wording)} inferred "the wording of ${from}, which it repeats"`,
      ),
    );
  });
}
