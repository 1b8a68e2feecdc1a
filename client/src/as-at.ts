import { EventEmitter, workspace, type Disposable, type LogOutputChannel } from 'vscode';

/** Whether it is a day that there is, such as 2018-07-01. */
export function isDay(words: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(words)) return false;
  const day = new Date(`${words}T00:00:00Z`);
  return !Number.isNaN(day.valueOf()) && day.toISOString().startsWith(words);
}

/** A day as people write it: 1 July 2018. */
export function dayInWords(day: string): string {
  const written = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
  return isDay(day) ? written.format(new Date(day)) : day;
}

/**
 * The day that plans are judged at: the one chosen for this window, else the setting `mustdo.asAt`, else
 * each project’s own. A choice ends with the window, so that nobody works at a forgotten day.
 */
export class AsAt implements Disposable {
  readonly #log: LogOutputChannel;
  readonly #changed = new EventEmitter<undefined>();
  readonly #configuration: Disposable;
  #chosen: string | undefined;

  readonly onDidChange = this.#changed.event;

  constructor(log: LogOutputChannel) {
    this.#log = log;
    this.#configuration = workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('mustdo.asAt')) this.#changed.fire(undefined);
    });
  }

  /** YYYY-MM-DD; null for each project’s own day. */
  get inForce(): string | null {
    return this.#chosen ?? this.#set ?? null;
  }

  /** Whether a day was chosen for this window. */
  get isChosen(): boolean {
    return this.#chosen !== undefined;
  }

  /** @param day undefined to go back to the setting, or to each project’s own day */
  choose(day: string | undefined): void {
    this.#chosen = day;
    this.#changed.fire(undefined);
  }

  dispose(): void {
    this.#configuration.dispose();
    this.#changed.dispose();
  }

  get #set(): string | undefined {
    const value: unknown = workspace.getConfiguration('mustdo').get('asAt');
    if (typeof value !== 'string' || value.trim() === '') return undefined;
    if (isDay(value.trim())) return value.trim();
    this.#log.warn(`The setting mustdo.asAt, "${value}", is no day such as 2018-07-01.`);
    return undefined;
  }
}
