import { findNodeAtLocation, getNodeValue, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { ParseError } from 'jsonc-parser';

/** A line and a column in a file; both from 1, columns in UTF-16 units. */
interface LineAndColumn {
  readonly line: number;
  readonly column: number;
}

/** Something that is wrong with a file of settings, and where. */
export interface SettingsFault {
  readonly message: string;
  readonly start: LineAndColumn;
  readonly end: LineAndColumn;
}

type Path = readonly (string | number)[];

/** A JSON text that may hold comments, and knows where its values stand. */
export class JsonText {
  /** The value; undefined where the text is no JSON. */
  readonly value: unknown;
  /** Why it is none: the first place at which it cannot be read. */
  readonly faults: readonly SettingsFault[];
  readonly #text: string;
  readonly #tree: ReturnType<typeof parseTree>;

  constructor(text: string) {
    // A byte order mark is no part of the text, but counts in no column either.
    this.#text = text.replace(/^\ufeff/, '');
    const errors: ParseError[] = [];
    this.#tree = parseTree(this.#text, errors, { allowTrailingComma: true });
    this.value = this.#tree === undefined ? undefined : getNodeValue(this.#tree);
    const [first] = errors;
    this.faults =
      first === undefined
        ? []
        : [this.#fault(first.offset, first.length, `it is not valid JSON (${inWords(first)})`)];
  }

  /**
   * A fault at a value, or at the key that names it; where there is none, at the nearest that holds it.
   * @param path the keys and indexes that lead to it
   */
  faultAt(path: Path, at: 'key' | 'value', message: string): SettingsFault {
    const node = this.#tree && findNodeAtLocation(this.#tree, [...path]);
    if (node === undefined) {
      if (path.length > 0) return this.faultAt(path.slice(0, -1), 'key', message);
      return this.#fault(this.#tree?.offset ?? 0, this.#tree === undefined ? 0 : 1, message);
    }
    const { offset, length } = (at === 'key' ? node.parent?.children?.[0] : undefined) ?? node;
    return this.#fault(offset, length, message);
  }

  #fault(offset: number, length: number, message: string): SettingsFault {
    return { message, start: this.#place(offset), end: this.#place(offset + length) };
  }

  #place(offset: number): LineAndColumn {
    const before = this.#text.slice(0, offset).split(/\r\n|\r|\n/);
    return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
  }
}

/** `InvalidSymbol` as `invalid symbol`. */
const inWords = ({ error }: ParseError): string =>
  printParseErrorCode(error)
    .replaceAll(/(?=[A-Z])/g, ' ')
    .trim()
    .toLowerCase();
