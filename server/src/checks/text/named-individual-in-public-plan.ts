import type { Value } from '../../language/items.ts';
import type { Reference } from '../../language/slots.ts';
import { referencesOf } from '../../language/walk.ts';
import { isPersonsName } from '../../plan/facts/people.ts';
import type { Fix } from '../../plan/flag.ts';
import type { Entity } from '../../plan/plan.ts';
import { count, sentence } from '../../plan/words.ts';
import { always, check, type Draft } from '../check.ts';
import { fixToLookAt, replace } from '../shared/fixes.ts';
import { nameOf } from '../shared/names.ts';
import { textAt } from '../shared/phrases.ts';

export const namedIndividualInPublicPlan = check({
  id: 'named-individual-in-public-plan',
  title: 'Person named where a role belongs',
  what: 'Where a plan names who does something (SRO, lead, support, by, with, chair, holder, who signed), a text is the name of a person: a title such as Dr or Mrs before a name, or two or three capitalised words of which none is a word of roles. The flag does not print the name.',
  why: 'A public paper stays public for years, and people move on: the role answers for the work, and staff below board level may expect not to be named.',
  source:
    'UK General Data Protection Regulation, article 5(1)(c), data minimisation; published trust plans name roles.',
  falsePositives:
    'Names of teams and buildings without any word of roles. Board members whose names are public anyway: let explained answer for them.',
  severity: always('warning'),
  preset: 'public',
  over: 'item',
  *run(entity) {
    yield* inReferences(entity);
    for (const { what, value, fill } of textsFor(entity)) {
      if (value?.value === undefined || !isPersonsName(value.value)) continue;
      yield {
        at: value.span,
        message: `${sentence(nameOf(entity))} names a person as ${what}.`,
        todo: 'Write the role instead; where the paper is public and the name must stay known, keep it elsewhere and write withheld.',
        fixes: () => [fixToLookAt('Withhold the name', replace(entity.unit, value.span, fill))],
      };
    }
  },
  examples: {
    flagged: [
      {
        plan: `
sro HON "Head of Nursing" {
  holder "Jane Smith" from 2017-04
         ^^^^^^^^^^^^ SRO HON names a person as its holder.
}
sro JS "Mrs J. Smith"
       ^^^^^^^^^^^^^^ SRO JS names a person as its role.
committee CEG "Clinical Effectiveness Group" {
  chair "Dr Patel"
        ^^^^^^^^^^ Committee CEG names a person as its chair.
}
action F "Keep wards clean" {
  sro     "Jane van der Berg"
          ^^^^^^^^^^^^^^^^^^^ Action F names a person after sro.
  lead    "Ward matrons", "Tom Brown", "Ann O’Neill"
                          ^^^^^^^^^^^ Action F names 2 people after lead.
  closed  2018-06-14 by "Professor Mary Jones"
                        ^^^^^^^^^^^^^^^^^^^^^^ Action F names a person after closed.
}
`,
      },
    ],
    clean: [
      {
        plan: `
sro HON "Head of Nursing" {
  holder withheld "named in the staff directory"
}
sro HOS "Head of Service (Community)"
committee CEG "Clinical Effectiveness Group" {
  chair "Medical Director"
}
action F "Keep wards clean" {
  sro       "Inpatient Lead"
  lead      "Matron", "Ward Matrons", "Lead Nurses and Allied Health Professionals Group", "Clinical Trainer", "Patient Involvement leads"
  support   "Estates"
  committee "Strategic Workforce Group"
  closed    2018-06-14 by "Clinical Lead AMH"
  note      "The Florence Nightingale Foundation helps"
}
`,
      },
    ],
  },
});

/** Names in quotes where a role may stand; those of committees and services are left alone. */
function* inReferences(entity: Entity): Generator<Draft> {
  const found = new Map<
    Value<unknown>,
    { people: Reference[]; keyword: string; isList: boolean }
  >();
  for (const { reference, value, said, slot } of referencesOf(entity.item)) {
    if (reference.name === undefined || !slot.of.includes('sro')) continue;
    if (!isPersonsName(reference.name)) continue;
    const known = found.get(value);
    if (known !== undefined) known.people.push(reference);
    else {
      const isList = slot.kind === 'references';
      found.set(value, { people: [reference], keyword: said.keyword, isList });
    }
  }
  for (const [value, { people, keyword, isList }] of found) {
    const [first] = people;
    if (first === undefined) continue;
    const who = people.length === 1 ? 'a person' : count(people.length, 'person', 'people');
    yield {
      at: first.span,
      message: `${sentence(nameOf(entity))} names ${who} after ${keyword}.`,
      todo: 'Write the role instead; where the paper is public and the name must stay known, keep it elsewhere and write withheld.',
      fixes: () => [withheld(entity, value, people, isList)],
    };
  }
}

/** Takes the people out of a list; `withheld` stands where nobody is left. */
function withheld(
  { unit }: Entity,
  { value, span }: Value<unknown>,
  people: readonly Reference[],
  isList: boolean,
): Fix {
  const all = isList ? (value as readonly Reference[]) : people;
  const left = all.filter((reference) => !people.includes(reference));
  const text =
    left.length === 0
      ? 'withheld "names a person"'
      : left.map((reference) => textAt(unit, reference.span)).join(', ');
  return fixToLookAt(
    left.length === 0 ? 'Withhold the name' : 'Take the names out',
    replace(unit, span, text),
  );
}

interface TextFor {
  /** “its chair”. */
  readonly what: string;
  readonly value: Value<string> | undefined;
  /** What stands there when the name is taken out. */
  readonly fill: string;
}

/** The texts of an item in which a role belongs. */
function* textsFor({ item }: Entity): Generator<TextFor> {
  const fill = 'withheld "names a person"';
  if (item.kind === 'sro') {
    yield { what: 'its role', value: item.title, fill: 'tbc "the role"' };
    for (const { name } of item.also) yield { what: 'its other name', value: name, fill };
    for (const { name } of item.holder) yield { what: 'its holder', value: name, fill };
  }
  if (item.kind === 'committee') yield { what: 'its chair', value: item.chair?.role, fill };
  if (item.kind === 'source') {
    for (const { as } of item.signed) yield { what: 'who signed', value: as, fill };
  }
}
