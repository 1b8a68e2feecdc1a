import { styleText } from 'node:util';
import type { Paint } from '../outputs/flags/flag-report.ts';

const styles = {
  heading: ['bold', 'underline'],
  error: ['bold', 'red'],
  warning: ['yellow'],
  info: ['cyan'],
  faint: ['dim'],
} as const satisfies Record<Parameters<Paint>[0], Parameters<typeof styleText>[0]>;

/** Colours on a terminal that wants them, plain text anywhere else. */
export const paint: Paint = (style, text) =>
  styleText([...styles[style]], text, { stream: process.stdout });

/** Says how far a long run is, on standard error and only on a terminal. */
export function showProgress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[2K${text}`);
}

const barWidth = 20;

/**
 * A bar that shows how far a long run is: `[########            ] 40 %`.
 * @param share from 0 to 1; what lies outside is taken for the nearer of them
 */
export function progressBar(share: number): string {
  const done = Math.min(Math.max(share, 0), 1);
  const marks = '#'.repeat(Math.round(done * barWidth));
  return `[${marks.padEnd(barWidth)}] ${String(Math.floor(done * 100))} %`;
}
