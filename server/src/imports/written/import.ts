import type { Cell, Sheet, Sheets } from '../cells.ts';
import { textSheet } from '../readers/grid.ts';
import { Findings, type Finding } from '../findings.ts';
import { actionRowsOf } from '../recognise/action-rows.ts';
import { withoutCards } from '../recognise/cards.ts';
import type { Column } from '../recognise/columns.ts';
import { colourKeyIn } from '../recognise/colour-key.ts';
import type { ColourKey } from '../recognise/ratings.ts';
import { mappingOf, type Mapping } from '../recognise/mapping.ts';
import { cut, goesOn, ownCells, type Cut, type Table } from '../recognise/tables.ts';
import { isRegister, ownRows } from '../recognise/own-words.ts';
import { settledTable } from '../recognise/settle.ts';
import type { Writing } from './actions.ts';
import { freshlyKept, keptFile, keptName } from '../update/kept.ts';
import { actionsOf, type MadeAction } from './rows.ts';
import { laidOut } from './layout.ts';
import { Names, type Alike } from './names.ts';
import { Requirements, type MadeRequirement } from './requirements.ts';
import { Scales } from './scales.ts';
import { inOneLine, textOf } from './text.ts';

/** What an import makes of a file: the files of a project, and what there is to say about it. */
export interface Imported {
  /** By their names; without the report. */
  readonly files: ReadonlyMap<string, string>;
  readonly tables: readonly ReadTable[];
  readonly remarks: readonly string[];
  readonly guesses: readonly Finding[];
  readonly notUnderstood: readonly Finding[];
  readonly leftOut: readonly Finding[];
  readonly alike: readonly Alike[];
  readonly joined: readonly { readonly title: string; readonly also: readonly string[] }[];
  /** Colours that stand in the plan without a meaning. */
  readonly colours: readonly string[];
  readonly amounts: {
    readonly actions: number;
    readonly requirements: number;
    readonly sources: number;
  };
}

/** The same with what rows became, and the cells that each line comes from: all that was read is in reach of it. */
export interface ImportedRows extends Imported {
  readonly actions: readonly MadeAction[];
  readonly requirements: readonly MadeRequirement[];
}

export interface ReadTable {
  readonly sheet: string;
  readonly headingRows: readonly number[];
  readonly columns: readonly Column[];
  readonly rows: number;
  readonly guess?: string | undefined;
}

/** Names of the files of an imported project. */
export const importedFiles = {
  plan: 'plan.plan',
  registries: 'registries.plan',
  sources: 'sources.plan',
  actions: 'actions.plan',
} as const;

/**
 * Turns tables into a project, which keeps the cells that it was made of, to compare later ones with. Same cells, same
 * bytes; nothing throws.
 * @param id the plan's id
 * @param origin what the file is called, for the plan's note
 * @returns undefined where no table has headings that can be recognised
 */
export function importedFrom(
  read: Sheets,
  mapping: Mapping,
  { id, origin }: { id: string; origin: string },
): Imported | undefined {
  const imported = planFrom(read, mapping, { id, origin });
  if (imported === undefined) return undefined;
  const kept = keptFile(freshlyKept(origin, mapping, read));
  const { tables, remarks, guesses, notUnderstood, leftOut, alike, joined, colours, amounts } =
    imported;
  return {
    files: new Map([...imported.files, [keptName, kept]]),
    ...{ tables, remarks, guesses, notUnderstood, leftOut, alike, joined, colours, amounts },
  };
}

/**
 * The same without the cells in a file, and with what its rows became.
 * @param asPrinted whether the words of the plan’s own register stay as they are printed
 */
export function planFrom(
  read: Sheets,
  mapping: Mapping,
  { id, origin, asPrinted = false }: { id: string; origin: string; asPrinted?: boolean },
): ImportedRows | undefined {
  const findings = new Findings();
  const cuts = cutAll(read, mapping);
  const tables = cuts.flatMap(({ table }) =>
    table === undefined ? [] : [settledTable(table, findings)],
  );
  if (tables.length === 0) return undefined;
  for (const { headings, again, table } of cuts) {
    const printed = new Set(table?.columns.map(({ heading }) => heading));
    for (const cell of headings) {
      const isSaid = [...printed].some(
        (heading) =>
          heading === cell.text ||
          heading.startsWith(`${cell.text} `) ||
          heading.endsWith(` ${cell.text}`),
      );
      if (isSaid) findings.write(cell);
      else findings.leave(cell, 'stands above a heading that says more');
    }
    for (const cell of again) findings.leave(cell, 'the headings once more');
  }
  const lists = tables.map((table) =>
    isRegister(table) && !asPrinted ? ownRows(actionRowsOf(table)) : actionRowsOf(table),
  );
  for (const cell of lists.flatMap(({ same }) => same)) findings.write(cell);
  const stray = lists.flatMap(({ leftOut }) => leftOut.map(({ cell }) => [cell]));
  const above = cuts.flatMap((one) => one.above.map(ownCells));
  const { key, used } = colourKeyIn([...above, ...stray], mapping.colours, findings);
  const writing: Writing = {
    findings,
    names: {
      directorate: new Names('directorate'),
      service: new Names('service'),
      committee: new Names('committee'),
      sro: new Names('sro'),
    },
    scales: new Scales(),
    colours: key,
  };
  const requirements = new Requirements(findings);
  const rows = lists.flatMap((list) => list.records);
  for (const { cell, words } of lists.flatMap(({ guesses }) => guesses)) {
    findings.guesses.push({ at: cell.at, text: cell.text, words });
  }
  const actions = actionsOf(rows, requirements, writing);
  const beforeTables = cuts.filter(
    ({ sheet, table }) => table !== undefined || sheet.name === textSheet,
  );
  const titles = titlesIn(
    [...beforeTables.flatMap((one) => one.above.map(ownCells)), ...used],
    findings,
  );
  for (const { leftOut } of lists)
    for (const { cell, why } of leftOut) if (!findings.has(cell)) findings.leave(cell, why);
  colourOnly(tables, key, findings);
  leaveRest(cuts, mapping, findings);
  const heading = headingOf(id, origin, titles);
  const { names, scales } = writing;
  const contents: readonly (readonly [string, readonly string[]])[] = [
    [importedFiles.plan, [heading, ...scales.blocks()]],
    [importedFiles.registries, Object.values(names).flatMap((one) => one.blocks())],
    [importedFiles.sources, requirements.blocks()],
    [importedFiles.actions, actions.map(({ block }) => block)],
  ];
  const files = contents
    .filter(([, blocks]) => blocks.length > 0)
    .map(([name, blocks]) => [name, blocks.join('\n')] as const);
  const settings = `${JSON.stringify({ language: 1, preset: 'setting-up' }, null, 2)}\n`;
  return {
    files: new Map([...files, ['mustdo.json', settings]]),
    tables: tables.map(({ sheet, headingRows, columns, guess }, index) => ({
      sheet: sheet.name,
      headingRows,
      columns,
      guess,
      rows: lists[index]?.records.length ?? 0,
    })),
    remarks: read.remarks,
    guesses: findings.guesses,
    notUnderstood: findings.notUnderstood,
    leftOut: findings.leftOut,
    alike: Object.values(names).flatMap((one) => one.alike()),
    joined: Object.values(names).flatMap((one) => one.joined()),
    colours: scales.unexplained,
    actions,
    requirements: requirements.made,
    amounts: {
      actions: actions.length,
      requirements: requirements.amount,
      sources: requirements.sourceAmount,
    },
  };
}

/** Each sheet cut up; a table of a document that has no headings may go on with the one before it. */
export function cutAll(read: Sheets, mapping: Mapping): (Cut & { readonly sheet: Sheet })[] {
  let before: Table | undefined;
  return withoutCards(read.sheets).map((sheet) => {
    const found = cut(sheet, mapping);
    const isDocument = /^Table \d/.test(sheet.name);
    const isLeftOut = mappingOf(sheet.name, mapping) === undefined;
    const mayGoOn = found.table === undefined && isDocument && !isLeftOut;
    const more = mayGoOn ? goesOn(sheet, before) : undefined;
    before = found.table ?? more ?? before;
    return more === undefined
      ? { sheet, ...found }
      : { sheet, above: [], table: more, headings: [], again: [] };
  });
}

/** What is neither in a table nor above one. */
function leaveRest(
  cuts: readonly (Cut & { readonly sheet: Sheet })[],
  mapping: Mapping,
  findings: Findings,
): void {
  for (const { sheet, table } of cuts) {
    const why =
      mappingOf(sheet.name, mapping) === undefined
        ? 'its sheet was to be left out'
        : table === undefined
          ? 'its sheet has no headings that are known'
          : 'stands beside the table';
    for (const cell of sheet.rows.flatMap(ownCells)) {
      if (!findings.has(cell)) findings.leave(cell, why);
    }
  }
}

/** What stands above the tables, and the keys of colours: the plan's title and notes of its heading. */
function titlesIn(rows: readonly (readonly Cell[])[], findings: Findings): string[] {
  return rows.flatMap((own) => {
    const cells = own.filter((cell) => !findings.has(cell));
    if (cells.length === 0 || cells.length > 2) return [];
    for (const cell of cells) findings.write(cell);
    return [cells.map(({ text }) => text).join(': ')];
  });
}

function headingOf(id: string, origin: string, titles: readonly string[]): string {
  const title = titles.find((text) => /\p{L}{3}/u.test(text) && text.length <= 150);
  const notes = titles.filter((one) => one !== title).map((text) => `note ${textOf(text)}`);
  const name = title === undefined ? 'unknown' : inOneLine(title);
  const lines = ['status draft', `note ${inOneLine(`Imported from ${origin}`)}`, ...notes];
  return `plan ${id} ${name} {\n${laidOut(lines)}}\n`;
}

/** Cells of rating columns that have a colour and no word: a proposal, as far as there is a key. */
function colourOnly(tables: readonly Table[], key: ColourKey, findings: Findings): void {
  for (const { sheet, columns, headingRows } of tables) {
    const last = headingRows.at(-1) ?? 0;
    const rated = new Set(
      columns.filter(({ field }) => field === 'status').map(({ index }) => index),
    );
    for (const { at, row, column, fill } of sheet.colours) {
      if (row <= last || !rated.has(column)) continue;
      const meaning = key.get(fill);
      const words =
        meaning === undefined
          ? 'a colour is no rating until somebody says in words what it means'
          : `by the key, ${fill} means ${meaning}; if that is meant, add “update unknown ${fill}” to its action`;
      findings.leftOut.push({ at, text: `(filled ${fill}, no word)`, words });
    }
  }
}
