import { mustDoUnmapped } from '../checks/coverage/must-do-unmapped.ts';
import { overdue } from '../checks/dates/overdue.ts';
import { unansweredMustDos } from '../editor/standing.ts';
import { positionsOf } from '../plan/facts/position.ts';
import type { ProjectState } from './project-state.ts';
import type { ProjectChangedParams } from './protocol.ts';

/** What a client is told of a project that was judged anew. */
export function changeOf(project: ProjectState): ProjectChangedParams {
  const { id, asAt, judgement } = project;
  const uris = project.takeOtherUris();
  return {
    id,
    ...(uris === undefined ? {} : { uris }),
    asAt,
    overdue: overdueActions(project),
    unmapped: unmappedMustDos(project),
    flags: { error: 0, warning: 0, info: 0, ...judgement?.counts },
  };
}

/** How many actions are overdue: as the check has counted them, where it is not turned off. */
function overdueActions({ plan, asAt, judgement }: ProjectState): number {
  const counted = judgement?.amountFlagged(overdue.id);
  return counted ?? positionsOf(plan, asAt).filter(({ late }) => late !== undefined).length;
}

/** How many must-dos nothing answers, in the same way. */
function unmappedMustDos({ plan, asAt, judgement }: ProjectState): number {
  return judgement?.amountFlagged(mustDoUnmapped.id) ?? unansweredMustDos(plan, asAt);
}
