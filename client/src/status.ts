import { Disposable, MarkdownString, StatusBarAlignment, window } from 'vscode';
import { dayInWords } from './as-at.ts';
import type { Mustdo } from './commands/command.ts';
import type { Project, Projects } from './projects.ts';
import { activePlan } from './selector.ts';

/** Shows, beside a plan or its preview, the day it is judged at and how many actions are overdue then. */
export function addStatus({ server, preview }: Mustdo, projects: Projects): Disposable {
  const item = window.createStatusBarItem('mustdo.asAt', StatusBarAlignment.Left);
  item.name = 'Mustdo: as-at date';

  const update = (): void => {
    const document = preview.active ? preview.uri : activePlan()?.document.uri;
    if (document === undefined) {
      item.hide();
      return;
    }
    const project = projects.of(document);
    if (server.stopped) {
      item.text = '$(warning) Mustdo is stopped';
      item.tooltip = 'The plan is not checked. Select to start Mustdo’s server again.';
      item.command = 'mustdo.restart';
    } else {
      item.text = project === undefined ? '$(sync~spin) Mustdo' : `$(calendar) ${brief(project)}`;
      item.tooltip = project === undefined ? 'Reading the plan' : inFull(project);
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

const brief = ({ asAt, overdue }: Project): string =>
  `${dayInWords(asAt)}: ${String(overdue)} overdue`;

function inFull({ asAt, overdue, flags }: Project): MarkdownString {
  const actions = overdue === 1 ? '1 action is overdue' : `${String(overdue)} actions are overdue`;
  return new MarkdownString(
    [
      `As at ${dayInWords(asAt)}, ${actions}.`,
      `Flags: ${String(flags.error)} need attention, ${String(flags.warning)} worth a look, ${String(flags.info)} for information.`,
      'Select to choose another day.',
    ].join('\n\n'),
  );
}
