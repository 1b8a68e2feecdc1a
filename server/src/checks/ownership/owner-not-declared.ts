import type { Value } from '../../language/items.ts';
import type { Reference } from '../../language/slots.ts';
import type { Fix } from '../../plan/flag.ts';
import type { Entity, Plan } from '../../plan/plan.ts';
import { always, check, type Draft } from '../check.ts';
import { declare, freeId, initials } from '../shared/declare.ts';
import { fixToLookAt, replace } from '../shared/fixes.ts';
import { either, nameOf } from '../shared/names.ts';
import { nearest } from '../shared/near.ts';
import { quoted } from '../shared/phrases.ts';

export const ownerNotDeclared = check({
  id: 'owner-not-declared',
  title: 'SRO that the plan does not declare',
  what: 'An SRO is given in quotes, and no sro block has that role as its title or another name; or more than one has. Leads and those who support may stand in quotes.',
  why: 'Work is counted by its SRO: a role under two spellings is two rows, each of them too short.',
  source:
    'Practice: plans print “Head of Nursing” beside “Head of Nursing (CHS)”, and it is not known who answers.',
  falsePositives: 'A plan of a few actions that needs no list of its SROs: turn the check off.',
  severity: always('warning'),
  preset: 'setting-up',
  over: 'item',
  *run(entity, { plan }) {
    if (entity.kind !== 'action' && entity.kind !== 'requirement') return;
    const owner = entity.item.sro?.owner;
    const reference = owner?.value;
    if (owner === undefined || reference?.name === undefined) return;
    const { name } = reference;
    const resolution = plan.resolve(reference);
    if (resolution.state === 'undeclared') {
      yield undeclared(plan, entity, owner, reference, name);
    } else if (resolution.state === 'ambiguous') {
      const ids = resolution.entities.map(({ id }) => id);
      yield {
        at: reference.span,
        message: `“${name}”, the SRO of ${nameOf(entity)}, may be ${either(ids)}.`,
        todo: 'Write the id of the one that is meant.',
        fixes: () => ids.map((id) => takeId(entity, owner, reference, name, id)),
      };
    }
  },
  examples: {
    flagged: [
      {
        plan: `
sro HON-CHS "Head of Nursing (CHS)"
sro HOS-ICL "Head of Service" {
  also "Head of Service (ICL)"
}
sro HOS-COM "Head of Service (Community)" {
  also "Head of Service"
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
  sro "head of service"
      ^^^^^^^^^^^^^^^^^ “head of service”, the SRO of action J, may be HOS-ICL or HOS-COM.
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
`,
      },
    ],
  },
});

function undeclared(
  plan: Plan,
  entity: Entity<'action' | 'requirement'>,
  owner: Value<Reference>,
  reference: Reference,
  name: string,
): Draft {
  const likely = likelyOwners(plan, name);
  const id = freeId(initials(name), (taken) => plan.withId('sro', taken).length > 0);
  const guess = likely.length === 0 ? '' : `Did you mean ${either(likely)}? `;
  return {
    at: reference.span,
    message: `No sro block declares “${name}”, the SRO of ${nameOf(entity)}.`,
    todo: `${guess}Write the id of the one that is meant, or declare the role: sro ${id} ${quoted(name)}.`,
    fixes: () => [
      ...likely.map((known) => takeId(entity, owner, reference, name, known)),
      fixToLookAt(
        `Declare the role as sro ${id}`,
        replace(entity.unit, reference.span, id),
        declare(plan, 'sro', `sro ${id} ${quoted(name)}`, entity),
      ),
    ],
  };
}

/** Writes the id and keeps what the paper has beside it. */
function takeId(
  entity: Entity,
  owner: Value<Reference>,
  { span }: Reference,
  name: string,
  id: string,
): Fix {
  const printed = owner.given === undefined ? ` given ${quoted(name)}` : '';
  return fixToLookAt(`Name ${id}`, replace(entity.unit, span, id + printed));
}

/** The ids of the roles that were probably meant: nearly the same words, or these with more before or after. */
function likelyOwners(plan: Plan, name: string): string[] {
  const names = plan.all('sro').flatMap(({ id, item }) => {
    const all = [item.title, ...item.also.map((also) => also.name)];
    return all.flatMap(({ value }) => (value === undefined ? [] : [{ id, name: value }]));
  });
  const near = nearest(
    name,
    names.map((known) => known.name),
  );
  const said = wordsOf(name);
  const found = names.filter((known) => {
    const words = wordsOf(known.name);
    return known.name === near || words.startsWith(said) || said.startsWith(words);
  });
  const ids = [...new Set(found.map(({ id }) => id))];
  return ids.length > 3 ? [] : ids;
}

/** A role's words, each with a blank after it, so that one role begins another only with whole words. */
const wordsOf = (role: string): string =>
  (role.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => `${word} `).join('');
