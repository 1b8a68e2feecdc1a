import type { Connection } from 'vscode-languageserver';
import { findRow, placeOfRow, PreviewMemory, rowsAt } from './preview.ts';
import type { ProjectState } from './project-state.ts';
import {
  previewFindRequest,
  previewPlaceRequest,
  previewRequest,
  previewRowsRequest,
  type PreviewFindParams,
  type PreviewFindResult,
  type PreviewParams,
  type PreviewPlaceParams,
  type PreviewPlaceResult,
  type PreviewResult,
  type PreviewRowsParams,
  type PreviewRowsResult,
} from './protocol.ts';
import type { Workspace } from './workspace.ts';

/** Answers what the preview beside the text asks for. */
export function addPreviews(connection: Connection, current: () => Workspace): void {
  const memories = new WeakMap<ProjectState, PreviewMemory>();
  const memoryOf = (project: ProjectState): PreviewMemory => {
    const memory = memories.get(project) ?? new PreviewMemory();
    memories.set(project, memory);
    return memory;
  };

  connection.onRequest(
    previewRequest,
    async ({ uri, ...wanted }: PreviewParams): Promise<PreviewResult | null> => {
      const project = await current().projectOf(uri);
      return project === undefined ? null : memoryOf(project).previewOf(project, wanted);
    },
  );

  connection.onRequest(
    previewPlaceRequest,
    async (params: PreviewPlaceParams): Promise<PreviewPlaceResult | null> => {
      const project = await current().projectOf(params.uri);
      return project === undefined ? null : placeOfRow(project, params);
    },
  );

  connection.onRequest(
    previewRowsRequest,
    async (params: PreviewRowsParams): Promise<PreviewRowsResult | null> => {
      const project = await current().projectOf(params.uri);
      return project === undefined ? null : rowsAt(project, params);
    },
  );

  connection.onRequest(
    previewFindRequest,
    async (params: PreviewFindParams): Promise<PreviewFindResult | null> => {
      const project = await current().projectOf(params.uri);
      return project === undefined ? null : findRow(project, params);
    },
  );
}
