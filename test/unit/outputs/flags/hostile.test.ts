import assert from 'node:assert/strict';
import { flagFormats } from '../../../../server/src/outputs/flags/index.ts';
import { inMarkdown } from '../../../../server/src/outputs/flags/markdown.ts';
import { forLog, oneLine } from '../../../../server/src/outputs/flags/plain.ts';
import { hostile, written } from './run-of.ts';

/** A plan is text from anywhere: a title gives no pipeline a command and no reader a false line. */

const plan = `plan P "${hostile}"
sro A "${hostile}"
sro A "${hostile}"
inspection I "I" {
  must M """
  ::stop-commands::x
  ${hostile}
  """
}
`;

const files = { 'a.plan': plan, '::warning::x, y;z]|.plan': plan };

const linesOf = async (format: string): Promise<string[]> =>
  (await written(format, files)).split('\n');

describe('hostile text', () => {
  for (const { id } of flagFormats) {
    it(`moves no cursor and turns no letters round in ${id}`, async () => {
      const text = await written(id, files);
      // eslint-disable-next-line no-control-regex -- these are what is looked for
      assert.deepEqual(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/.exec(text), null);
      assert.ok(text.includes('someone'), 'the title is in there');
    });
  }

  for (const id of ['text', 'compact']) {
    it(`gives a build log no command in ${id}`, async () => {
      for (const line of await linesOf(id)) assert.doesNotMatch(line, /^\s*::|##(vso)?\[/i, line);
    });
  }

  it('stays the text of an annotation in github', async () => {
    const lines = await linesOf('github');
    const commands = lines.filter((line) => line.trimStart().startsWith('::'));
    assert.notEqual(commands.length, 0);
    for (const line of commands) {
      const parts = /^::(error|warning|notice) ([^:]*)::(.*)$/.exec(line);
      assert.ok(parts, line);
      const [, , properties = '', message = ''] = parts;
      assert.equal(properties.split(',').length, properties.includes('endColumn') ? 6 : 5, line);
      assert.doesNotMatch(message, /%(?!25|0A)/);
    }
    assert.match(lines.join('\n'), /file=%3A%3Awarning%3A%3Ax%2C y;z\]\|\.plan,line=/);
  });

  it('stays the text of an issue in azure', async () => {
    for (const line of await linesOf('azure')) {
      if (!line.includes('##vso[')) continue;
      const parts = /^##vso\[task\.logissue ([^\]]*)\](.*)$/.exec(line);
      assert.ok(parts, line);
      const [, properties = '', message = ''] = parts;
      assert.equal(properties.split(';').length, 6, line);
      assert.doesNotMatch(message, /%(?!AZP25)/);
    }
  });

  it('is shown as it stands in markdown', () => {
    assert.equal(
      inMarkdown('a | b `c` *d* _e_ <img> [f](g) ~h~ &amp; #1 !'),
      'a \\| b \\`c\\` \\*d\\* \\_e\\_ &lt;img&gt; \\[f\\]\\(g\\) \\~h\\~ &amp;amp; \\#1 \\!',
    );
    assert.equal(inMarkdown('=SUM(A1)'), '=SUM\\(A1\\)');
    assert.doesNotMatch(inMarkdown('@someone http://x.test www.x.test'), /@s|:\/\/|www\./);
  });

  it('stays in its cell and its heading in markdown', async () => {
    for (const line of await linesOf('markdown')) {
      assert.doesNotMatch(line, /<(?!$)/);
      if (!line.startsWith('|')) continue;
      const cells = line.split(/(?<!\\)\|/).length - 2;
      assert.ok(cells === 3 || cells === 5, line);
    }
  });

  it('is one line, with controls named', () => {
    assert.equal(oneLine('a\r\n\tb\u001b[2Jc\u202ed \ud800'), 'a b[U+001B][2Jc[U+202E]d \ufffd');
    assert.equal(forLog('  ::add-mask::x\nit is ::so'), '  : :add-mask::x\nit is ::so');
    assert.equal(forLog('##[error]x ##VSO[task.complete]'), '## [error]x ## VSO[task.complete]');
  });
});
