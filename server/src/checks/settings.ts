import ignore from 'ignore';
import { closest } from '../language/closest.ts';
import type { SettingsFault } from '../plan/json-text.ts';
import type { ByCheck, CheckSetting, Settings, SettingsReading } from '../plan/settings.ts';
import type { Severity } from '../plan/flag.ts';
import type { Check } from './check.ts';
import { isIn, presetNames, presets, type Preset } from './presets.ts';

/** What holds for a check in a file. */
export interface CheckRule {
  readonly isOn: boolean;
  /** How much it weighs, where the project says so. */
  readonly severity: Severity | undefined;
  readonly options: Readonly<Record<string, number>>;
}

/** What the settings of a project make of its checks, file by file. */
export class CheckSettings {
  readonly #preset: Preset | undefined;
  readonly #checks: ByCheck;
  readonly #overrides: readonly {
    readonly isFor: (path: string) => boolean;
    readonly checks: ByCheck;
  }[];

  constructor({ preset, checks, overrides }: Pick<Settings, 'preset' | 'checks' | 'overrides'>) {
    // What is no preset is said (settingsFaults); until it is mended, the usual one holds.
    this.#preset = preset === undefined || isPreset(preset) ? preset : 'recommended';
    this.#checks = checks;
    this.#overrides = overrides.map(({ files, checks: own }) => {
      const matcher = ignore().add([...files]);
      return { isFor: (path) => matcher.ignores(path), checks: own };
    });
  }

  /** Whether a check is on in any file. */
  isOnSomewhere(check: Check): boolean {
    const all = [this.#checks, ...this.#overrides.map((override) => override.checks)];
    return all.some((_, index) => this.#rule(check, all.slice(0, index + 1)).isOn);
  }

  /** Whether a check may be other in one file than in the next. */
  hasOverridesFor({ id }: Check): boolean {
    return this.#overrides.some(({ checks }) => checks.has(id));
  }

  /** What holds for a check in a file; without one, in a file that nothing else is set for. */
  ruleFor(check: Check, path?: string): CheckRule {
    const own = this.#overrides
      .filter(({ isFor }) => path !== undefined && isFor(path))
      .map(({ checks }) => checks);
    return this.#rule(check, [this.#checks, ...own]);
  }

  /** What follows from settings in their order: the last that says something wins. */
  #rule(check: Check, inOrder: readonly ByCheck[]): CheckRule {
    const said = inOrder.flatMap((checks) => checks.get(check.id) ?? []);
    const severity = said.findLast((setting) => setting.severity !== undefined)?.severity;
    const isUsual = this.#preset === undefined || isIn(this.#preset, check.preset);
    const defaults = Object.entries(check.options ?? {}).map(([name, option]) => [
      name,
      option.default,
    ]);
    return {
      isOn: severity === undefined ? isUsual : severity !== 'off',
      severity: severity === 'on' || severity === 'off' ? undefined : severity,
      options: Object.assign(
        Object.fromEntries(defaults) as Record<string, number>,
        ...said.map(({ options }) => options),
      ) as Record<string, number>,
    };
  }
}

/** Every check, whatever its preset, with nothing set: for one that is looked at alone. */
export const everyCheck: Pick<Settings, 'preset' | 'checks' | 'overrides'> = {
  preset: undefined,
  checks: new Map(),
  overrides: [],
};

const isPreset = (name: string): name is Preset => Object.hasOwn(presets, name);

/** What is wrong with settings: in their form, or because they name what there is not; each with its place. */
export function settingsFaults(
  checks: readonly Check[],
  { settings, faults, json }: SettingsReading,
): readonly SettingsFault[] {
  if (faults.length > 0) return faults;
  const { preset, overrides } = settings;
  const wrongPreset =
    preset === undefined || isPreset(preset)
      ? []
      : [json.faultAt(['preset'], 'value', unknown(preset, 'preset', presetNames))];
  const all = [
    { at: ['checks'], own: settings.checks },
    ...overrides.map((one, index) => ({ at: ['overrides', index, 'checks'], own: one.checks })),
  ];
  return [
    ...wrongPreset,
    ...all.flatMap(({ at, own }) =>
      [...own].flatMap(([id, setting]) =>
        [...wrongIn(checks, id, setting)].map(({ path, message }) =>
          json.faultAt([...at, id, ...path], 'key', message),
        ),
      ),
    ),
  ];
}

interface Wrong {
  /** Within the check’s own setting. */
  readonly path: readonly string[];
  readonly message: string;
}

function* wrongIn(checks: readonly Check[], id: string, setting: CheckSetting): Generator<Wrong> {
  const check = checks.find((one) => one.id === id);
  if (check === undefined) {
    const ids = checks.map((one) => one.id);
    yield { path: [], message: unknown(id, 'check', ids) };
    return;
  }
  for (const [name, value] of Object.entries(setting.options ?? {})) {
    const option = check.options?.[name];
    const path = ['options', name];
    if (option === undefined) {
      const names = Object.keys(check.options ?? {});
      yield { path, message: unknown(name, `option of ${id}`, names) };
    } else if (value < option.min || value > option.max) {
      const range = `${String(option.min)} to ${String(option.max)}`;
      yield { path, message: `"${name}" of ${id} goes from ${range}, not ${String(value)}` };
    }
  }
}

/** `"overdu" is no check; did you mean "overdue"?` */
function unknown(name: string, what: string, known: readonly string[]): string {
  const near = closest(name, known);
  const some = known.length <= 8 ? known.map((one) => `"${one}"`).join(', ') : '';
  const list =
    some === ''
      ? known.length === 0
        ? 'it has none'
        : 'mustdo about lists them'
      : `there are ${some}`;
  return `"${name}" is no ${what}; ${near === undefined ? list : `did you mean "${near}"?`}`;
}
