// Stands in for the desktop `code` executable where that cannot be downloaded: takes the arguments that
// `@vscode/test-electron` passes, starts VS Code's own server on this machine, opens its workbench in a
// headless browser, lets the real extension host run the extension and its tests, prints what they
// print, and exits as they end.
import { readArguments } from './arguments.mjs';
import { openHost, Scratch } from './session.mjs';
import { installExtensions } from './server.mjs';

const args = readArguments(process.argv.slice(2));

if (args.toInstall.length > 0) {
  const scratch = new Scratch();
  process.exitCode = installExtensions(
    args.toInstall,
    args.extensions ?? scratch.at('extensions'),
    scratch.path,
  );
  scratch.remove();
} else {
  const host = await openHost(args);
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => void host.end(new Error(`Ended by ${signal}.`)));
  }
  process.exit(await host.exitCode);
}
