import type { ActionRow } from '../recognise/action-rows.ts';
import { writeFields, writePlaces, writeText, type ActionDraft, type Writing } from './actions.ts';
import {
  describeWithout,
  idsOf,
  requirementOf,
  writeReferences,
  writeSource,
  type Above,
} from './asked.ts';
import { laidOut } from './layout.ts';
import type { Requirements } from './requirements.ts';

/** Rows as actions. */

/** Actions in the order of their rows. */
export function actionsOf(
  rows: readonly ActionRow[],
  requirements: Requirements,
  writing: Writing,
): string[] {
  const ids = idsOf(rows);
  const taken = new Set(ids.filter((one) => one !== undefined));
  const before: Above = {};
  let next = 1;
  return rows.flatMap((row, index) => {
    const draft: ActionDraft = { row, writing, title: '', lines: [], steps: [] };
    const wanted = ids[index];
    const requirement = requirementOf(row, requirements, writing, before);
    const own = requirementOnly(row, requirement);
    if (requirement !== undefined) requirements.describe(requirement.id, row);
    if (own) return [];
    let id = wanted;
    while (id === undefined || (wanted === undefined && taken.has(id))) id = `A${String(next++)}`;
    taken.add(id);
    writeReferences(draft, id, taken);
    writeSource(draft, requirements);
    writePlaces(draft);
    if (requirement !== undefined) draft.lines.push(`for ${requirement.id}${requirement.why}`);
    else describeWithout(draft);
    writeText(draft, row.cells.get('action') ?? []);
    writeFields(draft);
    return [`action ${id} ${draft.title} {\n${laidOut(draft.lines)}}\n`];
  });
}

/** Fields that make an action of a row, even where it does not say what is to be done. */
const ofActions = ['ref', 'action', 'due', 'sro', 'lead', 'status', 'committee', 'update'] as const;

const requirementOnly = ({ cells }: ActionRow, requirement: object | undefined): boolean =>
  requirement !== undefined &&
  !ofActions.some((id) => cells.get(id)?.some(({ cell }) => cell.from === undefined) === true) &&
  [...cells.keys()].every((id) =>
    ['requirement', 'requirement-ref', 'strength', 'regulation', 'question', 'source'].includes(id),
  );
