import type { ActionRow, Told } from '../recognise/action-rows.ts';
import {
  comeFrom,
  writeFields,
  writePlaces,
  writeText,
  type ActionDraft,
  type Writing,
} from './actions.ts';
import {
  describeWithout,
  idsOf,
  referenceOf,
  requirementOf,
  writeReferences,
  writeSource,
  type Above,
} from './asked.ts';
import { laidOut } from './layout.ts';
import type { Requirements } from './requirements.ts';

/** Rows as actions. */

/** An action that a row made, and what it comes from. */
export interface MadeAction {
  readonly id: string;
  readonly row: ActionRow;
  /** The reference that it has its id from. */
  readonly reference: Told | undefined;
  /** The id of what it answers. */
  readonly requirement: string | undefined;
  /** Its block of the plan. */
  readonly block: string;
  readonly title: readonly Told[];
  /** What each of its lines comes from, in their order. */
  readonly origins: readonly (readonly Told[])[];
}

/** Actions in the order of their rows. */
export function actionsOf(
  rows: readonly ActionRow[],
  requirements: Requirements,
  writing: Writing,
): MadeAction[] {
  const ids = idsOf(rows);
  const taken = new Set(ids.filter((one) => one !== undefined));
  const before: Above = {};
  let next = 1;
  return rows.flatMap((row, index) => {
    const draft: ActionDraft = { row, writing, title: '', lines: [], origins: [], steps: [] };
    const wanted = ids[index];
    const requirement = requirementOf(row, requirements, writing, before);
    const own = requirementOnly(row, requirement);
    if (requirement !== undefined) requirements.describe(requirement.id, row);
    if (own) return [];
    let id = wanted;
    while (id === undefined || (wanted === undefined && taken.has(id))) id = `A${String(next++)}`;
    taken.add(id);
    const title = row.cells.get('action') ?? [];
    const reference = referenceOf(row.cells);
    writeReferences(draft, id, taken);
    comeFrom(draft, reference === undefined ? [] : [reference]);
    writeSource(draft, requirements);
    comeFrom(draft, row.cells.get('source') ?? []);
    writePlaces(draft);
    if (requirement !== undefined) draft.lines.push(`for ${requirement.id}${requirement.why}`);
    else describeWithout(draft);
    comeFrom(draft, row.cells.get('requirement') ?? []);
    writeText(draft, title);
    comeFrom(draft, title);
    writeFields(draft);
    const block = `action ${id} ${draft.title} {\n${laidOut(draft.lines)}}\n`;
    const { origins } = draft;
    return [{ id, row, reference, requirement: requirement?.id, block, title, origins }];
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
