import * as vscode from 'vscode';
import { eventually, same } from './assert.ts';

/** A flag as both the editor and the command line can be brought to say it: one line to compare. */
type FlagLine = string;

/** Flags by the name of their file, as far as it has any. */
export type FlagsByFile = Readonly<Record<string, readonly FlagLine[]>>;

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

export function flagsOfCommand({ flags }: CheckOutput): FlagsByFile {
  return byFile(
    flags.map(({ check, severity, file, range: { start, end }, message, todo }) => ({
      name: file.replace(/^.*[\\/]/, ''),
      line: lineOf(
        [start.line, start.column, end.line, end.column],
        [severity, check, `${message}\n${todo}`],
      ),
    })),
  );
}

/** What stands in the Problems panel for the files below the folder that is open. */
export function flagsOfEditor(): FlagsByFile {
  return byFile(
    vscode.languages.getDiagnostics().flatMap(([uri, diagnostics]) =>
      diagnostics.map(({ range: { start, end }, severity, code, message }) => ({
        name: uri.path.replace(/^.*\//, ''),
        line: lineOf(
          // The command line counts lines and columns from 1.
          [start.line + 1, start.character + 1, end.line + 1, end.character + 1],
          [severities[severity], checkOf(code), message],
        ),
      })),
    ),
  );
}

export const checkOf = (code: vscode.Diagnostic['code']): string =>
  String(typeof code === 'object' ? code.value : code);

/** Waits until the editor says of every file exactly what the command line says. */
export async function sameFlags(expected: FlagsByFile): Promise<void> {
  await eventually(() => same(flagsOfEditor(), expected, 'not the flags of the command line'));
}

const lineOf = (
  [line, column, endLine, endColumn]: readonly [number, number, number, number],
  words: readonly string[],
): FlagLine => [`${line}:${column}-${endLine}:${endColumn}`, ...words].join(' ');

function byFile(flags: readonly { name: string; line: FlagLine }[]): FlagsByFile {
  const names = [...new Set(flags.map(({ name }) => name))].sort();
  return Object.fromEntries(
    names.map((name) => [
      name,
      flags
        .filter((flag) => flag.name === name)
        .map(({ line }) => line)
        .sort(),
    ]),
  );
}
