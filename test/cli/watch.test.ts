import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Folder } from '../support/command.ts';

const bin = fileURLToPath(new URL('../../server/bin/mustdo.js', import.meta.url));

/** `mustdo check --watch` as a process of its own. */
class Watching implements AsyncDisposable {
  readonly #process;
  readonly #ended;
  #text = '';

  constructor(folder: Folder, ...options: string[]) {
    this.#process = spawn(process.execPath, [bin, 'check', '--watch', ...options], {
      cwd: folder.path,
    });
    this.#ended = once(this.#process, 'exit');
    const hear = (chunk: Buffer): void => {
      this.#text += chunk.toString();
    };
    this.#process.stdout.on('data', hear);
    this.#process.stderr.on('data', hear);
  }

  /** What it has said up to the words waited for; forgets it. */
  async until(words: string): Promise<string> {
    const { stderr } = this.#process;
    while (!this.#text.includes(words)) {
      await once(stderr, 'data', { signal: AbortSignal.timeout(10_000) });
    }
    const said = this.#text;
    this.#text = '';
    return said;
  }

  /** Ends it as Ctrl+C does; its exit code. */
  async end(): Promise<unknown> {
    this.#process.kill('SIGINT');
    const [code] = (await this.#ended) as unknown[];
    return code;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#process.exitCode === null) this.#process.kill('SIGKILL');
    await this.#ended;
  }
}

const again = 'Watching for changes';
const clean = '{ "asAt": "2018-07-01", "checks": { "overdue": "error" } }';

describe('mustdo check --watch', () => {
  it('checks again when a plan or the settings change, and ends with the last exit code', async () => {
    using folder = new Folder({ 'mustdo.json': clean, 'wards/p.plan': 'action A "Act"\n' });
    await using watching = new Watching(folder, '--format', 'compact', '--only', 'overdue');
    assert.match(await watching.until(again), /Checked as at 1 July 2018\. Watching/);

    folder.write('wards/p.plan', 'action A "Act" {\n  due 2018-06\n}\n');
    assert.match(await watching.until(again), /wards\/p\.plan:2:7: error: [^\n]+ \[overdue\]/);

    folder.write('mustdo.json', clean.replace('2018-07-01', '2018-05-01'));
    const may = await watching.until(again);
    assert.match(may, /Checked as at 1 May 2018/);
    assert.doesNotMatch(may, /\[overdue\]/);

    folder.write('mustdo.json', '{ "asAt": ');
    assert.match(await watching.until('mustdo:'), /mustdo\.json:1:11 cannot be used/);

    folder.write('mustdo.json', clean);
    await watching.until(again);
    assert.equal(await watching.end(), 1);
  });

  it('ends with 0 when nothing needs attention, and does not stir for other files', async () => {
    using folder = new Folder({ 'mustdo.json': clean, 'p.plan': 'action A "Act"\n' });
    await using watching = new Watching(folder, '--only', 'overdue');
    await watching.until(again);
    folder.write('notes.txt', 'Something else');
    folder.write('q.plan', 'action B "Act again"\n');
    const said = await watching.until(again);
    assert.match(said, /2 actions/);
    assert.equal(said.match(/Checked as at/g)?.length, 1);
    assert.equal(await watching.end(), 0);
  });
});
