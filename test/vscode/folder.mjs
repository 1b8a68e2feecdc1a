// What VS Code is started on: a temporary folder with a copy of a sample, and settings of its own.
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const sample = fileURLToPath(new URL('../../samples/lpt-cqc-2018', import.meta.url));

/** Quiet, and with nothing that is not ours. */
const userSettings = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  // Otherwise a dialog asks, and waits for ever.
  'security.workspace.trust.startupPrompt': 'never',
  // In a browser it saves by itself, unless told not to.
  'files.autoSave': 'off',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
};

/** @typedef {ReturnType<typeof prepareFolder>} Prepared */

/** @param {'sample' | 'no plan'} content @param {Readonly<Record<string, unknown>>} settings besides the usual ones */
export function prepareFolder(content, settings = {}) {
  const temporary = mkdtempSync(join(tmpdir(), 'mustdo-vscode-'));
  const opened = join(temporary, 'plans');
  const userData = join(temporary, 'user-data');
  if (content === 'sample') cpSync(sample, opened, { recursive: true });
  else {
    mkdirSync(opened);
    writeFileSync(join(opened, 'minutes.txt'), 'No plan here.\n');
  }
  mkdirSync(join(userData, 'User'), { recursive: true });
  writeFileSync(
    join(userData, 'User/settings.json'),
    JSON.stringify({ ...userSettings, ...settings }),
  );
  return {
    opened,
    userData,
    extensions: join(temporary, 'extensions'),
    probe: join(temporary, 'probe'),
    [Symbol.dispose]() {
      rmSync(temporary, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}
