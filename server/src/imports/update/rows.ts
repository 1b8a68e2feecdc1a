import type { ActionRow } from '../recognise/action-rows.ts';
import type { MadeAction } from '../written/rows.ts';
import { likeness } from './wording.ts';

/**
 * Which rows of a file are rows of its earlier state. A row is known by its printed reference; of several with one
 * reference, and of those without any, by what is to be done; where that has changed too, by standing
 * between the same rows as before with at least half of its words.
 */

interface Line {
  readonly id: string;
  /** Its printed reference; empty where it has none. */
  readonly printed: string;
  readonly action: string;
  readonly all: string;
}

/** The least share of words by which a row in its old place is still the same. */
const leastLikeness = 0.5;

/** By the ids of the actions now, those before. */
export function sameRows(
  before: readonly MadeAction[],
  now: readonly MadeAction[],
): ReadonlyMap<string, string> {
  const match = new Match(before.map(lineOf), now.map(lineOf));
  match.byKey(({ printed, all }) => (printed === '' ? undefined : `${printed}\n${all}`));
  match.byKey(({ printed, action }) =>
    printed === '' || action === '' ? undefined : `${printed}\n${action}`,
  );
  match.byKey(({ printed }) => (printed === '' ? undefined : printed), true);
  match.byKey(({ printed, all }) => (printed === '' ? all : undefined));
  match.byKey(({ printed, action }) => (printed === '' && action !== '' ? action : undefined));
  match.byPlace();
  match.byKey(({ action }) => (action === '' ? undefined : action), true);
  return match.ids;
}

function lineOf({ id, row, reference, title }: MadeAction): Line {
  return {
    id,
    printed: reference?.cell.text ?? '',
    action: title.map(({ cell }) => cell.text).join('\n'),
    all: wordsOf(row),
  };
}

/** What stands in a row and what goes on with it, without what merged cells bring. */
const wordsOf = ({ cells, others }: ActionRow): string =>
  [...cells]
    .map(([field, told]) => [field, told] as const)
    .concat([['notes', others]])
    .flatMap(([field, told]) =>
      told.filter(({ cell }) => cell.from === undefined).map(({ cell }) => `${field} ${cell.text}`),
    )
    .join('\n');

class Match {
  readonly #before: readonly Line[];
  readonly #now: readonly Line[];
  readonly #ofBefore = new Map<Line, Line>();
  readonly #ofNow = new Map<Line, Line>();

  constructor(before: readonly Line[], now: readonly Line[]) {
    this.#before = before;
    this.#now = now;
  }

  get ids(): ReadonlyMap<string, string> {
    return new Map([...this.#ofNow].map(([now, before]) => [now.id, before.id]));
  }

  /** Pairs what has the same key, in order; `isOne` only where each side has one line of it left. */
  byKey(keyOf: (line: Line) => string | undefined, isOne = false): void {
    const before = this.#left(this.#before, this.#ofBefore, keyOf);
    for (const [key, lines] of this.#left(this.#now, this.#ofNow, keyOf)) {
      const wanted = before.get(key) ?? [];
      if (isOne && (lines.length > 1 || wanted.length > 1)) continue;
      for (const [index, line] of lines.entries()) this.#pair(wanted[index], line);
    }
  }

  /** Pairs what stands between the same neighbours and is alike. */
  byPlace(): void {
    const gaps = Map.groupBy(
      placed(this.#before, (line) => (this.#ofBefore.has(line) ? line : undefined)),
      ({ gap }) => gap,
    );
    for (const { line, gap } of placed(this.#now, (one) => this.#ofNow.get(one))) {
      const candidate = gaps
        .get(gap)
        ?.find(
          (one) =>
            !this.#ofBefore.has(one.line) &&
            one.line.printed === line.printed &&
            likeness(one.line.all, line.all) >= leastLikeness,
        );
      this.#pair(candidate?.line, line);
    }
  }

  #left(
    lines: readonly Line[],
    paired: ReadonlyMap<Line, Line>,
    keyOf: (line: Line) => string | undefined,
  ): Map<string, Line[]> {
    const found = new Map<string, Line[]>();
    for (const line of lines) {
      const key = paired.has(line) ? undefined : keyOf(line);
      if (key === undefined) continue;
      const list = found.get(key);
      if (list === undefined) found.set(key, [line]);
      else list.push(line);
    }
    return found;
  }

  #pair(before: Line | undefined, now: Line): void {
    if (before === undefined) return;
    this.#ofBefore.set(before, now);
    this.#ofNow.set(now, before);
  }
}

/** Lines that are not paired, each with the one that is paired above it, as the earlier state has that. */
function placed(
  lines: readonly Line[],
  anchorOf: (line: Line) => Line | undefined,
): { readonly line: Line; readonly gap: Line | undefined }[] {
  let gap: Line | undefined;
  return lines.flatMap((line) => {
    const anchor = anchorOf(line);
    if (anchor === undefined) return [{ line, gap }];
    gap = anchor;
    return [];
  });
}
