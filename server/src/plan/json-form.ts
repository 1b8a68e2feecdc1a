/** Whether a value of JSON is as it must be. */
export type Is = (value: unknown) => boolean;

/** Whether it is an object with no keys but these, and what stands at each of them is as it must be. None must be there. */
export const isObjectOf = (value: unknown, keys: Readonly<Record<string, Is>>): value is object =>
  isPlain(value) &&
  Object.entries(value).every(
    ([key, part]) => Object.hasOwn(keys, key) && keys[key]?.(part) === true,
  );

/** Whether it is an object in which something stands at every key, whatever they are. */
export const isRecordOf = (value: unknown, is: Is): value is Readonly<Record<string, unknown>> =>
  isPlain(value) && Object.entries(value).every(([key, part]) => key !== '__proto__' && is(part));

/** Whether it is an object, and one that no key `__proto__` has made into something else. */
function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
