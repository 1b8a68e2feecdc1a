import type { Refusal } from '../cells.ts';
import { limits, megabytes } from '../limits.ts';
import { unpacked, zipEntries, type ZipEntry } from '../zip.ts';

const corrupt: Refusal = {
  wrong: 'is damaged: open it in the program it came from and save it again',
};
const tooMuch = (most: number): Refusal => ({
  wrong: `holds more than ${megabytes(most)} once unpacked, the most that is read`,
});

/**
 * What is packed in an Office file. What it says about its own sizes is not believed: bytes are counted as
 * they are unpacked, so that a small file that would fill the memory ends in words.
 */
export class Packed {
  readonly #bytes: Uint8Array;
  readonly #entries: ReadonlyMap<string, ZipEntry>;
  readonly #most: number;
  #left: number;

  private constructor(bytes: Uint8Array, entries: readonly ZipEntry[], most: number) {
    this.#bytes = bytes;
    this.#most = most;
    this.#left = most;
    this.#entries = new Map(entries.map((entry) => [entry.name.replaceAll('\\', '/'), entry]));
  }

  /**
   * Opens a file that begins as packed ones do.
   * @param most bytes of what is unpacked of it, in all
   */
  static open(bytes: Uint8Array, most: number = limits.unpacked): Packed | Refusal {
    const entries = zipEntries(bytes);
    if (entries === undefined) return corrupt;
    if (entries.length > limits.parts) {
      return {
        wrong: `holds ${String(entries.length)} packed files, far more than a workbook or a document has`,
      };
    }
    if (entries.some(({ isLocked }) => isLocked)) {
      return { wrong: 'is protected by a password: save it without one' };
    }
    // Two parts of one name could be read differently by the next who reads them.
    const names = new Set(entries.map(({ name }) => name));
    return names.size < entries.length ? corrupt : new Packed(bytes, entries, most);
  }

  get names(): string[] {
    return [...this.#entries.keys()];
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  /** The text of a part; empty where there is none of that name. */
  async text(name: string): Promise<string | Refusal> {
    const bytes = await this.#unpacked(name);
    if (bytes === undefined) return '';
    if ('wrong' in bytes) return bytes;
    const isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
    return new TextDecoder(isWide ? 'utf-16le' : 'utf-8').decode(bytes);
  }

  /** The bytes of a part; undefined where there is none of that name. */
  bytes(name: string): Promise<Uint8Array | Refusal | undefined> {
    return this.#unpacked(name);
  }

  /** Why not all parts of some names can be unpacked within the limits; nothing is kept of them. */
  async wrongIn(isMeant: (name: string) => boolean): Promise<Refusal | undefined> {
    for (const name of this.names.filter(isMeant)) {
      const bytes = await this.#unpacked(name);
      if (bytes !== undefined && 'wrong' in bytes) return bytes;
      // Who reads it next makes room for as much as it says that it holds.
      if (bytes?.length !== this.#entries.get(name)?.size) return corrupt;
    }
    return undefined;
  }

  async #unpacked(name: string): Promise<Uint8Array | Refusal | undefined> {
    const entry = this.#entries.get(name);
    if (entry === undefined) return undefined;
    const bytes = await unpacked(this.#bytes, entry, this.#left);
    if (bytes === 'too large') return tooMuch(this.#most);
    if (bytes === 'broken') return corrupt;
    this.#left -= bytes.length;
    return bytes;
  }
}
