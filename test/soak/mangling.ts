import { once } from 'node:events';
import { Folder } from '../support/command.ts';
import { framed, initialize, RawWire } from '../support/raw-wire.ts';
import { uriOf } from '../support/wire.ts';
import { Chance } from './chance.ts';

/** What came of sending a server sessions whose bytes were mangled. */
export interface Mangled {
  /** Sessions after which the server answered as if nothing had happened. */
  answered: number;
  /** Sessions that left it waiting for the rest of a message; it ended at once when its input did. */
  waiting: number;
  /** What must not happen, each with how to see it again. */
  readonly found: string[];
}

const plan = 'plan P "Plan"\naction A "Act – \u{1f600}" {\n  due 2018-06\n}\n';

/** The messages of a short, sound session. */
function session(folder: string): Buffer[] {
  const uri = uriOf(`${folder}/a.plan`);
  const textDocument = { uri };
  const position = { line: 1, character: 8 };
  const range = { start: position, end: position };
  const requests = ['hover', 'completion', 'definition', 'codeAction', 'documentSymbol', 'rename'];
  const notification = (method: string, params: object): object => ({
    jsonrpc: '2.0',
    method,
    params,
  });
  return [
    initialize(folder),
    notification('initialized', {}),
    notification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'mustdo', version: 1, text: plan },
    }),
    notification('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [{ range, text: 'x' }],
    }),
    ...requests.map((name, at) => ({
      jsonrpc: '2.0',
      id: at,
      method: `textDocument/${name}`,
      params: { textDocument, position, range, newName: 'B', context: { diagnostics: [] } },
    })),
    notification('$/cancelRequest', { id: 2 }),
    notification('textDocument/didClose', { textDocument }),
  ].map(framed);
}

/** Ways to mangle bytes: each as a line that is noisy, cut or confused may do it. */
const ways: readonly ((bytes: Buffer, chance: Chance) => Buffer)[] = [
  (bytes, chance) => {
    const changed = Buffer.from(bytes);
    for (let count = chance.below(8); count >= 0; count--)
      changed[chance.below(bytes.length)] = chance.below(256);
    return changed;
  },
  (bytes, chance) => without(bytes, chance.below(bytes.length), chance.below(200)),
  (bytes, chance) =>
    inserted(
      bytes,
      chance.below(bytes.length),
      bytes.subarray(chance.below(bytes.length)).subarray(0, chance.below(400)),
    ),
  (bytes, chance) =>
    inserted(
      bytes,
      chance.below(bytes.length),
      Buffer.from(Array.from({ length: chance.below(300) }, () => chance.below(256))),
    ),
  (bytes, chance) =>
    inserted(
      bytes,
      chance.below(bytes.length),
      Buffer.from(
        chance.of([
          '\r\n\r\n',
          'Content-Length: ',
          '{',
          '"',
          '\0',
          '[[[[',
          '\u{1f600}',
          '9',
          '-',
          '\r\n',
        ]),
      ),
    ),
  (bytes, chance) => bytes.subarray(0, chance.below(bytes.length)),
  (bytes, chance) => bytes.subarray(chance.below(bytes.length)),
];

const without = (bytes: Buffer, at: number, count: number): Buffer =>
  Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + count)]);

const inserted = (bytes: Buffer, at: number, more: Buffer): Buffer =>
  Buffer.concat([bytes.subarray(0, at), more, bytes.subarray(at)]);

/**
 * Sends mangled sessions, one after another to the same server as long as it answers: it must, or wait for
 * bytes that a mangled length promises, and then end without a word when no more come.
 */
export async function mangle(runs: number, seed: number): Promise<Mangled> {
  const chance = new Chance(seed);
  const result: Mangled = { answered: 0, waiting: 0, found: [] };
  using folder = new Folder({ 'a.plan': plan });
  const sound = session(folder.path);
  let wire = await readyServer();
  for (let run = 0; run < runs; run++) {
    const messages = chance.below(4) === 0 ? sound.toSorted(() => chance.below(3) - 1) : sound;
    let bytes: Buffer = Buffer.concat(messages);
    for (let count = chance.below(3); count >= 0; count--) bytes = chance.of(ways)(bytes, chance);
    if (bytes.length > 0) wire.bytes(bytes);
    const state = await stateOf(wire, run);
    const which = `seed ${String(seed)}, session ${String(run)}`;
    if (state === 'answers') result.answered++;
    else if (state === 'waits') result.waiting++;
    else result.found.push(`${which}: ${state}`);
    if (wire.stderr !== '') result.found.push(`${which}: ${wire.stderr.slice(0, 500)}`);
    if (state !== 'answers') {
      await wire[Symbol.asyncDispose]();
      wire = await readyServer();
    }
  }
  await wire[Symbol.asyncDispose]();
  return result;
}

/** A server that has answered once: how long it takes to start says nothing about what it is sent. */
async function readyServer(): Promise<RawWire> {
  const wire = new RawWire();
  await wire.ask('workspace/symbol', { query: '' });
  return wire;
}

async function stateOf(wire: RawWire, run: number): Promise<string> {
  const id = `after ${String(run)}`;
  wire.send({ jsonrpc: '2.0', id, method: 'workspace/symbol', params: { query: '' } });
  const answered = wire.answerTo(id).then(
    () => 'answers',
    () => 'silent',
  );
  const first = await Promise.race([answered, wire.ended.then(() => 'ended'), later(700, 'late')]);
  if (first === 'answers') return first;
  if (first === 'ended') return 'the server ended by itself';
  wire.process.stdin.end();
  const ended = once(wire.process, 'exit').then(() => 'waits');
  return Promise.race([ended, later(10_000, 'the server hangs')]);
}

const later = (milliseconds: number, word: string): Promise<string> =>
  new Promise((resolve) => setTimeout(() => resolve(word), milliseconds).unref());
