import {
  blocks,
  type BlockSpec,
  type Kind,
  type PropertySpec,
} from '../../language/keywords/index.ts';
import { missingWords } from '../../language/shapes.ts';
import { states } from '../../plan/facts/progress.ts';
import { exportVersion, listNames } from './export.ts';
import { slotsOf } from './values.ts';

const text = { type: 'string' };
const object = (properties: object, required: readonly string[], description?: string): object => ({
  ...(description === undefined ? {} : { description }),
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});

/** The JSON Schema (2020-12) of `mustdo export --format json`, made from the keyword table. */
export function exportSchema(): object {
  const lists = Object.entries(listNames).map(([kind, list]) => [
    list,
    { type: 'array', items: { $ref: `#/$defs/${kind}` } },
  ]);
  const items = Object.entries(blocks).map(([kind, spec]) => [kind, itemSchema(spec)]);
  const properties = {
    version: { const: exportVersion },
    asAt: { ...text, format: 'date', description: 'The day the plan is judged at.' },
    plan: { $ref: '#/$defs/plan' },
    ...(Object.fromEntries(lists) as object),
  };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'A Mustdo plan',
    ...object(properties, ['version', 'asAt', ...Object.values(listNames)]),
    $defs: { ...(Object.fromEntries(items) as object), ...sharedDefinitions },
  };
}

function itemSchema(spec: BlockSpec): object {
  const keywords = Object.keys(spec.keywords);
  const fields = Object.entries(spec.properties).map(([field, property]) => {
    const line = lineSchema(property, field === spec.otherwise);
    return [
      field,
      property.many ? { type: 'array', items: line, description: property.doc } : line,
    ];
  });
  const several = keywords.length > 1;
  const properties = {
    ...(several ? { keyword: { enum: keywords } } : {}),
    id: text,
    title: value(text),
    ...(Object.fromEntries(fields) as object),
    at: object({ file: text, line: { type: 'integer', minimum: 1 } }, ['file', 'line']),
    ...derived[spec.kind],
  };
  const required = [
    ...(several ? ['keyword'] : []),
    'id',
    'title',
    'at',
    ...Object.keys(derived[spec.kind] ?? {}),
  ];
  return object(properties, required, spec.doc);
}

function lineSchema(property: PropertySpec, namesItself: boolean): object {
  const slots = slotsOf(property).map(([name, slot]) => [
    name,
    value(slot.schema, slot.alsoMissing),
  ]);
  const word = namesItself ? { word: text } : {};
  return object({ ...word, ...(Object.fromEntries(slots) as object) }, [], property.doc);
}

/** A value that is known, or missing for a reason; neither when it could not be read. */
const value = (known: object, alsoMissing: readonly string[] = []): object =>
  object(
    {
      value: known,
      missing: { enum: [...missingWords, ...alsoMissing] },
      why: text,
      given: text,
      inferred: text,
    },
    [],
  );

const nullable = (schema: { type: string }): object => ({ ...schema, type: [schema.type, 'null'] });
const count = { type: 'integer', minimum: 0 };

const derived: Partial<Record<Kind, object>> = {
  action: {
    position: object(
      {
        strength: { enum: ['must', 'should', 'other'] },
        state: { enum: Object.keys(states) },
        deadline: nullable(text),
        originalDeadline: nullable(text),
        revisions: count,
        daysLate: {
          ...count,
          description: 'Calendar days past the deadline in force; 0 when not overdue.',
        },
        progress: nullable(text),
        assurance: nullable(text),
      },
      [
        'strength',
        'state',
        'deadline',
        'originalDeadline',
        'revisions',
        'daysLate',
        'progress',
        'assurance',
      ],
      'Where the action stands at the as-at date.',
    ),
  },
  requirement: {
    strength: { enum: ['must', 'should', 'other'] },
    answeredBy: { type: 'array', items: text },
  },
  source: { requirements: { type: 'array', items: { $ref: '#/$defs/requirement' } } },
  ratings: {
    columns: { type: 'array', items: text },
    rows: {
      type: 'array',
      items: object(
        {
          service: text,
          ratings: {
            type: 'array',
            items: {
              anyOf: [
                { type: 'null' },
                object({ rating: text, change: nullable(text), date: nullable(text) }, [
                  'rating',
                  'change',
                  'date',
                ]),
              ],
            },
          },
        },
        ['service', 'ratings'],
      ),
    },
  },
};

const sharedDefinitions = {
  date: object(
    { form: text, written: text, first: text, last: text, every: text, per: text, awaiting: text },
    ['form', 'written'],
    'A date as written, with the first and the last day it means.',
  ),
  figure: object({ amount: { type: 'number' }, percent: { type: 'boolean' }, written: text }, [
    'amount',
    'percent',
    'written',
  ]),
  reference: object({ id: text, source: text, name: text, notInPlan: { const: true } }, []),
  regulation: object({ instrument: { enum: ['2014', '2009'] }, paragraph: text }, [
    'instrument',
    'paragraph',
  ]),
};
