// Bundles the tests of some folders into the one file that VS Code is told to run.
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, '../../.vscode-test/out');

/**
 * @param {readonly string[]} folders below test/vscode
 * @param {{ web: boolean, define: Record<string, unknown> }} options `define`: what the tests are told
 */
export async function bundleTests(folders, { web, define }) {
  const tests = folders.flatMap((folder) =>
    readdirSync(join(here, folder))
      .filter((name) => name.endsWith('.test.ts'))
      .map((name) => `./${folder}/${name}`),
  );
  const outfile = join(out, `${folders.at(-1) ?? 'tests'}.cjs`);
  await build({
    stdin: {
      contents: `
        import { runMocha } from './support/mocha-${web ? 'web' : 'node'}.ts';
        export const run = () => runMocha(async () => {
          ${tests.map((name) => `await import('${name}');`).join('\n')}
        });
      `,
      resolveDir: here,
    },
    outfile,
    bundle: true,
    external: ['vscode', ...(web ? [] : ['mocha'])],
    define: Object.fromEntries(
      Object.entries(define).map(([name, value]) => [name, JSON.stringify(value)]),
    ),
    sourcemap: 'inline',
    logLevel: 'warning',
    ...(web
      ? {
          // The worker host evaluates it as a module of its own kind, with `require` for vscode alone.
          platform: 'browser',
          format: 'iife',
          globalName: 'tests',
          footer: { js: 'module.exports = tests;' },
        }
      : { platform: 'node', format: 'cjs', target: 'node22' }),
  });
  return outfile;
}
