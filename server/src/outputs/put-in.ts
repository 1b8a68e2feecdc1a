/** A place’s empty element; what a plan says cannot be one, because its `<` is escaped. */
const place = /<mustdo-place-(\d+)\/>/;

/**
 * Markup that is put into a document when all else of it is written: an empty element stands in its place until then. A
 * library makes a tree of objects of what it writes, which for many rows takes many times the memory of their text.
 */
export class PutIn {
  readonly #blocks: Iterable<string>[] = [];

  /** The name of the empty element for markup that is made, in pieces, when it is wanted. */
  nameFor(markup: Iterable<string>): string {
    this.#blocks.push(markup);
    return `mustdo-place-${String(this.#blocks.length - 1)}`;
  }

  /**
   * The text of a document with the markup in its places, in pieces.
   * @param changed what becomes of each piece of the markup; the document is left as it is
   */
  *filled(document: string, changed?: (piece: string) => string): Generator<string> {
    for (const [index, piece] of document.split(place).entries()) {
      // Between two pieces of the document stands the number of a place.
      if (index % 2 === 0) yield piece;
      else yield* piecesOf(this.#blocks[Number(piece)] ?? [], changed);
    }
  }
}

const piecesOf = (
  block: Iterable<string>,
  changed: ((piece: string) => string) | undefined,
): Iterable<string> => (changed === undefined ? block : Iterator.from(block).map(changed));
