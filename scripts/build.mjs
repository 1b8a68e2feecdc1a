// Bundles what people run: the command line, and the parts of the extension.
import { build } from 'esbuild';
import { bundles } from './bundles.mjs';

for (const bundle of bundles) await build(bundle);
