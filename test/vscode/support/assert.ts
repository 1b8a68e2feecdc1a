/** What tests assert, without Node: they run in the web worker host too. */

class NotAsExpected extends Error {
  readonly showDiff = true;
  readonly actual: unknown;
  readonly expected: unknown;

  constructor(message: string, actual: unknown, expected: unknown) {
    super(message);
    this.actual = actual;
    this.expected = expected;
  }
}

export function same(actual: unknown, expected: unknown, what = 'not the same'): void {
  if (JSON.stringify(actual) !== JSON.stringify(expected)) {
    throw new NotAsExpected(what, actual, expected);
  }
}

export function ok(condition: unknown, what: string): asserts condition {
  if (!condition) throw new Error(what);
}

/** The value, which has to be there. */
export function there<T>(value: T | undefined, what: string): T {
  ok(value !== undefined, what);
  return value;
}

/** Every one of these is among those. */
export function includes(actual: readonly string[], expected: readonly string[]): void {
  const missing = expected.filter((item) => !actual.includes(item));
  ok(
    missing.length === 0,
    `missing: ${missing.join(', ')}; there: ${actual.slice(0, 40).join(', ')}`,
  );
}

/** Looks again and again until it no longer throws; after a while, throws what it threw. */
export async function eventually<T>(look: () => T | PromiseLike<T>, patience = 20_000): Promise<T> {
  const end = Date.now() + patience;
  for (;;) {
    try {
      return await look();
    } catch (error) {
      if (Date.now() > end) throw error;
      await pause(100);
    }
  }
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
