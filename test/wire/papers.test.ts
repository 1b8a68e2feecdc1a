import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fromBase64 } from '../../server/src/lsp/base64.ts';
import type { PaperChoicesResult, PapersResult } from '../../server/src/lsp/protocol.ts';
import { Folder, mustdo } from '../support/command.ts';
import { templateOf } from '../support/templates.ts';
import { uriOf, Wire } from '../support/wire.ts';

/** A committee’s papers, over the wire. */

const exemplar = fileURLToPath(new URL('../../samples/exemplar', import.meta.url));
const uri = uriOf(join(exemplar, 'plan.plan'));

describe('papers over the wire', () => {
  let wire: Wire;
  let choices: PaperChoicesResult;

  before(async () => {
    wire = await Wire.start(exemplar);
    wire.open(uri, readFileSync(join(exemplar, 'plan.plan'), 'utf8'), 1);
    choices = await wire.request<PaperChoicesResult>('mustdo/paperChoices', { uri });
  });

  after(() => wire[Symbol.asyncDispose]());

  it('can be chosen by what they are for, and for a meeting of the plan', () => {
    assert.deepEqual(
      choices.meetings.map(({ id, use, isToCome }) => [id, use, isToCome]),
      [
        ['QC-OCT', '15 October 2026', true],
        ['QC-SEP', '17 September 2026', false],
        ['BOARD-MAY', '14 May 2026', false],
      ],
    );
    const overdue = choices.papers.find(({ id }) => id === 'overdue');
    assert.equal(overdue?.title, 'Exceptions: overdue and at risk');
  });

  it('are the same bytes as the command line writes', async () => {
    using folder = new Folder();
    const formats = choices.formats.map(({ id }) => id);
    const ran = mustdo([
      ...['papers', 'samples/exemplar', '--meeting', 'QC-OCT'],
      ...['-o', folder.path, '--format', formats.join(',')],
    ]);
    assert.equal(ran.code, 0, ran.err);
    const made = await wire.request<PapersResult>('mustdo/papers', {
      uri,
      meeting: 'QC-OCT',
      papers: choices.papers.map(({ id }) => id),
      formats,
    });
    assert.deepEqual(made.files.map(({ name }) => name).sort(), readdirSync(folder.path).sort());
    for (const { name, base64 } of made.files) {
      const same = readFileSync(folder.at(name)).equals(fromBase64(base64));
      assert.ok(same, `${name} has the same bytes`);
    }
  });

  it('for which the plan has nothing are named', async () => {
    using folder = new Folder({ 'p.plan': 'plan P "Plan"\n' });
    const empty = uriOf(folder.at('p.plan'));
    wire.open(empty, 'plan P "Plan"\n', 1);
    const made = await wire.request<PapersResult>('mustdo/papers', {
      uri: empty,
      papers: ['overdue'],
      formats: ['html'],
    });
    assert.deepEqual(made.files, []);
    assert.deepEqual(made.empty, ['Exceptions: overdue and at risk']);
  });

  it('have the look of the project’s template, or say in a line why they cannot', async () => {
    using folder = new Folder({
      'mustdo.json': '{ "asAt": "2018-06-30", "papers": { "template": "letter.dotx" } }',
      'p.plan': 'plan P "Plan"\naction A "Act" {\n  due 2018-05\n}\n',
    });
    const own = uriOf(folder.at('p.plan'));
    wire.open(own, readFileSync(folder.at('p.plan'), 'utf8'), 1);
    const asked = { uri: own, papers: ['overdue'], formats: ['docx', 'html'] };
    const request = (): Promise<PapersResult> => wire.request<PapersResult>('mustdo/papers', asked);
    await assert.rejects(
      request(),
      /letter\.dotx cannot be used as a template: there is no such file or folder\./,
    );
    folder.write('letter.dotx', 'no template');
    await assert.rejects(
      request(),
      /letter\.dotx cannot be used as a template: it is no Word document/,
    );
    folder.write('letter.dotx', await templateOf());
    const made = await request();
    const ran = mustdo([
      'papers',
      folder.at('p.plan'),
      '-o',
      folder.at('out'),
      '--only',
      'overdue',
    ]);
    assert.equal(ran.code, 0, ran.err);
    assert.equal(made.files.length, 2);
    for (const { name, base64 } of made.files) {
      assert.deepEqual(Buffer.from(fromBase64(base64)), readFileSync(folder.at(`out/${name}`)));
    }
  });
});
