import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { Folder, mustdo, type Ran } from '../support/command.ts';
import { letterhead, templateOf, textsIn, withParts } from '../support/templates.ts';

/** The trust’s own template, from the call or from the project’s settings. */

const plan = 'plan P "Plan"\naction A "Act" {\n  due 2018-05\n}\n';

const papers = (folder: Folder, ...args: readonly string[]): Ran =>
  mustdo(['papers', 'p.plan', '--only', 'overdue', '-o', 'out', ...args], { cwd: folder.path });

const headings = async (folder: Folder, file = 'out/overdue.docx'): Promise<string> =>
  Object.values(await textsIn(readFileSync(folder.at(file)))).join('\n');

describe('mustdo papers --template', () => {
  it('writes Word in a template, and all else as ever', async () => {
    using folder = new Folder({ 'p.plan': plan, 'letter.docx': await templateOf() });
    const { code, err } = papers(folder, '--template', 'letter.docx');
    assert.equal(code, 0, err);
    assert.deepEqual(readdirSync(folder.at('out')).sort(), ['overdue.docx', 'overdue.html']);
    assert.ok((await headings(folder)).includes(letterhead));
    const plain = mustdo(['papers', 'p.plan', '--only', 'overdue', '-o', 'plain'], {
      cwd: folder.path,
    });
    assert.equal(plain.code, 0);
    assert.deepEqual(
      readFileSync(folder.at('out/overdue.html')),
      readFileSync(folder.at('plain/overdue.html')),
    );
    assert.ok(!(await headings(folder, 'plain/overdue.docx')).includes(letterhead));
  });

  it('is the same bytes in another time zone and language', async () => {
    using folder = new Folder({ 'p.plan': plan, 'letter.docx': await templateOf() });
    const write = (to: string, env: Record<string, string>): Uint8Array => {
      const args = ['papers', 'p.plan', '--only', 'overdue', '--template', 'letter.docx'];
      mustdo([...args, '-o', to, '--as-at', '2018-06-30'], { cwd: folder.path, env });
      return readFileSync(folder.at(`${to}/overdue.docx`));
    };
    assert.deepEqual(
      write('here', { TZ: 'Europe/London', LC_ALL: 'en_GB.UTF-8' }),
      write('there', { TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8' }),
    );
  });

  it('takes the one of the settings, for frozen papers too, unless the call names another', async () => {
    using folder = new Folder({
      'p.plan': `${plan}committee Q "Quality"\nmeeting M "May" {\n  of Q\n  on 2018-06-20\n}\n`,
      'mustdo.json': '{ "papers": { "template": "own/letter.dotx" } }',
      'own/letter.dotx': await templateOf(),
      'other.docx': await templateOf({ noFooter: true, otherFirst: true }),
    });
    assert.equal(papers(folder).code, 0);
    assert.ok((await headings(folder)).includes(letterhead));
    const own = readFileSync(folder.at('out/overdue.docx'));
    assert.equal(papers(folder, '--template', 'other.docx').code, 0);
    assert.notDeepEqual(readFileSync(folder.at('out/overdue.docx')), own);
    const frozen = mustdo(['freeze', '.', '--meeting', 'M', '--format', 'docx'], {
      cwd: folder.path,
    });
    assert.equal(frozen.code, 0, frozen.err);
    assert.ok((await headings(folder, 'frozen/M/papers/overdue.docx')).includes(letterhead));
  });

  it('is not looked at where nothing is written in Word', () => {
    using folder = new Folder({
      'p.plan': plan,
      'mustdo.json': '{ "papers": { "template": "gone.dotx" } }',
    });
    assert.equal(papers(folder, '--format', 'html').code, 0);
  });
});

describe('a template that cannot be used', () => {
  /** One line, exit code 2, nothing written. */
  const refused = (folder: Folder, args: readonly string[], words: RegExp): void => {
    const { code, out, err } = papers(folder, ...args);
    assert.equal(code, 2);
    assert.equal(out, '');
    assert.match(err, /^mustdo: [^\n]+\n$/, 'one line');
    assert.match(err, words);
    assert.ok(!existsSync(folder.at('out')), 'nothing is written');
  };

  it('because it is not there, is a folder, is empty or no document', () => {
    using folder = new Folder({ 'p.plan': plan, 'dir/x': '', 'empty.docx': '', 'a.docx': 'text' });
    const cases = [
      ['gone.docx', /gone\.docx cannot be used as a template: there is no such file or folder\./],
      ['dir', /dir cannot be used as a template: it is a folder\./],
      ['empty.docx', /empty\.docx cannot be used as a template: it is no Word document/],
      ['a.docx', /a\.docx cannot be used as a template: it is no Word document/],
    ] as const;
    for (const [file, words] of cases) refused(folder, ['--template', file], words);
  });

  it('because it is damaged or has macros', async () => {
    const template = await templateOf();
    using folder = new Folder({
      'p.plan': plan,
      'cut.docx': template.slice(0, template.length - 200),
      'letter.dotm': await withParts(template, () => ({ 'word/vbaProject.bin': 'x' })),
    });
    refused(
      folder,
      ['--template', 'cut.docx'],
      /cut\.docx cannot be used as a template: it is damaged/,
    );
    refused(
      folder,
      ['--template', 'letter.dotm'],
      /letter\.dotm cannot be used as a template: it has macros/,
    );
  });

  it('because nothing is written in Word', () => {
    using folder = new Folder({ 'p.plan': plan });
    refused(
      folder,
      ['--template', 'a.docx', '--format', 'html'],
      /^mustdo: --template is for Word: add docx to --format\.\n$/,
    );
  });

  it('because the settings name a file outside the project, or one that is not there', () => {
    using folder = new Folder({ 'p.plan': plan });
    folder.write('mustdo.json', '{ "papers": { "template": "../letter.dotx" } }');
    refused(
      folder,
      [],
      /mustdo\.json:1:27 cannot be used: "papers\.template": must be a file of this project/,
    );
    folder.write('mustdo.json', '{ "papers": { "template": "letter.dotx" } }');
    refused(
      folder,
      [],
      /^mustdo: letter\.dotx cannot be used as a template: there is no such file/,
    );
  });
});
