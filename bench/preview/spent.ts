/** What something took: as people wait for it, and of one processor. Others at work on the machine make only the first longer. */
export interface Spent {
  readonly milliseconds: number;
  /** Milliseconds of processor time; undefined where nothing says so. */
  readonly processor: number | undefined;
}

/** What each of several took. */
export class Times {
  readonly milliseconds: number[] = [];
  readonly processor: number[] = [];

  add({ milliseconds, processor }: Spent): void {
    this.milliseconds.push(milliseconds);
    if (processor !== undefined) this.processor.push(processor);
  }
}
