import { isIsoDate } from './calendar.ts';
import { severities } from './flag.ts';
import { isObjectOf, isRecordOf, type Is } from './json-form.ts';
import type { JsonText, SettingsFault } from './json-text.ts';

/** `mustdo.json`: the settings of a project. Every key may be left out. */

/** What a check can be given: a severity, its own, or none at all. */
export const checkSeverities = [...severities, 'on', 'off'] as const;

export type CheckSeverity = (typeof checkSeverities)[number];

export interface CheckSetting {
  readonly severity?: CheckSeverity | undefined;
  readonly options?: Readonly<Record<string, number>> | undefined;
}

/** What is set, by check. */
export type ByCheck = ReadonlyMap<string, CheckSetting>;

/** Other settings for some files. */
export interface Override {
  readonly files: readonly string[];
  readonly checks: ByCheck;
}

export interface Settings {
  readonly asAt: string | undefined;
  readonly exclude: readonly string[];
  /** Undefined where every check is on that is not turned off. */
  readonly preset: string | undefined;
  readonly checks: ByCheck;
  readonly overrides: readonly Override[];
}

export const defaultSettings: Settings = {
  asAt: undefined,
  exclude: [],
  preset: 'recommended',
  checks: new Map(),
  overrides: [],
};

/** The settings, and what is wrong with them, each with its place; where their form is, the defaults. */
export interface SettingsReading {
  readonly settings: Settings;
  readonly faults: readonly SettingsFault[];
  readonly json: JsonText;
}

/** The value of a `mustdo.json` in which nothing is wrong. */
interface SettingsFile {
  readonly asAt?: string | undefined;
  readonly exclude?: readonly string[] | undefined;
  readonly preset?: string | undefined;
  readonly checks?: ChecksInFile | undefined;
  readonly overrides?:
    readonly { readonly files: readonly string[]; readonly checks: ChecksInFile }[] | undefined;
}

type ChecksInFile = Readonly<Record<string, CheckSeverity | CheckSetting>>;

/** What the value of a file says, with the defaults for what it does not. */
export function settingsFrom({
  asAt,
  exclude = [],
  preset = defaultSettings.preset,
  checks,
  overrides = [],
}: SettingsFile): Settings {
  return {
    asAt,
    exclude,
    preset,
    checks: byCheck(checks),
    overrides: overrides.map((one) => ({ files: one.files, checks: byCheck(one.checks) })),
  };
}

const byCheck = (checks: ChecksInFile = {}): ByCheck =>
  new Map(
    Object.entries(checks).map(([id, setting]): [string, CheckSetting] => [
      id,
      typeof setting === 'string' ? { severity: setting } : setting,
    ]),
  );

/**
 * The settings in the value of a file, where it is as it must be. Nearly every file is, and this costs next to
 * nothing; `readClosely` takes longer and can say what is wrong. A test compares what the two take.
 * @returns undefined where anything at all is out of the ordinary
 */
export const settingsIn = (value: unknown): Settings | undefined =>
  isSettingsFile(value) ? settingsFrom(value) : undefined;

const isSettingsFile = (value: unknown): value is SettingsFile =>
  isObjectOf(value, {
    $schema: isString,
    language: (version) => version === 1,
    asAt: (day) => isString(day) && isIsoDate(day),
    exclude: isStrings,
    preset: isString,
    checks: isChecks,
    overrides: (overrides) => Array.isArray(overrides) && overrides.every(isOverride),
  });

const isOverride = (value: unknown): boolean =>
  isObjectOf(value, {
    files: (files) => isStrings(files) && files.length > 0,
    checks: isChecks,
  }) && ['files', 'checks'].every((key) => Object.hasOwn(value, key));

const isChecks = (value: unknown): boolean => isRecordOf(value, isCheckSetting);

const isCheckSetting: Is = (value) =>
  isCheckSeverity(value) ||
  isObjectOf(value, {
    severity: isCheckSeverity,
    options: (options) => isRecordOf(options, Number.isFinite),
  });

const isCheckSeverity: Is = (value) => checkSeverities.some((severity) => severity === value);

const isString = (value: unknown): value is string => typeof value === 'string';
const isStrings = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every(isString);
