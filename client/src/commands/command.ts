import type { Uri } from 'vscode';
import type { AsAt } from '../as-at.ts';
import type { Preview } from '../preview/preview.ts';
import type { Server } from '../server.ts';
import type { CurrentProject } from '../trees/current.ts';
import type { Trees } from '../trees/index.ts';

/** What commands work with. */
export interface Mustdo {
  /** Where the extension is. */
  readonly extension: Uri;
  readonly server: Server;
  readonly asAt: AsAt;
  readonly preview: Preview;
  /** The project that the trees are about. */
  readonly current: CurrentProject;
  readonly trees: Trees;
}

/** What happens when a command is called; anybody may call it, with anything. */
export type Command = (mustdo: Mustdo, ...given: readonly unknown[]) => Promise<void> | void;
