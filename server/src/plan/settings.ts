import * as z from 'zod/mini';
import { closest } from '../language/closest.ts';
import { isIsoDate } from './calendar.ts';
import { severities } from './flag.ts';
import { JsonText, type SettingsFault } from './json-text.ts';
import './zod-in-english.ts';

/** `mustdo.json`: the settings of a project. Every key may be left out. */

const checkSeverity = z.enum(
  [...severities, 'on', 'off'],
  'must be "error", "warning", "info", "on" or "off"',
);

/** Says what a value is for, in the JSON Schema. */
const said = z.describe;

const checkSetting = z.union(
  [
    checkSeverity,
    z.strictObject({
      severity: z.optional(checkSeverity.check(said('How much it weighs, whatever it is about.'))),
      options: z.optional(
        z.record(z.string(), z.number()).check(said('The check’s own settings.')),
      ),
    }),
  ],
  'must be "error", "warning", "info", "on" or "off", or an object with severity and options',
);

const checkSettings = z
  .record(z.string(), checkSetting)
  .check(
    said(
      'For each check its severity, "on" for its own or "off" for never; or an object with severity and options.',
    ),
  );

const filesOf = (what: string) =>
  z.array(z.string()).check(said(`${what}, as in .gitignore: "archive/", "*.draft.plan".`));

/** A path of the project’s own: it leads to no other folder, drive or machine. */
const isWithin = (path: string): boolean =>
  path.trim() !== '' && !/^[\\/]|:/.test(path) && !path.split(/[\\/]/).includes('..');

const papersSettings = z.strictObject({
  template: z.optional(
    z
      .string()
      .check(
        z.refine(isWithin, 'must be a file of this project, such as "papers/template.dotx"'),
        said(
          'The Word template that papers are written into: a .docx or .dotx of this project, such as "papers/template.dotx".',
        ),
      ),
  ),
});

const settingsSchema = z.strictObject({
  $schema: z.optional(z.string().check(said('The JSON Schema of this file.'))),
  language: z.optional(z.literal(1).check(said('The version of the plan language: 1.'))),
  asAt: z.optional(
    z
      .string()
      .check(
        z.refine(isIsoDate, 'must be a day such as "2018-07-01"'),
        said('The day the plan is judged at, YYYY-MM-DD. Left out: today, in England.'),
      ),
  ),
  exclude: z.optional(filesOf('Folders and files to leave out')),
  preset: z.optional(z.string().check(said('Which checks are on; "recommended" when left out.'))),
  checks: z.optional(checkSettings),
  overrides: z.optional(
    z
      .array(
        z.strictObject({
          files: filesOf('The files it is for').check(z.minLength(1)),
          checks: checkSettings,
        }),
      )
      .check(said('Other settings for some files. Where several are for a file, later ones win.')),
  ),
  papers: z.optional(papersSettings.check(said('How papers look.'))),
});

export type CheckSeverity = z.infer<typeof checkSeverity>;

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
  /** The Word template of papers, with `/` between the parts of its path. */
  readonly template: string | undefined;
}

export const defaultSettings: Settings = {
  asAt: undefined,
  exclude: [],
  preset: 'recommended',
  checks: new Map(),
  overrides: [],
  template: undefined,
};

/** The settings, and what is wrong with them, each with its place; where their form is, the defaults. */
export interface SettingsReading {
  readonly settings: Settings;
  readonly faults: readonly SettingsFault[];
  readonly json: JsonText;
}

/** Reads the text of `mustdo.json`; comments may stand in it. */
export function readSettings(text: string): SettingsReading {
  const json = new JsonText(text);
  if (json.faults.length > 0) return { settings: defaultSettings, faults: json.faults, json };
  const result = settingsSchema.safeParse(json.value);
  if (!result.success) {
    const faults = result.error.issues.flatMap((issue) => faultsOf(issue, json));
    return { settings: defaultSettings, faults, json };
  }
  const { asAt, exclude = [], preset, checks, overrides = [], papers } = result.data;
  const settings = {
    asAt,
    exclude,
    preset: preset ?? defaultSettings.preset,
    checks: byCheck(checks),
    overrides: overrides.map((one) => ({ files: one.files, checks: byCheck(one.checks) })),
    template: papers?.template?.replaceAll('\\', '/'),
  };
  return { settings, faults: [], json };
}

const byCheck = (checks: z.infer<typeof checkSettings> = {}): ByCheck =>
  new Map(
    Object.entries(checks).map(([id, setting]): [string, CheckSetting] => [
      id,
      typeof setting === 'string' ? { severity: setting } : setting,
    ]),
  );

function faultsOf(issue: z.core.$ZodIssue, json: JsonText): SettingsFault[] {
  const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
  if (issue.code === 'unrecognized_keys') {
    const known = Object.keys((path[0] === 'papers' ? papersSettings : settingsSchema).shape);
    return issue.keys.map((key) => {
      const near = closest(key, known);
      const hint =
        near === undefined
          ? `the keys are ${known.filter((one) => one !== '$schema').join(', ')}`
          : `did you mean "${near}"?`;
      return json.faultAt([...path, key], 'key', `"${key}" is no setting; ${hint}`);
    });
  }
  const message = issue.message.replace(/^Invalid input: /, '');
  const place = path.join('.');
  return [json.faultAt(path, 'value', place === '' ? message : `"${place}": ${message}`)];
}

/** The JSON Schema of the form of `mustdo.json`, which knows no check by name. */
export const settingsForm = (): z.core.JSONSchema.JSONSchema =>
  z.toJSONSchema(settingsSchema, { unrepresentable: 'any' });
