// Builds the extension and puts it into one file, which VS Code installs without a network. What it is made of stands beside it.
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createVSIX } from '@vscode/vsce';
import manifest from '../package.json' with { type: 'json' };
import './build.mjs';
import { licencesOf, shippedIn } from './components.mjs';
import './sbom.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const packagePath = `output/${manifest.name}-${manifest.version}.vsix`;

process.chdir(root);
mkdirSync('output', { recursive: true });
const { components } = await shippedIn('extension');
writeFileSync('client/dist/licences.txt', licencesOf(components));
await createVSIX({
  cwd: root,
  packagePath,
  readmePath: 'client/README.md',
  // Everything that it runs is bundled.
  dependencies: false,
  allowMissingRepository: true,
  rewriteRelativeLinks: false,
});
