import type { Check } from '../../checks/check.ts';
import { checks } from '../../checks/index.ts';
import { closest } from '../../language/closest.ts';
import type { Project } from '../../plan/project.ts';
import { CannotGoOn } from '../exit.ts';

/** Which checks to run: those of `--only`, or all, but for those of `--skip`. */
export interface Choice {
  readonly checks: readonly Check[];
  /** Asked for by name: these run even where the project turns them off. */
  readonly named: ReadonlySet<string>;
}

/** @throws CannotGoOn when a name is no check's, or none is left */
export function chosenChecks(only: readonly string[], skip: readonly string[]): Choice {
  for (const id of [...only, ...skip]) requireKnown(id);
  const named = new Set(only);
  const chosen = checks.filter(
    ({ id }) => (named.size === 0 || named.has(id)) && !skip.includes(id),
  );
  if (chosen.length === 0) throw new CannotGoOn('--only and --skip leave no check to run.');
  return { checks: chosen, named };
}

function requireKnown(id: string): void {
  const known = checks.map((check) => check.id);
  if (known.includes(id)) return;
  const near = closest(id, known);
  const hint = near === undefined ? 'mustdo about lists them all.' : `did you mean ${near}?`;
  throw new CannotGoOn(`There is no check "${id}": ${hint}`);
}

/** The project with its named checks turned on. */
export function withNamed(project: Project, { named }: Choice): Project {
  const settings = [...project.settings.checks].map(([id, setting]) => {
    const isTurnedOn = named.has(id) && setting.severity === 'off';
    return [id, isTurnedOn ? { ...setting, severity: undefined } : setting] as const;
  });
  return { ...project, settings: { ...project.settings, checks: new Map(settings) } };
}
