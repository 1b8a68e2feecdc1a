// Writes the software bill of materials of the command line and of the extension. Another folder than output may be named.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import manifest from '../package.json' with { type: 'json' };
import { billOf } from './bill.mjs';
import { shippedIn } from './components.mjs';

const isRunDirectly = process.argv[1] === fileURLToPath(import.meta.url);
const named = isRunDirectly ? process.argv[2] : undefined;
const folder = resolve(named ?? fileURLToPath(new URL('../output', import.meta.url)));
const name = `${manifest.name}-${manifest.version}`;

mkdirSync(folder, { recursive: true });
writeFileSync(
  join(folder, `${name}.cdx.json`),
  billOf('The command line and the language server', await shippedIn('commandLine')),
);
writeFileSync(
  join(folder, `${name}.vsix.cdx.json`),
  billOf('The extension for Visual Studio Code', await shippedIn('extension')),
);
