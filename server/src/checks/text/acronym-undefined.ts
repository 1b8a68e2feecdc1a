import { acronymsIn, undefinedAcronyms } from '../../plan/facts/acronyms.ts';
import { count } from '../../plan/words.ts';
import { always, check } from '../check.ts';
import { declare } from '../shared/declare.ts';
import { fixToLookAt } from '../shared/fixes.ts';

export const acronymUndefined = check({
  id: 'acronym-undefined',
  title: 'Acronym that nothing spells out',
  what: 'In the plan’s own texts, an acronym that no text spells out, no term, id or name of the plan stands for, and that is not among the common ones that Mustdo knows. It is flagged where it stands first. The wording of requirements, and what the paper says after given, are left alone.',
  why: 'A committee, a patient or the next SRO reads the plan without the author beside them.',
  source:
    'Web Content Accessibility Guidelines, technique G97: the full form stands with an abbreviation where it is first used. A trust’s published plan uses ICL, and nothing in it says what that is.',
  falsePositives:
    'Names in capitals that are no acronyms, such as those of software: declare them with term too, so that readers learn what they are.',
  severity: always('info'),
  preset: 'strict',
  over: 'item',
  *run(entity, { plan }) {
    const { used } = acronymsIn(entity.item, entity.unit.text);
    if (used.length === 0) return;
    const undefinedOnes = plan.fact(undefinedAcronyms);
    for (const { acronym, span } of used) {
      const first = undefinedOnes.get(acronym);
      if (first?.span !== span) continue;
      yield {
        at: span,
        message: `Nothing says what ${acronym} stands for; it is used ${first.amount === 1 ? 'once' : count(first.amount, 'time')}.`,
        todo: `Spell it out here, or add it to the plan’s terms: term ${acronym} "…".`,
        fixes: () =>
          /[&/.]/.test(acronym)
            ? []
            : [
                fixToLookAt(
                  `Add ${acronym} to the terms`,
                  declare(plan, 'term', `term ${acronym} tbc "what it stands for"`, entity),
                ),
              ],
      };
    }
  },
  examples: {
    flagged: [
      {
        plan: `
sro HOS-ICL "Head of Service (ICL)"
                              ^^^ Nothing says what ICL stands for; it is used 2 times.
action C "Bring supervision in ICL to 85 %" {
  note """
    The TAP is asked, with two eIRFs.
        ^^^ Nothing says what TAP stands for; it is used once.
                               ^^^^ Nothing says what eIRF stands for; it is used once.
  """
}
`,
      },
    ],
    clean: [
      {
        plan: `
term ICL "Integrated care locality"
directorate AMH/LD "Adult Mental Health and Learning Disability"
committee CEG "Clinical Effectiveness Group" {
  also "CLEG"
}
inspection CQC-2017 "CQC inspection" {
  must A "The XYZ is safe" {
    text "So is the QRS."
  }
}
action C "Keep the CPA, the KPIs and A&E in view across AMH/LD" {
  description "Standard Operating Guidance (SOG) is written; CEG and CLEG see the SOG."
  impact      none given "ABCD"
  note        "It must NOT be late. P1 and B12 are no acronyms; ICL is declared, the PIT (Pharmacy Improvement Team) spelt out."
}
`,
      },
    ],
  },
});
