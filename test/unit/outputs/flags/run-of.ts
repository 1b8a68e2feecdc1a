import { checks } from '../../../../server/src/checks/index.ts';
import { checkProject } from '../../../../server/src/checks/project.ts';
import { flagFormats } from '../../../../server/src/outputs/flags/index.ts';
import type { CheckedProject, FlagRun } from '../../../../server/src/outputs/flags/flag-report.ts';
import { MemoryHost } from '../../../../server/src/plan/host.ts';
import { Plan } from '../../../../server/src/plan/plan.ts';
import { loadProject, type Project } from '../../../../server/src/plan/project.ts';
import { openSample, sampleNames } from '../../../support/samples.ts';

type Files = Readonly<Record<string, string>>;

function projectOf(project: Project, plan: Plan, asAt: string, folder: string): CheckedProject {
  const flags = checkProject(checks, project, plan, asAt);
  const files = project.files.map(({ path }) => path);
  return { plan, asAt, flags, known: 0, folder, files };
}

const runWith = (projects: readonly CheckedProject[]): FlagRun => ({
  projects,
  version: '1.2.3',
  stats: false,
  paint: (_, text) => text,
});

/** A run of all checks over the files of one project, as at 1 July 2018. */
export async function runOf(files: Files): Promise<FlagRun> {
  const project = await loadProject(new MemoryHost(files));
  return runWith([projectOf(project, new Plan(project.files), '2018-07-01', '')]);
}

/** A run of all checks over all samples, each at its own day. */
export async function runOfSamples(): Promise<FlagRun> {
  const opened = await Promise.all(
    sampleNames.map(async (name) => ({ name, ...(await openSample(name)) })),
  );
  return runWith(
    opened.map(({ name, project, plan, asAt }) =>
      projectOf(project, plan, asAt, `samples/${name}/`),
    ),
  );
}

/** A run as one of the formats has it. */
export function inFormat(format: string, run: FlagRun): string {
  const row = flagFormats.find(({ id }) => id === format);
  if (row === undefined) throw new Error(`There is no format ${format}.`);
  return row.write(run);
}

/** The files of one project as one of the formats has their flags. */
export const written = async (
  format: string,
  files: Files,
  change: Partial<FlagRun> = {},
): Promise<string> => inFormat(format, { ...(await runOf(files)), ...change });

/** Every check but this one, turned off: whatever others come, they say nothing. */
const only = (wanted: string): Record<string, 'off'> =>
  Object.fromEntries(checks.filter(({ id }) => id !== wanted).map(({ id }) => [id, 'off']));

/** A plan in which an action is overdue, and another one is explained. */
export const late: Files = {
  'mustdo.json': JSON.stringify({ checks: only('overdue') }),
  'a.plan': `plan P "Plan"
inspection I "Inspection" {
  must M "Record supervision" { regulation 18(2)(a) }
}
action A "Act" {
  for M
  due 2018-06
}
action B "Act again" {
  for M
  due 2018-06
  explained overdue until 2018-08-31 because "The devices arrive in August" by trust
}
`,
  'b.plan': '// Nothing is said here.\n',
};

/** Words that mean something in one place or another, as a title has them. */
export const hostile =
  '::error::%0A x::y, z;w] ##vso[task.complete]done ##[error]e ]]> <img src=x> & | `code` *b* _i_ [l](http://x.test) =1+1 @someone \u001b[31mred\u0007 \u202eturned';
