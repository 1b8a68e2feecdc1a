import { Disposable, l10n, MarkdownString, StatusBarAlignment, window } from 'vscode';
import { dayInWords } from './as-at.ts';
import type { Mustdo } from './commands/command.ts';
import { overdueInWords, unmappedInWords } from './notice.ts';
import type { Project, Projects } from './projects.ts';
import { activePlan } from './selector.ts';

/** Shows, beside a plan or its preview, the day it is judged at and what is overdue or unmapped then. */
export function addStatus({ server, preview }: Mustdo, projects: Projects): Disposable {
  const item = window.createStatusBarItem('mustdo.asAt', StatusBarAlignment.Left);
  item.name = l10n.t('Mustdo: as-at date');

  const update = (): void => {
    const document = preview.active ? preview.uri : activePlan()?.document.uri;
    if (document === undefined) {
      item.hide();
      return;
    }
    const project = projects.of(document);
    if (server.stopped) {
      item.text = l10n.t('{0} Mustdo is stopped', '$(warning)');
      item.tooltip = l10n.t('The plan is not checked. Select to start Mustdo’s server again.');
      item.command = 'mustdo.restart';
    } else {
      item.text = project === undefined ? '$(sync~spin) Mustdo' : `$(calendar) ${brief(project)}`;
      item.tooltip = project === undefined ? l10n.t('Reading the plan') : inFull(project);
      item.command = 'mustdo.setAsAt';
    }
    item.show();
  };

  update();
  return Disposable.from(
    item,
    projects.onDidChange(update),
    server.onDidChangeState(update),
    preview.onDidChange(update),
    window.onDidChangeActiveTextEditor(update),
  );
}

const brief = ({ asAt, overdue, unmapped }: Project): string =>
  unmapped === 0
    ? l10n.t('{0}: {1} overdue', dayInWords(asAt), overdue)
    : l10n.t('{0}: {1} overdue, {2} unmapped', dayInWords(asAt), overdue, unmapped);

const inFull = ({ asAt, overdue, unmapped, flags }: Project): MarkdownString =>
  new MarkdownString(
    [
      l10n.t('As at {0}, {1}.', dayInWords(asAt), overdueInWords(overdue)),
      ...(unmapped === 0 ? [] : [l10n.t('{0}.', unmappedInWords(unmapped))]),
      l10n.t(
        'Flags: {0} need attention, {1} worth a look, {2} for information.',
        flags.error,
        flags.warning,
        flags.info,
      ),
      l10n.t('Select to choose another day.'),
    ].join('\n\n'),
  );
