const lengthField = 'Content-Length:';
const endOfHeader = '\r\n\r\n';
/** More than any client writes before a message. What goes on for longer is no header. */
const longestHeader = 8 * 1024;
/** As much as Node can hold in one string. */
const largestBody = 512 * 1024 * 1024;
const nothing: Buffer = Buffer.alloc(0);

/** What stands next in the bytes of a client: a message, or what is wrong with them. */
export type Frame = { readonly message: unknown } | { readonly wrong: string };

/**
 * Takes the messages out of the bytes that a client writes, each after a header that gives its length.
 * Bytes that are no message are passed over, up to the next header: a client that slips once is heard
 * again. However long a header or a body fails to end, what came before is not looked at again.
 */
export class Frames {
  #header = nothing;
  /** Bytes that belong to nothing have been said to be wrong, and are still going on. */
  #astray = false;
  #length: number | undefined;
  #body: Buffer[] = [];
  #held = 0;

  /** @returns what is whole now; the rest is kept until more bytes come */
  *read(bytes: Buffer): Generator<Frame, void> {
    let rest = bytes;
    for (;;) {
      if (this.#length === undefined) {
        const block = this.#header.length === 0 ? rest : Buffer.concat([this.#header, rest]);
        const end = block.indexOf(endOfHeader);
        if (end < 0) {
          if (block.length > longestHeader) yield* this.#goAstray('A header does not end.');
          this.#header = block.subarray(-longestHeader);
          return;
        }
        this.#header = nothing;
        rest = block.subarray(end + endOfHeader.length);
        const { length, wrong } = readHeader(block.toString('latin1', 0, end));
        if (wrong !== undefined) yield* this.#goAstray(wrong);
        if (length !== undefined) this.#astray = false;
        this.#length = length;
        continue;
      }
      const taken = rest.subarray(0, this.#length - this.#held);
      rest = rest.subarray(taken.length);
      this.#body.push(taken);
      this.#held += taken.length;
      if (this.#held < this.#length) return;
      const body = Buffer.concat(this.#body);
      this.#length = undefined;
      this.#body = [];
      this.#held = 0;
      const frame = parsed(body);
      yield frame;
      if ('message' in frame) continue;
      // A length that was too great has swallowed a header, or the beginning of one: it is read again.
      const next = body.indexOf(lengthField);
      const again = body.subarray(next < 0 ? -lengthField.length : next);
      this.#astray = again.length > 0;
      rest = Buffer.concat([again, rest]);
    }
  }

  *#goAstray(wrong: string): Generator<Frame, void> {
    if (!this.#astray) yield { wrong };
    this.#astray = true;
  }
}

function parsed(body: Buffer): Frame {
  try {
    return { message: JSON.parse(body.toString('utf8')) as unknown };
  } catch {
    return { wrong: 'The content of a message is no JSON.' };
  }
}

const fields = /^(?:[a-z-]+:[^\r\n]*(?:\r\n|$))+$/i;
const lengths = /^content-length:[ \t]*(\d+)[ \t]*$/gim;
/** A header that bytes which belong to nothing stand before. */
const lastHeader = /content-length:[ \t]*(\d+)[ \t]*(?:\r\n[a-z-]+:[^\r\n]*)*$/i;

function readHeader(header: string): { length?: number; wrong?: string } {
  const [first, second] = header.matchAll(lengths);
  const isSound = fields.test(header) && first !== undefined && second === undefined;
  const length = Number(
    (isSound ? first : lastHeader.exec(header.slice(-longestHeader)))?.[1] ?? Number.NaN,
  );
  if (Number.isNaN(length)) return { wrong: 'A header gives no Content-Length.' };
  if (length > largestBody) return { wrong: 'A message is larger than can be read.' };
  return isSound
    ? { length }
    : { length, wrong: 'What stands before a header belongs to nothing.' };
}
