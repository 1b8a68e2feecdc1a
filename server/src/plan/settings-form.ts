import * as z from 'zod';
import { closest } from '../language/closest.ts';
import { isIsoDate } from './calendar.ts';
import type { JsonText, SettingsFault } from './json-text.ts';
import {
  checkSeverities,
  defaultSettings,
  settingsFrom,
  type SettingsReading,
} from './settings.ts';

/**
 * The form of `mustdo.json` in full: what its JSON Schema is made of, and what says where a file departs from it. Loaded
 * only when somebody asks for one of the two.
 */

const checkSeverity = z.enum(checkSeverities, 'must be "error", "warning", "info", "on" or "off"');

const checkSetting = z.union(
  [
    checkSeverity,
    z.strictObject({
      severity: checkSeverity.optional().describe('How much it weighs, whatever it is about.'),
      options: z.record(z.string(), z.number()).optional().describe('The check’s own settings.'),
    }),
  ],
  'must be "error", "warning", "info", "on" or "off", or an object with severity and options',
);

const checkSettings = z
  .record(z.string(), checkSetting)
  .describe(
    'For each check its severity, "on" for its own or "off" for never; or an object with severity and options.',
  );

const settingsSchema = z.strictObject({
  $schema: z.string().optional().describe('The JSON Schema of this file.'),
  language: z.literal(1).optional().describe('The version of the plan language: 1.'),
  asAt: z
    .string()
    .refine(isIsoDate, 'must be a day such as "2018-07-01"')
    .optional()
    .describe('The day the plan is judged at, YYYY-MM-DD. Left out: today, in England.'),
  exclude: z
    .array(z.string())
    .optional()
    .describe('Folders and files to leave out, as in .gitignore: "archive/", "*.draft.plan".'),
  preset: z.string().optional().describe('Which checks are on; "recommended" when left out.'),
  checks: checkSettings.optional(),
  overrides: z
    .array(
      z.strictObject({
        files: z
          .array(z.string())
          .min(1)
          .describe('The files it is for, as in .gitignore: "archive/", "*.draft.plan".'),
        checks: checkSettings,
      }),
    )
    .optional()
    .describe('Other settings for some files. Where several are for a file, later ones win.'),
});

/** Looks at settings of which `settingsIn` can make nothing: what is wrong with them, each with its place. */
export function readClosely(json: JsonText): SettingsReading {
  if (json.faults.length > 0) return { settings: defaultSettings, faults: json.faults, json };
  const result = settingsSchema.safeParse(json.value);
  if (result.success) return { settings: settingsFrom(result.data), faults: [], json };
  const faults = result.error.issues.flatMap((issue) => faultsOf(issue, json));
  return { settings: defaultSettings, faults, json };
}

function faultsOf(issue: z.core.$ZodIssue, json: JsonText): SettingsFault[] {
  const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
  if (issue.code === 'unrecognized_keys') {
    const known = Object.keys(settingsSchema.shape);
    return issue.keys.map((key) => {
      const near = closest(key, known);
      const hint =
        near === undefined
          ? `the keys are ${known.slice(1).join(', ')}`
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
