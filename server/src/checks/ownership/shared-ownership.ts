import type { ItemOf } from '../../language/items.ts';
import type { Fix } from '../../plan/flag.ts';
import type { Entity } from '../../plan/plan.ts';
import { listed } from '../../plan/words.ts';
import { always, check, type Draft } from '../check.ts';
import { addLine, fixToLookAt, replace } from '../shared/fixes.ts';
import { nameOf, quotedList } from '../shared/names.ts';
import { quoted } from '../shared/phrases.ts';
import { namedOwnerOf, type NamedOwner } from './roles.ts';
import { isOfMany, joinedRoles } from './several-owners.ts';

export const sharedOwnership = check({
  id: 'shared-ownership',
  title: 'SRO that is more than one',
  what: 'An SRO in quotes, or the title of an sro block, joins two or more roles (“Head of Nursing and Head of Service”, “Matron / Pharmacist”), or is the role of many (“all ward managers”, “Matrons”). Each part has to name a role of its own. Leads and those who support may be many.',
  why: 'What two answer for, nobody answers for: each may wait for the other.',
  source:
    'Practice: “each action should have one accountable lead. Shared ownership can weaken accountability” (impact-guru.co.uk, on turning CQC findings into improvement plans).',
  falsePositives:
    'One post with a double name, such as “Medical Director and Chief Clinical Officer”: answer for the flag with explained. “Director of Nursing and Quality” is one role and not flagged.',
  severity: always('warning'),
  preset: 'recommended',
  over: 'item',
  *run(entity, { plan }) {
    if (entity.kind === 'sro') {
      yield* ofBlock(entity);
      return;
    }
    const named = namedOwnerOf(entity);
    // A role that the plan declares is flagged once, where it is declared.
    if (named === undefined || plan.resolve(named.reference).state === 'found') return;
    const { reference, name } = named;
    const roles = joinedRoles(name);
    if (roles === undefined && !isOfMany(name)) return;
    const fact =
      roles === undefined ? 'is more than one person' : `is ${String(roles.length)} roles`;
    yield {
      at: reference.span,
      message: `“${name}”, the SRO of ${nameOf(entity)}, ${fact}.`,
      todo:
        roles === undefined
          ? 'Name the one role that answers for all of them, and write these as lead.'
          : `Keep as SRO the one who answers for it, and write the rest as support: ${quotedList(roles.slice(1))}.`,
      fixes: () => (entity.kind === 'action' ? fixesFor(entity, named, roles) : []),
    };
  },
  examples: {
    flagged: [
      {
        plan: `
action C "Bring recorded supervision to 85 %" {
  sro "Head of Nursing and Head of Service (ICL/AMH)"
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ “Head of Nursing and Head of Service (ICL/AMH)”, the SRO of action C, is 2 roles.
}
action D "Write guidance on medicines" {
  sro     "Matron / Lead pharmacist / Ward manager" given "Matron/Pharm/WM"
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ “Matron / Lead pharmacist / Ward manager”, the SRO of action D, is 3 roles.
  support "Practice development facilitator"
}
action E "Reduce blind spots" {
  sro "All ward managers"
      ^^^^^^^^^^^^^^^^^^^ “All ward managers”, the SRO of action E, is more than one person.
}
action F "Revise the cleaning schedules" {
  sro  "Heads of Service"
       ^^^^^^^^^^^^^^^^^^ “Heads of Service”, the SRO of action F, is more than one person.
  lead "Housekeeping team"
}
`,
      },
      {
        plan: `
sro WM "Ward managers (acute)"
       ^^^^^^^^^^^^^^^^^^^^^^^ SRO WM, “Ward managers (acute)”, is more than one person.
sro HH "Head of Nursing & Head of Service"
       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ SRO HH, “Head of Nursing & Head of Service”, is 2 roles.
action G "Roll out the tool" {
  sro "Ward managers (acute)"
}
`,
      },
    ],
    clean: [
      {
        plan: `
sro DN "Director of Nursing, Allied Health Professionals and Quality"
action C "Bring recorded supervision to 85 %" {
  sro     "Head of Nursing and Quality (AMH/LD and CHS)"
  lead    "All ward managers"
  support "Matrons and ward managers"
}
action D "Write guidance on medicines" {
  sro "Lead for consultants and matrons"
}
action E "Reduce blind spots" {
  sro "Executive Director of Finance & Estates"
}
`,
      },
    ],
  },
});

function* ofBlock({ id, item }: Entity<'sro'>): Iterable<Draft> {
  const name = item.title.value;
  if (name === undefined) return;
  const roles = joinedRoles(name);
  if (roles === undefined && !isOfMany(name)) return;
  const fact = roles === undefined ? 'is more than one person' : `is ${String(roles.length)} roles`;
  yield {
    at: item.title.span,
    message: `SRO ${id}, “${name}”, ${fact}.`,
    todo:
      roles === undefined
        ? 'Declare the one role that answers for all of them.'
        : `Declare each role with a block of its own: ${listed(roles)}.`,
  };
}

function fixesFor(
  action: Entity<'action'>,
  { owner, reference, name }: NamedOwner,
  roles: readonly string[] | undefined,
): Fix[] {
  const printed = owner.given === undefined ? ` given ${quoted(name)}` : '';
  const { unit, item } = action;
  if (roles === undefined) {
    if (item.lead !== undefined) return [];
    const one = replace(unit, reference.span, `tbc "who answers for all of them"${printed}`);
    return [fixToLookAt('Make them the lead', one, addLine(action, `lead ${quoted(name)}`))];
  }
  const [first = '', ...rest] = roles.map(quoted);
  const supported = supportEnd(item);
  if (supported === undefined && item.support !== undefined) return [];
  const more =
    supported === undefined
      ? addLine(action, `support ${rest.join(', ')}`)
      : replace(unit, { start: supported, end: supported }, `, ${rest.join(', ')}`);
  return [
    fixToLookAt(
      `Keep ${roles[0] ?? ''} as SRO, the rest as support`,
      replace(unit, reference.span, first + printed),
      more,
    ),
  ];
}

/** Where the list of those who support an action ends, if it names any. */
const supportEnd = ({ support }: ItemOf<'action'>): number | undefined =>
  support?.owners.value?.at(-1)?.span.end;
