import * as vscode from 'vscode';
import { checkOf, open } from './editor.ts';
import { eventually, same } from './assert.ts';

/** Flags as the editor and the command line can both be brought to say them, a line each. */
export type FlagLines = readonly string[];

/** What `mustdo check --format json` prints, as far as it is compared. */
export interface CheckOutput {
  readonly flags: readonly {
    readonly check: string;
    readonly severity: 'error' | 'warning' | 'info';
    readonly file: string;
    readonly range: Readonly<Record<'start' | 'end', { line: number; column: number }>>;
    readonly message: string;
    readonly todo: string;
  }[];
}

const severities = ['error', 'warning', 'info', 'hint'] as const;

export const flagsOfCommand = ({ flags }: CheckOutput): FlagLines =>
  flags
    .map(({ check, severity, file, range: { start, end }, message, todo }) =>
      lineOf(
        file.replace(/^.*[\\/]/, ''),
        [start.line, start.column, end.line, end.column],
        [severity, check, `${message}\n${todo}`],
      ),
    )
    .sort();

/** What stands in the Problems panel. */
export const flagsOfEditor = (): FlagLines =>
  vscode.languages
    .getDiagnostics()
    .flatMap(([uri, diagnostics]) =>
      diagnostics.map(({ range: { start, end }, severity, code, message }) =>
        lineOf(
          uri.path.replace(/^.*\//, ''),
          // The command line counts lines and columns from 1.
          [start.line + 1, start.character + 1, end.line + 1, end.character + 1],
          [severities[severity], checkOf(code), message],
        ),
      ),
    )
    .sort();

/** Waits until the editor says exactly what the command line says. */
export async function sameFlags(expected: FlagLines): Promise<void> {
  await eventually(() => {
    const actual = flagsOfEditor();
    // Only what differs: all of it would be pages.
    same(
      { tooMany: without(actual, expected), missing: without(expected, actual) },
      { tooMany: [], missing: [] },
      'not the flags of the command line',
    );
    same(actual.length, expected.length, 'a flag stands there twice');
  });
}

/** Waits until the sample that is open has been read. */
export async function ready(): Promise<void> {
  await open('actions-amh-ld.plan');
  await sameFlags(flagsOfCommand(expectedCheck));
}

const without = (lines: FlagLines, others: FlagLines): FlagLines =>
  lines.filter((line) => !others.includes(line));

const lineOf = (file: string, range: readonly number[], words: readonly string[]): string => {
  const [line = 0, column = 0, endLine = 0, endColumn = 0] = range;
  return `${file} ${line}:${column}-${endLine}:${endColumn} ${words.join(' ')}`;
};
