import type { Value } from '../../language/items.ts';
import type { Reference } from '../../language/slots.ts';
import { fold } from '../../plan/entity.ts';
import { stateOf } from '../../plan/facts/progress.ts';
import type { Entity, Plan } from '../../plan/plan.ts';
import { always, check } from '../check.ts';
import { textAt } from '../shared/phrases.ts';

export const delivererIsAssurer = check({
  id: 'deliverer-is-assurer',
  title: 'Group that judges its own work',
  what: 'A group that delivers an action is also the committee that oversees it, or the one that gave its assurance. For actions that are not withdrawn; once for each action.',
  why: 'Whoever does the work is the first line; assurance comes from those who stand apart from it.',
  source:
    'Practice: the three lines of defence, in which oversight is separate from delivery (Good Governance Institute, good-governance.org.uk).',
  falsePositives:
    'A committee that oversees one of its own decisions because the trust has no other; and plans on paper that have a single column for both.',
  severity: always('info'),
  preset: 'strict',
  over: 'action',
  appliesTo: (action, { plan, asAt }) =>
    action.item.deliveredBy?.committees.value !== undefined &&
    judgesOf(action).length > 0 &&
    stateOf(plan, action, asAt) !== 'withdrawn',
  *run(action, { plan }) {
    const deliverers = action.item.deliveredBy?.committees.value ?? [];
    const groups = new Map(deliverers.map((group) => [keyOf(plan, group), group]));
    for (const { group, does } of judgesOf(action)) {
      const deliverer = groups.get(keyOf(plan, group));
      if (deliverer === undefined) continue;
      yield {
        at: group.span,
        message: `${nameOf(group)} delivers action ${action.id} and ${does}.`,
        todo: 'Name another committee that judges whether it works, or the one that this group reports to.',
        related: [
          {
            place: { unit: action.unit, span: deliverer.span },
            message: `Delivered by ${textAt(action.unit, deliverer.span)}`,
          },
        ],
      };
      return;
    }
  },
  whenAll: (count) => ({
    message: `All ${String(count)} actions that say who delivers them are overseen, or were judged, by the same group.`,
    todo: 'Say for each action which committee apart from that group judges whether it works.',
  }),
  examples: {
    flagged: [
      {
        plan: `
committee CEG "Clinical Effectiveness Group"
committee QAC "Quality Assurance Committee"
action C "Bring recorded supervision to 85 %" {
  delivered-by CEG, SWG not-in-plan
  committee    "clinical effectiveness group"
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ “clinical effectiveness group” delivers action C and oversees it.
  assurance    full by CEG on 2018-06-13
}
action D "Write guidance on medicines" {
  delivered-by CEG
  committee    QAC
  assurance    full by QAC on 2018-04-13
  assurance    full by CEG on 2018-06-13
                       ^^^ CEG delivers action D and gave its assurance.
}
action E "Reduce blind spots" {
  delivered-by "Estates Group"
  committee    "Estates group"
               ^^^^^^^^^^^^^^^ “Estates group” delivers action E and oversees it.
}
`,
      },
    ],
    clean: [
      {
        plan: `
committee CEG "Clinical Effectiveness Group"
committee QAC "Quality Assurance Committee"
action C "Bring recorded supervision to 85 %" {
  delivered-by CEG
  committee    QAC
  assurance    full by QAC on 2018-06-13
}
action D "Write guidance on medicines" {
  delivered-by CEG
}
action E "Reduce blind spots" {
  delivered-by tbc "who does it"
  committee    QAC
}
action F "Revise the cleaning schedules" {
  delivered-by CEG
  committee    CEG
  withdrawn    2018-05-01 because "The service moved"
}
`,
      },
    ],
  },
});

/** Who oversees an action or gave its assurance, each with what it does. */
function judgesOf({ item }: Entity<'action'>): { group: Reference; does: string }[] {
  const known = (value: Value<Reference> | undefined, does: string) =>
    value?.value === undefined ? [] : [{ group: value.value, does }];
  return [
    ...known(item.committee?.committee, 'oversees it'),
    ...item.assurances.flatMap(({ by }) => known(by, 'gave its assurance')),
  ];
}

/** What two references to one group have in common, whether the plan declares it or not. */
function keyOf(plan: Plan, reference: Reference): string {
  const found = plan.find('committee', reference);
  if (found !== undefined) return `id ${found.id}`;
  return reference.name === undefined ? `id ${reference.id ?? ''}` : `name ${fold(reference.name)}`;
}

const nameOf = ({ id, name }: Reference): string => id ?? `“${name ?? ''}”`;
