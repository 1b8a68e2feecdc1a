// Bundles what people run: the command line, and the parts of the extension.
import { writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { bundles } from './bundles.mjs';

for (const bundle of bundles) await build(bundle);
// Node is to load the scripts of the extension as what they are, whatever the package above them says of its own.
writeFileSync('client/dist/package.json', '{ "type": "commonjs" }\n');
