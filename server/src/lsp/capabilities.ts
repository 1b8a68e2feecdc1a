import { TextDocumentSyncKind, type ServerCapabilities } from 'vscode-languageserver';
import { actionKinds } from '../editor/code-actions.ts';
import { legend } from '../editor/token-roles.ts';

/** What the server says that it can do; docs/lsp.md lists all of LSP beside it. */
export const capabilities: ServerCapabilities = {
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
  hoverProvider: true,
  completionProvider: { triggerCharacters: [' ', ':', ',', '|'], resolveProvider: true },
  signatureHelpProvider: { triggerCharacters: [' '] },
  definitionProvider: true,
  referencesProvider: true,
  renameProvider: { prepareProvider: true },
  documentSymbolProvider: true,
  workspaceSymbolProvider: true,
  implementationProvider: true,
  documentHighlightProvider: true,
  selectionRangeProvider: true,
  documentLinkProvider: { resolveProvider: true },
  codeLensProvider: { resolveProvider: true },
  inlayHintProvider: { resolveProvider: true },
  semanticTokensProvider: { legend, full: { delta: true }, range: true },
  callHierarchyProvider: true,
  foldingRangeProvider: true,
  documentFormattingProvider: true,
  documentRangeFormattingProvider: { rangesSupport: true },
  codeActionProvider: { codeActionKinds: [...actionKinds], resolveProvider: true },
  workspace: {
    workspaceFolders: { supported: true, changeNotifications: true },
    // Anything may be named by a plan, a folder above it too.
    fileOperations: { willRename: { filters: [{ pattern: { glob: '**/*' } }] } },
  },
};

/** What it says besides to a client that asks for flags and takes none that are sent. */
export const pullCapabilities: ServerCapabilities = {
  diagnosticProvider: {
    identifier: 'mustdo',
    interFileDependencies: true,
    workspaceDiagnostics: true,
  },
};
