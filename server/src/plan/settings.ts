import * as z from 'zod';
import { closest } from '../language/closest.ts';
import { isIsoDate } from './calendar.ts';
import { severities } from './flag.ts';

/** `mustdo.json`: the settings of a project. Every key may be left out. */

const severity = z.enum([...severities, 'off'], 'must be "error", "warning", "info" or "off"');

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
  checks: z
    .record(
      z.string(),
      z.union(
        [
          severity,
          z.strictObject({
            severity: severity.optional().describe('How much it weighs, whatever it is about.'),
            options: z
              .record(z.string(), z.number())
              .optional()
              .describe('The check’s own settings.'),
          }),
        ],
        'must be "error", "warning", "info" or "off", or an object with severity and options',
      ),
    )
    .optional()
    .describe(
      'For each check its severity ("off" for never), or an object with severity and options.',
    ),
});

export type CheckSeverity = z.infer<typeof severity>;

export interface CheckSetting {
  readonly severity?: CheckSeverity | undefined;
  readonly options?: Readonly<Record<string, number>> | undefined;
}

export interface Settings {
  readonly asAt: string | undefined;
  readonly exclude: readonly string[];
  readonly checks: ReadonlyMap<string, CheckSetting>;
}

export const defaultSettings: Settings = { asAt: undefined, exclude: [], checks: new Map() };

/** The settings, or in one line what is wrong with them. */
export type SettingsReading = { readonly settings: Settings } | { readonly wrong: string };

/** Reads the text of `mustdo.json`. */
export function readSettings(text: string): SettingsReading {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    return {
      wrong: `it is not valid JSON (${error instanceof Error ? error.message : String(error)})`,
    };
  }
  const result = settingsSchema.safeParse(json);
  if (!result.success) return { wrong: result.error.issues.map(issueInWords).join('; ') };
  const { asAt, exclude = [], checks = {} } = result.data;
  const entries = Object.entries(checks).map(([id, setting]): [string, CheckSetting] => [
    id,
    typeof setting === 'string' ? { severity: setting } : setting,
  ]);
  return { settings: { asAt, exclude, checks: new Map(entries) } };
}

function issueInWords(issue: z.core.$ZodIssue): string {
  const place = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') {
    const known = Object.keys(settingsSchema.shape);
    return issue.keys
      .map((key) => {
        const near = closest(key, known);
        const hint =
          near === undefined
            ? `the keys are ${known.slice(1).join(', ')}`
            : `did you mean "${near}"?`;
        return `"${key}" is no setting; ${hint}`;
      })
      .join('; ');
  }
  const message = issue.message.replace(/^Invalid input: /, '');
  return place === '' ? message : `"${place}": ${message}`;
}

/** The JSON Schema of `mustdo.json`, for editors. */
export const settingsJsonSchema = (): object => ({
  title: 'Settings of a Mustdo project (mustdo.json)',
  ...z.toJSONSchema(settingsSchema, { unrepresentable: 'any' }),
});
