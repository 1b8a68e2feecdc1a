import assert from 'node:assert/strict';
import { Folder } from '../support/command.ts';
import { framed, RawWire } from '../support/raw-wire.ts';
import { uriOf } from '../support/wire.ts';

/** Bytes that are no message: the server says so, and hears the next message that is one. */

const plan = 'plan P "Plan"\naction A "Act" {\n  due 2018-06\n}\n';
const parseError = -32700;
const invalidRequest = -32600;

const request = (id: number): object => ({
  jsonrpc: '2.0',
  id,
  method: 'workspace/symbol',
  params: { query: '' },
});
const body = JSON.stringify(request(1));

const cases: Readonly<Record<string, { bytes: Buffer | string; code: number | undefined }>> = {
  'content that is no JSON': { bytes: 'Content-Length: 5\r\n\r\n{"a":', code: parseError },
  'no content': { bytes: 'Content-Length: 0\r\n\r\n', code: parseError },
  'no header': { bytes: `${body}\r\n`, code: parseError },
  'a header without a length': { bytes: `Content-Type: text\r\n\r\n${body}`, code: parseError },
  'a header that does not end': {
    bytes: `Content-Length: ${String(body.length)}\n\n${body}`,
    code: parseError,
  },
  'a length that is no number': { bytes: `Content-Length: many\r\n\r\n${body}`, code: parseError },
  'a length below nothing': { bytes: `Content-Length: -5\r\n\r\n${body}`, code: parseError },
  'a length beyond all measure': {
    bytes: `Content-Length: 99999999999999\r\n\r\n${body}`,
    code: parseError,
  },
  'a length that is too small': {
    bytes: `Content-Length: ${String(body.length - 9)}\r\n\r\n${body}`,
    code: parseError,
  },
  'a length that is too great': {
    bytes: `Content-Length: ${String(body.length + 9)}\r\n\r\n${body}`,
    code: parseError,
  },
  'two lengths': { bytes: `Content-Length: 2\r\nContent-Length: 2\r\n\r\n{}`, code: parseError },
  'binary rubbish': {
    bytes: Buffer.from(Array.from({ length: 40_000 }, (_, at) => (at * 7919) % 256)),
    code: parseError,
  },
  'content that is no UTF-8': {
    bytes: Buffer.from('Content-Length: 4\r\n\r\n"\xff\xfe"', 'latin1'),
    code: invalidRequest,
  },
  'a batch': { bytes: framed([request(2), request(3)]), code: invalidRequest },
  'an empty batch': { bytes: framed([]), code: invalidRequest },
  null: { bytes: framed(null), code: invalidRequest },
  'a number': { bytes: framed(7), code: invalidRequest },
  'an object that is no message': { bytes: framed({}), code: invalidRequest },
  'a method that is no name': {
    bytes: framed({ jsonrpc: '2.0', id: 4, method: 7 }),
    code: invalidRequest,
  },
  'an id that can be none': {
    bytes: framed({ jsonrpc: '2.0', id: {}, method: 'shutdown' }),
    code: invalidRequest,
  },
  'an id of null': {
    bytes: framed({ jsonrpc: '2.0', id: null, method: 'shutdown' }),
    code: invalidRequest,
  },
  'an answer that nobody asked for': {
    bytes: framed({ jsonrpc: '2.0', id: 'nobody', result: 1 }),
    code: undefined,
  },
  'an error that nobody asked for': {
    bytes: framed({ jsonrpc: '2.0', id: 9, error: { code: 'x' } }),
    code: undefined,
  },
  'nesting without end': { bytes: framedText('['.repeat(200_000)), code: parseError },
};

function framedText(text: string): string {
  return `Content-Length: ${String(Buffer.byteLength(text))}\r\n\r\n${text}`;
}

describe('bytes that are no message', () => {
  let folder: Folder;
  let wire: RawWire;
  let uri: string;

  before(async () => {
    folder = new Folder({ 'a.plan': plan });
    uri = uriOf(folder.at('a.plan'));
    wire = await RawWire.start(folder.path);
    wire.open(uri, plan);
  });

  after(async () => {
    await wire[Symbol.asyncDispose]();
    folder[Symbol.dispose]();
  });

  const alive = async (): Promise<void> => {
    const params = { textDocument: { uri }, position: { line: 1, character: 8 } };
    const { result } = await wire.ask('textDocument/hover', params);
    assert.match(JSON.stringify(result), /Act/);
  };

  for (const [name, { bytes, code }] of Object.entries(cases)) {
    it(name, async () => {
      const before = wire.said.length;
      wire.bytes(bytes);
      await alive();
      const errors = wire.said.slice(before).flatMap(({ error }) => (error ? [error.code] : []));
      assert.equal(errors[0], code);
    });
  }

  it('a message that comes one byte at a time, and two that come at once', async () => {
    for (const byte of framed(request(1001))) wire.bytes(Buffer.of(byte));
    wire.bytes(Buffer.concat([framed(request(1002)), framed(request(1003))]));
    for (const id of [1001, 1002, 1003]) assert.ok((await wire.answerTo(id)).result);
  });

  it('50 MB that hold no header, within a moment', async () => {
    const started = Date.now();
    wire.bytes(Buffer.alloc(50 * 1024 * 1024, 'x'));
    wire.bytes('\r\n\r\n');
    await alive();
    assert.ok(Date.now() - started < 10_000);
  });
});
