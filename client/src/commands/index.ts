import { commands, window, type Disposable } from 'vscode';
import { checkAll } from './check-all.ts';
import type { Command, Mustdo } from './command.ts';
import { newPlan } from './new-plan.ts';
import { openPreview } from './preview.ts';
import { restart } from './restart.ts';
import { setAsAt } from './set-as-at.ts';
import { showReferences } from './show-references.ts';

/** Every command of the extension, by the name that package.json gives it. */
const table: Readonly<Record<string, Command>> = {
  'mustdo.preview': openPreview,
  'mustdo.checkAll': checkAll,
  'mustdo.restart': restart,
  'mustdo.setAsAt': setAsAt,
  'mustdo.newPlan': newPlan,
  'mustdo.showReferences': showReferences,
};

/** Registers them; what one of them throws is told in a sentence. */
export function addCommands(mustdo: Mustdo): Disposable[] {
  return Object.entries(table).map(([name, command]) =>
    commands.registerCommand(name, async (...given: unknown[]) => {
      try {
        await command(mustdo, ...given);
      } catch (error) {
        const words = error instanceof Error ? error.message : String(error);
        void window.showErrorMessage(`Mustdo: ${words}`);
      }
    }),
  );
}
