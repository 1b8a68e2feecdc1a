import type { SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver';
import { encodeTokens, tokenEdits, type FileTokens } from '../editor/semantic-tokens.ts';

/** More files than anybody has in sight. */
const most = 50;

/** What tokens clients were sent last, by address: the next time they are sent what has changed since. */
export class TokenResults {
  readonly #sent = new Map<string, { readonly id: string; readonly tokens: FileTokens }>();
  #count = 0;

  full(uri: string, tokens: FileTokens): SemanticTokens {
    return { resultId: this.#keep(uri, tokens), data: encodeTokens(tokens) };
  }

  /** Edits of what was sent before; all tokens where that is not known any more. */
  since(id: string, uri: string, tokens: FileTokens): SemanticTokensDelta | SemanticTokens {
    const before = this.#sent.get(uri);
    if (before?.id !== id) return this.full(uri, tokens);
    return { resultId: this.#keep(uri, tokens), edits: tokenEdits(before.tokens, tokens) };
  }

  #keep(uri: string, tokens: FileTokens): string {
    this.#count++;
    const id = String(this.#count);
    // The file asked about last stands last.
    this.#sent.delete(uri);
    this.#sent.set(uri, { id, tokens });
    const [oldest] = this.#sent.keys();
    if (this.#sent.size > most && oldest !== undefined) this.#sent.delete(oldest);
    return id;
  }
}
