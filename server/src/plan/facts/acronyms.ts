import type { Item } from '../../language/items.ts';
import { kinds } from '../../language/keywords/index.ts';
import type { Span } from '../../language/tree.ts';
import type { Entity, Fact, Plan } from '../plan.ts';
import { acronyms, bodies } from '../vocabularies.ts';
import { kept, ownTextsOf } from './texts.ts';

/** Acronyms in the texts of a plan, and what they stand for. */

interface Acronyms {
  /** Those used, in the order of the text. */
  readonly used: readonly { readonly acronym: string; readonly span: Span }[];
  /** Those spelt out here. */
  readonly spelt: ReadonlySet<string>;
}

/** Words in capitals that are loud, not short; and Roman numerals. */
const loud = new Set(
  'ALL AND ANY ARE DO IS MUST NEW NO NOT OK ONE ONLY OR URGENT YES II III IV VI VII VIII IX'.split(
    ' ',
  ),
);

const longest = 8;

/** What most texts do not have, and so need not be looked at word by word. */
const twoCapitals = /\p{Lu}\p{L}?\p{L}?\p{Lu}/u;

/** Letters joined as in A&E, AMH/LD and CHS-MHSOP: looked at whole, then part by part. */
const run = /\p{L}[\p{L}\p{N}]*(?:[&/.-][\p{L}\p{N}]+)*/gu;

/** What an item’s own texts have of acronyms. */
export const acronymsIn = kept((item: Item, text: string): Acronyms => {
  const used: { acronym: string; span: Span }[] = [];
  const spelt = new Set<string>();
  for (const { start, end } of ownTextsOf(item)) {
    const within = text.slice(start, end);
    if (!twoCapitals.test(within)) continue;
    for (const { 0: whole, index } of within.matchAll(run)) {
      for (const { part, at } of partsOf(whole)) {
        const from = index + at;
        const acronym = part.replace(/(?<=\p{Lu})s$/u, '');
        if (isSpeltOut(within, acronym, from, from + part.length)) spelt.add(acronym);
        used.push({ acronym, span: { start: start + from, end: start + from + acronym.length } });
      }
    }
  }
  return { used, spelt };
});

/** The acronyms of a run: the whole, where it is known as that, or those of its parts that look like one. */
function partsOf(whole: string): { readonly part: string; readonly at: number }[] {
  if (acronyms.has(whole)) return [];
  const parts: { part: string; at: number }[] = [];
  if (/[&/.-]/.test(whole) && looksLikeOne(whole.replaceAll(/[&/.-]/g, ''))) {
    return [{ part: whole, at: 0 }];
  }
  for (const { 0: part, index } of whole.matchAll(/[\p{L}\p{N}]+/gu)) {
    if (looksLikeOne(part)) parts.push({ part, at: index });
  }
  return parts;
}

/** More capitals than small letters, and at least two: SOP, DoLS, KPIs. */
function looksLikeOne(part: string): boolean {
  if (part.length < 2 || part.length > longest || loud.has(part)) return false;
  if (!/^\p{L}+$/u.test(part)) return false;
  const capitals = part.match(/\p{Lu}/gu)?.length ?? 0;
  return capitals >= 2 && capitals > part.length - capitals;
}

/** How far back the first word of what an acronym stands for is looked for. */
const reach = 120;

/** `Standard Operating Guidance (SOG)`, or `SOG (Standard Operating Guidance)`. */
function isSpeltOut(text: string, acronym: string, start: number, end: number): boolean {
  const first = acronym.charAt(0).toLowerCase();
  if (text[start - 1] === '(' && text[end] === ')') {
    const before = text.slice(Math.max(0, start - reach), start - 1).toLowerCase();
    const words = before.match(/[\p{L}\p{N}]+/gu) ?? [];
    return words.slice(-acronym.length - 3).some((word) => word.startsWith(first));
  }
  const after = /^ \(([\p{L}\p{N}]+) [\p{L}\p{N}]/u.exec(text.slice(end, end + reach));
  return after?.[1]?.toLowerCase().startsWith(first) === true;
}

/** Where an acronym stands first, and how often in all. */
export interface Undefined {
  readonly entity: Entity;
  readonly span: Span;
  readonly amount: number;
}

/** The acronyms that neither the plan nor the dictionary says anything of, by where they stand first. */
export const undefinedAcronyms: Fact<ReadonlyMap<string, Undefined>> = {
  of(plan) {
    const found = new Map<string, Undefined>();
    const spelt = new Set<string>();
    for (const entity of kinds.flatMap((kind) => plan.all(kind) as readonly Entity[])) {
      const own = acronymsIn(entity.item, entity.unit.text);
      for (const acronym of own.spelt) spelt.add(acronym);
      for (const { acronym, span } of own.used) {
        const known = found.get(acronym);
        const amount = (known?.amount ?? 0) + 1;
        const isFirst = known === undefined || plan.compare(entity, known.entity) < 0;
        found.set(acronym, isFirst ? { entity, span, amount } : { ...known, amount });
      }
    }
    for (const acronym of found.keys()) {
      if (spelt.has(acronym) || isDefined(plan, acronym)) found.delete(acronym);
    }
    return found;
  },
  same: (before, now) =>
    before.size === now.size &&
    [...now].every(([acronym, { entity, span, amount }]) => {
      const known = before.get(acronym);
      return known?.entity === entity && known.span === span && known.amount === amount;
    }),
};

/** The dictionary, or an id or a name of something in the plan, says what it stands for. */
function isDefined(plan: Plan, acronym: string): boolean {
  if (acronyms.has(acronym) || bodies.has(acronym)) return true;
  if (kinds.some((kind) => plan.withId(kind, acronym).length > 0)) return true;
  const span = { start: 0, end: 0 };
  const named = plan.resolve({ kinds, name: acronym, notInPlan: false, span });
  if (named.state !== 'undeclared') return true;
  const parts = acronym.split(/[&/.-]/);
  return parts.length > 1 && parts.every((part) => !looksLikeOne(part) || isDefined(plan, part));
}
