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

/** What a reading that keeps places makes of a text. */
interface Close {
  readonly tree: ReturnType<typeof parseTree>;
  readonly errors: readonly ParseError[];
}

/** A JSON text that may hold comments, and knows where its values stand. */
export class JsonText {
  readonly #text: string;
  #close: Close | undefined;

  constructor(text: string) {
    // A byte order mark is no part of the text, but counts in no column either.
    this.#text = text.replace(/^\ufeff/, '');
  }

  /**
   * The value, sooner than with its places where the text is plain JSON; undefined where it is no JSON at all. A key `__proto__` is
   * a key like others here.
   */
  get plainValue(): unknown {
    try {
      return JSON.parse(this.#text) as unknown;
    } catch {
      return this.faults.length === 0 ? this.value : undefined;
    }
  }

  /** The value; undefined where the text is no JSON. */
  get value(): unknown {
    const { tree } = this.#read();
    return tree === undefined ? undefined : (getNodeValue(tree) as unknown);
  }

  /** Why it is none: the first place at which it cannot be read. */
  get faults(): readonly SettingsFault[] {
    const [first] = this.#read().errors;
    return first === undefined
      ? []
      : [this.#fault(first.offset, first.length, `it is not valid JSON (${inWords(first)})`)];
  }

  /**
   * A fault at a value, or at the key that names it; where there is none, at the nearest that holds it.
   * @param path the keys and indexes that lead to it
   */
  faultAt(path: Path, at: 'key' | 'value', message: string): SettingsFault {
    const { tree } = this.#read();
    const node = tree && findNodeAtLocation(tree, [...path]);
    if (node === undefined) {
      if (path.length > 0) return this.faultAt(path.slice(0, -1), 'key', message);
      return this.#fault(tree?.offset ?? 0, tree === undefined ? 0 : 1, message);
    }
    const { offset, length } = (at === 'key' ? node.parent?.children?.[0] : undefined) ?? node;
    return this.#fault(offset, length, message);
  }

  /** Reads the text when somebody first asks for more than a plain value. */
  #read(): Close {
    if (this.#close === undefined) {
      const errors: ParseError[] = [];
      this.#close = { tree: parseTree(this.#text, errors, { allowTrailingComma: true }), errors };
    }
    return this.#close;
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
