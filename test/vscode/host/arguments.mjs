// Reads the command line that VS Code itself would take, as far as tests use it.
import { resolve } from 'node:path';

/**
 * @typedef {object} Arguments
 * @property {string | undefined} folder what to open: a folder, or nothing for an empty window
 * @property {string[]} developmentPaths the extensions under test
 * @property {string | undefined} testsPath the module whose `run` is the tests
 * @property {boolean} web whether the extensions run in the web worker host, from their browser entry
 * @property {boolean} trusted whether every folder is trusted without asking
 * @property {boolean} onlyDeveloped whether installed extensions stay off
 * @property {string | undefined} userData
 * @property {string | undefined} extensions
 * @property {string[]} toInstall .vsix files, which is all that is then done
 * @property {Pick<import('playwright-core').BrowserContextOptions, 'viewport' | 'deviceScaleFactor'>} [screen] how large
 */

/** @param {readonly string[]} args @returns {Arguments} */
export function readArguments(args) {
  /** @type {Map<string, string[]>} */
  const options = new Map();
  /** @type {string[]} */
  const paths = [];
  for (const arg of args) {
    const option = /^--([^=]+)(?:=(.*))?$/s.exec(arg);
    if (option === null) paths.push(resolve(arg));
    else {
      const [, name = '', value = ''] = option;
      options.set(name, [...(options.get(name) ?? []), value]);
    }
  }
  /** @param {string} name */
  const path = (name) => {
    const value = options.get(name)?.at(-1);
    return value === undefined ? undefined : resolve(value);
  };
  return {
    folder: paths[0],
    developmentPaths: (options.get('extensionDevelopmentPath') ?? []).map((value) =>
      resolve(value),
    ),
    testsPath: path('extensionTestsPath'),
    web: options.get('extensionDevelopmentKind')?.includes('web') ?? false,
    trusted: options.has('disable-workspace-trust'),
    onlyDeveloped: options.has('disable-extensions'),
    userData: path('user-data-dir'),
    extensions: path('extensions-dir'),
    toInstall: (options.get('install-extension') ?? []).map((value) => resolve(value)),
  };
}
