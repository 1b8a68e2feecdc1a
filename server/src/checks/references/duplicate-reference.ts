import type { Fix } from '../../plan/flag.ts';
import type { Entity, Plan } from '../../plan/plan.ts';
import { sentence } from '../../plan/words.ts';
import { always, check } from '../check.ts';
import { freeId } from '../shared/declare.ts';
import { fixToLookAt, replace } from '../shared/fixes.ts';
import { nameOf, titleOf } from '../shared/names.ts';

export const duplicateReference = check({
  id: 'duplicate-reference',
  title: 'Reference given twice',
  what: 'Two blocks of one kind have the same id; of requirements, two inside the same source. It is flagged on every one after the first, whatever the file.',
  why: 'What refers to that id means the first of them: the other’s work, dates and assurance are counted for nothing.',
  source: 'The language reference, docs/language.md: an id is unique within its kind.',
  falsePositives:
    'A paper that itself uses a number twice: give one of them an id of its own, and keep the printed one in ref.',
  severity: always('error'),
  preset: 'setting-up',
  over: 'item',
  *run(entity, { plan }) {
    const [first] = namesakes(plan, entity, entity.id);
    // A second heading has a check of its own.
    if (entity.kind === 'plan' || first === undefined || first === entity) return;
    yield {
      at: entity.item.idSpan,
      message: `${sentence(nameOf(entity))} is here again; the first is ${titleOf(first)}.`,
      todo:
        entity.kind === 'scale'
          ? 'Put the words of both into one block.'
          : 'Give one of them another id, then look at which of the two each reference means.',
      // A scale is known by its name: a new one would be no scale.
      fixes: () => (entity.kind === 'scale' ? [] : [renamed(plan, entity)]),
      related: [
        {
          place: { unit: first.unit, span: first.item.idSpan },
          message: `The first ${nameOf(first)}.`,
        },
      ],
    };
  },
  examples: {
    flagged: [
      {
        plan: `
inspection CQC-2017 "CQC inspection, October 2017" {
  must M1 "Staff record their supervision"
  must M1 "Ligature risks are assessed"
       ^^ Must-do M1 is here again; the first is “Staff record their supervision”.
}
action F "Revise the cleaning schedules"
action F-2 "Buy machines"
action F "Bring supervision to 85 %"
       ^ Action F is here again; the first is “Revise the cleaning schedules”.
scale progress "Progress" {
  amber "At risk" means at-risk
}
scale progress "Progress" {
      ^^^^^^^^ Scale progress is here again; the first is “Progress”.
  green "On track" means on-track
}
`,
      },
    ],
    clean: [
      {
        plan: `
inspection CQC-2017 "CQC inspection, October 2017" {
  must 1.1 "Staff record their supervision"
}
undertakings NHSI-2019 "Undertakings" {
  undertaking 1.1 "Draw up a plan"
}
action 1.1 "Bring supervision to 85 %"
action A "Draw up a plan"
committee A "Audit Committee"
`,
      },
    ],
  },
});

function renamed(plan: Plan, entity: Entity): Fix {
  const newId = freeId(entity.id, (id) => namesakes(plan, entity, id).length > 0);
  return fixToLookAt(
    `Rename this one to ${newId}`,
    replace(entity.unit, entity.item.idSpan, newId),
  );
}

/** The items that share a kind and an id, and of requirements the source. */
const namesakes = (plan: Plan, { kind, parent }: Entity, id: string): readonly Entity[] =>
  (plan.withId(kind, id) as readonly Entity[]).filter((other) => other.parent === parent);
