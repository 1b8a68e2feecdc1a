import { commands, l10n, window, workspace, type Disposable, type Memento } from 'vscode';
import { dayInWords } from './as-at.ts';
import type { Project, Projects } from './projects.ts';

const key = 'mustdo.noticeOn';

/** Says once a day, to those who want it, what is overdue and what nothing answers. */
export const addNotice = (projects: Projects, memory: Memento): Disposable =>
  projects.onDidChange((project) => {
    const today = new Date().toISOString().slice(0, 10);
    const words = noticeOf(project, {
      isWanted: workspace.getConfiguration('mustdo').get('dailyNotice') === true,
      lastOn: memory.get(key),
      today,
    });
    if (words === undefined) return;
    void memory.update(key, today);
    const show = l10n.t('Show');
    void window.showInformationMessage(words, show).then((picked) => {
      if (picked === show) void commands.executeCommand('mustdo.attention.focus');
    });
  });

interface Circumstances {
  readonly isWanted: boolean;
  /** The day on which it was last said. */
  readonly lastOn: unknown;
  readonly today: string;
}

/**
 * `As at 1 July 2018, 3 actions are overdue and 1 must-do has nothing that answers it.` Undefined where nobody
 * wants to be told, nothing is late or unmapped, or it has been said today.
 */
export function noticeOf(
  { asAt, overdue, unmapped }: Pick<Project, 'asAt' | 'overdue' | 'unmapped'>,
  { isWanted, lastOn, today }: Circumstances,
): string | undefined {
  if (!isWanted || lastOn === today || overdue + unmapped === 0) return undefined;
  return l10n.t(
    'As at {0}, {1} and {2}.',
    dayInWords(asAt),
    overdueInWords(overdue),
    unmappedInWords(unmapped),
  );
}

export const overdueInWords = (overdue: number): string =>
  overdue === 1 ? l10n.t('1 action is overdue') : l10n.t('{0} actions are overdue', overdue);

export const unmappedInWords = (unmapped: number): string =>
  unmapped === 1
    ? l10n.t('1 must-do has nothing that answers it')
    : l10n.t('{0} must-dos have nothing that answers them', unmapped);
