import assert from 'node:assert/strict';
import { Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import {
  letterhead,
  registered,
  replacing,
  templateOf,
  textsIn,
  textWidth,
  withParts,
} from '../../support/templates.ts';
import {
  atEdges,
  body,
  footer,
  inTemplate,
  paper,
  refusal,
  wordsOf,
  written,
} from './in-template.ts';

/** Papers in a trust’s own template of Word. */

const says = (words: string): Paragraph => new Paragraph(words);
const inCell = (words: string): Table =>
  new Table({ rows: [new TableRow({ children: [new TableCell({ children: [says(words)] })] })] });

describe('a paper in a template of Word', () => {
  it('has the template’s page, heading, footer and logo, and none of its words', async () => {
    const parts = await inTemplate(await templateOf());
    const words = wordsOf(body(parts));
    assert.match(words, /What is late/);
    assert.doesNotMatch(words, /Words of the template/);
    assert.match(body(parts), /<w:pgSz w:w="11906" w:h="16838"[^>]*\/>/);
    assert.match(body(parts), /<w:pgMar [^>]*w:left="1701"/);
    assert.deepEqual(atEdges(parts, 'header'), [{ kind: 'default', words: letterhead }]);
    assert.equal(Object.keys(parts).filter((path) => path.startsWith('word/media/')).length, 1);
  });

  it('says below the template’s own footer what every page has to say', async () => {
    const parts = await inTemplate(await templateOf());
    const [only, ...others] = atEdges(parts, 'footer');
    assert.deepEqual(others, []);
    assert.match(only?.words ?? '', new RegExp(`^${registered}\\n${footer}Page PAGE of NUMPAGES$`));
  });

  it('leaves the page number to a template that has one', async () => {
    const parts = await inTemplate(await templateOf({ numbered: true }));
    assert.equal(atEdges(parts, 'footer')[0]?.words, `${registered} Sheet PAGE\n${footer}`);
  });

  it('says it on a first page with a form of its own, and where the template has no footer', async () => {
    const first = await inTemplate(await templateOf({ otherFirst: true }));
    assert.deepEqual(
      atEdges(first, 'footer').map(({ kind, words }) => [kind, words.includes(footer)]),
      [
        ['first', true],
        ['default', true],
      ],
    );
    const none = await inTemplate(await templateOf({ noFooter: true }));
    assert.deepEqual(
      atEdges(none, 'footer').map(({ kind, words }) => [kind, words.includes(footer)]),
      [['default', true]],
    );
  });

  it('says it on even pages that have a form of their own', async () => {
    const template = await withParts(
      await templateOf(),
      replacing(
        'word/settings.xml',
        '<w:evenAndOddHeaders w:val="false"/>',
        '<w:evenAndOddHeaders/>',
      ),
    );
    const kinds = atEdges(await inTemplate(template), 'footer').map(({ kind, words }) => [
      kind,
      words.includes(footer),
    ]);
    assert.deepEqual(kinds.sort(), [
      ['default', true],
      ['even', true],
    ]);
  });

  it('takes headings and fonts from the template, and brings the styles that it lacks', async () => {
    const styles = (await inTemplate(await templateOf()))['word/styles.xml'] ?? '';
    const style = (id: string): string =>
      new RegExp(`<w:style [^>]*w:styleId="${id}".*?</w:style>`).exec(styles)?.[0] ?? '';
    assert.match(style('Heading1'), /A02060/);
    assert.match(styles, /<w:docDefaults>.*Georgia.*<\/w:docDefaults>/);
    assert.match(style('MustdoCell'), /<w:basedOn w:val="Normal"\/>/);
    assert.doesNotMatch(style('MustdoCell'), /w:rFonts/);
    assert.equal(styles.split('w:styleId="Heading1"').length, 2, 'each style is there once');
  });

  it('finds styles by their names where another language gives them other ids', async () => {
    const template = await withParts(await templateOf(), (texts) => ({
      'word/styles.xml': (texts['word/styles.xml'] ?? '')
        .replaceAll('"Heading1"', '"berschrift1"')
        .replaceAll('"Normal"', '"Standard"')
        .replace('<w:name w:val="Standard"/>', '<w:name w:val="Normal"/>'),
    }));
    const parts = await inTemplate(template);
    assert.match(body(parts), /<w:pStyle w:val="berschrift1"\/>/);
    assert.doesNotMatch(body(parts), /"Heading1"/);
    assert.match(
      parts['word/styles.xml'] ?? '',
      /w:styleId="MustdoCell"><w:name w:val="Mustdo Cell"\/><w:basedOn w:val="Standard"\/>/,
    );
  });

  it('has tables in the style of the first table that the template shows', async () => {
    const table = new Table({
      style: 'TrustTable',
      rows: [new TableRow({ children: [new TableCell({ children: [says('x')] })] })],
    });
    const template = await withParts(
      await templateOf({ body: [table] }),
      replacing(
        'word/styles.xml',
        '</w:styles>',
        '<w:style w:type="table" w:customStyle="1" w:styleId="TrustTable"><w:name w:val="Trust Table"/></w:style></w:styles>',
      ),
    );
    const parts = await inTemplate(template);
    assert.match(body(parts), /<w:tblStyle w:val="MustdoTable"\/>/);
    assert.match(
      parts['word/styles.xml'] ?? '',
      /w:styleId="MustdoTable"><w:name w:val="Mustdo Table"\/><w:basedOn w:val="TrustTable"\/><w:qFormat\/><\/w:style>/,
    );
  });

  it('is as wide as the template’s text', async () => {
    const parts = await inTemplate(await templateOf());
    const widths = [...body(parts).matchAll(/<w:tblW w:type="dxa" w:w="(\d+)"\/>/g)].map(
      ([, width]) => Number(width),
    );
    assert.ok(widths.length > 0);
    assert.ok(widths.every((width) => width <= textWidth));
    const line =
      parts[
        Object.keys(parts).find(
          (path) => /template\d+\.xml$/.test(path) && (parts[path] ?? '').includes(footer),
        ) ?? ''
      ];
    assert.match(line ?? '', new RegExp(`w:pos="${String(textWidth)}"`));
  });

  it('has its lists beside those of the template', async () => {
    const parts = await inTemplate(await templateOf());
    const list = /<w:numId w:val="(\d+)"\/>/.exec(body(parts))?.[1] ?? '';
    const numbering = parts['word/numbering.xml'] ?? '';
    const [, form = ''] =
      new RegExp(`<w:num w:numId="${list}"[^>]*><w:abstractNumId w:val="(\\d+)"/>`).exec(
        numbering,
      ) ?? [];
    assert.match(
      numbering,
      new RegExp(`<w:abstractNum w:abstractNumId="${form}">.*?<w:lvlText w:val="•"/>`),
    );
    assert.equal(
      numbering.split(`w:abstractNumId="${form}"`).length,
      2,
      'no other form has its number',
    );
  });

  it('is the same bytes each time', async () => {
    const template = await templateOf({ otherFirst: true });
    assert.deepEqual(await written(template), await written(template));
  });
});

describe('where the paper stands in a template', () => {
  const around = [says('Before'), says('{{paper}}'), says('After')];
  const order = (parts: Readonly<Record<string, string>>): RegExpExecArray | null =>
    /Before[^]*What is late[^]*After/.exec(wordsOf(body(parts)));

  it('is the paragraph {{paper}}, and the rest stays', async () => {
    const parts = await inTemplate(await templateOf({ body: around }));
    assert.ok(order(parts));
    assert.doesNotMatch(wordsOf(body(parts)), /paper\}/);
  });

  it('is that paragraph though Word keeps its words in pieces', async () => {
    const pieces = new Paragraph({
      children: [new TextRun('{{pa'), new TextRun({ text: 'per', size: 30 }), new TextRun(' }}')],
    });
    assert.ok(
      order(await inTemplate(await templateOf({ body: [says('Before'), pieces, says('After')] }))),
    );
  });

  it('is a content control or a bookmark called “paper”', async () => {
    const template = await templateOf({ body: around });
    const paragraph = '<w:p><w:r><w:t xml:space="preserve">{{paper}}</w:t></w:r></w:p>';
    const control = `<w:sdt><w:sdtPr><w:tag w:val="Paper"/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>`;
    const bookmark =
      '<w:p><w:bookmarkStart w:id="7" w:name="paper"/><w:bookmarkEnd w:id="7"/></w:p>';
    for (const place of [control, bookmark]) {
      const changed = await withParts(template, replacing('word/document.xml', paragraph, place));
      const parts = await inTemplate(changed);
      assert.ok(order(parts), place);
      assert.doesNotMatch(body(parts), /w:sdt>|w:name="paper"/);
    }
  });

  it('can be said once, and in the body alone', async () => {
    const twice = await templateOf({ body: [says('{{paper}}'), says('{{paper}}')] });
    assert.match(await refusal(twice), /^says more than once where the paper is to stand/);
    const cell = await templateOf({ body: [inCell('{{paper}}')] });
    assert.match(await refusal(cell), /^has \{\{paper\}\} where no paper can stand/);
    const heading = await withParts(
      await templateOf(),
      replacing('word/header1.xml', letterhead, '{{paper}}'),
    );
    assert.match(await refusal(heading), /^has \{\{paper\}\} where no paper can stand/);
  });

  it('keeps a title that says {{paper}} as a title', async () => {
    const titled = {
      ...paper,
      heading: { ...paper.heading, title: '{{paper}}', footer: '{{paper}}' },
    };
    const parts = await textsIn(await written(await templateOf({ body: around }), titled));
    assert.equal(body(parts).split('{{paper}}').length, 2);
  });
});
