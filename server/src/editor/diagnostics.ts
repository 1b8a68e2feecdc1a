import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver-types';
import { severities, type Flag, type Severity } from '../plan/flag.ts';
import { count } from '../plan/words.ts';
import type { Ask } from './ask.ts';
import { locationOf, rangeOf, wholeOf } from './places.ts';

/** Where the page of a check is; undefined when it cannot be opened. */
export type DocsUrl = (check: string) => string | undefined;

const nowhere: DocsUrl = () => undefined;

/** More flags than this of one file help nobody, and make an editor slow. */
const mostFlags = 1000;

const lspSeverities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

/** The flags of the file that is asked about, in the order of its text. */
export const flagsOfFile = (ask: Ask): Flag[] =>
  ask.file.units.flatMap((unit) => ask.flagsIn(unit));

/** The flags of a file that are shown, and how many are left out: where there are too many, the worst stay. */
export function shownFlags(ask: Ask): { readonly flags: readonly Flag[]; readonly left: number } {
  const all = flagsOfFile(ask);
  if (all.length <= mostFlags) return { flags: all, left: 0 };
  const bySeverity = Map.groupBy(all, ({ severity }) => severity);
  const worstFirst = severities.flatMap((severity) => bySeverity.get(severity) ?? []);
  return { flags: worstFirst.slice(0, mostFlags), left: all.length - mostFlags };
}

/** Every flag of a file, as an editor lists what needs attention: at most a thousand, and how many there are more. */
export function diagnosticsOf(ask: Ask, docsUrl: DocsUrl = nowhere): Diagnostic[] {
  const { flags, left } = shownFlags(ask);
  return [...flags.map((flag) => diagnosticOf(ask, flag, docsUrl)), ...leftOut(ask, left)];
}

/** One flag: what is so, and below it what to do, or who answers for it. */
export function diagnosticOf(
  ask: Pick<Ask, 'uriOf'>,
  flag: Flag,
  docsUrl: DocsUrl = nowhere,
): Diagnostic {
  const { check, severity, place, message, todo, explained, related } = flag;
  const href = docsUrl(check);
  const known = flag.known === true ? 'Of the known backlog. ' : '';
  const advice = explained === undefined ? known + todo : `Explained: ${explained}`;
  return {
    range: rangeOf(place.unit, place.span),
    severity: lspSeverities[severity],
    code: check,
    ...(href === undefined ? {} : { codeDescription: { href } }),
    source: 'Mustdo',
    message: `${message}\n${advice}`,
    ...(related.length === 0
      ? {}
      : {
          relatedInformation: related.map((other) => ({
            location: locationOf(ask, other.place),
            message: other.message,
          })),
        }),
  };
}

/** Says at the file's last line how many flags are not shown; nothing where all are. */
export function leftOut({ file }: Pick<Ask, 'file'>, amount: number): Diagnostic[] {
  if (amount === 0) return [];
  const { end } = wholeOf(file);
  return [
    {
      range: { start: end, end },
      severity: DiagnosticSeverity.Information,
      source: 'Mustdo',
      message: `${count(amount, 'more flag')} of this file ${amount === 1 ? 'is' : 'are'} not shown here.\nMend the worst first; mustdo check lists every one.`,
    },
  ];
}
