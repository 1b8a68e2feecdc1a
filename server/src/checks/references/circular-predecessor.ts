import type { Edit } from '../../plan/flag.ts';
import type { Entity, Fact, Plan } from '../../plan/plan.ts';
import { always, check } from '../check.ts';
import { circlesIn } from './circles.ts';
import { fixToLookAt, replace } from '../shared/fixes.ts';
import { linksOf, type Link } from './links.ts';
import { textAt } from '../shared/phrases.ts';

type Action = Entity<'action'>;

/** So many links of a circle are named, and have a fix; a longer one would be no sentence. */
const manyLinks = 6;

export const circularPredecessor = check({
  id: 'circular-predecessor',
  title: 'Actions that continue each other in a circle',
  what: 'Following what an action continues or replaces leads back to that action. A circle is flagged once, at the action of it that comes first in the plan.',
  why: 'An action cannot be earlier than itself. While the circle stands, nobody can say which action took over from which, or since when the work is open.',
  source:
    'The language reference, docs/language.md: continues and replaces name earlier actions, and are the history of a finding from one plan to the next.',
  falsePositives: 'None: at least one of the links is wrong.',
  severity: always('error'),
  preset: 'setting-up',
  over: 'action',
  *run(action, { plan }) {
    const { continues, replaces } = action.item;
    if (continues === undefined && replaces === undefined) return;
    const circle = plan.fact(circles).get(action);
    const [first] = circle ?? [];
    if (circle === undefined || first === undefined) return;
    const shown = circle.slice(0, manyLinks);
    yield {
      at: first.reference.span,
      message: inWords(circle),
      todo: 'Find the action that came first, and take the later one out of its continues or replaces.',
      fixes: () =>
        shown.map((link) =>
          fixToLookAt(
            `Say that ${link.from.id} does not ${link.verb === 'continues' ? 'continue' : 'replace'} ${link.to.id}`,
            ...cut(plan, link),
          ),
        ),
      related: shown.slice(1).map(({ from, to, verb, reference }) => ({
        place: { unit: from.unit, span: reference.span },
        message: `Action ${from.id} ${verb} ${to.id}`,
      })),
    };
  },
  examples: {
    flagged: [
      {
        plan: `
action A "Update the risk register" {
  continues 18.5, B
                  ^ Action A continues B, which continues A.
}
action B "Put the new rota in place" {
  continues A
}
action 18.5 "Record supervision"
`,
      },
      {
        plan: `
action C "Bring recorded supervision to 85 %" {
  replaces C
           ^ Action C replaces itself.
}
action D "Write guidance on safe medicines" {
  continues F
            ^ Action D continues F, which continues E, which continues D.
}
action E "Remove blind spots on two wards" {
  continues D, "18.4" not-in-plan
}
action F "Revise the cleaning schedules" {
  continues "Remove blind spots on two wards"
  replaces  E
}
`,
      },
    ],
    clean: [
      {
        plan: `
action A "Update the risk register" {
  continues B, C
}
action B "Put the new rota in place" {
  continues C
  replaces  18.6 not-in-plan
}
action C "Bring recorded supervision to 85 %"
`,
      },
    ],
  },
});

/** The circles of a plan by the action of each that comes first, as its links from that action on. */
const circles: Fact<ReadonlyMap<Action, readonly Link[]>> = {
  of(plan) {
    const links = new Map(linkedActions(plan).map((action) => [action, linksOf(plan, action)]));
    const earlier = (action: Action) => (links.get(action) ?? []).map(({ to }) => to);
    const found = circlesIn([...links.keys()], earlier).map((circle) =>
      circle.flatMap((from, index) => {
        const to = circle[index + 1] ?? circle[0];
        return links.get(from)?.find((link) => link.to === to) ?? [];
      }),
    );
    return new Map(found.flatMap((circle) => (circle[0] ? [[circle[0].from, circle]] : [])));
  },
  same: (before, now) => before.size === 0 && now.size === 0,
};

/** The actions that carry on or replace others; only these can be in a circle. */
const linkedActions = (plan: Plan): Action[] =>
  plan
    .all('action')
    .filter(({ item }) => item.continues !== undefined || item.replaces !== undefined);

/** `A continues B, which replaces C, which continues A`. */
function inWords(circle: readonly Link[]): string {
  const [first, ...more] = circle;
  if (first === undefined) return '';
  if (more.length === 0) return `Action ${first.from.id} ${first.verb} itself.`;
  const shown = more.slice(0, manyLinks - 1);
  const links = shown.map(({ verb, to }) => `, which ${verb} ${to.id}`).join('');
  const rest =
    circle.length > manyLinks
      ? `, and so on round ${String(circle.length)} actions to ${first.from.id}`
      : '';
  return `Action ${first.from.id} ${first.verb} ${first.to.id}${links}${rest}.`;
}

/** Takes an earlier action out of every list in which another names it; `none` stays where nothing is left. */
function cut(plan: Plan, { from, to }: Link): Edit[] {
  const links = linksOf(plan, from).filter((link) => link.to === to);
  return [...new Set(links.map(({ list }) => list))].map((list) => {
    const cutOut = new Set(links.map(({ reference }) => reference));
    const left = (list.value ?? []).filter((reference) => !cutOut.has(reference));
    const texts = left.map(
      ({ span, notInPlan }) => `${textAt(from.unit, span)}${notInPlan ? ' not-in-plan' : ''}`,
    );
    return replace(from.unit, list.span, texts.length > 0 ? texts.join(', ') : 'none');
  });
}
