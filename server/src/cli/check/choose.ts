import { checks } from '../../checks/index.ts';
import { closest } from '../../language/closest.ts';
import type { Project } from '../../plan/project.ts';
import type { ByCheck, CheckSetting } from '../../plan/settings.ts';
import { CannotGoOn } from '../exit.ts';

/** Which checks to run: those of `--only`, or all that are on, but for those of `--skip`. */
export interface Choice {
  /** Asked for by name: these run even where the project turns them off. Empty for all that are on. */
  readonly only: ReadonlySet<string>;
  readonly skip: ReadonlySet<string>;
}

/** @throws CannotGoOn when a name is no check's, or none is left */
export function chosenChecks(only: readonly string[], skip: readonly string[]): Choice {
  for (const id of [...only, ...skip]) requireKnown(id);
  const choice = { only: new Set(only), skip: new Set(skip) };
  if (!checks.some(({ id }) => isChosen(choice, id))) {
    throw new CannotGoOn('--only and --skip leave no check to run.');
  }
  return choice;
}

/** Whether a check may run. */
export const isChosen = ({ only, skip }: Choice, id: string): boolean =>
  (only.size === 0 || only.has(id)) && !skip.has(id);

function requireKnown(id: string): void {
  const known = checks.map((check) => check.id);
  if (known.includes(id)) return;
  const near = closest(id, known);
  const hint = near === undefined ? 'mustdo about lists them all.' : `did you mean ${near}?`;
  throw new CannotGoOn(`There is no check "${id}": ${hint}`);
}

/** The project with the checks that were named turned on, and those that were not chosen off, in every file. */
export function withChoice(project: Project, choice: Choice): Project {
  const { settings } = project;
  const off = checks.filter(({ id }) => !isChosen(choice, id));
  const others = off.map(({ id }): [string, CheckSetting] => [id, { severity: 'off' }]);
  const named = [...choice.only].map((id): [string, CheckSetting] => [id, { severity: 'on' }]);
  const chosen = (of: ByCheck): ByCheck =>
    new Map(
      [...of].map(([id, setting]) => {
        const isTurnedOn = choice.only.has(id) && setting.severity === 'off';
        return [id, isTurnedOn ? { ...setting, severity: 'on' } : setting];
      }),
    );
  return {
    ...project,
    settings: {
      ...settings,
      checks: new Map([...named, ...chosen(settings.checks), ...others]),
      overrides: settings.overrides.map(({ files, checks: some }) => ({
        files,
        checks: new Map([...chosen(some), ...others]),
      })),
    },
  };
}
