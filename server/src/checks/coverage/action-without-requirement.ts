import type { Entity, Plan } from '../../plan/plan.ts';
import { requirementName } from '../../plan/facts/strength.ts';
import { isLive, stateOf } from '../../plan/facts/progress.ts';
import { requirementsByWord, tellingWords } from '../../plan/facts/wording.ts';
import { always, check } from '../check.ts';
import { fixToLookAt } from '../shared/fixes.ts';
import { gapIn } from '../shared/gaps.ts';
import { referenceTo } from '../shared/references.ts';

export const actionWithoutRequirement = check({
  id: 'action-without-requirement',
  title: 'Action that answers nothing',
  what: 'An action that is not withdrawn does not say which requirement it is for. None, n/a, unknown, unreadable and withheld name none; tbc is an answer for now.',
  why: 'Work that answers no finding cannot show that one is met, and the plan drifts away from what was asked.',
  source:
    'Practice: CQC’s report on actions asks of each action which regulation it meets; trusts’ plans print the requirement beside it.',
  falsePositives:
    'An action the trust set itself: enter what it answers as a priority of a quality account, or as a recommendation of an audit.',
  severity: always('warning'),
  preset: 'setting-up',
  over: 'action',
  appliesTo: (action, { plan, asAt }) => isLive(stateOf(plan, action, asAt)),
  *run(action, { plan }) {
    const gap = gapIn(action, 'for', action.item.requirements?.requirements);
    if (gap === undefined) return;
    const source = plan.find('source', action.item.source?.source.value);
    const within = source === undefined ? '' : ` in ${source.id}`;
    yield {
      at: gap.at,
      message:
        gap.word === ''
          ? `Action ${action.id} does not say which requirement${within} it is for.`
          : `Action ${action.id} does not say which requirement${within} it is for: it says ${gap.word}.`,
      todo: 'Name the must-do, should-do or other requirement that it answers, or write for tbc "who finds out".',
      fixes: () => [
        fixToLookAt('Say that it is to be confirmed', gap.fill('tbc "which requirement"')),
        ...alike(plan, action, source).map((requirement) =>
          fixToLookAt(
            `Link it to ${requirementName(requirement)} ${requirement.id}, “${requirement.item.title.value ?? ''}”`,
            gap.fill(referenceTo(plan, requirement)),
          ),
        ),
      ],
    };
  },
  whenAll: (count) => ({
    message: `None of the ${String(count)} actions says which requirement it is for.`,
    todo: 'Name in each action the must-do, should-do or other requirement that it answers: for …',
  }),
  examples: {
    flagged: [
      {
        plan: `
inspection CQC-2017 "CQC inspection, October 2017" {
  must BLIND-SPOTS "Blind spots on the wards are reduced"
  must SUPERVISION "Staff record their supervision"
}
action E "Reduce the risk of blind spots on four wards" {
       ^ Action E does not say which requirement in CQC-2017 it is for.
  source CQC-2017
}
action K "Improve the records" {
  for unknown given "blank"
      ^^^^^^^ Action K does not say which requirement it is for: it says unknown.
}
`,
      },
    ],
    clean: [
      {
        plan: `
inspection CQC-2017 "CQC inspection, October 2017" {
  must BLIND-SPOTS "Blind spots on the wards are reduced"
}
action E "Reduce the risk of blind spots on four wards" {
  for BLIND-SPOTS
}
action F "Revise the cleaning schedules" {
  for tbc "the inspection team is asked"
}
action G "Roll out the tool" {
  withdrawn 2018-05-01 because "The service closed"
}
`,
      },
    ],
  },
});

/** A word that more requirements than this share tells nothing. */
const tooMany = 25;

/** Up to two requirements whose titles share at least two telling words, and half of theirs, with the action’s. */
function alike(
  plan: Plan,
  action: Entity<'action'>,
  source: Entity<'source'> | undefined,
): Entity<'requirement'>[] {
  const byWord = plan.fact(requirementsByWord);
  const shared = new Map<Entity<'requirement'>, number>();
  for (const word of tellingWords(action.item.title.value)) {
    const having = byWord.get(word) ?? [];
    for (const requirement of having.length > tooMany ? [] : having) {
      if (source !== undefined && requirement.parent !== source) continue;
      shared.set(requirement, (shared.get(requirement) ?? 0) + 1);
    }
  }
  return [...shared]
    .filter(([{ item }, words]) => words >= 2 && words * 2 >= tellingWords(item.title.value).size)
    .sort(([, a], [, b]) => b - a)
    .slice(0, 2)
    .map(([requirement]) => requirement);
}
