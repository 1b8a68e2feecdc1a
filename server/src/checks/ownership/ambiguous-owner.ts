import { always, check } from '../check.ts';
import { either, nameOf } from '../shared/names.ts';
import { candidatesFor, namedOwnerOf, takeId } from './roles.ts';

export const ambiguousOwner = check({
  id: 'ambiguous-owner',
  title: 'SRO that may be one of several',
  what: 'An SRO is given in quotes, and more than one sro block fits: several have that role as their title or another name, or none has it and several have it with more words, such as “Head of Nursing (CHS)” for “Head of Nursing”.',
  why: 'Two people may each think that the other answers, and the action is counted for neither.',
  source:
    'Practice: plans print “Head of Nursing” beside “Head of Nursing (CHS)”; each action should have one accountable lead.',
  falsePositives:
    'A role of its own that happens to begin another’s name: declare it with a block of its own.',
  severity: always('warning'),
  preset: 'setting-up',
  over: 'item',
  *run(entity, { plan }) {
    const named = namedOwnerOf(entity);
    if (named === undefined) return;
    const ids = candidatesFor(plan, named);
    if (ids.length < 2) return;
    yield {
      at: named.reference.span,
      message: `“${named.name}”, the SRO of ${nameOf(entity)}, may be ${either(ids)}.`,
      todo: 'Write the id of the one that is meant; if it is none of them, declare the role with an sro block.',
      fixes: () => ids.map((id) => takeId(entity, named, id)),
    };
  },
  examples: {
    flagged: [
      {
        plan: `
sro HOS-ICL "Head of Service" {
  also "Head of Service (ICL)"
}
sro HOS-COM "Head of Service (Community)" {
  also "Head of Service"
}
action J "Move the clinic" {
  sro "head of service"
      ^^^^^^^^^^^^^^^^^ “head of service”, the SRO of action J, may be HOS-ICL or HOS-COM.
}
`,
      },
      {
        plan: `
sro HON-CHS "Head of Nursing (CHS)"
sro HON-AMH "Head of Nursing AMH"
inspection CQC-2017 "CQC inspection, October 2017" {
  must SUPERVISION "Staff record their supervision" {
    sro "Head of Nursing" given "Head of Nsg"
        ^^^^^^^^^^^^^^^^^ “Head of Nursing”, the SRO of must-do SUPERVISION, may be HON-CHS or HON-AMH.
  }
}
`,
      },
    ],
    clean: [
      {
        plan: `
sro HON "Head of Nursing"
sro HON-CHS "Head of Nursing (CHS)"
action C "Bring recorded supervision to 85 %" {
  sro "Head of Nursing"
}
action D "Write guidance on medicines" {
  sro "Head of Pharmacy"
}
action E "Move the clinic" {
  sro tbc "Head of Nursing, which one"
}
`,
      },
    ],
  },
});
