import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { capabilities } from '../../../server/src/lsp/capabilities.ts';

// docs/lsp.md lists every method of the protocol as installed, and what the server announces.

// The server's own dependency, not that of the whole house.
const serverRequire = createRequire(new URL('../../../server/package.json', import.meta.url));
const protocol = serverRequire('vscode-languageserver') as Readonly<Record<string, unknown>>;

/** A message of LSP, as the protocol’s own library describes it. */
interface Message {
  readonly method: string;
  readonly messageDirection: string;
  /** Where the server announces it: `codeLensProvider.resolveProvider`. */
  readonly capabilities?: { readonly server?: string };
}

const isMessage = (value: unknown): value is Message =>
  typeof value === 'object' &&
  value !== null &&
  'messageDirection' in value &&
  'method' in value &&
  typeof value.method === 'string';

const messages: readonly Message[] = Object.entries(protocol)
  // A registration is no message of its own.
  .filter(([name]) => !name.endsWith('RegistrationType'))
  .map(([, value]) => value)
  .filter(isMessage);

/** What the protocol’s base says, below LSP proper. */
const base = ['$/cancelRequest', '$/progress', '$/setTrace', '$/logTrace'];

const page = readFileSync(new URL('../../../docs/lsp.md', import.meta.url), 'utf8');

const rows = new Map(
  [...page.matchAll(/^\| *`([\w$]+(?:\/\w+)*)` *\| *(yes|no) *\|(.*)\|$/gm)].map(
    ([, method = '', answer = '', words = '']) => [method, { answer, words: words.trim() }],
  ),
);

/** Whether the server announces a capability: `completionProvider.resolveProvider`. */
function isAnnounced(path: string): boolean {
  let value: unknown = capabilities;
  for (const key of path.split('.')) {
    value = (value as Readonly<Record<string, unknown>> | undefined)?.[key];
  }
  return value !== undefined && value !== false;
}

/** What the server announces only to a client that does not take pushes. */
const toSome: ReadonlySet<string> = new Set(['textDocument/diagnostic', 'workspace/diagnostic']);

describe('docs/lsp.md', () => {
  it('lists every method of the protocol, and no other', () => {
    const methods = new Set([...base, ...messages.map(({ method }) => method)]);
    assert.ok(methods.size > 80);
    assert.deepEqual([...rows.keys()].sort(), [...methods].sort());
  });

  it('says why of each that is not there', () => {
    for (const [method, { answer, words }] of rows) {
      if (answer === 'no') assert.notEqual(words, '', method);
    }
  });

  for (const { method, messageDirection, capabilities: where } of messages) {
    const path = where?.server;
    if (path === undefined || messageDirection !== 'clientToServer') continue;
    it(`says of ${method} what the server announces`, () => {
      const isPromised = rows.get(method)?.answer === 'yes';
      assert.equal(isAnnounced(path), isPromised && !toSome.has(method));
    });
  }

  it('lists the options of a client', () => {
    const source = readFileSync(
      new URL('../../../server/src/lsp/protocol.ts', import.meta.url),
      'utf8',
    );
    const options = /interface InitializationOptions \{([\s\S]*?)\n\}/.exec(source)?.[1] ?? '';
    const keys = [...options.matchAll(/^ {2}readonly (\w+)\?/gm)].map(([, key = '']) => key);
    const listed = [...page.matchAll(/^\| `(\w+)` \| [^|]*\|$/gm)].map(([, key = '']) => key);
    assert.deepEqual(listed.sort(), keys.sort());
  });
});
