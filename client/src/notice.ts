import { commands, l10n, window, workspace, type Disposable, type Memento } from 'vscode';
import { dayInWords } from './as-at.ts';
import type { Project, Projects } from './projects.ts';

const key = 'mustdo.noticeOn';

/** Says once a day, to those who want it, what is overdue and what nothing answers. */
export const addNotice = (projects: Projects, memory: Memento): Disposable =>
  projects.onDidChange((project) => {
    const isWanted = workspace.getConfiguration('mustdo').get('dailyNotice') === true;
    if (!isWanted || project.overdue + project.unmapped === 0) return;
    const today = new Date().toISOString().slice(0, 10);
    if (memory.get(key) === today) return;
    void memory.update(key, today);
    const show = l10n.t('Show');
    void window.showInformationMessage(noticeOf(project), show).then((picked) => {
      if (picked === show) void commands.executeCommand('mustdo.attention.focus');
    });
  });

/** `As at 1 July 2018, 3 actions are overdue and 1 must-do has nothing that answers it.` */
const noticeOf = ({ asAt, overdue, unmapped }: Project): string =>
  l10n.t(
    'As at {0}, {1} and {2}.',
    dayInWords(asAt),
    overdueInWords(overdue),
    unmappedInWords(unmapped),
  );

export const overdueInWords = (overdue: number): string =>
  overdue === 1 ? l10n.t('1 action is overdue') : l10n.t('{0} actions are overdue', overdue);

export const unmappedInWords = (unmapped: number): string =>
  unmapped === 1
    ? l10n.t('1 must-do has nothing that answers it')
    : l10n.t('{0} must-dos have nothing that answers them', unmapped);
