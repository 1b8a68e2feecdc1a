import type { ItemOf } from '../../language/items.ts';
import type { Span } from '../../language/tree.ts';
import { kept } from '../../plan/facts/texts.ts';
import { plainWords } from '../../plan/facts/wording.ts';
import type { Entity, Fact, Plan } from '../../plan/plan.ts';
import { always, check } from '../check.ts';

export const duplicateText = check({
  id: 'duplicate-text',
  title: 'The same text in several actions',
  what: 'A measure or an impact of an action says, in the same words, what one of an earlier action says. Short texts are left alone, and so are actions that continue or replace one another.',
  why: 'What was copied may not have been thought about: the same measure cannot show that two different things were done.',
  source:
    'Practice: in a trust’s published plan, two actions have the same measures and the same impact.',
  falsePositives: 'Actions that really share a measure: watch one indicator from both of them.',
  severity: always('info'),
  preset: 'strict',
  options: {
    words: { default: 5, min: 2, max: 50, doc: 'How many words a text has at least.' },
  },
  over: 'action',
  *run(action, { plan, options }) {
    const texts = textsToCompare(action.item);
    if (texts.length === 0) return;
    const shared = plan.fact(sharedTexts);
    for (const { key, what, span } of texts) {
      if (key.split(' ').length < (options.words ?? 0)) continue;
      const first = shared
        .get(key)
        ?.find((other) => plan.compare(other, action) < 0 && !areLinked(plan, action, other));
      if (first === undefined) continue;
      yield {
        at: span,
        message: `Action ${action.id} has the same ${what} as action ${first.id}.`,
        todo: 'Write what is particular to this action; where both work on one figure, name its indicator in each.',
        related: textsToCompare(first.item)
          .filter((text) => text.key === key)
          .map((text) => ({
            place: { unit: first.unit, span: text.span },
            message: `The ${text.what} of action ${first.id}`,
          })),
      };
    }
  },
  examples: {
    flagged: [
      {
        plan: `
action G "Roll out the tool" {
  measure "Staffing, recruitment and vacancies are monitored every month"
  impact  "Patients might not get timely, suitable treatment"
}
action L "Reduce caseloads" {
  measure "Staffing, recruitment and vacancies are monitored every month."
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Action L has the same measure as action G.
  impact  "Caseloads stay high for longer than they should"
}
action O "Meet the targets" {
  impact "Patients might not get timely suitable treatment"
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Action O has the same impact as action G.
}
`,
      },
    ],
    clean: [
      {
        plan: `
action H "Strengthen safe medicines" {
  measure "Spot checks every quarter"
  impact  none given "No impact on the people who use the service"
}
action K "Remind patients of their rights" {
  measure "Spot checks every quarter"
  impact  none given "No impact on the people who use the service"
}
action 18.5 "Record supervision" {
  measure "The training record shows supervision above 85 %"
}
action C "Bring recorded supervision to 85 %" {
  continues 18.5
  measure   "The training record shows supervision above 85 %"
}
`,
      },
    ],
  },
});

interface Text {
  readonly key: string;
  readonly what: string;
  readonly span: Span;
}

/** Of actions that share a text, the first few: one of them is named. */
const looksAt = 5;

const textsToCompare = kept(({ measures, impact }: ItemOf<'action'>): readonly Text[] =>
  [
    ...measures.map(({ text }) => ({ text, what: 'measure' })),
    ...(impact === undefined ? [] : [{ text: impact.text, what: 'impact' }]),
  ].flatMap(({ text, what }) =>
    text.value === undefined ? [] : [{ key: plainWords(text.value), what, span: text.span }],
  ),
);

/** The first few actions that have a text, by its words, where more than one has it. */
const sharedTexts: Fact<ReadonlyMap<string, readonly Entity<'action'>[]>> = {
  of(plan) {
    const first = new Map<string, Entity<'action'>>();
    const shared = new Map<string, Entity<'action'>[]>();
    for (const action of plan.all('action')) {
      for (const { key } of textsToCompare(action.item)) {
        const earlier = first.get(key);
        if (earlier === undefined) {
          first.set(key, action);
          continue;
        }
        const known = shared.get(key);
        if (known === undefined) {
          if (earlier !== action) shared.set(key, [earlier, action]);
        } else if (known.length < looksAt && known.at(-1) !== action) known.push(action);
      }
    }
    return shared;
  },
  same: (before, now) =>
    before.size === now.size &&
    [...now].every(([key, actions]) => {
      const known = before.get(key);
      return (
        known?.length === actions.length && actions.every((action, at) => known[at] === action)
      );
    }),
};

/** Whether one of two actions continues or replaces the other. */
const areLinked = (plan: Plan, one: Entity<'action'>, other: Entity<'action'>): boolean =>
  carriesOn(plan, one, other) || carriesOn(plan, other, one);

const carriesOn = (plan: Plan, one: Entity<'action'>, other: Entity<'action'>): boolean =>
  [...(one.item.continues?.actions.value ?? []), ...(one.item.replaces?.actions.value ?? [])].some(
    (reference) => plan.find('action', reference) === other,
  );
