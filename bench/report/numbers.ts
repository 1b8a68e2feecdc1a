import { median } from '../lsp/results.ts';

/** Numbers and tables as people read them. */

export function inTime(milliseconds: number): string {
  if (milliseconds < 10) return `${milliseconds.toFixed(1)} ms`;
  if (milliseconds < 1000) return `${milliseconds.toFixed(0)} ms`;
  return `${(milliseconds / 1000).toFixed(milliseconds < 10_000 ? 2 : 1)} s`;
}

/** Several times: the middle one, the fastest, the slowest, and how many. */
export const timesIn = (milliseconds: readonly number[]): string =>
  `**${inTime(median(milliseconds))}** (${inTime(Math.min(...milliseconds))} to ${inTime(Math.max(...milliseconds))}, ${milliseconds.length})`;

export const inBytes = (bytes: number): string =>
  bytes < 1e9 ? `${(bytes / 1e6).toFixed(0)} MB` : `${(bytes / 1e9).toFixed(1)} GB`;

export const inRatio = (ratio: number): string =>
  ratio >= 10 ? ratio.toFixed(0) : String(Number(ratio.toPrecision(2)));

/**
 * A number as people write it in an option.
 * @throws Error with one line for people, when it is none
 */
export function wholeNumber(given: string): number {
  if (/^\d+$/.test(given)) return Number(given);
  throw new Error(`"${given}" is not a whole number.`);
}

/** Rows of cells, the first of them the head, as Markdown. */
export function tableText([head = [], ...body]: string[][]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
  return line(head) + line(head.map(() => '---')) + body.map(line).join('');
}
