import { l10n, window } from 'vscode';
import { isDay } from '../as-at.ts';
import type { Command } from './command.ts';

/** Mustdo: Set As-at Date, for this window. Takes a day, or '' for each plan’s own; else asks for it. */
export const setAsAt: Command = async ({ asAt }, argument) => {
  const given = typeof argument === 'string' && whatIsWrong(argument) === undefined;
  const answer = given ? argument : await ask(asAt.inForce ?? '');
  if (answer !== undefined) asAt.choose(answer.trim() === '' ? undefined : answer.trim());
};

const ask = (value: string): Thenable<string | undefined> =>
  window.showInputBox({
    title: l10n.t('Set As-at Date'),
    prompt: l10n.t(
      'The day that plans are judged at until this window is closed. Leave it empty for each plan’s own day, or today.',
    ),
    placeHolder: '2018-07-01',
    value,
    validateInput: whatIsWrong,
  });

function whatIsWrong(answer: string): string | undefined {
  const day = answer.trim();
  if (day === '' || isDay(day)) return undefined;
  return /^\d{4}-\d{2}-\d{2}$/.test(day)
    ? l10n.t('There is no such day.')
    : l10n.t('Write year, month and day: 2018-07-01.');
}
