import { escaped } from '../office/core.ts';
import { forCell } from './excel-text.ts';

/** The texts of a workbook: each stands once in a part of its own, and cells name its number. */
export class Strings {
  readonly #numbers = new Map<string, number>();
  /** The same text is in very many cells, and to make it fit for one takes long. */
  readonly #known = new Map<string, number>();

  /** The number of a text as a cell can hold it; undefined where nothing is left to hold. */
  numberOf(text: string): number | undefined {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const fit = forCell(text);
    if (fit === '') return undefined;
    const number = this.#numbers.get(fit) ?? this.#numbers.size;
    this.#numbers.set(fit, number);
    this.#known.set(text, number);
    return number;
  }

  /** The part that holds them, in pieces: those of the cells that have been written by then. */
  *xml(): Generator<string> {
    yield '<?xml version="1.0"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">';
    for (const text of this.#numbers.keys()) {
      // A line end at an end of it would else be lost.
      const spaces = text.trim().length === text.length ? '' : ' xml:space="preserve"';
      yield `<si><t${spaces}>${escaped(text)}</t></si>`;
    }
    yield '</sst>';
  }
}
