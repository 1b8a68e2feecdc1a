import { linesOf } from '../../language/walk.ts';
import type { AnySaid } from '../../language/items.ts';
import { PlanFile } from '../../plan/file.ts';
import { Plan, type Entity } from '../../plan/plan.ts';
import type { Sheets } from '../cells.ts';
import type { Told } from '../recognise/action-rows.ts';
import type { Mapping } from '../recognise/mapping.ts';
import { planFrom, type ImportedRows } from '../written/import.ts';
import { inOneLine } from '../written/text.ts';

/** A file, as it was or as it is, as the plan that an import makes of it, and the cells behind each line. */
export interface Side {
  readonly plan: Plan;
  readonly imported: ImportedRows;
  readonly items: ReadonlyMap<string, SideItem>;
  readonly keys: ReadonlyMap<Entity, string>;
}

/** An item that an import makes. */
export interface SideItem {
  /** The same as long as the import gives it the same id. */
  readonly key: string;
  readonly entity: Entity;
  readonly title: readonly Told[];
  readonly lines: readonly SideLine[];
  /** The reference that the file prints, where it prints one. */
  readonly printed: string | undefined;
}

export interface SideLine {
  /** Which line it is: by its property, and by the heading of its column where there may be several. */
  readonly key: string;
  readonly field: string;
  /** Left out for a printed reference that is the item's id, which needs no line. */
  readonly said: AnySaid | undefined;
  readonly text: string | undefined;
  readonly told: readonly Told[];
}

/** What both sides are called: only what they say is compared. */
const named = { id: 'PLAN', origin: 'a spreadsheet' };

/**
 * What an import makes of cells; undefined where it recognises no headings.
 * @param asPrinted whether the words of the plan’s own register stay as they are printed
 */
export function sideOf(
  sheets: Sheets['sheets'],
  mapping: Mapping,
  asPrinted = false,
): Side | undefined {
  const imported = planFrom({ sheets, remarks: [] }, mapping, { ...named, asPrinted });
  if (imported === undefined) return undefined;
  const files = [...imported.files]
    .filter(([name]) => name.endsWith('.plan'))
    .map(([name, text]) => new PlanFile(name, text));
  const plan = new Plan(files, false);
  const items = new Map<string, SideItem>();
  const keys = new Map<Entity, string>();
  const add = (entity: Entity | undefined, made: Made): void => {
    if (entity === undefined) return;
    const item = itemOf(entity, made);
    items.set(item.key, item);
    keys.set(entity, item.key);
  };
  for (const kind of ['plan', 'scale', 'source'] as const)
    for (const entity of plan.all(kind)) add(entity, nothingMade);
  const requirements = new Map(plan.all('requirement').map((one) => [one.id, one as Entity]));
  for (const { id, reference, text, origins } of imported.requirements) {
    const told = reference === undefined ? [] : [{ cell: reference, heading: '' }];
    add(requirements.get(id), {
      title: text,
      origins: origins.map((cell) => [{ cell, heading: '' }]),
      reference: told,
    });
  }
  const actions = new Map(plan.all('action').map((one) => [one.id, one as Entity]));
  for (const { id, title, origins, reference } of imported.actions) {
    add(actions.get(id), { title, origins, reference: reference === undefined ? [] : [reference] });
  }
  return { plan, imported, items, keys };
}

interface Made {
  readonly title: readonly Told[];
  readonly origins: readonly (readonly Told[])[];
  readonly reference: readonly Told[];
}

const nothingMade: Made = { title: [], origins: [], reference: [] };

/** An item's key: its kind and its id, a requirement's with its source. */
const keyOf = ({ kind, id, parent }: Entity): string =>
  kind === 'plan' ? 'plan' : `${kind} ${parent === undefined ? id : `${parent.id}:${id}`}`;

function itemOf(entity: Entity, { title, origins, reference }: Made): SideItem {
  const all = [...linesOf(entity.item)].sort((a, b) => a.said.span.start - b.said.span.start);
  const counts = new Map<string, number>();
  const lines: SideLine[] = all.map(({ field, property, said }, index) => {
    const told = origins[index] ?? [];
    const name = nameOf(said, property.many, told);
    const nth = (counts.get(name) ?? 0) + 1;
    counts.set(name, nth);
    return {
      key: nth === 1 ? name : `${name} #${String(nth)}`,
      field,
      said,
      text: undefined,
      told,
    };
  });
  const printed = reference[0]?.cell.text;
  if (printed !== undefined && !lines.some(({ field }) => field === 'ref')) {
    const text = `ref ${inOneLine(printed)}`;
    lines.unshift({ key: 'ref', field: 'ref', said: undefined, text, told: reference });
  }
  return { key: keyOf(entity), entity, title, lines, printed };
}

function nameOf(said: AnySaid, isMany: boolean, told: readonly Told[]): string {
  const { keyword } = said;
  if (!isMany) return keyword;
  if (keyword === 'step') return stepKey(said);
  const heading = told[0]?.heading ?? '';
  return heading === '' ? keyword : `${keyword} ${heading}`;
}

/** A step is known by its number. */
export function stepKey({ number }: AnySaid): string {
  const { value } = (number ?? {}) as { value?: unknown };
  return `step ${typeof value === 'string' ? value : ''}`;
}
