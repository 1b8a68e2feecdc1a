import assert from 'node:assert/strict';
import { readXml } from '../../../server/src/imports/xml.ts';

/** The XML of Office files, a tag at a time. */

/** What is told of a text: tags, their ends, and texts in quotes. */
function told(xml: string): { readonly isRead: boolean; readonly seen: readonly string[] } {
  const seen: string[] = [];
  const isRead = readXml(xml, {
    open(name, attributes) {
      const all = Object.entries(attributes()).map(([key, value]) => ` ${key}=${value ?? ''}`);
      seen.push(name + all.join(''));
      return true;
    },
    close: (name) => seen.push(`/${name}`),
    text: (text) => seen.push(`"${text}"`),
  });
  return { isRead, seen };
}

const whole: readonly (readonly [string, readonly string[]])[] = [
  ['<a b="1>2"><x:c/></a>', ['a b=1>2', 'c', '/c', '/a']],
  ["<a b='&lt;&quot;'>x</a>", ['a b=<"', '"x"', '/a']],
  ['<!-- <c> --><d><![CDATA[<e>&amp;]]></d>', ['d', '"<e>&amp;"', '/d']],
  ['<d>one<!-- two -->three</d>', ['d', '"one"', '"three"', '/d']],
  ['<d>&#128512;&#x2013;&amp;lt;&nbsp;&#0;</d>', ['d', '"😀–&lt;&nbsp;"', '/d']],
  ['', []],
];

const broken: readonly (readonly [string, readonly string[]])[] = [
  ['<a><b', ['a']],
  ['<a b="', []],
  ['<a><!-- ', ['a']],
  ['<a></b>', ['a']],
  ['no tags', []],
  ['<!DOCTYPE a [<!ENTITY e "eee">]><a>&e;</a>', []],
];

describe('XML', () => {
  for (const [xml, seen] of whole) {
    it(`such as ${xml} is read`, () => assert.deepEqual(told(xml), { isRead: true, seen }));
  }

  for (const [xml, seen] of broken) {
    it(`such as ${xml} is not`, () => assert.deepEqual(told(xml), { isRead: false, seen }));
  }

  it('is left where somebody wants to hear no more', () => {
    let tags = 0;
    const isRead = readXml(`<a>${'<b/>'.repeat(10)}</a>`, { open: () => ++tags < 3 });
    assert.deepEqual([isRead, tags], [true, 3]);
  });

  it('that begins a tag again and again and ends none is given up at once', () => {
    assert.deepEqual(told('<c "'.repeat(200_000)), { isRead: false, seen: [] });
  });
});
