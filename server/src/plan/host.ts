/**
 * Where files come from: Node's disk, memory, or a client's file system in a browser. Paths are
 * relative to the project's folder, with `/` between their parts.
 */
export interface FileHost {
  /** The bytes of a file; rejects when it cannot be read. At most `limit` bytes and one more are needed. */
  read(path: string, limit: number): Promise<Uint8Array>;
  exists(path: string): Promise<boolean>;
  /** Paths of every plan file below the folder, but those excluded, in code point order. */
  list(exclude: readonly string[]): Promise<readonly string[]>;
}

/** Files in memory: for tests, and for documents that were never saved. */
export class MemoryHost implements FileHost {
  readonly #files: ReadonlyMap<string, Uint8Array>;

  constructor(files: Readonly<Record<string, string | Uint8Array>>) {
    const encoder = new TextEncoder();
    this.#files = new Map(
      Object.entries(files).map(([path, content]) => [
        path,
        typeof content === 'string' ? encoder.encode(content) : content,
      ]),
    );
  }

  read(path: string): Promise<Uint8Array> {
    const content = this.#files.get(path);
    if (content === undefined) return Promise.reject(new Error(`There is no file ${path}.`));
    return Promise.resolve(content);
  }

  exists(path: string): Promise<boolean> {
    return Promise.resolve(this.#files.has(path));
  }

  list(): Promise<readonly string[]> {
    return Promise.resolve([...this.#files.keys()].filter((path) => path.endsWith('.plan')).sort());
  }
}
