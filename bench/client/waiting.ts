/** A server that did not answer in time. */
export class TooLong extends Error {
  readonly limit: number;

  constructor(what: string, limit: number) {
    super(`${what}: over ${Math.round(limit / 1000)} s`);
    this.limit = limit;
  }
}

/** A server that ended by itself. */
export class Ended extends Error {}

/** A server that answered something else than what was asked for. */
export class WrongAnswer extends Error {}

/** Someone who waits for something that the server says. */
export interface Waiter<T> {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
  readonly reject: (error: Error) => void;
}

/** A promise to be settled from outside; rejects with `TooLong` by itself. */
export function waiter<T>(what: string, limit: number): Waiter<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  const timer = setTimeout(() => reject(new TooLong(what, limit)), limit);
  return {
    promise,
    resolve: (value) => {
      clearTimeout(timer);
      resolve(value);
    },
    reject: (error) => {
      clearTimeout(timer);
      reject(error);
    },
  };
}
