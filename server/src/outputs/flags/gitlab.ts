import { dayInWords } from '../../plan/calendar.ts';
import { whereIs, type Severity } from '../../plan/flag.ts';
import { fingerprints } from './fingerprint.ts';
import { pathOf, type CheckedProject, type FlagRun } from './flag-report.ts';
import { asJson, oneLine } from './plain.ts';

/** GitLab's code quality report: what a merge request adds and mends. */

const weights: Readonly<Record<Severity, string>> = {
  error: 'critical',
  warning: 'minor',
  info: 'info',
};

/** A run as a code quality report. */
export const runAsGitlab = ({ projects }: FlagRun): string =>
  `${asJson(projects.flatMap(issuesOf), 2)}\n`;

function issuesOf(project: CheckedProject): object[] {
  const marks = fingerprints(project);
  return project.flags.map((flag) => {
    const { file, range } = whereIs(flag.place);
    const advice = flag.explained === undefined ? flag.todo : `Explained: ${flag.explained}`;
    return {
      type: 'issue',
      check_name: flag.check,
      description: oneLine(`${flag.message} ${advice}`),
      content: { body: `${flag.why} As at ${dayInWords(project.asAt)}.` },
      severity: weights[flag.severity],
      fingerprint: marks.get(flag),
      location: {
        path: pathOf(project, file),
        lines: { begin: range.start.line, end: range.end.line },
      },
    };
  });
}
