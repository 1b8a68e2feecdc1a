// Builds the extension and puts it into one file, which VS Code installs without a network.
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createVSIX } from '@vscode/vsce';
import manifest from '../package.json' with { type: 'json' };
import './build.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const packagePath = `output/${manifest.name}-${manifest.version}.vsix`;

process.chdir(root);
mkdirSync('output', { recursive: true });
await createVSIX({
  cwd: root,
  packagePath,
  readmePath: 'client/README.md',
  // Everything that it runs is bundled.
  dependencies: false,
  allowMissingRepository: true,
  rewriteRelativeLinks: false,
});
