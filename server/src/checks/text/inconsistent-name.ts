import type { Reference } from '../../language/slots.ts';
import {
  bareName,
  declaredByBareName,
  namedKinds,
  quotedByBareName,
  quotedNamesIn,
  type Spellings,
} from '../../plan/facts/names.ts';
import type { Edit } from '../../plan/flag.ts';
import type { Entity, Plan } from '../../plan/plan.ts';
import { count, sentence } from '../../plan/words.ts';
import { always, check, type Draft } from '../check.ts';
import { addLine, fixToLookAt, replace } from '../shared/fixes.ts';
import { nameOf, titleOf } from '../shared/names.ts';
import { quoted } from '../shared/phrases.ts';

export const inconsistentName = check({
  id: 'inconsistent-name',
  title: 'One name in two spellings',
  what: 'A committee, directorate, service or role stands in quotes under a name that differs only in blanks, hyphens, commas, capitals, “the” or “and” from one that the plan declares, or from how the plan mostly writes it; or two are declared under such names.',
  why: 'What is written in two ways is counted as two things: each then seems to have less to do, and less to answer for.',
  source:
    'Practice: papers of one trust have “Trust wide” and “Trust-wide” before the name of the same group.',
  falsePositives:
    'Two bodies whose names really differ by no more than that: give each of them another name with also.',
  severity: always('warning'),
  preset: 'recommended',
  over: 'item',
  *run(entity, { plan }) {
    const kind = namedKinds.find((one) => one === entity.kind);
    if (kind !== undefined) yield* declaredTwice(plan, entity, kind);
    for (const reference of quotedNamesIn(entity.item)) {
      if (reference.name === undefined) continue;
      if (plan.resolve(reference).state !== 'undeclared') continue;
      const draft = spelledOtherwise(plan, entity, reference, reference.name);
      if (draft !== undefined) yield draft;
    }
  },
  examples: {
    flagged: [
      {
        plan: `
committee MRRG "Trust wide medicines risk reduction group"
sro HON-CHS "Head of Nursing (CHS)"
action D "Write guidance on medicines" {
  lead      "Head of Nursing, CHS"
            ^^^^^^^^^^^^^^^^^^^^^^ Action D writes “Head of Nursing, CHS”, and the plan declares HON-CHS as “Head of Nursing (CHS)”.
  committee "Trustwide Medicines Risk Reduction Group"
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Action D writes “Trustwide Medicines Risk Reduction Group”, and the plan declares MRRG as “Trust wide medicines risk reduction group”.
}
`,
      },
      {
        plan: `
action F "Keep wards clean" {
  committee "Infection, Prevention, Control Committee"
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Action F writes “Infection, Prevention, Control Committee”; 2 times the plan writes “Infection Prevention and Control Committee”.
}
action G "Get repairs done" {
  committee "Infection Prevention and Control Committee"
}
action H "Wash hands" {
  committee "Infection Prevention and Control Committee"
}
`,
      },
      {
        plan: `
committee HSC "Health & Safety Committee"
committee HS "Health and Safety Committee"
             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Committee HS is called “Health and Safety Committee”, and HSC “Health & Safety Committee”.
`,
      },
    ],
    clean: [
      {
        plan: `
committee MRRG "Trust wide medicines risk reduction group" {
  also "Trustwide Medicines Risk Reduction Group"
}
service WARD-1 "Ashby Ward"
service WARD-2 "Aston Ward"
action D "Write guidance on medicines" {
  service   "ashby ward"
  lead      "Ward matrons"
  support   "Ward matron"
  committee "Trustwide Medicines Risk Reduction Group"
}
`,
      },
    ],
  },
});

/** An item that an earlier one has nearly the name of. */
function* declaredTwice(plan: Plan, entity: Entity, kind: string): Generator<Draft> {
  const { title } = entity.item;
  if (title.value === undefined) return;
  const [first] = plan.fact(declaredByBareName, kind).get(bareName(title.value)) ?? [];
  if (first === undefined || first.id === entity.id) return;
  yield {
    at: title.span,
    message: `${sentence(nameOf(entity))} is called ${titleOf(entity)}, and ${first.id} ${titleOf(first)}.`,
    todo: `If they are the same, keep ${first.id}, and have what names ${entity.id} name ${first.id}. If not, give them names that can be told apart.`,
    related: [
      {
        place: { unit: first.unit, span: first.item.title.span },
        message: `The name of ${first.id}`,
      },
    ],
  };
}

/** A name in quotes that the plan declares, or mostly writes, in another way. */
function spelledOtherwise(
  plan: Plan,
  entity: Entity,
  reference: Reference,
  name: string,
): Draft | undefined {
  const kinds = namedKinds.filter((kind) => reference.kinds.includes(kind));
  const bare = bareName(name);
  const start = `${sentence(nameOf(entity))} writes “${name}”`;
  for (const kind of kinds) {
    const [declared, ...others] = plan.fact(declaredByBareName, kind).get(bare) ?? [];
    if (declared === undefined || others.length > 0) continue;
    return {
      at: reference.span,
      message: `${start}, and the plan declares ${declared.id} as ${titleOf(declared)}.`,
      todo: `Write ${declared.id}, or add this name to it: also ${quoted(name)}.`,
      fixes: () => [
        fixToLookAt(
          `Write ${declared.id} wherever this name stands`,
          ...everywhere(plan, kinds, name, declared.id),
        ),
        fixToLookAt(
          `Add it to ${declared.id} as another name`,
          addLine(declared, `also ${quoted(name)}`),
        ),
      ],
    };
  }
  for (const kind of kinds) {
    const usual = usualSpelling(plan.fact(quotedByBareName, kind).get(bare), name);
    if (usual === undefined) continue;
    const often = usual.amount === 1 ? 'once' : count(usual.amount, 'time');
    return {
      at: reference.span,
      message: `${start}; ${often} the plan writes “${usual.name}”.`,
      todo: `Declare the ${kind === 'sro' ? 'role' : kind} and write its id, or write its name in one way.`,
      fixes: () => [
        fixToLookAt(
          `Write “${usual.name}” wherever this name stands`,
          ...everywhere(plan, kinds, name, quoted(usual.name)),
        ),
      ],
    };
  }
  return undefined;
}

/** The spelling used most, of several the one that is used first; undefined where it is this one. */
function usualSpelling(
  spellings: Spellings | undefined,
  name: string,
): { readonly name: string; readonly amount: number } | undefined {
  let best: { name: string; amount: number } | undefined;
  for (const [spelling, amount] of spellings ?? []) {
    if (best === undefined || amount > best.amount) best = { name: spelling, amount };
  }
  return best === undefined || best.name.toLowerCase() === name.toLowerCase() ? undefined : best;
}

/** Each use of a name, once, with other text in its place. */
function everywhere(plan: Plan, kinds: readonly string[], name: string, text: string): Edit[] {
  const uses = new Set(
    namedKinds
      .filter((kind) => kinds.includes(kind))
      .flatMap((kind) => plan.usesOfName(kind, name))
      .map(({ entity, reference }) => ({ entity, reference })),
  );
  const edits = new Map<Reference, Edit>();
  for (const { entity, reference } of uses) {
    edits.set(reference, replace(entity.unit, reference.span, text));
  }
  return [...edits.values()];
}
