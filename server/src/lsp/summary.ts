import { severityCounts } from '../outputs/flags/flag-report.ts';
import { positionsOf } from '../plan/facts/position.ts';
import type { ProjectState } from './project-state.ts';
import type { ProjectChangedParams } from './protocol.ts';

/** What a client is told of a project that was judged anew. */
export function changeOf({ root, uris, asAt, plan, flags }: ProjectState): ProjectChangedParams {
  const overdue = positionsOf(plan, asAt).filter(({ late }) => late !== undefined).length;
  return { root, uris, asAt, overdue, flags: severityCounts(flags) };
}
