// Runs in the extension host in place of the tests, and runs them. What they print goes over a socket:
// by itself it would be lost among the lines that VS Code writes.
import { Console } from 'node:console';
import { writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { pathToFileURL } from 'node:url';
import { format } from 'node:util';

const {
  MUSTDO_TESTS: tests = '',
  MUSTDO_TESTS_OUTPUT: output = '',
  MUSTDO_TESTS_PASSED: passed = '',
} = process.env;

export async function run() {
  const socket = connect(output);
  const write = /** @type {typeof process.stdout.write} */ (socket.write.bind(socket));
  process.stdout.write = write;
  process.stderr.write = write;
  // The methods of VS Code's own console cannot be assigned.
  globalThis.console = new Console(socket, socket);
  try {
    /** @type {unknown} */
    const module = await import(pathToFileURL(tests).href);
    await /** @type {{ default: { run: () => Promise<void> } }} */ (module).default.run();
    writeFileSync(passed, '');
  } catch (error) {
    socket.write(`${format(error)}\n`);
    throw error;
  } finally {
    await new Promise((resolve) => socket.end(() => resolve(undefined)));
  }
}
