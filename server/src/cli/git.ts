import childProcess from 'node:child_process';
import { promisify } from 'node:util';
import { today } from '../hosts/clock.ts';
import { ownPlans } from '../hosts/own-plans.ts';
import type { IsoDate } from '../language/dates.ts';
import { sizeLimit } from '../plan/decode.ts';
import type { FileHost } from '../plan/host.ts';
import { backlogFile, settingsFile } from '../plan/file-names.ts';
import { CannotGoOn } from './exit.ts';
import type { Opened } from './open.ts';

/** Runs git in the folder of a project; what goes wrong is said in its own words. */
export class Git {
  readonly #root: string;
  readonly #where: string;
  readonly #asker: string;

  /** @param asker who asks, for what goes wrong: “--changed-since”, “mustdo diff” */
  constructor({ root, folder }: Pick<Opened, 'root' | 'folder'>, asker: string) {
    this.#root = root;
    this.#where = folder === '' ? 'this folder' : folder;
    this.#asker = asker;
  }

  /**
   * What git prints.
   * @throws CannotGoOn when it cannot be run, or fails
   */
  async run(...args: readonly string[]): Promise<string> {
    return (await this.#run(args)).toString('utf8');
  }

  /**
   * The commit of a revision: a branch, a tag, a hash.
   * @throws CannotGoOn when it is none
   */
  async commitOf(revision: string): Promise<string> {
    if (revision.startsWith('-')) {
      throw new CannotGoOn(`${this.#asker} takes a git revision, not ${revision}.`);
    }
    const none = `${revision} is no revision of ${this.#where}`;
    const args = ['rev-parse', '--verify', '--quiet', `${revision}^{commit}`];
    return (await this.#run(args, { silence: none })).toString('utf8').trim();
  }

  /** The paths that git prints with NULs between them. */
  async paths(...args: readonly string[]): Promise<string[]> {
    return (await this.run(...args)).split('\0').filter((name) => name !== '');
  }

  /** The day of a commit in England, by its committer’s clock. */
  async dayOf(commit: string): Promise<IsoDate> {
    const [, day] = await this.#commits('--max-count=1', commit);
    return day ?? today(0);
  }

  /** The last commit on the way to what is checked out that was made by a day; undefined where none was. */
  async commitBy(day: IsoDate): Promise<string | undefined> {
    const commits = await this.#commits('--first-parent', 'HEAD');
    for (let index = 0; index < commits.length; index += 2) {
      const [commit, made] = commits.slice(index, index + 2);
      if (made !== undefined && made <= day) return commit;
    }
    return undefined;
  }

  /** Whether the folder is in a repository that has a commit. */
  hasCommits(): Promise<boolean> {
    return this.#run(['rev-parse', '--verify', '--quiet', 'HEAD^{commit}']).then(
      () => true,
      () => false,
    );
  }

  /** The plans of the folder as they were in a commit, with their settings. */
  async filesIn(commit: string): Promise<FileHost> {
    const tree = await this.paths('ls-tree', '-r', '-l', '-z', commit, '--', '.');
    const blobs = new Map<string, { hash: string; size: number }>();
    for (const entry of tree) {
      // Mode 100…: a file; links and other repositories hold no plan of this one.
      const [, hash, size, path] = /^100\d+ blob (\w+) +(\d+)\t(.*)$/s.exec(entry) ?? [];
      if (hash === undefined || path === undefined || isHidden(path)) continue;
      blobs.set(path, { hash, size: Number(size) });
    }
    const paths = [...blobs.keys()];
    const wanted = [settingsFile, backlogFile, ...ownPlans(paths, [])].flatMap((path) => {
      const blob = blobs.get(path);
      return blob === undefined ? [] : [{ path, ...blob }];
    });
    const readable = wanted.filter(({ size }) => size <= sizeLimit);
    const bytes = await this.#blobs(readable.map(({ hash }) => hash));
    const files = new Map(readable.map(({ path }, index) => [path, bytes[index]]));
    return {
      exists: (path) => Promise.resolve(blobs.has(path)),
      list: (exclude) => Promise.resolve(ownPlans(paths, exclude)),
      read: (path, limit) =>
        blobs.has(path)
          ? Promise.resolve(files.get(path) ?? new Uint8Array(limit + 1))
          : Promise.reject(new Error('there is no such file')),
    };
  }

  /** The commits that a walk finds, each followed by its day. */
  async #commits(...args: readonly string[]): Promise<string[]> {
    const lines = (await this.run('rev-list', '--timestamp', ...args, '--')).split('\n');
    return lines
      .filter((line) => line !== '')
      .flatMap((line) => {
        const [seconds, commit = ''] = line.split(' ');
        return [commit, today(Number(seconds) * 1000)];
      });
  }

  /** What stands in blobs, in their order: all from one process, however many there are. */
  async #blobs(hashes: readonly string[]): Promise<Uint8Array[]> {
    if (hashes.length === 0) return [];
    const input = `${hashes.join('\n')}\n`;
    const output = await this.#run(['cat-file', '--batch'], { input });
    let from = 0;
    // Before each stands a line that ends with its size; after each an end of line.
    return hashes.map(() => {
      const start = output.indexOf('\n', from) + 1;
      const size = Number(output.toString('utf8', from, start).trim().split(' ')[2]);
      from = start + size + 1;
      return output.subarray(start, start + size);
    });
  }

  async #run(
    args: readonly string[],
    { input, silence }: { readonly input?: string; readonly silence?: string } = {},
  ): Promise<Buffer> {
    try {
      // Looked up here alone: most runs never ask git, and loading what starts programs takes a while.
      const running = promisify(childProcess.execFile)('git', ['--no-optional-locks', ...args], {
        cwd: this.#root,
        maxBuffer: 64 * sizeLimit,
        encoding: 'buffer',
      });
      running.child.stdin?.on('error', () => undefined);
      running.child.stdin?.end(input);
      return (await running).stdout;
    } catch (error) {
      throw new CannotGoOn(
        `${this.#asker} asks git, and git says: ${reasonFor(error, silence ?? 'nothing')}.`,
      );
    }
  }
}

/** @param silence what it means that git says nothing */
function reasonFor(error: unknown, silence: string): string {
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && error.code === 'ENOENT') return 'it cannot be started; is it installed?';
  const words = 'stderr' in error ? String(error.stderr).trim() : '';
  const [reason = ''] = words.split('\n');
  return reason === '' ? silence : reason.replace(/^fatal: /, '').replace(/\.$/, '');
}

/** In a folder that is never searched on a disk either. */
const isHidden = (path: string): boolean =>
  path
    .split('/')
    .slice(0, -1)
    .some((part) => part.startsWith('.') || part === 'node_modules');
