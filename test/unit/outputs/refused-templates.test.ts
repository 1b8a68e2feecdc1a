import assert from 'node:assert/strict';
import { relating, replacing, templateOf, withParts } from '../../support/templates.ts';
import { atEdges, inTemplate, refusal, written } from './in-template.ts';

/** Templates are files from anywhere: what could fetch something or start a program is refused, by name. */

describe('a file that can be no template', () => {
  const refused = (
    what: string,
    words: RegExp,
    file: (template: Uint8Array) => Uint8Array | Promise<Uint8Array>,
  ): void => {
    it(`is refused in words: ${what}`, async () => {
      assert.match(await refusal(await file(await templateOf())), words);
    });
  };
  const encoder = new TextEncoder();
  const header = 'word/header1.xml';
  const headerRelations = 'word/_rels/header1.xml.rels';
  const adding = (xml: string) => replacing(header, '</w:hdr>', `${xml}</w:hdr>`);
  const field = (words: string): string =>
    `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${words}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`;
  const both =
    (...changes: readonly Parameters<typeof withParts>[1][]): Parameters<typeof withParts>[1] =>
    (texts) =>
      Object.assign({}, ...changes.map((change) => change(texts))) as Record<string, string>;

  refused('text', /^is no Word document/, () => encoder.encode('no document'));
  refused('nothing', /^is no Word document/, () => new Uint8Array());
  refused('of before 2007, or with a password', /has a password, or is of before 2007/, () =>
    Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
  );
  refused('cut off', /^is damaged/, (file) => file.slice(0, file.length / 2));
  refused('a zip file of something else', /^is no Word document/, (file) =>
    withParts(file, () => ({ '_rels/.rels': undefined })),
  );
  refused('too large', /^is larger than 20 MB/, (file) => {
    const large = new Uint8Array(21 * 1024 * 1024);
    large.set(file);
    return large;
  });
  refused(
    'packed so that it would fill the memory',
    /^holds more than 64 MB once unpacked/,
    (file) =>
      withParts(file, (texts) => ({
        ...relating(headerRelations, 'rIdBig', 'image', 'media/big.png')(texts),
        ...replacing(
          header,
          '</w:hdr>',
          '<w:p><w:r><w:drawing r:embed="rIdBig"/></w:r></w:p></w:hdr>',
        )(texts),
        'word/media/big.png': new Uint8Array(65 * 1024 * 1024),
      })),
  );
  refused('macros in it', /^has macros/, (file) =>
    withParts(file, () => ({ 'word/vbaProject.bin': encoder.encode('x') })),
  );
  refused('a template for macros', /^has macros/, (file) =>
    withParts(
      file,
      replacing(
        '[Content_Types].xml',
        'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
        'application/vnd.ms-word.template.macroEnabledTemplate.main+xml',
      ),
    ),
  );
  refused('a document type', /^is damaged/, (file) =>
    withParts(file, replacing(header, '<w:hdr', '<!DOCTYPE w:hdr [<!ENTITY a "b">]><w:hdr')),
  );
  refused('tags that are not closed', /^is damaged/, (file) =>
    withParts(file, replacing(header, '</w:hdr>', '')),
  );
  refused('tags in tags without end', /^is damaged/, (file) =>
    withParts(file, adding('<w:p>'.repeat(100_000) + '</w:p>'.repeat(100_000))),
  );
  refused('paths that lead out of it', /^is damaged/, (file) =>
    withParts(file, () => ({ '../outside.xml': '<a/>' })),
  );
  refused('a part outside it', /^is damaged/, (file) =>
    withParts(
      file,
      both(
        relating(headerRelations, 'rIdOut', 'image', '../../../etc/logo.png'),
        adding('<w:p><w:r><w:drawing r:embed="rIdOut"/></w:r></w:p>'),
      ),
    ),
  );
  refused(
    'a picture that is kept elsewhere',
    /^shows something that is kept elsewhere \(https:\/\/example\.org\/logo\.png\)/,
    (file) =>
      withParts(
        file,
        both(
          relating(headerRelations, 'rIdWeb', 'image', 'https://example.org/logo.png', 'External'),
          adding(
            '<w:p><w:r><w:drawing><a:blip xmlns:a="urn:a" r:link="rIdWeb"/></w:drawing></w:r></w:p>',
          ),
        ),
      ),
  );
  refused(
    'an embedded object',
    /^holds an embedded object, which a paper cannot take over/,
    (file) =>
      withParts(
        file,
        both(
          relating(headerRelations, 'rIdOle', 'oleObject', 'embeddings/a.bin'),
          adding('<w:p><w:r><w:object r:id="rIdOle"/></w:r></w:p>'),
        ),
      ),
  );
  for (const words of [
    'INCLUDEPICTURE "https://example.org/a.png"',
    ' dde excel x',
    '&#68;DEAUTO c',
  ]) {
    refused(`the field ${words}`, /^has a field that fetches something from elsewhere/, (file) =>
      withParts(file, adding(field(words))),
    );
  }
  refused('Strict Open XML', /^is in the form “Strict Open XML”/, (file) =>
    withParts(
      file,
      replacing(
        'word/document.xml',
        'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
        'http://purl.oclc.org/ooxml/wordprocessingml/main',
      ),
    ),
  );
});

describe('what a template refers to outside itself', () => {
  it('is not taken over: a link keeps its words, and the template it was made from is forgotten', async () => {
    const template = await withParts(await templateOf(), (texts) => ({
      ...relating(
        'word/_rels/header1.xml.rels',
        'rIdWeb',
        'hyperlink',
        'https://example.org/',
        'External',
      )(texts),
      ...replacing(
        'word/header1.xml',
        '</w:hdr>',
        '<w:p><w:hyperlink r:id="rIdWeb"><w:r><w:t>Our site</w:t></w:r></w:hyperlink></w:p></w:hdr>',
      )(texts),
      ...relating(
        'word/_rels/settings.xml.rels',
        'rId1',
        'attachedTemplate',
        'file:///C:/Trust/letter.dotm',
        'External',
      )(texts),
      ...replacing(
        'word/settings.xml',
        '<w:defaultTabStop',
        '<w:attachedTemplate r:id="rId1"/><w:defaultTabStop',
      )(texts),
    }));
    const parts = await inTemplate(template);
    const all = Object.values(parts).join('\n');
    assert.doesNotMatch(all, /example\.org|letter\.dotm|TargetMode/);
    assert.match(atEdges(parts, 'header')[0]?.words ?? '', /Our site/);
  });

  it('is left alone where only the words that go refer to it', async () => {
    const template = await withParts(await templateOf(), (texts) => ({
      ...relating('word/_rels/document.xml.rels', 'rIdOle', 'oleObject', 'embeddings/a.bin')(texts),
      ...replacing(
        'word/document.xml',
        '<w:body>',
        '<w:body><w:p><w:r><w:object r:id="rIdOle"/></w:r></w:p>',
      )(texts),
      'word/embeddings/a.bin': 'x',
    }));
    const parts = await inTemplate(template);
    assert.ok(!('word/embeddings/a.bin' in parts));
  });
});

describe('a template that is damaged', () => {
  /** The next number of a row that looks like chance and is the same each time. */
  const numbers = (seed: number) => () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return seed / 2 ** 32;
  };

  it('is refused in words or used, wherever text of it is gone', async () => {
    const template = await templateOf();
    const next = numbers(7);
    let used = 0;
    for (let round = 0; round < 60; round++) {
      const broken = await withParts(template, (texts) => {
        const paths = Object.keys(texts).filter((path) => /\.(?:xml|rels)$/.test(path));
        const path = paths[Math.floor(next() * paths.length)] ?? '';
        const text = texts[path] ?? '';
        const from = Math.floor(next() * text.length);
        return { [path]: text.slice(0, from) + text.slice(from + Math.floor(next() * 40)) };
      });
      const words = await refusal(broken);
      if (words !== 'it was taken') assert.match(words, /^(?:is|has|holds|shows|says) /);
      else used += (await written(broken)).length > 0 ? 1 : 0;
    }
    assert.ok(used > 0 && used < 60);
  });

  it('is refused in words or used, whatever bytes of it are others', async () => {
    const template = await templateOf();
    const next = numbers(11);
    for (let round = 0; round < 60; round++) {
      const broken = template.slice();
      for (let change = 0; change < 3; change++) {
        broken[Math.floor(next() * broken.length)] = Math.floor(next() * 256);
      }
      const words = await refusal(broken);
      if (words !== 'it was taken') assert.match(words, /^(?:is|has|holds|shows|says) /);
      else assert.ok((await written(broken)).length > 0);
    }
  });
});
