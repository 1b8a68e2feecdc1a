import type { Context, RootHookObject } from 'mocha';

/**
 * For tests that look at a window: one that fails has one more go, and that is said. A busy machine
 * may draw later than a test waits.
 */
export const secondGo = { retries: 1 };

const gone = new Set<string>();

export const mochaHooks: RootHookObject = {
  afterEach(this: Context) {
    const { currentTest: test } = this;
    if (test === undefined) return;
    const title = test.fullTitle();
    if (gone.has(title)) console.warn(`Once more: “${title}”, now ${test.state ?? 'undecided'}.`);
    gone.add(title);
  },
};
