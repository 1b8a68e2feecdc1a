import type { ClientCapabilities } from 'vscode-languageserver';
import { within } from './addresses.ts';
import type { ClientAbilities } from './features.ts';
import type { InitializationOptions } from './protocol.ts';
import type { Refreshable } from './refresher.ts';

interface Abilities extends ClientAbilities {
  readonly refreshable: Refreshable;
  /** Whether it can be asked to tell when its settings change. */
  readonly tellsOfSettings: boolean;
}

/** What the server makes of what a client says that it can do, and of the options it is started with. */
export const abilitiesOf = (
  { textDocument, workspace }: ClientCapabilities,
  { docs, showReferences, inlayHints }: InitializationOptions,
): Abilities => ({
  docsUrl: (check) => (docs === undefined ? undefined : within(docs, `${check}.md`)),
  snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
  showReferences: showReferences === true,
  hints: { canBeAsked: workspace?.configuration === true, atStart: inlayHints },
  tellsOfSettings: workspace?.didChangeConfiguration?.dynamicRegistration === true,
  refreshable: {
    codeLenses: workspace?.codeLens?.refreshSupport === true,
    inlayHints: workspace?.inlayHint?.refreshSupport === true,
  },
});
