import { whereIs, type Flag } from '../../plan/flag.ts';
import {
  asAtOf,
  checkCounts,
  pageOf,
  pathOf,
  severityCounts,
  summaryInWords,
  type FlagReport,
  type FlagRun,
} from './flag-report.ts';
import { asJson } from './plain.ts';

/** The version of this form. */
const version = 1;

/** A run as one JSON document: lines and columns count from 1, columns in UTF-16 units. */
export function runAsJson(run: FlagRun): string {
  const { projects } = run;
  const flags = projects.flatMap((project) =>
    project.flags.map((flag) => flagToJson(flag, project)),
  );
  const all = projects.flatMap((project) => project.flags);
  const summary = {
    files: projects.reduce((sum, { plan }) => sum + plan.files.length, 0),
    actions: projects.reduce((sum, { plan }) => sum + plan.all('action').length, 0),
    requirements: projects.reduce((sum, { plan }) => sum + plan.all('requirement').length, 0),
    ...severityCounts(all),
    known: projects.reduce((sum, { known }) => sum + known, 0),
    projects: projects.map((project) => ({
      folder: project.folder === '' ? '.' : project.folder.slice(0, -1),
      plan: project.plan.heading?.id ?? null,
      asAt: project.asAt,
      words: summaryInWords(project),
    })),
    ...(run.stats ? { checks: Object.fromEntries(checkCounts(all)) } : {}),
  };
  return `${asJson({ version, asAt: asAtOf(run), flags, summary }, 2)}\n`;
}

/** A run as JSON, a flag a line: each with the form's version and its own as-at date, so that it stands alone. */
export const runAsJsonLines = ({ projects }: FlagRun): string =>
  projects
    .flatMap((project) =>
      project.flags.map(
        (flag) => `${asJson({ version, asAt: project.asAt, ...flagToJson(flag, project) })}\n`,
      ),
    )
    .join('');

function flagToJson(flag: Flag, project: FlagReport): object {
  const { file, range } = whereIs(flag.place);
  return {
    check: flag.check,
    severity: flag.severity,
    file: pathOf(project, file),
    range,
    subject: flag.subject,
    message: flag.message,
    why: flag.why,
    todo: flag.todo,
    docs: pageOf(flag.check),
    ...(flag.explained === undefined ? {} : { explained: flag.explained }),
    ...(flag.known === true ? { known: true } : {}),
    ...(flag.failed === true ? { failed: true } : {}),
  };
}
