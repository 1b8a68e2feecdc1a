import { FileChild } from 'docx';

/** The name of a place’s element; what a plan says cannot be one, because its `<` is escaped. */
const place = /<mustdo-place-(\d+)\/>/;

/**
 * XML that is put into a document when the library has written all else: it writes an empty element for each, in
 * whose place the XML goes then.
 */
export class PutIn {
  readonly #blocks: Iterable<string>[] = [];

  /** A place among the blocks of a document for XML that is made when it is wanted. */
  placeFor(xml: Iterable<string>): FileChild {
    this.#blocks.push(xml);
    return new FileChild(`mustdo-place-${String(this.#blocks.length - 1)}`);
  }

  /** The text of a document with the XML in its places, in pieces. */
  *filled(document: string): Generator<string> {
    for (const [index, piece] of document.split(place).entries()) {
      // Between two pieces of the document stands the number of a place.
      if (index % 2 === 0) yield piece;
      else yield* this.#blocks[Number(piece)] ?? [];
    }
  }
}
