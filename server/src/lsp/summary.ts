import { overdue } from '../checks/dates/overdue.ts';
import { positionsOf } from '../plan/facts/position.ts';
import type { ProjectState } from './project-state.ts';
import type { ProjectChangedParams } from './protocol.ts';

/** What a client is told of a project that was judged anew. */
export function changeOf(project: ProjectState): ProjectChangedParams {
  const { root, uris, asAt, judgement } = project;
  return {
    root,
    uris,
    asAt,
    overdue: overdueActions(project),
    flags: { error: 0, warning: 0, info: 0, ...judgement?.counts },
  };
}

/** How many actions are overdue: as the check has counted them, where it is not turned off. */
function overdueActions({ plan, asAt, judgement }: ProjectState): number {
  const counted = judgement?.amountFlagged(overdue.id);
  return counted ?? positionsOf(plan, asAt).filter(({ late }) => late !== undefined).length;
}
