import { distance } from 'fastest-levenshtein';
import { bareName } from '../../plan/facts/names.ts';
import { asSeen } from '../../plan/look-alikes.ts';
import { freeId, initials } from '../../plan/new-id.ts';
import { isId } from '../recognise/references.ts';
import { laidOut } from './layout.ts';
import { inOneLine } from './text.ts';

/** The names of one kind of thing, each declared once, with the other ways in which it was printed. */

export type NamedKind = 'directorate' | 'service' | 'committee' | 'sro';

interface Named {
  readonly id: string;
  readonly title: string;
  readonly also: Set<string>;
}

/** Two names that may mean the same; nothing was done about it. */
export interface Alike {
  readonly kind: NamedKind;
  readonly ids: readonly [string, string];
  readonly names: readonly [string, string];
}

/** The longest name that is its own id: AMH/LD, Corporate. */
const longestShort = 12;

export class Names {
  readonly #kind: NamedKind;
  readonly #byBareName = new Map<string, Named>();
  /** The same by their names as they were printed, which is quicker. */
  readonly #byPrint = new Map<string, Named>();
  readonly #ids = new Set<string>();

  constructor(kind: NamedKind) {
    this.#kind = kind;
  }

  get size(): number {
    return this.#byBareName.size;
  }

  /** The id of a name, which is declared when it is met first. */
  idOf(printed: string): { readonly id: string; readonly title: string } {
    let named = this.#byPrint.get(printed);
    if (named === undefined) {
      named = this.#named(printed);
      this.#byPrint.set(printed, named);
    }
    return named;
  }

  #named(printed: string): Named {
    const name = asSeen(printed).replaceAll(/\s+/g, ' ').trim();
    const bare = bareName(name) || name;
    const known = this.#byBareName.get(bare);
    if (known !== undefined) {
      if (known.title !== name) known.also.add(name);
      return known;
    }
    const short = isId(name) && name.length <= longestShort ? name : initials(name);
    const id = freeId(isId(short) ? short : `${this.#kind.toUpperCase()}-1`, (one) =>
      this.#ids.has(one),
    );
    const made: Named = { id, title: name, also: new Set() };
    this.#ids.add(id);
    this.#byBareName.set(bare, made);
    return made;
  }

  /** A block for each, in the order in which they were met. */
  blocks(): string[] {
    return [...this.#byBareName.values()].map(({ id, title, also }) => {
      const lines = laidOut([...also].map((name) => `also ${inOneLine(name)}`));
      return `${this.#kind} ${id} ${inOneLine(title)}${lines === '' ? '' : ` {\n${lines}}`}\n`;
    });
  }

  /** Names that differ in no more than how they are written, so that they were taken for one. */
  joined(): readonly { readonly title: string; readonly also: readonly string[] }[] {
    return [...this.#byBareName.values()]
      .filter(({ also }) => also.size > 0)
      .map(({ title, also }) => ({ title, also: [...also] }));
  }

  /** Names that are nearly alike. */
  alike(): Alike[] {
    const all = [...this.#byBareName].slice(0, mostCompared);
    return all.flatMap(([bare, one], index) =>
      all
        .slice(index + 1)
        .flatMap(([otherBare, other]): Alike[] =>
          areAlike(bare, one.title, otherBare, other.title)
            ? [{ kind: this.#kind, ids: [one.id, other.id], names: [one.title, other.title] }]
            : [],
        ),
    );
  }
}

/** Each is compared with each. */
const mostCompared = 500;

function areAlike(a: string, nameA: string, b: string, nameB: string): boolean {
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a];
  if (longer.length - shorter.length <= 3 && shorter.length >= 5) {
    const digits = /\d+/g;
    const sameNumbers = String(a.match(digits)) === String(b.match(digits));
    if (sameNumbers && distance(a, b) <= Math.max(1, Math.floor(shorter.length / 8))) return true;
  }
  if (shorter.length >= 8 && longer.startsWith(shorter)) return true;
  return isShortFor(nameA, nameB) || isShortFor(nameB, nameA);
}

/** `QAC` beside “Quality Assurance Committee”, or beside “Quality Assurance Committee (QAC)”. */
const isShortFor = (short: string, long: string): boolean =>
  /^[\p{Lu}&/]{2,8}$/u.test(short) &&
  (initials(long.replaceAll(/\([^)]*\)/g, '')) === short || long.includes(`(${short})`));
