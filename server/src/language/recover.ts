import { blockOfKeyword, isNested, type BlockSpec } from './keywords/index.ts';
import { problem, withRepair, type Problem } from './problems.ts';
import type { Tree } from './parser.ts';
import { rowsOf } from './rows.ts';
import type { Body, BodyItem, Entry, Stray } from './tree.ts';

/**
 * Puts a wounded tree right by what the keyword table allows: a lost `}` between two requirements, a
 * `{` on the next line or missing altogether. What was meant is kept; what is wrong is said once.
 */
export function recover(tree: Tree, text: string): Tree {
  if (isSound(tree.items)) return tree;
  const swallowed = tree.problems.some(
    ({ code }) => code === 'unclosed-text' || code === 'unclosed-comment' || code === 'too-deep',
  );
  const healer = new Healer(text, swallowed);
  const items = healer.adopt(healer.level(tree.items, undefined), true);
  if (healer.closing.size === 0 && healer.problems.length === 0) {
    return { items, problems: tree.problems };
  }
  const left = tree.problems.filter(
    ({ code, span }) => code !== 'stray-brace' || !healer.closing.has(span.start),
  );
  return { items, problems: [...left, ...healer.problems] };
}

/** Whether there is nothing to put right, as in nearly every unit: a look that makes nothing. */
function isSound(items: readonly BodyItem[]): boolean {
  const last = items.at(-1);
  for (const item of items) {
    if (item.type !== 'entry') return false;
    // What follows may be the body that a header lacks.
    if (item.body === undefined ? item !== last : !isSoundBody(item, item.body, undefined)) {
      return false;
    }
  }
  return true;
}

function isSoundBody(
  { keyword }: Entry,
  { items, closed }: Body,
  parent: BlockSpec | undefined,
): boolean {
  if (!closed) return false;
  const spec = blockOfKeyword.get(keyword.text);
  for (const line of items) {
    if (line.type === 'stray') return false;
    if (line.type === 'row') continue;
    if (spec !== undefined && belongsBeside(line, spec, parent)) return false;
    if (line.body !== undefined && !isSoundBody(line, line.body, spec)) return false;
  }
  return true;
}

class Healer {
  readonly problems: Problem[] = [];
  /** Where the } stand that close a body whose { is missing: they are not stray. */
  readonly closing = new Set<number>();
  readonly #text: string;
  #saidUnclosed = false;
  /** An unclosed text or comment took the braces with it: one problem is enough. */
  readonly #swallowed: boolean;

  constructor(text: string, swallowed: boolean) {
    this.#text = text;
    this.#swallowed = swallowed;
  }

  /** Walks one body: blocks nested where they cannot stand come out beside the block they are in. */
  level(items: readonly BodyItem[], parent: BlockSpec | undefined): readonly BodyItem[] {
    if (!items.some((item) => item.type === 'entry' && item.body !== undefined)) return items;
    return items.flatMap((item) => {
      if (item.type !== 'entry' || item.body === undefined) return [item];
      return this.#entry(item, item.body, parent);
    });
  }

  #entry(entry: Entry, body: Body, parent: BlockSpec | undefined): readonly BodyItem[] {
    const spec = blockOfKeyword.get(entry.keyword.text);
    const inner = this.adopt(this.level(body.items, spec), false);
    const cut = inner.findIndex((line) => spec !== undefined && belongsBeside(line, spec, parent));
    if (cut < 0) {
      if (!body.closed) this.#unclosed(entry);
      if (inner === body.items) return [entry];
      return [{ ...entry, body: { ...body, items: inner } }];
    }
    this.#unclosed(entry);
    const kept = inner.slice(0, cut);
    const end = kept.at(-1)?.span.end ?? body.span.start + 1;
    const shortened: Entry = {
      ...entry,
      body: { items: kept, closed: false, span: { start: body.span.start, end } },
      span: { start: entry.span.start, end },
    };
    return [shortened, ...inner.slice(cut)];
  }

  /**
   * Gives a header without braces the body that stands directly below it and may be its own: one
   * that begins on the next line, or (at the margin) the indented lines up to a lone `}`. All else
   * has lost a header of its own.
   */
  adopt(items: readonly BodyItem[], outermost: boolean): readonly BodyItem[] {
    // Only a body without a header can be given away inside a block: most have none.
    if (!outermost && !items.some(isHeadless)) return items;
    const result: BodyItem[] = [];
    for (let index = 0; index < items.length; index++) {
      const item = items[index];
      const next = items[index + 1];
      if (item === undefined) continue;
      const spec = item.type === 'entry' ? blockOfKeyword.get(item.keyword.text) : undefined;
      if (item.type === 'entry' && spec !== undefined && this.#lacksBody(item, next)) {
        if (next !== undefined && isHeadless(next) && mayHold(spec, next.body.items[0])) {
          this.#missingBrace(item);
          result.push(withBody(item, { ...next.body, items: this.level(next.body.items, spec) }));
          index++;
          continue;
        }
        const mayTake = outermost && !this.#isIndented(item) && mayHold(spec, next);
        const taken = mayTake ? this.#indentedAfter(items, index + 1) : [];
        if (taken.length > 0) {
          this.#missingBrace(item);
          const end = taken.at(-1)?.span.end ?? item.span.end;
          const body = { items: taken, closed: true, span: { start: item.span.end, end } };
          result.push(withBody(item, body));
          index += taken.length;
          const after = items[index + 1];
          if (isLoneBrace(after)) {
            index++;
            this.closing.add(after.span.start);
          }
          continue;
        }
      }
      result.push(item);
    }
    return result;
  }

  /** Whether a body may have been meant to follow: neither a blank line nor a line of comment does. */
  #lacksBody(entry: Entry, next: BodyItem | undefined): boolean {
    if (entry.body !== undefined || next === undefined) return false;
    const between = this.#text.slice(entry.span.end, next.span.start);
    return between.split(/\r\n|\n|\r/, 3).length < 3;
  }

  #indentedAfter(items: readonly BodyItem[], from: number): BodyItem[] {
    let end = from;
    for (let item = items[end]; item !== undefined; item = items[++end]) {
      if (!this.#isIndented(item) || (item.type === 'stray' && item.body === undefined)) break;
    }
    return items.slice(from, end);
  }

  #isIndented({ span }: BodyItem): boolean {
    return /[ \t]/.test(this.#text.charAt(span.start - 1));
  }

  #missingBrace(entry: Entry): void {
    const { text, span } = entry.keyword;
    const end = entry.span.end;
    const found = problem('missing-opening-brace', { start: span.start, end }, text, idOf(entry));
    const at = { start: end, end };
    this.problems.push(
      withRepair(found, { title: 'Put { at the end of this line', span: at, text: ' {' }),
    );
  }

  #unclosed(entry: Entry): void {
    if (this.#swallowed || this.#saidUnclosed) return;
    this.#saidUnclosed = true;
    const end = entry.body?.span.start ?? entry.span.end;
    const span = { start: entry.span.start, end: end + 1 };
    this.problems.push(problem('unclosed-block', span, entry.keyword.text, idOf(entry)));
  }
}

const withBody = (entry: Entry, body: Body): Entry => ({
  ...entry,
  body,
  span: { start: entry.span.start, end: body.span.end },
});

const isHeadless = (item: BodyItem): item is Stray & { readonly body: Body } =>
  item.type === 'stray' && item.body !== undefined;

const isLoneBrace = (item: BodyItem | undefined): item is Stray =>
  item?.type === 'stray' && item.body === undefined && item.span.end - item.span.start === 1;

const idOf = (entry: Entry): string => entry.parts[0]?.text ?? '';

/** Whether a block may begin with a line; nothing at all may stand in any. */
function mayHold(spec: BlockSpec, line: BodyItem | undefined): boolean {
  if (line === undefined) return true;
  if (line.type !== 'entry') return line.type === 'row' && spec.grid === true;
  const { text } = line.keyword;
  if (rowsOf(spec.kind).ofKeyword.has(text)) return true;
  const block = blockOfKeyword.get(text);
  return block === undefined ? spec.otherwise !== undefined : block.kind === spec.children;
}

/** Whether a line inside `spec` is a block that may not stand there but may stand beside it. */
function belongsBeside(line: BodyItem, spec: BlockSpec, parent: BlockSpec | undefined): boolean {
  if (line.type !== 'entry') return false;
  const { text } = line.keyword;
  const block = blockOfKeyword.get(text);
  if (block === undefined || block.kind === spec.children) return false;
  if (spec.otherwise !== undefined || rowsOf(spec.kind).ofKeyword.has(text)) return false;
  return parent === undefined
    ? !isNested(block) && line.parts.length > 1
    : block.kind === parent.children;
}
