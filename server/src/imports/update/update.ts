import { readUnit } from '../../language/read.ts';
import type { Entity, Plan } from '../../plan/plan.ts';
import { blockAtMargin } from '../../writing/blocks.ts';
import { inFile, type FileEdit } from '../../writing/tidy.ts';
import { Additions, type NewSource } from './additions.ts';
import { findInPlan, linkTo, PlanNames } from './in-plan.ts';
import { keywordField, linesOfPlan, linesOfSide, titleField, type ItemLine } from './item.ts';
import type { Kept } from './kept.ts';
import { sameItems } from './links.ts';
import { merge, piecesOf, type Outcome } from './merge.ts';
import type { Side, SideItem } from './side.ts';
import type { Naming } from './wording.ts';

/** One thing that a file says otherwise than before, and what becomes of it in the plan. */
export interface Difference {
  /** What it is about, as the plan calls it: “action 18.5”. */
  readonly name: string;
  /** Which of its properties; empty where it is about the whole. */
  readonly what: string;
  readonly type: 'taken' | 'added' | 'conflict' | 'left-out' | 'gone';
  /** What the file said, what it says, and what the plan says, as lines of a plan. */
  readonly before?: string | undefined;
  readonly now?: string | undefined;
  readonly plan?: string | undefined;
  /** The cells that say so. */
  readonly cells: readonly string[];
  /** Where the plan has it. */
  readonly place?: { readonly path: string; readonly line: number } | undefined;
  /** Why it is not taken. */
  readonly why?: string | undefined;
}

/** What is not settled between a file and a plan. */
export type Open = Pick<Kept, 'links' | 'unsettled' | 'notAdded' | 'gone'>;

export interface Update {
  readonly differences: readonly Difference[];
  readonly edits: readonly FileEdit[];
  readonly open: Open;
}

/**
 * Compares a file with what it was and with the plan, line by line: what only the file has changed goes into the plan, what only the plan
 * has changed stays, and what both have changed is a conflict, in which the plan stays as it is.
 * @param open what was not settled when the file was last taken in
 * @param before the file as it was then
 * @param now the file as it is
 */
export function updateOf(plan: Plan, open: Open, before: Side, now: Side): Update {
  const comparison = new Comparison(plan, open, before, now);
  for (const item of now.items.values()) comparison.compare(item);
  comparison.sayWhatIsGone();
  return comparison.result();
}

class Comparison {
  readonly #plan: Plan;
  readonly #open: Open;
  readonly #before: Side;
  readonly #now: Side;
  /** The keys before, by those now. */
  readonly #same: ReadonlyMap<string, string>;
  /** Items of the plan by the keys before, and by those now. */
  readonly #inPlanBefore: ReadonlyMap<string, Entity>;
  readonly #inPlan: ReadonlyMap<string, Entity>;
  /** The ids that new items get. */
  readonly #ids = new Map<string, string>();
  readonly #names: PlanNames;
  readonly #ours: Naming;
  readonly #namingBefore: Naming;
  readonly #namingNow: Naming;
  readonly #additions: Additions;
  readonly #newSources = new Map<Entity, NewSource>();
  readonly #differences: Difference[] = [];
  readonly #edits: FileEdit[] = [];
  readonly #unsettled: Record<string, Record<string, string | null>> = {};
  readonly #notAdded: string[] = [];
  readonly #gone: string[] = [];
  /** The last action that the plan has, in the order of the rows. */
  #above: Entity | undefined;

  constructor(plan: Plan, open: Open, before: Side, now: Side) {
    this.#plan = plan;
    this.#open = open;
    this.#before = before;
    this.#now = now;
    const missing = new Set(open.notAdded);
    const old = [...before.items.values()].filter(({ key }) => !missing.has(key));
    this.#same = new Map([...sameItems(before, now)].filter(([, key]) => !missing.has(key)));
    this.#inPlanBefore = findInPlan(plan, old, open.links);
    const fresh = [...now.items.values()].filter(({ key }) => !this.#same.has(key));
    const found = findInPlan(plan, fresh, undefined, this.#inPlanBefore.values());
    this.#inPlan = new Map([
      ...found,
      ...[...this.#same].flatMap(([key, was]): [string, Entity][] => {
        const entity = this.#inPlanBefore.get(was);
        return entity === undefined ? [] : [[key, entity]];
      }),
    ]);
    const names = new PlanNames(plan, before, open.links);
    this.#names = names;
    for (const { key, entity, printed } of fresh) {
      if (found.has(key)) continue;
      const stem = printed === undefined ? counted[entity.kind] : undefined;
      const id =
        stem === undefined
          ? names.freeId(entity.kind, entity.id)
          : names.countedId(entity.kind, stem);
      this.#ids.set(key, id);
    }
    this.#ours = names.ours;
    const nameBefore = (key: string, otherwise: string): string => {
      const entity = this.#inPlanBefore.get(key);
      return entity === undefined ? otherwise : names.referenceTo(entity);
    };
    this.#namingBefore = names.of(before, (entity) =>
      nameBefore(before.keys.get(entity) ?? '', entity.id),
    );
    this.#namingNow = names.of(now, (entity) => {
      const key = now.keys.get(entity) ?? '';
      const was = this.#same.get(key);
      if (was !== undefined) return nameBefore(was, before.items.get(was)?.entity.id ?? entity.id);
      const own = this.#inPlan.get(key);
      return own === undefined ? (this.#ids.get(key) ?? entity.id) : names.referenceTo(own);
    });
    this.#additions = new Additions(plan, names, now);
  }

  /** Takes over what an item of the file says otherwise than before. */
  compare(item: SideItem): void {
    const was = this.#same.get(item.key);
    const before = was === undefined ? undefined : this.#before.items.get(was);
    const entity = this.#inPlan.get(item.key);
    if (entity === undefined && before === undefined) this.#add(item);
    else this.#merge(item, before, was ?? item.key, entity);
    if (entity?.kind === 'action') this.#above = entity;
  }

  /** Rows that are no more: what they made stays. */
  sayWhatIsGone(): void {
    const there = new Set(this.#inPlan.values());
    const before = new Set(this.#same.values());
    const missing = new Set(this.#open.gone);
    const asked: readonly Entity[] = [
      ...this.#plan.all('requirement'),
      ...this.#plan.all('action'),
    ];
    const went = new Set(
      [...this.#inPlanBefore].flatMap(([key, entity]) => (before.has(key) ? [] : [entity])),
    );
    for (const entity of asked) {
      const name = nameOf(entity);
      if (there.has(entity) || isSettled(entity)) continue;
      if (!went.has(entity) && !missing.has(name)) continue;
      this.#gone.push(name);
      this.#differences.push({ name, what: '', type: 'gone', cells: [], place: placeOf(entity) });
    }
  }

  result(): Update {
    const declared = this.#additions.declared.map((name): Difference => ({
      name,
      what: '',
      type: 'added',
      cells: [],
    }));
    return {
      differences: [...this.#differences, ...declared],
      edits: [...this.#edits, ...this.#additions.edits()],
      open: {
        links: this.#links(),
        unsettled: this.#unsettled,
        notAdded: this.#notAdded,
        gone: this.#gone,
      },
    };
  }

  #merge(
    item: SideItem,
    before: SideItem | undefined,
    keyBefore: string,
    entity: Entity | undefined,
  ): void {
    const lines = linesOfSide(item, this.#namingNow);
    const old = before === undefined ? [] : linesOfSide(before, this.#namingBefore);
    const override = this.#open.unsettled[keyBefore] ?? {};
    const compared = piecesOf(item.entity.kind, old, lines, override);
    if (compared.pieces.length === 0) return;
    if (entity === undefined) {
      const why = 'the plan no longer has it, or has it under another reference and title';
      for (const piece of compared.pieces)
        this.#say(item, entity, { type: 'left-out', piece, own: undefined, why });
      return;
    }
    const merged = merge(entity, linesOfPlan(entity, this.#ours), compared, lines);
    for (const outcome of merged.outcomes) this.#say(item, entity, outcome);
    this.#edits.push(...merged.edits.map(inFile));
    this.#additions.open(entity, merged.newLines);
  }

  #say(item: SideItem, entity: Entity | undefined, outcome: Outcome): void {
    const { type, piece, own } = outcome;
    const { before, now } = piece;
    if (type === 'taken') this.#additions.declare(now?.references ?? []);
    else {
      const open = (this.#unsettled[item.key] ??= {});
      open[piece.key] = before?.text ?? null;
    }
    this.#differences.push({
      name: entity === undefined ? nameOf(item.entity) : nameOf(entity),
      what: wordOf(piece.field, now ?? before),
      type,
      ...{ before: before?.text, now: now?.text, plan: own?.text },
      cells: cellsOf(now ?? before),
      place: entity && placeOf(entity, own?.said?.span.start),
      why: outcome.type === 'left-out' ? outcome.why : undefined,
    });
  }

  #add(item: SideItem): void {
    const { entity, key } = item;
    const id = this.#ids.get(key) ?? entity.id;
    const lines = linesOfSide(item, this.#namingNow);
    const title = lines.find(({ field }) => field === titleField)?.text ?? '';
    const header = `${entity.item.keyword} ${id} ${title}`;
    const own = lines.filter(
      ({ field, key: line }) =>
        field !== titleField && field !== keywordField && !isNeedless(item, line, id),
    );
    const texts = own.map(({ text }) => text);
    const wrong = this.#put(entity, header, texts);
    const name = `${entity.kind} ${id}`;
    const cells = [...new Set(lines.flatMap(cellsOf))];
    if (wrong === undefined) {
      this.#additions.declare(own.flatMap(({ references }) => references));
      this.#differences.push({ name, what: '', type: 'added', now: header, cells });
    } else {
      this.#notAdded.push(key);
      this.#differences.push({ name, what: '', type: 'left-out', now: header, cells, why: wrong });
    }
  }

  /** Puts a new block where it belongs, or says why it cannot be. */
  #put(entity: Entity, header: string, lines: readonly string[]): string | undefined {
    const text = blockAtMargin(header, lines);
    const isNested = entity.parent !== undefined;
    const alone = isNested ? blockAtMargin('inspection I ""', [], [{ header, lines }]) : text;
    if (readUnit(alone).problems.length > 0)
      return 'it cannot be written so that it is read again; write it by hand';
    if (entity.kind === 'source') {
      this.#newSources.set(entity, this.#additions.source(header, lines));
      return undefined;
    }
    if (!isNested) {
      this.#additions.block(entity.kind, text, entity.kind === 'action' ? this.#above : undefined);
      return undefined;
    }
    const made = this.#newSources.get(entity.parent);
    if (made !== undefined) {
      made.blocks.push({ header, lines });
      return undefined;
    }
    const source = this.#inPlan.get(this.#now.keys.get(entity.parent) ?? '');
    if (source === undefined) return `the plan no longer has its source, ${entity.parent.id}`;
    if (source.unit.reading.problems.length > 0)
      return `something in ${nameOf(source)} cannot be read; put that right first`;
    this.#additions.inside(source, { header, lines });
    return undefined;
  }

  /** What has another id in the plan than the import gives it. */
  #links(): Record<string, string> {
    const links = this.#names.links(this.#now);
    for (const { key, entity } of this.#now.items.values()) {
      const { kind, parent } = entity;
      if (kind === 'plan' || kind === 'scale') continue;
      const own = this.#inPlan.get(key);
      const id = this.#ids.get(key);
      const source = parent && (this.#now.keys.get(parent) ?? '');
      const above =
        source === undefined
          ? undefined
          : (this.#inPlan.get(source)?.id ?? this.#ids.get(source) ?? parent?.id);
      const made = above === undefined ? id : `${above}:${id ?? ''}`;
      const link = own === undefined ? (id === undefined ? undefined : made) : linkTo(own);
      const was = this.#open.links[this.#same.get(key) ?? ''];
      const kept = link ?? was;
      if (kept !== undefined && `${kind} ${kept}` !== key) links[key] = kept;
    }
    return links;
  }
}

/** With what the ids begin that an import gives to what has no reference. */
const counted: Readonly<Partial<Record<Entity['kind'], string>>> = {
  action: 'A',
  requirement: 'R',
};

/** A printed reference that is the id says nothing more. */
const isNeedless = ({ printed, lines }: SideItem, key: string, id: string): boolean =>
  key === 'ref' &&
  printed === id &&
  lines.some((line) => line.key === key && line.said === undefined);

const nameOf = (entity: Entity): string =>
  entity.kind === 'plan' ? 'the plan' : `${entity.kind} ${linkTo(entity)}`;

/** Nobody has to be told that the row of what is over is gone. */
const isSettled = ({ item }: Entity): boolean =>
  item.kind === 'action' && (item.withdrawn !== undefined || item.closed.length > 0);

function wordOf(field: string, line: ItemLine | undefined): string {
  if (field === titleField) return 'title';
  return field === keywordField ? 'kind' : (/^\S+/.exec(line?.text ?? '')?.[0] ?? '');
}

const cellsOf = (line: ItemLine | undefined): string[] => [
  ...new Set(line?.told.map(({ cell }) => cell.at)),
];

function placeOf({ unit, item }: Entity, offset = item.span.start): Difference['place'] {
  return { path: unit.file.path, line: unit.positionAt(offset).line };
}
