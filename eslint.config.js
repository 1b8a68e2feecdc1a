import { builtinModules } from 'node:module';
import eslint from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

// The rooms at the edge touch the machine; all between text and answer must also run in a web worker,
// and give the same bytes for the same input everywhere.
const source = 'server/src/**/*.{ts,tsx}';
const edges = ['server/src/cli/**', 'server/src/hosts/**', 'server/src/lsp/node*'];
const clockHolders = ['server/src/cli/**', 'server/src/hosts/**', 'server/src/lsp/**'];

const noClock = 'The as-at date comes in as an argument; only the edges hold a clock.';
const noMachine = 'This room must run in a web worker; only the edges touch the machine.';
const noLocale = 'The answer differs by machine and locale; compare and print by hand.';
const noChance = 'Same input, same bytes out.';

/** @param {string[]} names @param {string} message */
const ban = (names, message) => names.map((name) => ({ name, message }));

const clockGlobals = ban(['Date', 'performance'], noClock);
const machineGlobals = ban(['process', 'Buffer', 'require', '__dirname', '__filename'], noMachine);
// Preact's types bring the page's globals along, and a forgotten variable would pass as one of them.
const pageGlobals = ban(
  ['document', 'event', 'find', 'length', 'name', 'open', 'parent', 'print', 'status', 'window'],
  'This is a global of web pages; did you forget to declare it?',
);

const zodWhole = {
  selector: 'ImportDeclaration[source.value="zod"] > :not(ImportNamespaceSpecifier, Literal)',
  message: 'Write import * as z from "zod": any other form bundles five times as much.',
};

// Two words with a blank between them are meant for people.
const words = String.raw`/\p{L}[,:]? +\p{L}/u`;
const spoken =
  ':matches([callee.object.name="l10n"], [callee.property.name=/^(error|warn|info)$/])';
const sayings = [
  `:not(CallExpression${spoken}) > Literal[value=${words}]`,
  `:not(CallExpression${spoken}) > TemplateLiteral > TemplateElement[value.raw=${words}]`,
].map((selector) => ({ selector, message: 'People read this: say it with l10n.t(…).' }));

export default defineConfig(
  globalIgnores(['**/dist/', '.vscode-test/', 'output/', 'coverage/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  eslint.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      // The type checker knows which globals exist.
      'no-undef': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true, named: true } }],
      'no-restricted-syntax': ['error', zodWhole],
    },
  },
  {
    files: [source, 'test/**/*.{ts,tsx}', 'bench/**/*.ts'],
    rules: { 'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }] },
  },
  {
    files: [source],
    ignores: ['server/src/cli/**'],
    // Standard output is the language server's wire.
    rules: { 'no-console': 'error' },
  },
  {
    files: [source],
    rules: { 'no-restricted-globals': ['error', ...pageGlobals] },
  },
  {
    files: [source],
    ignores: edges,
    rules: {
      'no-restricted-globals': ['error', ...pageGlobals, ...machineGlobals],
      'no-restricted-imports': [
        'error',
        {
          paths: builtinModules.map((name) => ({ name, message: noMachine })),
          patterns: [{ group: ['node:*'], message: noMachine }],
        },
      ],
    },
  },
  {
    files: [source],
    ignores: clockHolders,
    rules: {
      'no-restricted-globals': ['error', ...pageGlobals, ...machineGlobals, ...clockGlobals],
      'no-restricted-properties': [
        'error',
        { object: 'Temporal', property: 'Now', message: noClock },
        { object: 'Math', property: 'random', message: noChance },
        { property: 'localeCompare', message: noLocale },
        { property: 'toLocaleString', message: noLocale },
      ],
    },
  },
  {
    // What people read of the extension can be said in another language. The page of the preview has the
    // papers’ own words; a log is for those who look for a fault, and a page’s address and policy are no words.
    files: ['client/src/**/*.ts'],
    ignores: ['client/src/webview/**', 'client/src/preview/page.ts'],
    rules: { 'no-restricted-syntax': ['error', zodWhole, ...sayings] },
  },
  {
    files: ['test/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-properties': [
        'error',
        ...['describe', 'it'].flatMap((object) =>
          ['only', 'skip'].map((property) => ({
            object,
            property,
            message: 'Every test runs every time.',
          })),
        ),
      ],
    },
  },
  {
    // Here the tools ask for a default export.
    files: ['eslint.config.js', '**/*.d.ts'],
    rules: { 'no-restricted-exports': 'off' },
  },
);
