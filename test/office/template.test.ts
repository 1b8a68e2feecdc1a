import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Paragraph } from 'docx';
import { Folder, mustdo } from '../support/command.ts';
import { letterhead, logo, page, registered, templateOf, textsIn } from '../support/templates.ts';
import { convert, picturesOf, sizesOf, textOfPdf } from './convert.ts';

/** Papers in templates that other programs wrote, opened by LibreOffice. */

const pictures = fileURLToPath(new URL('../../output/screenshots/templates/', import.meta.url));
const footer = 'Action plan after the inspection of February 2026. As at 30 September 2026.';
const papers = ['position', 'trajectories', 'register', 'highlights'] as const;

/** A letter as somebody would set it up in LibreOffice: upright, headings in red, a picture in the page’s head. */
const letter = `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
  xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
  xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
  xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
  xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
  xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
  office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:styles>
<style:style style:name="Standard" style:family="paragraph"><style:text-properties fo:font-family="'Liberation Sans'" fo:font-size="10pt"/></style:style>
<style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph" style:parent-style-name="Standard" style:default-outline-level="1"><style:text-properties fo:color="#a02060" fo:font-size="24pt"/></style:style>
</office:styles>
<office:automatic-styles><style:page-layout style:name="pm1">
<style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin-top="2cm" fo:margin-bottom="2cm" fo:margin-left="3cm" fo:margin-right="2.5cm"/>
<style:header-style><style:header-footer-properties fo:min-height="1cm" fo:margin-bottom="0.4cm"/></style:header-style>
<style:footer-style><style:header-footer-properties fo:min-height="1cm" fo:margin-top="0.4cm"/></style:footer-style>
</style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="pm1">
<style:header><text:p><draw:frame text:anchor-type="as-char" svg:width="3cm" svg:height="1cm"><draw:image><office:binary-data>${Buffer.from(logo).toString('base64')}</office:binary-data></draw:image></draw:frame> ${letterhead}</text:p></style:header>
<style:footer><text:p>${registered}</text:p></style:footer>
</style:master-page></office:master-styles>
<office:body><office:text><text:h text:style-name="Heading_20_1" text:outline-level="1">Words of the template</text:h></office:text></office:body>
</office:document>`;

describe('papers in a template of Word', function () {
  this.timeout(120_000);
  const folder = new Folder({ 'letter.fodt': letter });
  const kinds = ['letter', 'written', 'around'] as const;
  const at = (kind: string, paper: string, ending: string): string =>
    folder.at(`${kind}-${paper}.${ending}`);

  before(async () => {
    convert([folder.at('letter.fodt')], 'docx', folder.path);
    folder.write('written.docx', await templateOf({ otherFirst: true, numbered: true }));
    const body = ['What stands before', '{{paper}}', 'What stands after'];
    folder.write(
      'around.docx',
      await templateOf({ body: body.map((words) => new Paragraph(words)) }),
    );
    for (const kind of kinds) {
      const { code, err } = mustdo([
        ...['papers', 'samples/exemplar', '--meeting', 'QC-OCT', '--format', 'docx'],
        ...[
          '--only',
          papers.join(','),
          '--template',
          folder.at(`${kind}.docx`),
          '-o',
          folder.at(kind),
        ],
      ]);
      assert.equal(code, 0, err);
      for (const paper of papers) {
        folder.write(`${kind}-${paper}.docx`, readFileSync(folder.at(`${kind}/${paper}.docx`)));
      }
    }
    const all = kinds.flatMap((kind) => papers.map((paper) => at(kind, paper, 'docx')));
    convert(all, 'pdf', folder.path);
    convert([at('letter', 'position', 'docx')], 'fodt', folder.path);
    mkdirSync(pictures, { recursive: true });
    for (const kind of kinds) picturesOf(at(kind, 'position', 'pdf'), join(pictures, kind));
    picturesOf(at('letter', 'trajectories', 'pdf'), join(pictures, 'letter-trajectories'));
  });
  after(() => {
    folder[Symbol.dispose]();
  });

  const pagesOf = (kind: string, paper: string): string[] =>
    textOfPdf(at(kind, paper, 'pdf'))
      .split('\f')
      .filter((text) => text.trim() !== '');

  it('have the template’s page, and its head and foot with ours below it on every page', () => {
    for (const paper of papers) {
      const points = (twips: number): number => Math.round(twips / 20);
      const pages = pagesOf('letter', paper);
      assert.deepEqual(
        sizesOf(at('letter', paper, 'pdf')),
        pages.map(() => [points(page.width), points(page.height)]),
      );
      for (const [index, text] of pages.entries()) {
        const onOneLine = text.replaceAll(/\s+/g, ' ');
        assert.ok(onOneLine.includes(letterhead), paper);
        assert.match(onOneLine, new RegExp(`${registered} ${footer}`), paper);
        assert.ok(
          onOneLine.includes(`Page ${String(index + 1)} of ${String(pages.length)}`),
          paper,
        );
        assert.ok(!onOneLine.includes('Words of the template'), paper);
      }
    }
  });

  it('have the template’s own page numbers alone, and say what they have to on a first page of its own', () => {
    for (const paper of papers) {
      for (const [index, text] of pagesOf('written', paper).entries()) {
        assert.ok(text.replaceAll(/\s+/g, ' ').includes(footer), paper);
        assert.equal(text.includes(registered), index > 0, `${paper}, page ${String(index + 1)}`);
        assert.equal(text.includes(letterhead), index > 0);
        assert.ok(!text.includes(`Page ${String(index + 1)} of`));
      }
    }
  });

  it('stand where the template has {{paper}}', () => {
    const [first = '', ...others] = pagesOf('around', 'position');
    assert.match(first, /What stands before[^]*Position summary/);
    assert.match(others.at(-1) ?? first, /What stands after/);
  });

  it('are read by LibreOffice with the headings and the picture of the template', () => {
    const text = readFileSync(at('letter', 'position', 'fodt'), 'utf8');
    const heading = /<text:h text:style-name="([^"]*)" text:outline-level="1"[^>]*>/.exec(
      text,
    )?.[1];
    const parents = new RegExp(
      `style:name="${heading ?? ''}"[^>]*style:parent-style-name="([^"]*)"`,
    );
    const style = heading === 'Heading_20_1' ? heading : parents.exec(text)?.[1];
    assert.equal(style, 'Heading_20_1');
    assert.match(text, /<style:style style:name="Heading_20_1"[^>]*>.*?<\/style:style>/s);
    const own = /<style:style style:name="Heading_20_1".*?<\/style:style>/s.exec(text)?.[0] ?? '';
    assert.match(own, /fo:color="#a02060"/);
    assert.match(text, /<style:header>.*?<draw:image/s);
  });

  it('are a template again once LibreOffice has saved one of them', async () => {
    convert([at('letter', 'position', 'docx')], 'docx:MS Word 2007 XML', folder.at('again'));
    const { code, err } = mustdo([
      ...['papers', 'samples/exemplar', '--format', 'docx', '--only', 'position'],
      ...['--template', folder.at('again/letter-position.docx'), '-o', folder.at('once-more')],
    ]);
    assert.equal(code, 0, err);
    const parts = await textsIn(readFileSync(folder.at('once-more/position.docx')));
    const styles = parts['word/styles.xml'] ?? '';
    const ids = [...styles.matchAll(/w:styleId="([^"]*)"/g)].map(([, id]) => id);
    assert.equal(new Set(ids).size, ids.length, 'no style is there twice');
  });
});
