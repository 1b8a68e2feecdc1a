import { BrowserMessageReader, BrowserMessageWriter } from 'vscode-languageserver/browser';
import { serve } from './serve.ts';

/**
 * The server for a web worker, where it begins at once: the client's file system is the only one there is.
 * In VS Code's package Node loads the same file for what it exports, and begins it in its own way.
 */
export { serve };

// The types of a worker's scope would change those of every other file.
const scope = globalThis as never;

if ('importScripts' in globalThis) {
  // Who made a worker ends it.
  serve(new BrowserMessageReader(scope), new BrowserMessageWriter(scope), {
    watchDog: { shutdownReceived: false, initialize: () => undefined, exit: () => undefined },
  });
}
