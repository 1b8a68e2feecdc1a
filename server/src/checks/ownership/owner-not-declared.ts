import { always, check } from '../check.ts';
import { declare, freeId, initials } from '../shared/declare.ts';
import { fixToLookAt, replace } from '../shared/fixes.ts';
import { either, nameOf } from '../shared/names.ts';
import { quoted } from '../shared/phrases.ts';
import { candidatesFor, namedOwnerOf, takeId } from './roles.ts';
import { standsForMany } from './several-owners.ts';

export const ownerNotDeclared = check({
  id: 'owner-not-declared',
  title: 'SRO that the plan does not declare',
  what: 'An SRO is given in quotes, and no sro block has that role as its title or another name. Quiet where the plan declares no SRO at all, where the role may be one of several (ambiguous-owner), and where it is more than one (shared-ownership). Leads and those who support may stand in quotes.',
  why: 'Work is counted by its SRO: a role under two spellings is two rows, each of them too short.',
  source:
    'Practice: plans print “Head of Nursing” beside “Head of Nursing (CHS)”, and it is not known who answers.',
  falsePositives:
    'A plan that declares only some of its SROs on purpose, such as those with a holder: turn the check off.',
  severity: always('warning'),
  preset: 'setting-up',
  over: 'item',
  *run(entity, { plan }) {
    const named = namedOwnerOf(entity);
    if (named === undefined || plan.all('sro').length === 0) return;
    const { reference, name } = named;
    if (plan.resolve(reference).state !== 'undeclared' || standsForMany(name)) return;
    const likely = candidatesFor(plan, named);
    if (likely.length > 1) return;
    const id = freeId(initials(name), (taken) => plan.withId('sro', taken).length > 0);
    const guess = likely.length === 0 ? '' : `Did you mean ${either(likely)}? `;
    yield {
      at: reference.span,
      message: `No sro block declares “${name}”, the SRO of ${nameOf(entity)}.`,
      todo: `${guess}Write the id of the one that is meant, or declare the role: sro ${id} ${quoted(name)}.`,
      fixes: () => [
        ...likely.map((known) => takeId(entity, named, known)),
        fixToLookAt(
          `Declare the role as sro ${id}`,
          replace(entity.unit, reference.span, id),
          declare(plan, 'sro', `sro ${id} ${quoted(name)}`, entity),
        ),
      ],
    };
  },
  examples: {
    flagged: [
      {
        plan: `
sro HON-CHS "Head of Nursing (CHS)"
sro HOS-ICL "Head of Service" {
  also "Head of Service (ICL)"
}
action C "Bring recorded supervision to 85 %" {
  sro "Head of Nursing"
      ^^^^^^^^^^^^^^^^^ No sro block declares “Head of Nursing”, the SRO of action C.
}
action H "Open the rooms" {
  sro "Head of Servise (ICL)"
      ^^^^^^^^^^^^^^^^^^^^^^^ No sro block declares “Head of Servise (ICL)”, the SRO of action H.
}
action J "Move the clinic" {
  sro "Estates manager"
      ^^^^^^^^^^^^^^^^^ No sro block declares “Estates manager”, the SRO of action J.
}
`,
      },
    ],
    clean: [
      {
        plan: `
sro HON-CHS "Head of Nursing (CHS)" {
  also "Head of Nursing, community"
}
action C "Bring recorded supervision to 85 %" {
  sro     "head of nursing, community"
  lead    "Ward matrons"
  support "Practice development facilitator"
}
action D "Write guidance on medicines" {
  sro HON-CHS
}
action E "Reduce blind spots" {
  sro "Head of Estates and Head of Service"
}
`,
      },
      {
        plan: `
action C "Bring recorded supervision to 85 %" {
  sro "Head of Nursing"
}
action D "Write guidance on medicines" {
  sro "Head of Pharmacy"
}
`,
      },
    ],
  },
});
