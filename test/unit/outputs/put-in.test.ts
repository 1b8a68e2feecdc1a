import assert from 'node:assert/strict';
import { Packed } from '../../../server/src/imports/readers/packed.ts';
import { encoded } from '../../../server/src/outputs/formats/encoded.ts';
import { paperFormats } from '../../../server/src/outputs/formats/index.ts';
import { PutIn } from '../../../server/src/outputs/put-in.ts';
import { paperIn } from './rows.ts';

/** The text of a file, or of one of its parts. */
async function textOf(content: string | Uint8Array, part: string | undefined): Promise<string> {
  if (part === undefined) return Buffer.from(content).toString();
  const packed = Packed.open(Buffer.from(content));
  assert.ok(packed instanceof Packed);
  const text = await packed.text(part);
  assert.ok(typeof text === 'string');
  return text;
}

describe('Markup that is put into a document', () => {
  it('stands where its element stood, wherever its own text comes from', () => {
    const putIn = new PutIn();
    const [first, second] = [['<b>', 'one</b>'], ['two']].map((pieces) => putIn.nameFor(pieces));
    assert.ok(first !== undefined && second !== undefined);
    const pieces = [...putIn.filled(`<p/><${second}/><hr/><${first}/>`)];
    assert.equal(pieces.join(''), '<p/>two<hr/><b>one</b>');
  });

  it('is not put where a plan only speaks of such an element', async () => {
    const said = '<mustdo-place-0/>';
    const register = paperIn(`action A "${said}" {\n  description "${said}"\n}\n`, 'register');
    assert.ok(register);
    const parts = { docx: 'word/document.xml', xlsx: 'xl/sharedStrings.xml', html: undefined };
    for (const [id, part] of Object.entries(parts)) {
      const format = paperFormats.find((each) => each.id === id);
      const [file] = (await format?.write(register, 'register')) ?? [];
      assert.ok(file);
      const text = await textOf(file.content, part);
      assert.match(text, /&lt;mustdo-place-0\/(?:&gt;|>)/, id);
      assert.doesNotMatch(text, /<mustdo-place/, id);
    }
  });
});

describe('A text in pieces', () => {
  it('becomes the bytes of the whole, however long a piece is and wherever a portion of bytes ends', () => {
    for (const pieces of [[], [''], ['a', 'é', '€', '😀'], ['x', '€😀'.repeat(300_000), 'y']]) {
      assert.deepEqual(Buffer.from(encoded(pieces)), Buffer.from(pieces.join('')));
    }
  });
});
