import type { FileHost } from '../plan/host.ts';

/** Where the server reads files: Node's disk, or the client's file system in a browser. */
export interface Files {
  /** The files of a folder; `undefined` when its address is of a scheme that cannot be read. */
  hostFor(folder: string): FileHost | undefined;
  /** The folders of all projects and loose plans below a folder: where there is a `mustdo.json`, or plans without one. */
  plansBelow(folder: string): Promise<readonly string[]>;
}
