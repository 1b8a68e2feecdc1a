import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import oniguruma from 'vscode-oniguruma';
import textmate from 'vscode-textmate';
import { grammar } from '../../scripts/grammar.mjs';

/** The grammar in the engine that editors run it in. */

async function load(): Promise<textmate.IGrammar> {
  const wasm = fileURLToPath(import.meta.resolve('vscode-oniguruma/release/onig.wasm'));
  await oniguruma.loadWASM(Uint8Array.from(readFileSync(wasm)).buffer);
  const registry = new textmate.Registry({
    onigLib: Promise.resolve(oniguruma),
    loadGrammar: () =>
      Promise.resolve(textmate.parseRawGrammar(JSON.stringify(grammar()), 'mustdo.json')),
  });
  const loaded = await registry.loadGrammar('source.mustdo');
  if (loaded === null) throw new Error('the grammar did not load');
  return loaded;
}

const loaded = await load();

export interface ScopedToken {
  readonly start: number;
  readonly text: string;
  readonly scopes: readonly string[];
}

/** Every token of a text with its scopes, line by line; `start` counts from the text's start. */
export function scopedTokens(text: string): ScopedToken[] {
  const found: ScopedToken[] = [];
  let state = textmate.INITIAL;
  for (const { 0: line, index } of text.matchAll(/[^\r\n]+|(?<=\n|\r(?!\n)|^)(?=[\r\n])/g)) {
    const { tokens, ruleStack } = loaded.tokenizeLine(line, state);
    state = ruleStack;
    for (const { startIndex, endIndex, scopes } of tokens) {
      const piece = line.slice(startIndex, endIndex);
      if (piece !== '') found.push({ start: index + startIndex, text: piece, scopes });
    }
  }
  return found;
}

export function samples(): { name: string; text: string }[] {
  const folder = join(import.meta.dirname, '../../samples');
  const names = globSync('**/*.plan', { cwd: folder });
  if (names.length === 0) throw new Error('there are no samples');
  return names.map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
}
