import type { PlanDate } from '../../language/dates.ts';
import type { Value } from '../../language/items.ts';
import type { Reference } from '../../language/slots.ts';

/** Values as plain data that is the same for all ways of writing the same: to compare, or to take a fingerprint of. */

/** A known value as `of` writes it, in a list, or the word for a missing one. */
const valueOf = <T>(value: Value<T> | undefined, of: (known: T) => unknown): unknown =>
  value?.value === undefined ? (value?.missing ?? null) : [of(value.value)];

/** However it is broken into lines. */
export const text = (value: Value<string> | undefined): unknown =>
  valueOf(value, (known) => known.trim().replaceAll(/\s+/g, ' '));

/** However it is written: Oct 2018 is 2018-10. */
export const date = (value: Value<PlanDate> | undefined): unknown =>
  valueOf(value, ({ form, first, last, every, per }) => [form, first, last, every, per]);

const nameIn = ({ source, id, name }: Reference): string =>
  JSON.stringify(name === undefined ? [source, id] : [name]);

export const reference = (value: Value<Reference> | undefined): unknown => valueOf(value, nameIn);

export const references = (value: Value<readonly Reference[]> | undefined): unknown =>
  valueOf(value, (known) => known.map(nameIn).sort());

/** Whether two values, as one of these writes them, say the same. */
export const same = (before: unknown, after: unknown): boolean =>
  JSON.stringify(before) === JSON.stringify(after);
