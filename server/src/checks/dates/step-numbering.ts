import { stateOf } from '../../plan/facts/progress.ts';
import type { Entity } from '../../plan/plan.ts';
import { count, listed } from '../../plan/words.ts';
import { always, check, type Draft } from '../check.ts';
import { fixToLookAt, replace } from '../shared/fixes.ts';
import { quoted } from '../shared/phrases.ts';

export const stepNumbering = check({
  id: 'step-numbering',
  title: 'Steps that are misnumbered',
  what: 'Two steps of an open action have the same number; or its steps are not numbered 1, 2, 3 in the order in which they stand (for information). Numbers such as 1a or 2.1 have an order of their own, and are looked at only for repeats.',
  why: 'A step is known by its number: two of one number cannot be told apart in a minute, and one that is missing from the numbers may be missing from the plan.',
  source:
    'Practice: steps are lost when a plan is copied from table to table; in one published plan the steps of an action are numbered 1, 7 and 3.',
  falsePositives:
    'Numbers that follow another document, of which only some steps are here: answer for the flag with explained.',
  severity: always('warning'),
  preset: 'recommended',
  over: 'action',
  appliesTo: (action, { plan, asAt }) =>
    action.item.steps.length > 0 && stateOf(plan, action, asAt) === 'open',
  *run(action) {
    const repeats = [...repeated(action)];
    if (repeats.length > 0) yield* repeats;
    else yield* misnumbered(action);
  },
  examples: {
    flagged: [
      {
        plan: `
action C "Bring recorded supervision to 85 %" {
  due 2018-10
  step 1 "Agree the trajectory"
  step 7 "Reach 85 %"
       ^ The steps of action C are numbered 1, 7 and 3.
  step 3 "Promote supervision"
}
action G "Roll out the tool" {
  step 2 "Agree the roll-out"
       ^ The only step of action G is numbered 2.
}
`,
      },
      {
        plan: `
action H "Strengthen safe medicines" {
  step 1 "Revise the guidance"
  step 1 "Try it on two wards"
       ^ Action H has 2 steps numbered 1.
  step 2 "Audit its use"
}
action I "Control ligature risks" {
  step 1a "Survey the wards"
  step 1b "Replace the fittings"
  step 1a "Survey the bases" due 2018-09
       ^^ Action I has 2 steps numbered 1a.
}
`,
      },
    ],
    clean: [
      {
        plan: `
action C "Bring recorded supervision to 85 %" {
  step 1 "Agree the trajectory"
  step 2 "Reach 85 %"
}
action H "Strengthen safe medicines" {
  step 1a "Revise the guidance"
  step 1c "Audit its use"
}
action I "Control ligature risks at team bases" {
  completed 2018-05-30
  step 2 "Replace the fittings" due 2018-07
}
action J "Move the clinic" {
  step unknown "Find rooms"
  step 4 "Move"
}
`,
      },
    ],
  },
});

/** Numbers that a step before has already; each once, where it first comes again. */
function* repeated(action: Entity<'action'>): Iterable<Draft> {
  const byNumber = Map.groupBy(action.item.steps, ({ number }) => number.value);
  for (const [number, steps] of byNumber) {
    const [first, second] = steps;
    if (number === undefined || first === undefined || second === undefined) continue;
    yield {
      at: second.number.span,
      message: `Action ${action.id} has ${count(steps.length, 'step')} numbered ${number}.`,
      todo: 'Look which of them is meant, and give each step a number of its own.',
      fixes: () =>
        hasPlainNumbers(action)
          ? [fixToLookAt('Number the steps as they stand', ...renumbered(action))]
          : [],
      related: [
        { place: { unit: action.unit, span: first.number.span }, message: 'The first of them' },
      ],
    };
  }
}

/** Steps with plain numbers that are not 1, 2, 3, … */
function* misnumbered(action: Entity<'action'>): Iterable<Draft> {
  const { id, item } = action;
  if (!hasPlainNumbers(action)) return;
  const first = item.steps.find(({ number }, index) => number.value !== String(index + 1));
  if (first === undefined) return;
  const said = item.steps.map(({ number }) => number.value ?? '');
  yield {
    at: first.number.span,
    message:
      said.length === 1
        ? `The only step of action ${id} is numbered ${listed(said)}.`
        : `The steps of action ${id} are numbered ${listed(said)}.`,
    todo: 'Look whether a step is missing. If none is, number them in the order in which they stand.',
    fixes: () => [fixToLookAt('Number the steps as they stand', ...renumbered(action))],
    severity: 'info',
  };
}

const hasPlainNumbers = ({ item }: Entity<'action'>): boolean =>
  item.steps.every(({ number }) => number.value !== undefined && /^\d+$/.test(number.value));

const renumbered = ({ item, unit }: Entity<'action'>) =>
  item.steps.flatMap(({ number: { value, given, span } }, index) => {
    const right = String(index + 1);
    if (value === right) return [];
    // The number that the paper prints stays beside the new one.
    const text = given === undefined ? `${right} given ${quoted(value ?? '')}` : right;
    return [replace(unit, span, text)];
  });
