import { addBlockAfter } from '../../checks/shared/fixes.ts';
import type { Reference } from '../../language/slots.ts';
import type { Entity, Plan } from '../../plan/plan.ts';
import {
  appending,
  blockAtMargin,
  indented,
  openedWith,
  type NewBlock,
} from '../../writing/blocks.ts';
import { inFile, type FileEdit } from '../../writing/tidy.ts';
import { importedFiles } from '../written/import.ts';
import { inOneLine } from '../written/text.ts';
import type { NamedEntity, PlanNames } from './in-plan.ts';
import type { Side } from './side.ts';

/** What is added to a plan, and where: beside its like, else where an import would have written it. */

/** A source, with what is to stand in it. */
export interface NewSource extends NewBlock {
  readonly blocks: NewBlock[];
}

const fileOf: Readonly<Partial<Record<Entity['kind'], string>>> = {
  plan: importedFiles.plan,
  scale: importedFiles.plan,
  source: importedFiles.sources,
  action: importedFiles.actions,
};

export class Additions {
  readonly #plan: Plan;
  readonly #names: PlanNames;
  readonly #side: Side;
  /** Lines and blocks for the end of items of the plan. */
  readonly #inside = new Map<Entity, { readonly lines: string[]; readonly blocks: NewBlock[] }>();
  readonly #sources: NewSource[] = [];
  readonly #named = new Map<string, NamedEntity>();
  readonly #after: { readonly anchor: Entity; readonly text: string }[] = [];
  readonly #atEnd = new Map<string, string[]>();

  constructor(plan: Plan, names: PlanNames, side: Side) {
    this.#plan = plan;
    this.#names = names;
    this.#side = side;
  }

  /** Lines for a block of the plan that has no braces yet. */
  open(entity: Entity, lines: readonly string[]): void {
    if (lines.length > 0) this.#insideOf(entity).lines.push(...lines);
  }

  /** A block for the end of one that the plan has. */
  inside(entity: Entity, block: NewBlock): void {
    this.#insideOf(entity).blocks.push(block);
  }

  source(header: string, lines: readonly string[]): NewSource {
    const source: NewSource = { header, lines, blocks: [] };
    this.#sources.push(source);
    return source;
  }

  /** A block at the margin, below another or else below the last of its kind. */
  block(kind: Entity['kind'], text: string, below?: Entity): void {
    const all: readonly Entity[] = this.#plan.all(kind);
    const anchor = below ?? all.at(-1);
    if (anchor !== undefined) {
      this.#after.push({ anchor, text });
      return;
    }
    const name = fileOf[kind] ?? importedFiles.registries;
    const known = this.#atEnd.get(name);
    if (known === undefined) this.#atEnd.set(name, [text]);
    else known.push(text);
  }

  /** Sees to it that what lines refer to is declared. */
  declare(references: readonly Reference[]): void {
    for (const reference of references) {
      const wanted = this.#names.toDeclare(this.#side, reference);
      if (wanted !== undefined) this.#named.set(wanted.id, wanted.entity);
    }
  }

  /** The names that are declared: “sro HON”. */
  get declared(): readonly string[] {
    return [...this.#named].map(([id, { kind }]) => `${kind} ${id}`);
  }

  /** All of it as edits, in an order in which those at one place can be made. */
  edits(): FileEdit[] {
    for (const { header, lines, blocks } of this.#sources) {
      this.block('source', blockAtMargin(header, lines, blocks));
    }
    for (const [id, { kind, item }] of this.#named) {
      const also = item.also.map(({ name }) => `also ${inOneLine(name.value ?? '')}`);
      const header = `${kind} ${id} ${inOneLine(item.title.value ?? id)}`;
      this.block(kind, blockAtMargin(header, also));
    }
    // A block that is opened may be the last of one that gets others: its braces come first.
    const [bare, open] = [true, false].map((isBare) =>
      [...this.#inside].filter(([{ item }]) => item.insertAt.bare === isBare),
    );
    const inside = [
      ...(bare ?? []).map(([entity, { lines, blocks }]) => openedWith(entity, lines, blocks)),
      ...(open ?? []).flatMap(([entity, { blocks }]) =>
        blocks.map((block) => indented(entity, block)),
      ),
    ];
    const after = this.#after.map(({ anchor, text }) => addBlockAfter(anchor, text));
    const atEnd = [...this.#atEnd].map(([name, texts]) => ({ file: this.#fileNamed(name), texts }));
    const byFile = Map.groupBy(atEnd, ({ file }) => file);
    return [
      ...[...inside, ...after].map(inFile),
      ...[...byFile].flatMap(([file, all]) =>
        file === undefined
          ? []
          : [
              appending(
                file,
                all.flatMap(({ texts }) => texts),
              ),
            ],
      ),
    ];
  }

  #insideOf(entity: Entity): { readonly lines: string[]; readonly blocks: NewBlock[] } {
    const known = this.#inside.get(entity) ?? { lines: [], blocks: [] };
    this.#inside.set(entity, known);
    return known;
  }

  #fileNamed(name: string) {
    const { files, heading } = this.#plan;
    return files.find(({ path }) => path === name) ?? heading?.unit.file ?? files[0];
  }
}
