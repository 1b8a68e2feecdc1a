import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver-types';
import type { Flag, Severity } from '../plan/flag.ts';
import type { Ask } from './ask.ts';
import { locationOf, rangeOf } from './places.ts';

/** Where the page of a check is; undefined when it cannot be opened. */
export type DocsUrl = (check: string) => string | undefined;

const nowhere: DocsUrl = () => undefined;

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

/** The flags of the file that is asked about. */
export const flagsOfFile = ({ flags, file }: Ask): Flag[] =>
  flags.filter(({ place }) => place.unit.file.path === file.path);

/** Every flag of a file, as an editor lists what needs attention. */
export const diagnosticsOf = (ask: Ask, docsUrl: DocsUrl = nowhere): Diagnostic[] =>
  flagsOfFile(ask).map((flag) => diagnosticOf(ask, flag, docsUrl));

/** One flag: what is so, and below it what to do, or who answers for it. */
export function diagnosticOf(ask: Ask, flag: Flag, docsUrl: DocsUrl = nowhere): Diagnostic {
  const { check, severity, place, message, todo, explained, related } = flag;
  const href = docsUrl(check);
  const advice = explained === undefined ? todo : `Explained: ${explained}`;
  return {
    range: rangeOf(place.unit, place.span),
    severity: severities[severity],
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
