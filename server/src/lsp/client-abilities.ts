import type { ClientCapabilities } from 'vscode-languageserver';
import type { Columns } from '../plan/file.ts';
import { within } from './addresses.ts';
import type { ClientAbilities } from './features.ts';
import type { InitializationOptions } from './protocol.ts';
import type { Refreshable } from './refresher.ts';
import { writingAbilities } from './writing.ts';

interface Abilities extends ClientAbilities {
  readonly refreshable: Refreshable;
  /** Whether it can be asked to tell when its settings change. */
  readonly tellsOfSettings: boolean;
  /** What it counts columns in. */
  readonly columns: Columns;
  /** Whether it asks for flags and takes none that are sent; never both. */
  readonly pulls: boolean;
  readonly refreshesPulled: boolean;
  /** Whether it can be asked to tell when files change. */
  readonly tellsOfFiles: boolean;
}

/** What the server makes of what a client says that it can do, and of the options it is started with. */
export const abilitiesOf = (
  capabilities: ClientCapabilities,
  { docs, showReferences, inlayHints, watchesFiles }: InitializationOptions,
): Abilities => ({
  ...writingAbilities(capabilities),
  docsUrl: (check) => (docs === undefined ? undefined : within(docs, `${check}.md`)),
  showReferences: showReferences === true,
  hints: { canBeAsked: capabilities.workspace?.configuration === true, atStart: inlayHints },
  tellsOfSettings: capabilities.workspace?.didChangeConfiguration?.dynamicRegistration === true,
  columns: columnsOf(capabilities.general?.positionEncodings),
  pulls:
    capabilities.textDocument?.diagnostic !== undefined &&
    capabilities.textDocument.publishDiagnostics === undefined,
  refreshesPulled: capabilities.workspace?.diagnostics?.refreshSupport === true,
  tellsOfFiles:
    capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true &&
    watchesFiles !== true,
  refreshable: {
    codeLenses: capabilities.workspace?.codeLens?.refreshSupport === true,
    inlayHints: capabilities.workspace?.inlayHint?.refreshSupport === true,
  },
});

/** The first of what a client counts in that the server counts in too; every client counts in UTF-16. */
const columnsOf = (wanted: readonly string[] = []): Columns =>
  wanted.find((encoding) => encoding === 'utf-8' || encoding === 'utf-16') ?? 'utf-16';
