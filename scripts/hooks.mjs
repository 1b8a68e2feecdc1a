// Lets tests import the source as it is: Node strips the types of .ts itself, but knows neither .tsx
// nor .css. What these become here is what scripts/build.mjs makes of them.
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { transformSync } from 'esbuild';

/** @type {Record<string, import('esbuild').TransformOptions>} */
const kinds = {
  '.tsx': { loader: 'tsx', jsx: 'automatic', jsxImportSource: 'preact', sourcemap: 'inline' },
  '.css': { loader: 'text' },
};

registerHooks({
  load(url, context, nextLoad) {
    const options = kinds[/\.\w+$/.exec(url)?.[0] ?? ''];
    if (!options || !url.startsWith('file:')) return nextLoad(url, context);
    const path = fileURLToPath(url);
    const { code } = transformSync(readFileSync(path, 'utf8'), {
      ...options,
      format: 'esm',
      sourcefile: path,
    });
    return { format: 'module', source: code, shortCircuit: true };
  },
});
