// Decides which VS Code the tests run in. Desktop VS Code wherever it can be downloaded and shown;
// otherwise the stand-in. MUSTDO_VSCODE=desktop asks for the first, MUSTDO_VSCODE=stand-in for the second.
import { downloadAndUnzipVSCode, SilentReporter } from '@vscode/test-electron';
import { fileURLToPath } from 'node:url';
import { installHost, standInExecutable } from './install.mjs';

const cachePath = fileURLToPath(new URL('../../../.vscode-test', import.meta.url));

/** How long the download may be silent before it counts as out of reach. */
const patience = 10_000;

/** The executable to run the tests in; throws where there is none. */
export async function chooseVSCode() {
  const wanted = process.env.MUSTDO_VSCODE;
  if (wanted === 'stand-in' || (wanted !== 'desktop' && !hasDisplay())) return standIn();
  try {
    const reporter = new SilentReporter();
    const executable = await downloadAndUnzipVSCode({ cachePath, timeout: patience, reporter });
    console.log('The tests run in desktop VS Code.');
    return executable;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    console.log(`Desktop VS Code cannot be downloaded (${why}).`);
    return standIn();
  }
}

function standIn() {
  installHost();
  console.log('The tests run in the stand-in for VS Code: its server, with a headless browser.');
  return standInExecutable;
}

/** Without a display, desktop VS Code would not open; there is no use in downloading it. */
function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
}
