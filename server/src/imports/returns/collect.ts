import type { IsoDate } from '../../language/dates.ts';
import { readUnit } from '../../language/read.ts';
import { dayInWords } from '../../plan/calendar.ts';
import { latestKnown } from '../../plan/facts/history.ts';
import { positionOf } from '../../plan/facts/position.ts';
import { revisionOf } from '../../plan/facts/revision.ts';
import type { Entity, Plan } from '../../plan/plan.ts';
import { count, listed } from '../../plan/words.ts';
import { dateOf, notADay } from '../../writing/answers.ts';
import { addEach } from '../../writing/lines.ts';
import { applied, inFile, type FileEdit } from '../../writing/tidy.ts';
import { answeredIn, type Said } from './answered.ts';
import { askedSros, ownerOf, type AskedSro } from './asked.ts';
import { givenCells } from './given.ts';
import { cellAsText, cellText } from './layout.ts';
import { answerInWords, type FilledReturn, type FilledRow } from './read-return.ts';
import type { Recorded } from './records.ts';

/** What one return adds to one action. */
export interface ReturnChange {
  readonly file: string;
  readonly action: Entity<'action'>;
  /** Each thing that it adds, in words. */
  readonly words: readonly string[];
  readonly edits: readonly FileEdit[];
}

/** Something to know of a return. */
export interface Remark {
  readonly file: string;
  /** Whether something that somebody wrote is not taken for it. */
  readonly isLeftOut: boolean;
  readonly words: string;
}

/** What returns say of a plan. */
export interface Collected {
  /** In the order of the files, and of their rows. */
  readonly changes: readonly ReturnChange[];
  readonly remarks: readonly Remark[];
  /** SROs with open actions from whom nothing came. */
  readonly silent: readonly AskedSro[];
}

/** A row whose answers could be taken. */
interface Judged {
  readonly file: string;
  readonly action: Entity<'action'>;
  readonly records: readonly Recorded[];
}

/** Compares filled returns with a plan: what they add, what of them is not taken and why, who is missing. */
export function collect(plan: Plan, asAt: IsoDate, returns: readonly FilledReturn[]): Collected {
  const remarks: Remark[] = [];
  const judged: Judged[] = [];
  const answeredSros = new Set<string>();
  for (const one of returns) {
    const wrong = whyNone(plan, asAt, one);
    if (wrong !== undefined) {
      remarks.push({ file: one.file, isLeftOut: true, words: wrong });
      continue;
    }
    const rows = one.rows.filter(({ answers }) => answers.size > 0);
    if (rows.length > 0) answeredSros.add(one.identity.sro);
    remarks.push(...remarksOn(plan, one, rows.length));
    for (const row of rows) {
      const outcome = judgeRow(plan, asAt, one, row);
      remarks.push(...outcome.remarks.map((remark) => ({ file: one.file, ...remark })));
      if (outcome.judged !== undefined) judged.push(outcome.judged);
    }
  }
  const { changes, conflicts } = withoutConflicts(judged);
  return {
    changes,
    remarks: [...remarks, ...conflicts],
    silent: askedSros(plan, asAt).filter(({ sro }) => !answeredSros.has(sro)),
  };
}

/** Why nothing of a return can be taken. */
function whyNone(
  plan: Plan,
  asAt: IsoDate,
  { identity, filledIn }: FilledReturn,
): string | undefined {
  const own = plan.heading?.id ?? '';
  if (identity.plan !== own) {
    return `it is a return of plan ${cellText(identity.plan, 60)}, and this is plan ${own}`;
  }
  if (identity.asAt > asAt) {
    return `it was written as at ${dayInWords(identity.asAt)}, after ${dayInWords(asAt)}; name a later day with --as-at`;
  }
  if (filledIn === undefined) return undefined;
  const words = answerInWords(filledIn);
  if (
    filledIn.type === 'number' ||
    filledIn.type === 'error' ||
    notADay(filledIn.said) !== undefined
  ) {
    return `the day on which it was filled in, “${words}”, is none; write it as 30 September 2026`;
  }
  const day = dateOf(filledIn.said);
  if (day > asAt) {
    return `it was filled in on ${dayInWords(day)}, after ${dayInWords(asAt)}; name a later day with --as-at`;
  }
  return day < identity.asAt
    ? `it was filled in on ${dayInWords(day)}, before it was written as at ${dayInWords(identity.asAt)}`
    : undefined;
}

function remarksOn(
  plan: Plan,
  { file, identity, rows, lost }: FilledReturn,
  answered: number,
): Remark[] {
  const words: string[] = [];
  if (identity.revision !== revisionOf(plan)) {
    words.push(
      `the plan has changed since it was written as at ${dayInWords(identity.asAt)}; each action is compared`,
    );
  }
  if (lost.length > 0) {
    const ids = listed(lost.map((id) => cellText(id, 40)));
    words.push(
      `nothing is taken of ${ids}: ${lost.length === 1 ? 'its row is' : 'their rows are'} gone or renamed`,
    );
  }
  const silent = rows.filter(({ answers, isWhole }) => isWhole && answers.size === 0);
  if (answered === 0) words.push('it came back empty');
  else if (silent.length > 0) {
    words.push(`it says nothing of ${listed(silent.map(({ given }) => given.action))}`);
  }
  return words.map((each) => ({ file, isLeftOut: false, words: each }));
}

interface Outcome {
  readonly judged?: Judged | undefined;
  readonly remarks: readonly Omit<Remark, 'file'>[];
}

function judgeRow(
  plan: Plan,
  asAt: IsoDate,
  { file, identity, filledIn }: FilledReturn,
  row: FilledRow,
): Outcome {
  const name = `${cellText(row.given.action, 40)} (row ${String(row.number)})`;
  const none = (words: string): Outcome => ({
    remarks: [{ isLeftOut: true, words: `${name}: ${words}` }],
  });
  if (!row.isWhole) {
    return none(
      'something in its row that is not to be filled in was changed, so nothing of it is taken',
    );
  }
  const [action, second] = plan.withId('action', row.given.action);
  if (action === undefined) return none('the plan has no such action any more');
  if (second !== undefined) return none('the plan has two actions of this id');
  const owner = ownerOf(plan, action);
  if (owner?.sro !== identity.sro) {
    return none(
      `in the plan it is now ${owner === undefined ? 'nobody’s' : `that of ${owner.name}`}`,
    );
  }
  if (action.unit.reading.problems.length > 0) {
    return none('something in its block of the plan cannot be read; put that right first');
  }
  const on = filledIn === undefined ? asAt : dateOf(filledIn.said);
  const said: Said = { on, by: identity.sro, asAt };
  const { records, refused, notes } = answeredIn(plan, action, row, said);
  const remarks = [
    ...refused.map((words) => ({ isLeftOut: true, words: `${name}: ${words}` })),
    ...notes.map((words) => ({ isLeftOut: false, words: `${name}: ${words}` })),
  ];
  const fresh = records.filter(({ isThere }) => !isThere);
  if (fresh.length < records.length) {
    const all = fresh.length === 0 ? 'what it says' : 'part of what it says';
    remarks.push({ isLeftOut: false, words: `${name}: ${all} is in the plan already` });
  }
  const moved = fresh.length === 0 ? undefined : movedOn(plan, action, row, records, said);
  if (moved !== undefined) return { remarks: [...remarks, ...none(moved).remarks] };
  const kept = fresh.filter(
    ({ kind }) => kind !== 'proposed' || isSameDeadline(plan, action, row, asAt),
  );
  if (kept.length < fresh.length) {
    remarks.push(...none('its deadline has moved since, so the proposed one is left out').remarks);
  }
  return { judged: kept.length === 0 ? undefined : { file, action, records: kept }, remarks };
}

/** What the plan has learnt of an action that its SRO did not know, in words; undefined where nothing has. */
function movedOn(
  plan: Plan,
  action: Entity<'action'>,
  { given }: FilledRow,
  records: readonly Recorded[],
  { on, asAt }: Said,
): string | undefined {
  const { state } = positionOf(plan, action, asAt);
  if (state !== 'open') return `it is ${state} in the plan now`;
  const latest = latestKnown(action.item.updates, (update) => update.on, asAt);
  const since = latest?.on.value?.first;
  if (since !== undefined && since > on) {
    return `the plan has an update of ${dayInWords(since)}, newer than this return`;
  }
  if (records.some(({ kind, isThere }) => kind === 'update' && isThere)) return undefined;
  const now = givenCells(plan, action, asAt);
  const isKnown = (['word', 'updated'] as const).every(
    (column) => cellAsText(now[column]) === given[column],
  );
  if (isKnown) return undefined;
  return since === undefined
    ? 'the plan’s last word on it is another since this return was written'
    : `the plan has an update of ${dayInWords(since)} that this return did not know`;
}

const isSameDeadline = (
  plan: Plan,
  action: Entity<'action'>,
  { given }: FilledRow,
  asAt: IsoDate,
): boolean => cellAsText(givenCells(plan, action, asAt).due) === given.due;

/** Two rows that say the same of an action count once; of two that do not, neither does. */
function withoutConflicts(judged: readonly Judged[]): {
  readonly changes: readonly ReturnChange[];
  readonly conflicts: readonly Remark[];
} {
  const changes: ReturnChange[] = [];
  const conflicts: Remark[] = [];
  for (const [action, rows] of Map.groupBy(judged, (row) => row.action)) {
    const files = [...new Set(rows.map(({ file }) => file))];
    const file = files[0] ?? '';
    const said = new Set(
      rows.map(({ records }) => JSON.stringify(records.map(({ line }) => line))),
    );
    if (said.size > 1) {
      const where = files.length > 1 ? listed(files) : `${count(rows.length, 'row')} of it`;
      conflicts.push({
        file,
        isLeftOut: true,
        words: `${action.id}: ${where} say different things of it, so none of them is taken`,
      });
      continue;
    }
    const change = changeOf(file, action, rows[0]?.records ?? []);
    if (change === undefined) {
      const words = `${action.id}: it cannot be written so that it is read again; write it by hand`;
      conflicts.push({ file, isLeftOut: true, words });
    } else changes.push(change);
  }
  return { changes, conflicts };
}

/** The edits of an action; undefined where its block could not be read with them. */
function changeOf(
  file: string,
  action: Entity<'action'>,
  records: readonly Recorded[],
): ReturnChange | undefined {
  const edits = addEach(action, records).map(inFile);
  const { text, start } = action.unit;
  if (readUnit(applied(text, start, edits)).problems.length > 0) return undefined;
  return { file, action, words: records.map(({ words }) => words), edits };
}
