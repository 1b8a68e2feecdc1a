import type { Cell } from './cells.ts';

/** What an import has to say about cells: every one of them is in the plan or listed here. */

export interface Finding {
  readonly at: string;
  readonly text: string;
  readonly words: string;
}

export class Findings {
  readonly guesses: Finding[] = [];
  readonly notUnderstood: Finding[] = [];
  readonly leftOut: Finding[] = [];
  readonly #written = new Set<string>();

  /** The cell is in the plan, as what its column says. */
  write(cell: Cell): void {
    this.#written.add(cell.from ?? cell.at);
  }

  /** The same, with something that was concluded. */
  guess(cell: Cell, words: string): void {
    this.write(cell);
    this.guesses.push({ at: cell.at, text: cell.text, words });
  }

  /** Its words are in the plan, but not as what its column says. */
  keep(cell: Cell, words: string): void {
    this.write(cell);
    this.notUnderstood.push({ at: cell.at, text: cell.text, words });
  }

  /** It is not in the plan. */
  leave(cell: Cell, words: string): void {
    this.#written.add(cell.from ?? cell.at);
    this.leftOut.push({ at: cell.at, text: cell.text, words });
  }

  /** Whether anything was said about the cell. */
  has(cell: Cell): boolean {
    return this.#written.has(cell.from ?? cell.at);
  }
}
