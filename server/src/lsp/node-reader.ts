import type { Readable } from 'node:stream';
import {
  AbstractMessageReader,
  type DataCallback,
  type Disposable,
  type MessageReader,
} from 'vscode-jsonrpc';
import { Frames } from './node-frames.ts';

/**
 * Reads messages from a stream. Bytes that are no message are an error of the reader, after which it
 * reads on; the end of the stream closes it.
 */
export class StreamReader extends AbstractMessageReader implements MessageReader {
  readonly #stream: Readable;
  readonly #frames = new Frames();

  constructor(stream: Readable) {
    super();
    this.#stream = stream;
  }

  listen(callback: DataCallback): Disposable {
    const read = (bytes: Buffer): void => {
      for (const frame of this.#frames.read(bytes)) {
        if ('wrong' in frame) this.fireError(new Error(frame.wrong));
        // What a message can be is for the gate to judge.
        else callback(frame.message as Parameters<DataCallback>[0]);
      }
    };
    this.#stream.on('data', read);
    this.#stream.on('end', () => this.fireClose());
    this.#stream.on('error', () => this.fireClose());
    return { dispose: () => this.#stream.off('data', read) };
  }
}
