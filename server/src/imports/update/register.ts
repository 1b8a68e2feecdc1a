import type { IsoDate } from '../../language/dates.ts';
import { readUnit } from '../../language/read.ts';
import { requirementsOf } from '../../plan/facts/coverage.ts';
import type { Entity, Plan } from '../../plan/plan.ts';
import { addEach } from '../../writing/lines.ts';
import { applied, inFile, type FileEdit } from '../../writing/tidy.ts';
import type { ActionRow } from '../recognise/action-rows.ts';
import type { FieldId } from '../recognise/fields.ts';
import type { ChangedCell, Written } from './changed-cell.ts';
import { cellWriters } from './register-cells.ts';
import { writeUpdate } from './register-ratings.ts';
import { sameRows } from './rows.ts';
import type { Side } from './side.ts';
import type { Difference, Update } from './update.ts';

/**
 * The plan’s own register, taken back. It is compared, cell by cell, with what the register of the plan would say now: what
 * differs, somebody has changed in the file.
 */

/** The revision of a plan, as the foot of its papers says it. */
export const revisionIn = (text: string): string | undefined =>
  /\bRevision:? ([0-9a-f]{8})\b/.exec(
    text.replaceAll(/<[^>]{0,200}>/g, ' ').replaceAll(/\s+/g, ' '),
  )?.[1];

/** The day that papers are written for, in words. */
export const asAtIn = (text: string): string | undefined =>
  /\bAs at (\d{1,2} \p{L}+ \d{4})/u.exec(text)?.[1];

/** Whether a file has the columns of a register. */
export const isRegister = (register: Side, file: Side): boolean => {
  const headings = new Set(headingsOf(file));
  const own = headingsOf(register);
  return own.length > 0 && own.every((heading) => headings.has(heading));
};

const headingsOf = ({ imported }: Side): string[] =>
  imported.tables.flatMap(({ columns }) => columns.map(({ heading }) => heading));

const titles: Readonly<Partial<Record<FieldId, string>>> = {
  'requirement-ref': 'overarching reference code',
  update: 'comments',
  status: 'progress rating',
};

/**
 * What somebody has changed in the register of a plan.
 * @param actions the plan’s actions in the order of the register’s rows
 * @param register what the register of the plan would say now
 * @param isOld whether the plan has changed since the file was written: then nobody can tell which of the two is newer
 */
export function registerUpdate(
  plan: Plan,
  asAt: IsoDate,
  actions: readonly Entity<'action'>[],
  register: Side,
  file: Side,
  isOld: boolean,
): Omit<Update, 'open'> {
  const differences: Difference[] = [];
  const edits: FileEdit[] = [];
  const done = new Set<Entity>();
  const before = register.imported.actions;
  const places = new Map(before.map(({ id }, index) => [id, index]));
  const same = sameRows(before, file.imported.actions);
  const indexOf = (id: string): number => places.get(same.get(id) ?? '') ?? -1;
  const wordings = new Map<Entity, Set<string>>();
  for (const { id, row } of file.imported.actions) {
    const action = actions[indexOf(id)];
    for (const requirement of action === undefined ? [] : requirementsOf(plan, action)) {
      const texts = wordings.get(requirement) ?? new Set();
      wordings.set(requirement, texts.add(textIn(row, 'requirement')));
    }
  }
  for (const { id, row, title } of file.imported.actions) {
    const index = indexOf(id);
    const [action, own] = [actions[index], before[index]?.row];
    if (action === undefined || own === undefined) {
      differences.push({
        ...{ name: `action ${id}`, what: '', type: 'left-out', now: title[0]?.cell.text },
        cells: title.map(({ cell }) => cell.at),
        why: 'it is a new row; paste it into the plan in an editor, which makes an action of it',
      });
      continue;
    }
    for (const change of changesIn(plan, asAt, action, own, row)) {
      const { fields, outcome, old, text, cells } = change;
      if (outcome === undefined) continue;
      const of: Entity = 'edits' in outcome ? (outcome.of ?? action) : action;
      const place = { path: of.unit.file.path, line: of.unit.positionAt(of.item.span.start).line };
      const what = fields.map((field) => titles[field] ?? field).join(' and ');
      const said = { name: `${of.kind} ${of.id}`, what, before: old, now: text, cells, place };
      if (isOld) {
        const why = 'the plan has changed since this register was written';
        differences.push({ ...said, type: 'conflict', before: undefined, plan: old, why });
        continue;
      }
      const wrong = 'why' in outcome ? outcome.why : hurdle(of, outcome);
      if (wrong !== undefined) {
        differences.push({ ...said, type: 'left-out', why: wrong });
        continue;
      }
      if ('why' in outcome) continue;
      // Each row of a requirement repeats it: it is changed once, and only where all of them say the same.
      if (of !== action) {
        const isOne = wordings.get(of)?.size === 1;
        if (isOne && done.has(of)) continue;
        done.add(of);
        if (!isOne) {
          const why = 'other rows of it say something else; change it in each of them';
          differences.push({ ...said, type: 'left-out', why });
          continue;
        }
      }
      differences.push({ ...said, type: 'taken' });
      edits.push(...editsOf(of, outcome).map(inFile));
    }
  }
  const there = new Set(same.values());
  for (const [index, { id }] of before.entries()) {
    const action = actions[index];
    if (there.has(id) || action === undefined) continue;
    const place = {
      path: action.unit.file.path,
      line: action.unit.positionAt(action.item.span.start).line,
    };
    differences.push({ name: `action ${action.id}`, what: '', type: 'gone', cells: [], place });
  }
  return { differences, edits };
}

type Made = Extract<Written, { edits: unknown }>;

const editsOf = (of: Entity, { edits, lines = [] }: Made) =>
  lines.length === 0 ? edits : [...edits, ...addEach(of, lines)];

/** Why what is written could not be read again. */
function hurdle(of: Entity, made: Made): string | undefined {
  const { unit } = of;
  if (unit.reading.problems.length > 0)
    return 'something in its block of the plan cannot be read; put that right first';
  const after = applied(unit.text, unit.start, editsOf(of, made).map(inFile));
  return readUnit(after).problems.length > 0
    ? 'it cannot be written so that it is read again; write it by hand'
    : undefined;
}

interface CellChange {
  readonly fields: readonly FieldId[];
  readonly outcome: Written;
  readonly old: string;
  readonly text: string;
  readonly cells: readonly string[];
}

const textIn = ({ cells }: ActionRow, field: FieldId): string =>
  (cells.get(field) ?? []).map(({ cell }) => cell.text).join('\n');

function* changesIn(
  plan: Plan,
  asAt: IsoDate,
  action: Entity<'action'>,
  own: ActionRow,
  row: ActionRow,
): Generator<CellChange> {
  const changed = [...new Set([...own.cells.keys(), ...row.cells.keys()])].filter(
    (field) => textIn(own, field) !== textIn(row, field),
  );
  const changeOf = (field: FieldId): ChangedCell => ({
    ...{ plan, asAt, action, old: textIn(own, field), text: textIn(row, field) },
    cell: row.cells.get(field)?.[0]?.cell,
  });
  const placesOf = (field: FieldId): string[] =>
    (row.cells.get(field) ?? own.cells.get(field) ?? []).map(({ cell }) => cell.at);
  const told = changed.filter((field): boolean => field === 'status' || field === 'update');
  const [first] = told;
  if (first !== undefined) {
    const say = (field: FieldId): string | undefined =>
      told.includes(field) ? textIn(row, field) : undefined;
    yield {
      fields: told,
      outcome: writeUpdate(changeOf(first), say('status'), say('update')),
      old: told.map((field) => textIn(own, field)).join('\n'),
      text: told.map((field) => textIn(row, field)).join('\n'),
      cells: told.flatMap(placesOf),
    };
  }
  for (const field of changed) {
    if (told.includes(field)) continue;
    const change = changeOf(field);
    const write = cellWriters[field];
    const outcome =
      write === undefined ? { why: 'a row is known by it; change it in the plan' } : write(change);
    yield { fields: [field], outcome, old: change.old, text: change.text, cells: placesOf(field) };
  }
}
