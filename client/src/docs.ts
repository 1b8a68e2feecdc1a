import { Uri, type Diagnostic } from 'vscode';
import type { HandleDiagnosticsSignature } from 'vscode-languageclient';

type HandleDiagnostics = (
  uri: Uri,
  diagnostics: Diagnostic[],
  next: HandleDiagnosticsSignature,
) => void;

/** Links each flag to the page of its check that comes with the extension, where the server names none. */
export function linkToDocs(extension: Uri): HandleDiagnostics {
  return (uri, diagnostics, next) => {
    for (const diagnostic of diagnostics) {
      const { code } = diagnostic;
      if (typeof code !== 'string') continue;
      const target = Uri.joinPath(extension, 'docs/checks', `${code}.md`);
      diagnostic.code = { value: code, target };
    }
    next(uri, diagnostics);
  };
}
