import type { Connection } from 'vscode-languageserver';
import { nameOf } from './addresses.ts';
import type { Progress } from './listener.ts';

/** Shows in the client that a project is being read, and how far that is. */
export function readingProgress(connection: Connection, root: string): Progress {
  const shown = connection.window.createWorkDoneProgress().then((progress) => {
    progress.begin(`Reading ${nameOf(root)}`, 0);
    return progress;
  });
  const failed = (error: unknown): void => {
    connection.console.warn(`Progress cannot be shown: ${String(error)}`);
  };
  return {
    report(done, of) {
      shown.then((progress) => {
        progress.report(Math.floor((done / of) * 100));
      }, failed);
    },
    end() {
      shown.then((progress) => {
        progress.done();
      }, failed);
    },
  };
}
