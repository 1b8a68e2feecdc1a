import assert from 'node:assert/strict';
import { unzipSync } from 'fflate';
import { encoded } from '../../../server/src/outputs/formats/encoded.ts';
import { paperFormats } from '../../../server/src/outputs/formats/index.ts';
import { PutIn } from '../../../server/src/outputs/put-in.ts';
import { paperIn } from './rows.ts';

const partsOf = (bytes: string | Uint8Array): Map<string, string> => {
  assert.ok(bytes instanceof Uint8Array);
  const parts = Object.entries(unzipSync(bytes));
  return new Map(parts.map(([path, part]) => [path, Buffer.from(part).toString()]));
};

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
      const text =
        part === undefined ? Buffer.from(file.content).toString() : partsOf(file.content).get(part);
      assert.match(text ?? '', /&lt;mustdo-place-0\/(?:&gt;|>)/, id);
      assert.doesNotMatch(text ?? '', /<mustdo-place/, id);
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
