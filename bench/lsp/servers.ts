import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Language } from '../content/index.ts';

/** A server that the benchmark drives. */
export interface Server {
  readonly id: string;
  readonly language: Language;
  /** The package it comes in; undefined for ours. */
  readonly packageName?: string;
  /** Relative to the folder of the package, or of the repository. */
  readonly script: string;
  readonly args: readonly string[];
  /** What an editor has for a section of its settings; undefined where it has nothing. */
  readonly settings: (section: string) => unknown;
  /** What it does with the other files of a folder: reads and checks them, only reads them, or neither. */
  readonly others: 'checked' | 'read' | 'unknown';
}

const nothing = (): undefined => undefined;

/** Ours first: the others are measured against it. */
export const servers: readonly Server[] = [
  {
    id: 'ours',
    language: 'mustdo',
    script: 'server/bin/mustdo.js',
    args: ['lsp', '--stdio'],
    settings: nothing,
    others: 'checked',
  },
  {
    id: 'yaml',
    language: 'yaml',
    packageName: 'yaml-language-server',
    script: 'bin/yaml-language-server',
    args: ['--stdio'],
    // As it is set up by VS Code, but that it does not ask the network for schemas.
    settings: (section) =>
      ({ yaml: { validate: true, hover: true, completion: true, schemaStore: { enable: false } } })[
        section
      ],
    others: 'unknown',
  },
  {
    id: 'prisma',
    language: 'prisma',
    packageName: '@prisma/language-server',
    script: 'dist/bin.js',
    args: ['--stdio'],
    settings: (section) => (section === 'prisma' ? {} : undefined),
    others: 'checked',
  },
  {
    id: 'typespec',
    language: 'typespec',
    packageName: '@typespec/compiler',
    script: 'cmd/tsp-server.js',
    args: ['--stdio'],
    settings: nothing,
    others: 'read',
  },
  {
    id: 'likec4',
    language: 'likec4',
    packageName: 'likec4',
    script: 'bin/likec4.mjs',
    args: ['lsp', '--stdio'],
    settings: nothing,
    others: 'checked',
  },
];

type Started = Pick<Server, 'packageName' | 'script'>;

const here = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** The folder that the peers are installed into. */
export const peersFolder = here('bench/peers');

/** The script that starts a server or a command. */
export const scriptOf = ({ packageName, script }: Started): string =>
  packageName === undefined ? here(script) : `${peersFolder}/node_modules/${packageName}/${script}`;

/** What a server or a command is called in tables, with its version. */
export function titleOf({ packageName }: Pick<Started, 'packageName'>): string {
  if (packageName === undefined) return 'Mustdo';
  const version = installedVersion(packageName);
  return version === undefined ? packageName : `${packageName} ${version}`;
}

/** The version of a peer that is installed; undefined where none is. */
export function installedVersion(packageName: string): string | undefined {
  const path = `${peersFolder}/node_modules/${packageName}/package.json`;
  if (!existsSync(path)) return undefined;
  return (JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version;
}
