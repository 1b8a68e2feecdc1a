import assert from 'node:assert/strict';
import { existsSync, lstatSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { Folder, mustdo, mustdoOnFullDisk, whileReadOnly, type Ran } from '../support/command.ts';
import { filled } from '../support/returns.ts';
import { collectedAt, plan, writtenAt } from '../unit/returns/plan.ts';

/** Papers and returns that cannot be written: one clear line, exit code 2, and nothing half written. */

const project = (files: Readonly<Record<string, string>> = {}): Folder =>
  new Folder({
    'p/plan.plan': `${plan}\ncommittee QC "Quality"\nmeeting M "June" {\n  of QC\n  on 2018-06-20\n}\n`,
    'p/mustdo.json': `{ "asAt": "${writtenAt}" }`,
    ...files,
  });

const written = ['docx', 'xlsx', 'html', 'csv', 'markdown', 'json'] as const;
const papersTo = (to: string, format = 'html'): string[] => [
  'papers',
  'p',
  '--only',
  'register',
  '--format',
  format,
  '-o',
  to,
];
const returnsTo = (to: string): string[] => ['returns', 'write', 'p', '-o', to];
const frozenTo = (to: string): string[] => ['freeze', 'p', '--meeting', 'M', '-o', to];

function refused({ code, out, err }: Ran, words: RegExp): void {
  assert.equal(code, 2);
  assert.equal(out, '');
  assert.match(err, /^mustdo: [^\n]+\n$/, 'one line');
  assert.match(err, words);
}

/** The names of all files below a folder. */
const filesIn = (folder: Folder, path: string): string[] =>
  readdirSync(folder.at(path), { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map(({ name, parentPath }) => join(parentPath, name))
    .sort();

const commands = [
  ['papers', papersTo],
  ['returns', returnsTo],
] as const;

describe('a folder that cannot be made', () => {
  for (const [name, to] of [...commands, ['a frozen meeting', frozenTo] as const]) {
    it(`because a file stands where one above it is to be: ${name}`, () => {
      using folder = project({ file: 'a file' });
      const ran = mustdo(to('file/pack'), { cwd: folder.path });
      refused(ran, /file\/pack cannot be made: a file is in its way\.\n$/);
      assert.equal(readFileSync(folder.at('file'), 'utf8'), 'a file');
    });

    it(`because the system lets nobody make one there: ${name}`, () => {
      using folder = project();
      refused(
        mustdo(to('/proc/pack/of'), { cwd: folder.path }),
        /\/proc\/pack\/of cannot be made: /,
      );
    });

    it(`because the folder above is read-only: ${name}`, () => {
      using folder = project({ 'shelf/x': '' });
      whileReadOnly([folder.at('shelf'), folder.path], (user) => {
        const ran = mustdo(to('shelf/pack'), { cwd: folder.path, user });
        refused(ran, /shelf\/pack cannot be made: you may not write there\.\n$/);
      });
      assert.deepEqual(readdirSync(folder.at('shelf')), ['x']);
    });
  }
});

describe('a folder that is there and cannot be written to', () => {
  for (const [name, to] of commands) {
    it(`because it is read-only: ${name}`, () => {
      using folder = project({ 'pack/x': '' });
      whileReadOnly([folder.at('pack'), folder.path], (user) => {
        const ran = mustdo(to('pack'), { cwd: folder.path, user });
        refused(ran, /^mustdo: pack cannot be written: you may not write there\.\n$/);
      });
      assert.deepEqual(readdirSync(folder.at('pack')), ['x']);
    });
  }

  it('because a folder has the name of one paper: the others are as they were', () => {
    using folder = project({ 'pack/register.csv': 'of before', 'pack/register.docx/kept': 'x' });
    const before = filesIn(folder, 'pack');
    refused(
      mustdo(papersTo('pack', 'csv,json,docx'), { cwd: folder.path }),
      /pack\/register\.docx cannot be written: it is a folder\.\n$/,
    );
    assert.deepEqual(filesIn(folder, 'pack'), before);
    assert.equal(readFileSync(folder.at('pack/register.csv'), 'utf8'), 'of before');
  });

  it('because a folder has the name of a paper', () => {
    using folder = project({ 'pack/register.docx/kept': 'a file' });
    refused(
      mustdo(papersTo('pack', 'docx'), { cwd: folder.path }),
      /pack\/register\.docx cannot be written: it is a folder\.\n$/,
    );
    assert.deepEqual(
      filesIn(folder, '.').filter((path) => path.includes('pack')),
      [folder.at('pack/register.docx/kept')],
    );
  });
});

describe('a disk that is full', () => {
  for (const format of written) {
    it(`leaves no half paper, and the paper of before: ${format}`, () => {
      using folder = project();
      assert.equal(mustdo(papersTo('pack', format), { cwd: folder.path }).code, 0);
      const files = filesIn(folder, 'pack');
      const before = files.map((path) => readFileSync(path));
      const ran = mustdoOnFullDisk(papersTo('pack', format), folder.path);
      refused(ran, /pack\/register\.\w+ cannot be written: the disk takes no file that large\.\n$/);
      assert.deepEqual(filesIn(folder, 'pack'), files);
      assert.deepEqual(
        files.map((path) => readFileSync(path)),
        before,
      );
      refused(mustdoOnFullDisk(papersTo('new', format), folder.path), /cannot be written/);
      assert.equal(existsSync(folder.at('new')), false);
    });
  }

  it('leaves no half return', () => {
    using folder = project();
    refused(
      mustdoOnFullDisk(returnsTo('out'), folder.path),
      /out\/return-HON\.xlsx cannot be written/,
    );
    assert.equal(existsSync(folder.at('out')), false);
  });

  it('leaves no half of a frozen meeting', () => {
    using folder = project();
    refused(
      mustdoOnFullDisk(frozenTo('kept/M'), folder.path),
      /kept\/M cannot be made: the disk takes no file that large\.\n$/,
    );
    assert.deepEqual(readdirSync(folder.path), ['p']);
  });

  it('leaves the plan as it was when returns are collected', async () => {
    using folder = project();
    assert.equal(mustdo(returnsTo('out'), { cwd: folder.path }).code, 0);
    const bytes = readFileSync(folder.at('out/return-HON.xlsx'));
    folder.write('out/return-HON.xlsx', await filled(bytes, [{ status: 'red: Off track' }]));
    const before = readFileSync(folder.at('p/plan.plan'));
    const args = ['returns', 'collect', 'out', '--plan', 'p', '--yes', '--as-at', collectedAt];
    const { code, err } = mustdoOnFullDisk(args, folder.path);
    assert.equal(code, 2);
    assert.equal(
      err,
      'mustdo: p/plan.plan cannot be written: the disk takes no file that large. Nothing was written.\n',
    );
    assert.deepEqual(readFileSync(folder.at('p/plan.plan')), before);
    assert.deepEqual(readdirSync(folder.at('p')).sort(), ['mustdo.json', 'plan.plan']);
  });

  it('is said of what is no file, which stays where it is', () => {
    using folder = project({ 'pack/x': '' });
    symlinkSync('/dev/full', folder.at('pack/register.md'));
    refused(
      mustdo(papersTo('pack', 'markdown'), { cwd: folder.path }),
      /pack\/register\.md cannot be written: the disk is full\.\n$/,
    );
    assert.ok(lstatSync(folder.at('pack/register.md')).isSymbolicLink());
    symlinkSync('/dev/null', folder.at('pack/register.csv'));
    assert.equal(mustdo(papersTo('pack', 'csv'), { cwd: folder.path }).code, 0);
    assert.ok(lstatSync(folder.at('pack/register.csv')).isSymbolicLink());
  });
});
