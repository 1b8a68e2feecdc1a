import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';
import type { Position } from 'vscode-languageserver-types';
import { uriOf } from '../support/wire.ts';
import { Chance } from './chance.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const bin = `${root}server/bin/mustdo.js`;
const hook = new URL('heap-hook.mjs', import.meta.url).href;

/** What people type, and what they leave half typed. */
const typed = [
  'x',
  '"',
  '{',
  '}\n',
  '\n',
  ' tbc',
  'sro NEW "New"\n',
  'due 2018-13',
  '// ',
  '"""',
  '\ud83d\ude00',
  '| a |',
];

interface Document {
  readonly uri: string;
  readonly text: string;
  version: number;
}

/** Bytes of the heap in use once all is cleared away: with every sample open, and after the edits. */
export interface Soaked {
  readonly opened: number;
  readonly edited: number;
}

/**
 * Edits random places of all samples and takes each edit back, asking things in between, so that the text
 * ends as it began: whatever more memory is in use then, nobody needs.
 */
export async function soak(edits: number, seed: number): Promise<Soaked> {
  const chance = new Chance(seed);
  const server = spawn(process.execPath, ['--expose-gc', '--import', hook, bin, 'lsp', '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit', 'ipc'],
  });
  const { stdout, stdin } = server;
  assert.ok(stdout && stdin);
  const connection = createMessageConnection(
    new StreamMessageReader(stdout),
    new StreamMessageWriter(stdin),
  );
  const heap = async (): Promise<number> => {
    server.send('heap');
    const [message] = (await once(server, 'message')) as [{ heap: number }];
    return message.heap;
  };
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: process.pid,
    capabilities: {},
    workspaceFolders: [{ uri: uriOf(`${root}samples`), name: 'samples' }],
  });

  const documents: Document[] = globSync('samples/*/*.plan', { cwd: root }).map((path) => ({
    uri: uriOf(`${root}${path}`),
    text: readFileSync(`${root}${path}`, 'utf8'),
    version: 1,
  }));
  for (const { uri, text, version } of documents) {
    const textDocument = { uri, languageId: 'mustdo', version, text };
    await connection.sendNotification('textDocument/didOpen', { textDocument });
  }
  const change = (
    document: Document,
    start: Position,
    end: Position,
    text: string,
  ): Promise<void> =>
    connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: document.uri, version: ++document.version },
      contentChanges: [{ range: { start, end }, text }],
    });
  const askAll = async ({ uri, text }: Document): Promise<void> => {
    const position = positionIn(text, chance.below(text.length));
    const params = {
      textDocument: { uri },
      position,
      range: { start: position, end: position },
      context: { includeDeclaration: true, diagnostics: [] },
      options: { tabSize: 2, insertSpaces: true },
    };
    for (const method of [
      'hover',
      'completion',
      'definition',
      'references',
      'codeAction',
      'documentSymbol',
      'foldingRange',
      'formatting',
    ]) {
      await connection.sendRequest(`textDocument/${method}`, params);
    }
    await connection.sendRequest('mustdo/preview', { uri });
  };

  for (const document of documents) await askAll(document);
  const opened = await heap();
  for (let done = 0; done < edits; done += 2) {
    const document = chance.of(documents);
    const text = chance.of(typed);
    const start = positionIn(document.text, chance.below(document.text.length));
    await change(document, start, start, text);
    await change(document, start, positionIn(text, text.length, start), '');
    if (done % 100 === 0) await askAll(document);
  }
  for (const document of documents) await askAll(document);
  const edited = await heap();
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  await once(server, 'exit');
  connection.dispose();
  return { opened, edited };
}

/** Where an offset of a text is, when the text begins at a place. */
function positionIn(
  text: string,
  offset: number,
  from: Position = { line: 0, character: 0 },
): Position {
  const lines = text.slice(0, offset).split('\n');
  const last = lines.at(-1)?.length ?? 0;
  const line = from.line + lines.length - 1;
  return { line, character: lines.length === 1 ? from.character + last : last };
}
