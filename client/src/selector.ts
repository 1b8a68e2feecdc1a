import { languages, window, workspace, type TextDocument, type TextEditor } from 'vscode';

/** Schemes of documents that are plans in the making; `git:` and its like are their past. */
const schemes = (): string[] => [
  ...new Set([
    'file',
    'untitled',
    'vscode-vfs',
    ...(workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme),
  ]),
];

/** Which documents are plans. */
export const planSelector = (): { language: string; scheme: string }[] =>
  schemes().map((scheme) => ({ language: 'mustdo', scheme }));

export const isPlan = (document: TextDocument): boolean =>
  languages.match(planSelector(), document) > 0;

/** The editor that somebody works on a plan in; undefined when they work on something else. */
export function activePlan(): TextEditor | undefined {
  const editor = window.activeTextEditor;
  return editor !== undefined && isPlan(editor.document) ? editor : undefined;
}
