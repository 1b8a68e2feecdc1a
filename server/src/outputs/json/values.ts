import type { Item, Value } from '../../language/items.ts';
import { linesOf } from '../../language/walk.ts';
import { blocks, camelCase, type PropertySpec } from '../../language/keywords/index.ts';
import type { Slot } from '../../language/slots.ts';

/** What an item says as plain JSON, by the keyword table: no field is listed a second time. */

/** A value: known, or missing for a reason; with the paper's words where they are kept. */
export function valueToJson({ value, missing, why, given, inferred }: Value<unknown>): object {
  const known = value === undefined ? {} : { value: withoutPlaces(value) };
  return {
    ...known,
    ...(missing === undefined ? {} : { missing }),
    ...(why === undefined ? {} : { why }),
    ...(given === undefined ? {} : { given }),
    ...(inferred === undefined ? {} : { inferred }),
  };
}

/** The lines of an item by field: an object each, or a list where the table says many. */
export function linesToJson(item: Item): Record<string, unknown> {
  const json: Record<string, unknown> = {};
  for (const { field, property, said } of linesOf(item)) {
    const own = blocks[item.kind].keywords;
    const line: Record<string, unknown> =
      property.keyword === said.keyword || said.keyword in own ? {} : { word: said.keyword };
    for (const [name] of slotsOf(property)) {
      const value = said[name];
      if (typeof value === 'object' && 'value' in value) line[name] = valueToJson(value);
    }
    if (property.many) ((json[field] ??= []) as unknown[]).push(line);
    else json[field] = line;
  }
  return json;
}

/** Every slot of a property by the name of its field. */
export const slotsOf = (property: PropertySpec): [string, Slot<unknown>][] => [
  ...Object.entries<Slot<unknown>>(property.values),
  ...Object.entries<Slot<unknown>>(property.qualifiers).map(
    ([keyword, slot]): [string, Slot<unknown>] => [camelCase(keyword), slot],
  ),
];

/** Places in the text and the kinds a reference may be of are for tools, not for readers of the plan. */
function withoutPlaces(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPlaces);
  if (typeof value !== 'object' || value === null) return value;
  if ('scale' in value && 'word' in value) return value.word;
  const entries = Object.entries(value).filter(
    ([key, content]) =>
      key !== 'span' &&
      key !== 'kinds' &&
      content !== undefined &&
      !(key === 'notInPlan' && content === false),
  );
  return Object.fromEntries(entries.map(([key, content]) => [key, withoutPlaces(content)]));
}
