import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { findBrowser, printPage } from '../../server/src/hosts/browser.ts';
import { noBrowser, Printer } from '../../server/src/cli/papers/print.ts';
import { Folder, mustdo } from '../support/command.ts';

/** Papers as PDF, printed by the browser on this machine and read by other programs (poppler-utils). */

const sample = 'samples/lpt-quality-account-2019-20';

const read = (program: string, ...args: string[]): string => {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  return stdout;
};

describe('a paper as PDF', function () {
  this.timeout(120_000);

  const folder = new Folder();
  const path = folder.at('pack/trajectories.pdf');

  const write = (to: string, env: Record<string, string> = {}) =>
    mustdo(
      ['papers', sample, '-o', folder.at(to), '--only', 'trajectories', '--format', 'pdf,json'],
      { env },
    );

  // What browsers leave behind would be here.
  const temporary = folder.at('temporary');
  const leftBehind = (): string[] =>
    readdirSync(temporary).filter((name) => name !== 'node-compile-cache');
  const usual = process.env.TMPDIR;

  before(() => {
    mkdirSync(temporary);
    process.env.TMPDIR = temporary;
    const { code, out, err } = write('pack');
    assert.equal(err, '');
    assert.equal(code, 0);
    assert.match(out, /: 1 paper in 2 files in /);
  });

  after(() => {
    if (usual === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = usual;
    folder[Symbol.dispose]();
  });

  it('has a row of a table that is too wide for the sheet as a list, each cell beside its column’s name', () => {
    const { code } = mustdo([
      ...['papers', 'samples/lpt-cqc-2018', '-o', folder.at('wide')],
      ...['--only', 'register', '--format', 'pdf'],
    ]);
    assert.equal(code, 0);
    const words = read('pdftotext', '-layout', folder.at('wide/register.pdf'), '-');
    assert.equal(words.match(/^[\f ]*Overarching reference code +\S/gm)?.length, 30);
    assert.match(words, /^ *Senior Responsible Owner \(SRO\) +Head of Service \(Community\)$/m);
  });

  it('is tagged, in English, with an outline, on A4 across', () => {
    const about = read('pdfinfo', path);
    assert.match(about, /^Tagged: +yes$/m);
    assert.match(about, /^Title: +Trajectories and SPC charts\. As at 30 June 2020$/m);
    assert.match(about, /^Page size: +841\.\d+ x 59[45]\.\d+ pts \(A4\)$/m);
    const bytes = readFileSync(path, 'latin1');
    assert.match(bytes, /\/StructTreeRoot/);
    assert.match(bytes, /\/Lang \(en-GB\)/);
    assert.match(bytes, /\/Outlines/);
  });

  it('has headings, tables with their heads, and figures with their words, in its tags', () => {
    const tags = read('pdfinfo', '-struct', path);
    for (const tag of ['H1', 'H2', 'H3', 'Table', 'TH', 'TD', 'Figure']) {
      assert.match(tags, new RegExp(`^ *${tag}\\b`, 'm'), `a tag ${tag}`);
    }
  });

  it('says on every sheet which plan it is, as at which day, and which sheet of how many', () => {
    const sheets = read('pdftotext', '-layout', path, '-').split('\f').slice(0, -1);
    assert.ok(sheets.length > 3);
    for (const [index, sheet] of sheets.entries()) {
      assert.match(sheet, /As at 30 June 2020\..*Revision [0-9a-f]{8}\./);
      assert.match(
        sheet,
        new RegExp(`Page ${String(index + 1)} of ${String(sheets.length)}$`, 'm'),
      );
    }
    assert.match(sheets.join('\n'), /Concern\s+.*below the lower limit/s);
  });

  it('tells nothing of the machine, or of when it was made', () => {
    const bytes = readFileSync(path, 'latin1');
    assert.doesNotMatch(bytes, /CreationDate|ModDate|mustdo-print|file:\/\//);
  });

  it('is the same, byte for byte, when it is printed again, in another time zone and language', () => {
    const { code } = write('again', {
      TZ: 'Pacific/Kiritimati',
      LC_ALL: 'tr_TR.UTF-8',
      LANG: 'tr_TR.UTF-8',
    });
    assert.equal(code, 0);
    assert.ok(readFileSync(folder.at('again/trajectories.pdf')).equals(readFileSync(path)));
  });

  it('leaves no profile of the browser behind', () => {
    assert.deepEqual(leftBehind(), []);
  });

  it('is left out where the browser cannot be started: the rest is written, one line says so', () => {
    const { code, out, err } = write('broken', { MUSTDO_BROWSER: folder.at('no-browser') });
    assert.equal(code, 2);
    assert.match(out, /: 1 paper in 1 file in /);
    assert.equal(
      err,
      `mustdo: trajectories.pdf was not printed: ${folder.at('no-browser')} cannot be started: there is no such file or folder.\n`,
    );
    assert.deepEqual(readdirSync(folder.at('broken')), ['trajectories.json']);
  });

  it('is left out where the browser ends without having printed', () => {
    const { code, err } = write('failed', { MUSTDO_BROWSER: '/bin/false' });
    assert.equal(code, 2);
    assert.equal(err, 'mustdo: trajectories.pdf was not printed: /bin/false ended with code 1.\n');
  });

  it('is left out, in words, where there is no browser at all', async () => {
    const files = [
      { name: 'a.pdf', content: '<p>a', toPrint: true },
      { name: 'a.csv', content: 'a' },
    ] as const;
    const printer = new Printer(undefined);
    const left: string[] = [];
    for (const file of files) {
      const printed = await printer.printed(file);
      if (printed !== undefined) left.push(printed.name);
    }
    assert.deepEqual(left, ['a.csv']);
    assert.equal(printer.unprinted, noBrowser);
    assert.match(noBrowser, /^No browser was found .*open that and print it\.$/);
  });

  it('is not waited for without end: what takes too long is stopped', async () => {
    const browser = findBrowser();
    assert.ok(browser);
    const result = await printPage(browser, '<title>Slow</title>', 50);
    assert.ok('wrong' in result);
    assert.match(result.wrong, / took longer than 0 seconds\.$/);
    assert.deepEqual(leftBehind(), []);
  });
});
