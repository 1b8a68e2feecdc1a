import { commands, l10n, window, type Disposable } from 'vscode';
import type { FormId } from '../../../server/src/lsp/protocol.ts';
import { checkAll } from './check-all.ts';
import type { Command, Mustdo } from './command.ts';
import { formCommand } from './form.ts';
import { importFile } from './import.ts';
import { makePapers } from './make-papers.ts';
import { newPlan } from './new-plan.ts';
import { openPreview, showInPreview } from './preview.ts';
import { restart } from './restart.ts';
import { samplePlan } from './sample-plan.ts';
import { setAsAt } from './set-as-at.ts';
import { showReferences } from './show-references.ts';
import { copyRow, goTo, groupByCheck, groupByOwner } from './tree.ts';

/** Every form of the server; the types say when one is missing. */
const forms: Readonly<Record<FormId, true>> = {
  addRequirement: true,
  addAction: true,
  addUpdate: true,
  recordAssurance: true,
  reviseDeadline: true,
  markComplete: true,
  close: true,
  explainFlag: true,
};

const formCommands = Object.fromEntries(
  (Object.keys(forms) as FormId[]).map((form) => [`mustdo.${form}`, formCommand(form)]),
);

/** Every command of the extension, by the name that package.json gives it. */
const table: Readonly<Record<string, Command>> = {
  'mustdo.preview': openPreview,
  'mustdo.showInPreview': showInPreview,
  'mustdo.checkAll': checkAll,
  'mustdo.restart': restart,
  'mustdo.setAsAt': setAsAt,
  'mustdo.newPlan': newPlan,
  'mustdo.import': importFile,
  'mustdo.makePapers': makePapers,
  'mustdo.showReferences': showReferences,
  'mustdo.samplePlan': samplePlan,
  'mustdo.goTo': goTo,
  'mustdo.copyRow': copyRow,
  'mustdo.attentionByCheck': groupByCheck,
  'mustdo.attentionByOwner': groupByOwner,
  ...formCommands,
};

/** Registers them; what one of them throws is told in a sentence. */
export function addCommands(mustdo: Mustdo): Disposable[] {
  return Object.entries(table).map(([name, command]) =>
    commands.registerCommand(name, async (...given: unknown[]) => {
      try {
        await command(mustdo, ...given);
      } catch (error) {
        const words = error instanceof Error ? error.message : String(error);
        void window.showErrorMessage(l10n.t('Mustdo: {0}', words));
      }
    }),
  );
}
