// What is bundled, and how: the command line, and the parts of the extension. Each file runs without node_modules.
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** @type {import('esbuild').BuildOptions} */
const everywhere = {
  absWorkingDir: fileURLToPath(new URL('..', import.meta.url)),
  bundle: true,
  sourcemap: true,
  jsx: 'automatic',
  jsxImportSource: 'preact',
  logLevel: 'warning',
  // Its own entry for Node is in a form that hides from a bundler what it is made of.
  alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' },
};

/** What Node runs: the oldest is the one in the oldest VS Code that the extension is for. @type {import('esbuild').BuildOptions} */
const node = {
  platform: 'node',
  target: 'node22',
  loader: { '.css': 'text' },
  // Half as long, it is read and looked up in the compile cache in half the time; names stay, for traces.
  minifyWhitespace: true,
  minifySyntax: true,
};

/**
 * Node’s own modules, got by a call. An import of one makes Node copy all that it offers, and with that load what it
 * would else load when it is used: for `node:fs` alone, a quarter of the time in which Node starts. Here only the names are
 * looked up that are imported. `child_process`, which commander imports and Mustdo needs for git alone, is loaded when something of it
 * is used; so it has no names, only its default.
 * @type {import('esbuild').Plugin}
 */
const builtIns = {
  name: 'built-ins',
  setup(bundle) {
    bundle.onResolve({ filter: /^node:/ }, ({ path }) => ({ path, namespace: 'built-in' }));
    bundle.onLoad({ filter: /./, namespace: 'built-in' }, ({ path }) => {
      const wanted = `process.getBuiltinModule(${JSON.stringify(path)})`;
      if (path === 'node:child_process') {
        return { contents: `export default new Proxy({}, { get: (_, name) => ${wanted}[name] });` };
      }
      const names = Object.keys(process.getBuiltinModule(path) ?? {}).filter((name) =>
        /^(?!default$)\w+$/.test(name),
      );
      const named = names.map((name) => `export const ${name} = /* @__PURE__ */ named("${name}");`);
      const lines = [`const own = ${wanted};`, 'const named = (name) => own[name];', ...named];
      return { contents: [...lines, 'export default own;'].join('\n') };
    });
  },
};

/**
 * What the command line loads only when it is used: the folder that is imported then, and the file beside the command
 * line that it becomes.
 */
const later = {
  imports: 'mustdo-imports.mjs',
  'outputs/formats/docx': 'mustdo-docx.mjs',
  'outputs/formats/xlsx': 'mustdo-xlsx.mjs',
};

/** The files that belong beside the command line, wherever it is put. */
export const besideCommandLine = Object.values(later);

/** @param {string} folder */
const entryOf = (folder) =>
  fileURLToPath(new URL(`../server/src/${folder}/index.ts`, import.meta.url));

/**
 * Leaves out of a bundle what is loaded later: it imports the file beside it. esbuild’s own splitting would take what both
 * use out of either, and the command line would no longer be one file, that checks plans wherever it is put.
 * @type {import('esbuild').Plugin}
 */
const loadedLater = {
  name: 'loaded-later',
  setup(bundle) {
    bundle.onResolve({ filter: /^\.\.?\// }, ({ kind, path, resolveDir }) => {
      if (kind !== 'dynamic-import') return undefined;
      const source = join(resolveDir, path);
      const found = Object.entries(later).find(([folder]) => source === entryOf(folder));
      if (found === undefined)
        throw new Error(`${path} is loaded later, and no bundle of its own.`);
      return { path: `./${found[1]}`, external: true };
    });
  },
};

/**
 * Node’s own modules as packages in CommonJS call for them, which a module in the newer form cannot do.
 * @type {import('esbuild').Plugin}
 */
const requiredBuiltIns = {
  name: 'required-built-ins',
  setup(bundle) {
    bundle.onResolve({ filter: /^[a-z_/]+$/ }, ({ kind, path }) =>
      kind === 'require-call' && isBuiltin(path) ? { path, namespace: 'required' } : undefined,
    );
    bundle.onLoad({ filter: /./, namespace: 'required' }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule(${JSON.stringify(path)});`,
    }));
  },
};

/** A bundle in CommonJS, in which some packages still ask where they are. @type {import('esbuild').BuildOptions} */
const commonJs = {
  format: 'cjs',
  define: { 'import.meta.url': 'bundleUrl' },
  banner: { js: "const bundleUrl = require('node:url').pathToFileURL(__filename).href;" },
};

/** What a browser runs, or VS Code in the place of one. @type {import('esbuild').BuildOptions} */
const browser = {
  platform: 'browser',
  target: 'es2023',
  minify: true,
  // The forms of them that need nothing of Node.
  alias: {
    ...everywhere.alias,
    'csv-parse/sync': 'csv-parse/browser/esm/sync',
    'csv-stringify/sync': 'csv-stringify/browser/esm/sync',
  },
};

/**
 * The server of VS Code’s package stands once in it: in the form that a web worker runs, which Node runs too. What
 * Node begins with is small, and loads that file beside it.
 * @type {import('esbuild').Plugin}
 */
const serverBeside = {
  name: 'server-beside',
  setup(bundle) {
    bundle.onResolve({ filter: /^\.\/serve\.ts$/ }, () => ({
      path: './server-worker.js',
      external: true,
    }));
  },
};

/**
 * JSZip’s own entry for a browser is a bundle already, with calls for modules that no bundler can follow. Its files can
 * be bundled, and do without Node’s streams where there are none.
 * @type {import('esbuild').Plugin}
 */
const jszipInPieces = {
  name: 'jszip-in-pieces',
  setup(bundle) {
    bundle.onResolve({ filter: /^jszip$/ }, ({ kind, resolveDir }) =>
      bundle.resolve('jszip/lib/index.js', { kind, resolveDir }),
    );
    bundle.onResolve({ filter: /^readable-stream$/ }, ({ path }) => ({
      path,
      namespace: 'no-streams',
    }));
    bundle.onLoad({ filter: /./, namespace: 'no-streams' }, () => ({ contents: '' }));
  },
};

/** A classic script, for a worker has no modules where its address is made of text, whose exports Node sees. @type {import('esbuild').BuildOptions} */
const scriptForBoth = {
  format: 'iife',
  globalName: 'server',
  footer: { js: "if (typeof module === 'object') module.exports = server;" },
};

/** What VS Code loads itself, and gives its own interface to. @type {import('esbuild').BuildOptions} */
const extension = { format: 'cjs', external: ['vscode'] };

/** The sample comes along as text: in a browser there is no folder to read it from. @type {import('esbuild').BuildOptions} */
const withSample = { loader: { '.css': 'text', '.plan': 'text' } };

/** @type {(import('esbuild').BuildOptions & { from: string, to: string })[]} */
const wanted = [
  {
    from: 'server/src/cli/main.ts',
    to: 'server/dist/mustdo.js',
    ...node,
    format: 'esm',
    plugins: [builtIns, loadedLater],
  },
  ...Object.entries(later).map(([folder, file]) => ({
    from: entryOf(folder),
    to: `server/dist/${file}`,
    ...node,
    format: /** @type {const} */ ('esm'),
    plugins: [requiredBuiltIns],
  })),
  { from: 'server/src/lsp/node.ts', to: 'server/dist/lsp.cjs', ...node, ...commonJs },
  {
    from: 'client/src/node.ts',
    to: 'client/dist/node.cjs',
    ...node,
    minifyIdentifiers: true,
    ...extension,
    ...withSample,
  },
  {
    from: 'client/src/browser.ts',
    to: 'client/dist/browser.cjs',
    ...browser,
    ...extension,
    ...withSample,
  },
  // In the package every kilobyte counts; who wants names in a trace starts the server of the command line.
  {
    from: 'server/src/lsp/node.ts',
    to: 'client/dist/server.cjs',
    ...node,
    ...commonJs,
    minifyIdentifiers: true,
    plugins: [serverBeside],
  },
  {
    from: 'server/src/lsp/worker.ts',
    to: 'client/dist/server-worker.js',
    ...browser,
    ...scriptForBoth,
    plugins: [jszipInPieces],
    loader: { '.css': 'text' },
  },
  // Their style sheets go beside them: the pages’ content policy wants both as files.
  ...['preview', 'import'].map((page) => ({
    from: `client/src/webview/${page}.tsx`,
    to: `client/dist/${page}.js`,
    ...browser,
    format: /** @type {const} */ ('iife'),
  })),
];

/** Each bundle as esbuild takes it. @type {import('esbuild').BuildOptions[]} */
export const bundles = wanted.map(({ from, to, ...options }) => ({
  ...everywhere,
  entryPoints: [from],
  outfile: to,
  ...options,
}));
