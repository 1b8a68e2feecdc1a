import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { paperFormats } from '../../server/src/outputs/formats/index.ts';
import { Folder } from '../support/command.ts';
import { formulas, hostilePaper, titles } from '../support/hostile-paper.ts';
import { convert } from './convert.ts';

/** What a paper says is nothing but words to LibreOffice, whatever it begins with. */
describe('a paper of formulas in LibreOffice', function () {
  this.timeout(120_000);
  const folder = new Folder();
  before(async () => {
    for (const { id, write } of paperFormats) {
      if (!['xlsx', 'docx', 'csv'].includes(id)) continue;
      for (const { name, content } of await write(hostilePaper, 'paper')) {
        folder.write(name, content);
      }
    }
    convert([folder.at('paper.xlsx'), folder.at('paper-t0.csv')], 'fods', folder.path);
    convert([folder.at('paper.docx')], 'fodt', folder.path);
  });
  after(() => {
    folder[Symbol.dispose]();
  });

  const asXml = (words: string): string =>
    words.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

  it('calculates nothing of a workbook, and has all its sheets', () => {
    const text = readFileSync(folder.at('paper.fods'), 'utf8');
    assert.doesNotMatch(text, /table:formula=|xlink:href="http/);
    const names = [...text.matchAll(/<table:table table:name="([^"]*)"/g)];
    assert.equal(names.length, titles.length + 1);
    for (const words of formulas) {
      assert.ok(text.includes(`<text:p>${asXml(words)}</text:p>`) || text.includes(words), words);
    }
  });

  it('calculates nothing of a CSV file', () => {
    const text = readFileSync(folder.at('paper-t0.fods'), 'utf8');
    assert.doesNotMatch(text, /table:formula=/);
    for (const words of formulas)
      assert.ok(
        text.includes(asXml(`'${words}`).replaceAll("'", '&apos;')) || text.includes(`'${words}`),
        words,
      );
  });

  it('has the words of a Word document as words', () => {
    const text = readFileSync(folder.at('paper.fodt'), 'utf8');
    assert.doesNotMatch(text, /table:formula=|text:hidden-text|xlink:href="http/);
    assert.ok(text.includes('=1+1'));
  });
});
