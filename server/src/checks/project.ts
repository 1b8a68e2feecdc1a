import type { IsoDate } from '../language/dates.ts';
import type { Flag } from '../plan/flag.ts';
import type { Plan } from '../plan/plan.ts';
import type { Project } from '../plan/project.ts';
import type { Check } from './check.ts';
import { Judgement } from './judgement.ts';
import { unreadable } from './text/unreadable.ts';

/** Every flag of a project: what its checks find, and where its files are not text. */
export function checkProject(
  checks: readonly Check[],
  project: Project,
  plan: Plan,
  asAt: IsoDate,
): Flag[] {
  return judgeProject(checks, project, plan, asAt).flags;
}

/** The flags of a project, kept up as its plan changes. */
export function judgeProject(
  checks: readonly Check[],
  project: Project,
  plan: Plan,
  asAt: IsoDate,
): Judgement {
  const { settings, backlog } = project;
  return new Judgement(checks, { plan, asAt, settings, backlog }, invalidText(project));
}

/** Bytes that are no UTF-8 show as �: said at each place, so that nobody takes it for what was meant. */
export function invalidText({ files, invalidText: places }: Project): Flag[] {
  return files.flatMap((file) =>
    (places.get(file.path) ?? []).flatMap((offset) => {
      const unit = file.unitAt(offset);
      if (unit === undefined) return [];
      const start = offset - unit.start;
      return [
        {
          check: unreadable.id,
          severity: 'error' as const,
          place: { unit, span: { start, end: start + 1 } },
          subject: { kind: 'file', id: file.path },
          message: 'Here stands something that is not UTF-8 text; it is shown as �.',
          why: unreadable.why,
          todo: 'Save the file as UTF-8 and write the characters again that were lost.',
          fixes: [],
          related: [],
        },
      ];
    }),
  );
}
