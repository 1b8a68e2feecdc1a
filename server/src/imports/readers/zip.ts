import type { Refusal } from '../cells.ts';
import { limits, megabytes } from '../limits.ts';

/**
 * What is packed in an Office file. What it says about its own sizes is not believed: bytes are counted as
 * they are unpacked, so that a small file that would fill the memory ends in words.
 */

const corrupt: Refusal = {
  wrong: 'is damaged: open it in the program it came from and save it again',
};
const tooMuch: Refusal = {
  wrong: `holds more than ${megabytes(limits.unpacked)} once unpacked, the most that is read`,
};

interface Entry {
  readonly method: number;
  readonly encrypted: boolean;
  readonly packed: Uint8Array<ArrayBuffer>;
}

export class Zip {
  readonly #entries: ReadonlyMap<string, Entry>;
  #left: number = limits.unpacked;

  private constructor(entries: ReadonlyMap<string, Entry>) {
    this.#entries = entries;
  }

  /** Opens a file that begins as packed ones do. */
  static open(bytes: Uint8Array<ArrayBuffer>): Zip | Refusal {
    const entries = entriesOf(bytes);
    if ('wrong' in entries) return entries;
    const encrypted = [...entries.values()].some((entry) => entry.encrypted);
    return encrypted
      ? { wrong: 'is protected by a password: save it without one' }
      : new Zip(entries);
  }

  get names(): string[] {
    return [...this.#entries.keys()];
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  /** The text of a part; empty where there is none of that name. */
  async text(name: string): Promise<string | Refusal> {
    const chunks: Uint8Array[] = [];
    const wrong = await this.#unpack(name, (chunk) => chunks.push(chunk));
    if (wrong !== undefined) return wrong;
    const decoder = new TextDecoder(isUtf16(chunks[0]) ? 'utf-16le' : 'utf-8');
    return (
      chunks.map((chunk) => decoder.decode(chunk, { stream: true })).join('') + decoder.decode()
    );
  }

  /** Why not all parts of some names can be unpacked within the limits; nothing is kept of them. */
  async wrongIn(isMeant: (name: string) => boolean): Promise<Refusal | undefined> {
    for (const name of this.names.filter(isMeant)) {
      const wrong = await this.#unpack(name, () => 0);
      if (wrong !== undefined) return wrong;
    }
    return undefined;
  }

  async #unpack(name: string, take: (chunk: Uint8Array) => void): Promise<Refusal | undefined> {
    const entry = this.#entries.get(name);
    if (entry === undefined) return undefined;
    if (entry.method === 0) {
      this.#left -= entry.packed.length;
      take(entry.packed);
      return this.#left < 0 ? tooMuch : undefined;
    }
    if (entry.method !== 8) return corrupt;
    const stream = new Blob([entry.packed])
      .stream()
      .pipeThrough(new DecompressionStream('deflate-raw'));
    const reader = stream.getReader();
    try {
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return undefined;
        this.#left -= value.length;
        if (this.#left < 0) {
          await reader.cancel();
          return tooMuch;
        }
        take(value);
      }
    } catch {
      return corrupt;
    }
  }
}

const isUtf16 = (chunk: Uint8Array | undefined): boolean =>
  chunk?.[0] === 0xff && chunk[1] === 0xfe;

/** The directory at the file's end, read as PKWARE's APPNOTE 6.3.10 (sections 4.3.12 and 4.3.16) lays it out. */
function entriesOf(bytes: Uint8Array<ArrayBuffer>): Map<string, Entry> | Refusal {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  if (end === undefined) return corrupt;
  const amount = view.getUint16(end + 10, true);
  if (amount > limits.parts)
    return {
      wrong: `holds ${String(amount)} packed files, far more than a workbook or a document has`,
    };
  const entries = new Map<string, Entry>();
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < amount; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) return corrupt;
    const nameLength = view.getUint16(at + 28, true);
    const size = view.getUint32(at + 20, true);
    const local = view.getUint32(at + 42, true);
    if (local + 30 > bytes.length || view.getUint32(local, true) !== 0x04034b50) return corrupt;
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    if (start + size > bytes.length) return corrupt;
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    entries.set(name.replaceAll('\\', '/'), {
      method: view.getUint16(at + 10, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      packed: bytes.subarray(start, start + size),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function endOfDirectory(view: DataView): number | undefined {
  const first = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= first; at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  return undefined;
}
