import { positionOf } from '../../plan/facts/position.ts';
import { count, listed } from '../../plan/words.ts';
import { always, check } from '../check.ts';

/** More ids than this are no list that anybody reads. */
const mostListed = 12;

export const ownerOverloaded = check({
  id: 'owner-overloaded',
  title: 'SRO with many open actions',
  what: 'More than 8 open actions name the same SRO. Those that are overdue are counted among them.',
  why: 'One role can follow only so many actions; where they gather, they slip together.',
  source:
    'Practice: plans of thirty actions are found to rest on a handful of roles. The number is ours; set the option to what your trust thinks right.',
  falsePositives:
    'A role with a team and leads of its own for each action: raise the number, or answer for the flag with explained.',
  severity: always('info'),
  preset: 'strict',
  options: {
    actions: {
      default: 8,
      min: 1,
      max: 1000,
      doc: 'How many open actions an SRO may have without a flag.',
    },
  },
  over: 'sro',
  *run(sro, { plan, asAt, options }) {
    const most = options.actions ?? 0;
    const named = plan.referring(sro, 'action', 'sro');
    if (named.length <= most) return;
    const open = [...named]
      .sort((a, b) => plan.compare(a, b))
      .map((action) => positionOf(plan, action, asAt))
      .filter(({ state }) => state === 'open');
    if (open.length <= most) return;
    const late = open.filter((position) => position.late !== undefined).length;
    const ids = open.slice(0, mostListed).map(({ action }) => action.id);
    const more = open.length - ids.length;
    const list = listed([...ids, ...(more > 0 ? [`${String(more)} more`] : [])]);
    const overdue = late === 0 ? '' : `, ${String(late)} of them overdue`;
    yield {
      at: sro.item.idSpan,
      message: `${sro.id} is the SRO of ${count(open.length, 'open action')}${overdue}: ${list}.`,
      todo: `Ask whether one role can follow more than ${String(most)}: give some to another SRO, or say in each who leads it.`,
    };
  },
  examples: {
    flagged: [
      {
        plan: `
sro HON "Head of Nursing"
    ^^^ HON is the SRO of 9 open actions, 1 of them overdue: A, B, C, D, E, F, G, H and I.
action A "Update the risk register" { sro HON }
action B "Put the new rota in place" { sro HON }
action C "Bring recorded supervision to 85 %" {
  sro HON
  due 2018-06
}
action D "Write guidance on medicines" { sro "Head of Nursing" }
action E "Reduce blind spots" { sro HON }
action F "Revise the cleaning schedules" { sro HON }
action G "Roll out the tool" { sro HON }
action H "Open the rooms" { sro HON }
action I "Control ligature risks" { sro HON }
`,
      },
    ],
    clean: [
      {
        plan: `
sro HON "Head of Nursing"
action A "Update the risk register" { sro HON }
action B "Put the new rota in place" { sro HON }
action C "Bring recorded supervision to 85 %" {
  sro       HON
  completed 2018-06-12
}
action D "Write guidance on medicines" { sro HON }
action E "Reduce blind spots" { sro HON }
action F "Revise the cleaning schedules" { sro HON }
action G "Roll out the tool" { sro HON }
action H "Open the rooms" { sro HON }
action I "Control ligature risks" { sro HON }
action J "Move the clinic" {
  sro     tbc "from August"
  support HON
}
`,
      },
    ],
  },
});
