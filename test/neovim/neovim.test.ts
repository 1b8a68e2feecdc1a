import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { delimiter, dirname, resolve } from 'node:path';
import { findNeovim } from '../../scripts/neovim.mjs';
import { Folder, mustdo } from '../support/command.ts';

/**
 * The language server in a real Neovim, set up by the recipe of docs/editors.md word for word. What each
 * step of test/neovim/session.lua found is compared with what the command line says of the same plan.
 */

interface Flag {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly code: string;
}

interface Found {
  readonly wrong?: string;
  readonly filetype: string;
  readonly flags: Flag[];
  readonly hover: string;
  readonly definition: { readonly file: string; readonly line: string };
  readonly mistake: boolean;
  readonly undone: boolean;
  readonly untidy: boolean;
  readonly formatted: boolean;
  readonly overdue: boolean;
  readonly actions: string[];
  readonly fixed: boolean;
  readonly renamed: { readonly declaration: string; readonly use: string };
}

/** The first recipe for Neovim in docs/editors.md. */
function recipe(): string {
  const [, lua] =
    /## Neovim\n.*?```lua\n(.*?)```/s.exec(readFileSync('docs/editors.md', 'utf8')) ?? [];
  assert.ok(lua, 'docs/editors.md has a recipe for Neovim');
  return lua;
}

/** Runs the session on a copy of the sample, in a Neovim that knows no settings but the recipe. */
function session(folder: Folder): Found {
  const neovim = findNeovim();
  assert.ok(neovim, 'No Neovim: run node scripts/neovim.mjs --install');
  cpSync('samples/lpt-cqc-2018', folder.at('plans'), { recursive: true });
  folder.write('init.lua', recipe());
  mkdirSync(folder.at('bin'));
  symlinkSync(resolve('server/bin/mustdo.js'), folder.at('bin/mustdo'));
  const home = Object.fromEntries(
    ['CONFIG', 'DATA', 'STATE', 'CACHE'].map((kind) => [`XDG_${kind}_HOME`, folder.at('home')]),
  );
  const { stderr, status } = spawnSync(
    neovim,
    [
      '--headless',
      '--clean',
      '-n',
      '-c',
      `luafile ${folder.at('init.lua')}`,
      '-c',
      `luafile ${resolve('test/neovim/session.lua')}`,
    ],
    {
      cwd: folder.at('plans'),
      encoding: 'utf8',
      timeout: 60_000,
      env: {
        ...process.env,
        ...home,
        PATH: [folder.at('bin'), dirname(process.execPath), process.env.PATH].join(delimiter),
        MUSTDO_PLANS: folder.at('plans'),
        MUSTDO_FOUND: folder.at('found.json'),
      },
    },
  );
  assert.equal(status, 0, stderr);
  return JSON.parse(readFileSync(folder.at('found.json'), 'utf8')) as Found;
}

describe('in Neovim', () => {
  let folder: Folder;
  let found: Found;

  before(function () {
    this.timeout(90_000);
    folder = new Folder();
    found = session(folder);
    assert.equal(found.wrong, undefined);
  });

  after(() => folder[Symbol.dispose]());

  it('a plan is known by its name', () => {
    assert.equal(found.filetype, 'mustdo');
  });

  it('the flags are those of the command line', () => {
    const { flags } = JSON.parse(
      mustdo(['check', 'samples/lpt-cqc-2018', '--format', 'json']).out,
    ) as {
      flags: {
        check: string;
        file: string;
        message: string;
        todo: string;
        range: { start: { line: number; column: number } };
      }[];
    };
    const expected = flags.map(({ check, file, message, todo, range: { start } }) => ({
      file: file.slice(file.lastIndexOf('/') + 1),
      line: start.line,
      column: start.column,
      message: `${message}\n${todo}`,
      code: check,
    }));
    const inOrder = (of: Flag[]): string[] =>
      of.map((flag) => JSON.stringify(flag, Object.keys(flag).sort())).sort();
    assert.ok(expected.length > 20);
    assert.deepEqual(inOrder(found.flags), inOrder(expected));
  });

  it('pointing at an id explains it', () => {
    assert.match(found.hover, /Adult Mental Health and Learning Disability/);
  });

  it('a definition is found in another file', () => {
    assert.equal(found.definition.file, 'registries.plan');
    assert.match(found.definition.line, /^directorate AMH\/LD "/);
  });

  it('a mistake is flagged, and no longer when it is undone', () => {
    assert.ok(found.mistake && found.undone);
  });

  it('formatting puts back what was untidy', () => {
    assert.ok(found.untidy && found.formatted);
  });

  it('a quick fix takes its flag away', () => {
    assert.ok(found.overdue && found.fixed);
    assert.ok(found.actions.includes('Say it is complete'), found.actions.join(', '));
  });

  it('renaming changes every file that says the name', () => {
    assert.match(found.renamed.declaration, /^directorate AMHLD "/);
    assert.match(found.renamed.use, /directorate AMHLD/);
  });
});
