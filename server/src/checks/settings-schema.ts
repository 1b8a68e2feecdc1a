import { sentence } from '../plan/words.ts';
import { severities } from '../plan/flag.ts';
import { settingsForm } from '../plan/settings.ts';
import type { Check } from './check.ts';
import { presets } from './presets.ts';

/** What JSON Schema calls a schema: plain JSON. */
type Schema = Readonly<Record<string, unknown>>;

/** The JSON Schema of `mustdo.json`, for editors: its form, and every preset, check and option by name. */
export function settingsJsonSchema(checks: readonly Check[]): object {
  const form = settingsForm() as Schema & { readonly properties: Record<string, Schema> };
  const { overrides, preset } = form.properties;
  const items = overrides?.items as Schema & { readonly properties: Record<string, Schema> };
  const named = {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(checks.map((check) => [check.id, settingOf(check)])),
  };
  return {
    title: 'Settings of a Mustdo project (mustdo.json)',
    ...form,
    properties: {
      ...form.properties,
      preset: {
        ...preset,
        oneOf: Object.entries(presets).map(([name, { doc }]) => ({
          const: name,
          description: sentence(`${doc}.`),
        })),
      },
      checks: { ...named, description: form.properties.checks?.description },
      overrides: {
        ...overrides,
        items: { ...items, properties: { ...items.properties, checks: named } },
      },
    },
  };
}

const severity = { enum: [...severities, 'on', 'off'] };

function settingOf({ title, what, options = {} }: Check): Schema {
  const own = Object.entries(options).map(([name, option]) => [
    name,
    {
      type: 'number',
      default: option.default,
      minimum: option.min,
      maximum: option.max,
      description: option.doc,
    },
  ]);
  return {
    description: `${title}. ${what}`,
    anyOf: [
      severity,
      {
        type: 'object',
        additionalProperties: false,
        properties: {
          severity,
          options: {
            type: 'object',
            additionalProperties: false,
            properties: Object.fromEntries(own) as Schema,
          },
        },
      },
    ],
  };
}
