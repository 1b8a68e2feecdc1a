/** A message of the wire, not yet parsed, and when its last byte came in. */
export interface Frame {
  readonly body: Buffer;
  /** Of `performance.now()`. */
  readonly at: number;
}

const separator = Buffer.from('\r\n\r\n');

/**
 * Cuts what a server writes into messages. It parses none: a message’s time is that of the piece of output
 * that completed it, so that a large message is not charged with the client’s own reading of it.
 */
export class Framing {
  #pieces: Buffer[] = [];
  #length = 0;
  /** How long the buffer has to be before it is worth looking at again. */
  #wanted = 0;

  /** The messages that a piece of output completes. */
  add(piece: Buffer, at: number): Frame[] {
    this.#pieces.push(piece);
    this.#length += piece.length;
    const frames: Frame[] = [];
    while (this.#length > 0 && this.#length >= this.#wanted) {
      const buffer = this.#joined();
      const headerEnd = buffer.indexOf(separator);
      if (headerEnd === -1) {
        this.#wanted = this.#length + 1;
        break;
      }
      const length = contentLength(buffer.toString('latin1', 0, headerEnd));
      const start = headerEnd + separator.length;
      if (buffer.length < start + length) {
        this.#wanted = start + length;
        break;
      }
      frames.push({ body: buffer.subarray(start, start + length), at });
      this.#pieces = [buffer.subarray(start + length)];
      this.#length = buffer.length - start - length;
      this.#wanted = 0;
    }
    return frames;
  }

  /** Joined once a message is whole, because joining at every piece costs the square of a message’s size. */
  #joined(): Buffer {
    const [only] = this.#pieces;
    if (only !== undefined && this.#pieces.length === 1) return only;
    const buffer = Buffer.concat(this.#pieces);
    this.#pieces = [buffer];
    return buffer;
  }
}

function contentLength(header: string): number {
  const [, digits] = /(?:^|\r\n)Content-Length: *(\d+)/i.exec(header) ?? [];
  if (digits === undefined) throw new Error(`The server wrote something else than LSP: ${header}`);
  return Number(digits);
}

/** A message as the bytes to send. */
export function framed(message: object): Buffer {
  const body = Buffer.from(JSON.stringify(message));
  return Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]);
}
