import type { WatchDog } from 'vscode-languageserver';

/** How often the client's process is looked for, in milliseconds. */
const lookEvery = 3000;

/**
 * Ends the process when the client asks for it, or has gone without a word: LSP has a client say which
 * process it is, for that alone (`processId` of `initialize`).
 * @param end ends the process of a client that is gone
 */
export function watchDog(end: () => void): WatchDog {
  let looking: NodeJS.Timeout | undefined;
  return {
    shutdownReceived: false,
    initialize({ processId }) {
      if (typeof processId !== 'number' || looking !== undefined) return;
      looking = setInterval(() => {
        if (!isRunning(processId)) end();
      }, lookEvery);
    },
    exit: (code) => process.exit(code),
  };
}

function isRunning(processId: number): boolean {
  try {
    // No signal is sent: only whether one could be.
    return process.kill(processId, 0);
  } catch {
    return false;
  }
}
