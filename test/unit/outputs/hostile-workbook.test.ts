import assert from 'node:assert/strict';
import { paperFormat } from '../../../server/src/outputs/formats/index.ts';
import { formulas, hostilePaper, titles } from '../../support/hostile-paper.ts';
import { textsIn } from '../../support/templates.ts';

/** A workbook of a paper that would like to be something else. */
describe('a workbook', () => {
  let parts: Readonly<Record<string, string>> = {};
  before(async () => {
    const format = paperFormat('xlsx');
    if ('wrong' in format) throw new Error(format.wrong);
    const [file] = await format.write(hostilePaper, 'hostile');
    if (file === undefined || typeof file.content === 'string') throw new Error('no workbook');
    parts = await textsIn(file.content);
  });

  it('has sheets with names that Excel takes, no two of them alike', () => {
    const names = [...(parts['xl/workbook.xml'] ?? '').matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(
      ([, name = '']) => name.replaceAll('&apos;', "'"),
    );
    assert.equal(names.length, titles.length + 1);
    assert.equal(new Set(names.map((name) => name.toLowerCase())).size, names.length);
    for (const name of names) {
      assert.ok(name.length > 0 && name.length <= 31, name);
      assert.doesNotMatch(name, /[[\]:*?/\\]|^'|'$/);
      assert.ok(name.isWellFormed());
      assert.notEqual(name.toLowerCase(), 'history');
    }
  });

  it('has text in every cell, and no formula', () => {
    for (const [path, xml] of Object.entries(parts)) {
      assert.doesNotMatch(xml, /<f[ >/]/, path);
      if (!/sheet\d+\.xml$/.test(path)) continue;
      for (const [cell] of xml.matchAll(/<c [^>]*[^/]>/g)) {
        assert.match(cell, / t="(?:s|inlineStr)"/, `${path}: ${cell}`);
      }
    }
    const said = Object.values(parts).join('');
    for (const words of formulas) {
      assert.ok(said.includes(words.replaceAll('"', '&quot;')) || said.includes(words), words);
    }
  });

  it('has a footer that gives Excel no command, and its title as a property', () => {
    const footers = Object.values(parts).flatMap((xml) =>
      [...xml.matchAll(/<oddFooter>(.*?)<\/oddFooter>/g)].map(([, words = '']) =>
        words.replaceAll('&amp;', '&').replaceAll('&quot;', '"'),
      ),
    );
    assert.equal(footers.length, titles.length + 1);
    for (const words of footers) {
      assert.equal(words, '&L&8 =1+1 &&A&&F&&"Arial" && more&R&8 Page &P of &N');
    }
    assert.match(parts['docProps/core.xml'] ?? '', /<dc:title>=1\+1<\/dc:title>/);
  });
});
