import type { Kind } from '../../language/keywords/index.ts';
import { rowsOf } from '../../language/rows.ts';
import type { Reference } from '../../language/slots.ts';
import type { AnySaid } from '../../language/items.ts';
import { linesOf } from '../../language/walk.ts';
import type { Entity } from '../../plan/plan.ts';
import type { Told } from '../recognise/action-rows.ts';
import { inOneLine } from '../written/text.ts';
import type { SideItem } from './side.ts';
import { bare, linesIn, withMarks, type Naming } from './wording.ts';

/** Items line by line, each line as the plan would write it. */

/** A line, the title, or the first word of an item. */
export interface ItemLine {
  readonly key: string;
  readonly field: string;
  readonly text: string;
  /** The same without layout: what is compared. */
  readonly bare: string;
  readonly told: readonly Told[];
  readonly references: readonly Reference[];
}

/** Fields that are no line of a block. */
export const titleField = 'title';
export const keywordField = 'keyword';

/** The lines of an item of a spreadsheet, its first word and its title before them. */
export function linesOfSide({ entity, title, lines }: SideItem, naming: Naming): ItemLine[] {
  const { item, unit } = entity;
  const wordedOf = linesIn(unit, item, naming);
  const header = headerOf(entity).map((one) => ({ ...one, told: title, references: [] }));
  return [
    ...header,
    ...lines.map(({ key, field, said, text, told }): ItemLine => {
      const worded = said === undefined ? { text: text ?? '', references: [] } : wordedOf(said);
      return { key, field, told, ...worded, bare: bare(worded.text) };
    }),
  ];
}

/** Kinds whose first word says something. */
const telling: readonly Kind[] = ['source', 'requirement'];

function headerOf({
  kind,
  item,
  unit,
}: Entity): Pick<ItemLine, 'key' | 'field' | 'text' | 'bare'>[] {
  const { start, end } = withMarks(unit, item.title);
  const title = unit.text.slice(start, end);
  const { keyword } = item;
  return [
    ...(telling.includes(kind)
      ? [{ key: keywordField, field: keywordField, text: keyword, bare: keyword }]
      : []),
    { key: titleField, field: titleField, text: title, bare: bare(title) },
  ];
}

/** A line as the plan has it. */
export interface OwnLine {
  readonly field: string;
  readonly said: AnySaid | undefined;
  readonly text: string;
  readonly bare: string;
}

/** The lines of an item of the plan, in the order of its text. */
export function linesOfPlan(entity: Entity, naming: Naming): OwnLine[] {
  const { item, unit, kind, id } = entity;
  const wordedOf = linesIn(unit, item, naming);
  const own = [...linesOf(item)]
    .sort((a, b) => a.said.span.start - b.said.span.start)
    .map(({ field, said }): OwnLine => {
      const { text } = wordedOf(said);
      return { field, said, text, bare: bare(text) };
    });
  const header = headerOf(entity).map((one) => ({ ...one, said: undefined }));
  const mayHaveRef = kind === 'action' || kind === 'requirement';
  if (!mayHaveRef || own.some(({ field }) => field === 'ref')) return [...header, ...own];
  // An id that is the printed reference needs no line that says so.
  const text = `ref ${inOneLine(id)}`;
  return [...header, { field: 'ref', said: undefined, text, bare: bare(text) }, ...own];
}

/** The field of a line, by its text. */
export function fieldOf(kind: Kind, key: string, text: string): string {
  if (key === titleField || key === keywordField) return key;
  const keyword = /^\S+/.exec(text)?.[0] ?? '';
  const { ofKeyword, otherwise } = rowsOf(kind);
  return (ofKeyword.get(keyword) ?? otherwise)?.field ?? '';
}

/** Whether a property may be said more than once. */
export const isMany = (kind: Kind, field: string): boolean =>
  rowsOf(kind).all.some((row) => row.field === field && row.property.many);
