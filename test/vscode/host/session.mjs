// One run of VS Code: its server, its workbench in a browser, and what the tests print.
import { createServer } from 'node:net';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format } from 'node:util';
import { startServer } from './server.mjs';
import { serveWebExtension } from './web-host.mjs';
import { openWorkbench } from './workbench.mjs';

const inside = fileURLToPath(new URL('inside.mjs', import.meta.url));

/** After this long something hangs. */
const longest = 300_000;

/** A folder of its own for one run. */
export class Scratch {
  path = mkdtempSync(join(tmpdir(), 'mustdo-host-'));

  /** @param {string} name */
  at(name) {
    return join(this.path, name);
  }

  remove() {
    rmSync(this.path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

/**
 * Opens VS Code. Without tests it stays open until `end` is called.
 * @param {import('./arguments.mjs').Arguments} args
 */
export async function openHost(args) {
  const scratch = new Scratch();
  const userData = args.userData ?? scratch.at('user-data');
  const extensions = args.extensions ?? scratch.at('extensions');
  for (const folder of [userData, extensions]) mkdirSync(folder, { recursive: true });

  // What VS Code says of itself matters only when something goes wrong.
  /** @type {string[]} */
  const lines = [];
  const log = (/** @type {string} */ line) => {
    lines.push(line);
    if (process.env.MUSTDO_VSCODE_LOG) process.stderr.write(line);
  };

  /** @type {(code: number) => void} */
  let settle = () => undefined;
  /** @type {Promise<number>} */
  const exitCode = new Promise((resolve) => (settle = resolve));
  /** @type {(() => Promise<void>)[]} */
  const closers = [];
  let isEnding = false;

  /** Closes all; an error says why, and what VS Code said before it. @param {Error | number} result */
  async function end(result) {
    if (isEnding) return;
    isEnding = true;
    if (typeof result !== 'number') {
      console.error(`${lines.slice(-40).join('')}\n${result.stack ?? result.message}`);
    }
    for (const close of closers.toReversed()) await close().catch(() => undefined);
    scratch.remove();
    settle(typeof result === 'number' ? result : 1);
  }
  const onEnd = (/** @type {string} */ why) => void end(new Error(why));
  setTimeout(() => onEnd(`No end within ${longest / 1000} seconds.`), longest).unref();

  const output = await listen(scratch.at('output'));
  // The extension host reports success too when it dies, so tests that pass leave this.
  const passed = scratch.at('passed');

  try {
    const server = await startServer({
      ...{ scratch: scratch.path, userData, extensions, trusted: args.trusted, log, onEnd },
      environment: {
        MUSTDO_TESTS: args.testsPath ?? '',
        MUSTDO_TESTS_OUTPUT: output.path,
        MUSTDO_TESTS_PASSED: passed,
      },
    });
    closers.push(() => server.stop());
    const { browser, page } = await openWorkbench({
      ...{ authority: server.authority, args, onEnd },
      testsPath: args.testsPath === undefined ? undefined : inside,
      async prepare(page) {
        await page.exposeFunction(
          'codeAutomationLog',
          (/** @type {string} */ type, /** @type {unknown[]} */ values) =>
            log(`[${type}] ${format(...values)}\n`),
        );
        await page.exposeFunction('codeAutomationExit', async (/** @type {number} */ code) => {
          await output.ended();
          if (code === 0 && !existsSync(passed)) onEnd('VS Code ended before the tests.');
          else if (code !== 0 && !output.isUsed()) onEnd('The tests did not start.');
          // The page waits for the answer to this call: do not close it before it has it.
          else setImmediate(() => void end(code));
        });
        if (args.web) {
          const prepareWeb = await serveWebExtension(args, {
            print: (text) => output.print(text),
            passed: () => writeFileSync(passed, ''),
          });
          await prepareWeb(page);
        }
      },
    });
    closers.push(() => browser.close());
    return { page, end, exitCode };
  } catch (error) {
    await end(error instanceof Error ? error : new Error(String(error)));
    throw error;
  }
}

/** Prints what comes over a socket. @param {string} path */
async function listen(path) {
  let used = false;
  let open = 0;
  /** @type {() => void} */
  let settle = () => undefined;
  /** @type {Promise<void>} */
  const closed = new Promise((resolve) => (settle = resolve));
  const server = createServer((socket) => {
    used = true;
    open += 1;
    socket.pipe(process.stdout, { end: false });
    socket.on('close', () => {
      open -= 1;
      if (open === 0) settle();
    });
  });
  server.unref();
  await new Promise((resolve) => server.listen(path, () => resolve(undefined)));
  return {
    path,
    isUsed: () => used,
    /** Resolves when the tests have said all, or soon. */
    async ended() {
      if (open > 0)
        await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, 2000))]);
    },
    print(/** @type {string} */ text) {
      used = true;
      process.stdout.write(text);
    },
  };
}
