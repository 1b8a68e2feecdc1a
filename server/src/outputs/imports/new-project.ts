import { checks } from '../../checks/index.ts';
import { checkProject } from '../../checks/project.ts';
import type { Imported } from '../../imports/written/import.ts';
import type { IsoDate } from '../../language/dates.ts';
import { MemoryHost } from '../../plan/host.ts';
import { Plan } from '../../plan/plan.ts';
import { loadProject } from '../../plan/project.ts';
import type { Settings } from '../../plan/settings.ts';
import type { CheckedProject } from '../flags/flag-report.ts';
import { importReport } from './report.ts';

/** What becomes of a file, beside its plan. */
export const reportFile = 'import-report.md';

/** All files of a new project, with the report of its import, and its first flags. */
export interface NewProject {
  readonly files: ReadonlyMap<string, string>;
  readonly checked: CheckedProject;
}

interface Making {
  /** What the file is called that was imported. */
  readonly origin: string;
  /** Where the project is to be, as somebody would write it: `cqc-2018`. */
  readonly folder: string;
  /** The day to judge it at, once its settings are known. */
  readonly dayOf: (settings: Settings) => IsoDate;
  /** Mustdo’s own, for the report. */
  readonly version: string;
}

/** Judges what an import has made before it is written anywhere, and reports on it. Same import, same day, same bytes. */
export async function newProjectOf(imported: Imported, making: Making): Promise<NewProject> {
  const project = await loadProject(new MemoryHost(Object.fromEntries(imported.files)));
  const plan = new Plan(project.files, false);
  const asAt = making.dayOf(project.settings);
  const checked: CheckedProject = {
    ...{ plan, asAt, folder: `${making.folder}/`, known: 0 },
    flags: checkProject(checks, project, plan, asAt),
    files: project.files.map(({ path }) => path),
  };
  const report = importReport(imported, making.origin, checked, making.version);
  return { files: new Map([...imported.files, [reportFile, report]]), checked };
}
