import { quoted } from '../../checks/shared/phrases.ts';
import type { IsoDate, PlanDate } from '../../language/dates.ts';
import type { Value } from '../../language/items.ts';
import { dayInWords } from '../../plan/calendar.ts';
import type { Entity } from '../../plan/plan.ts';
import type { NewLine } from '../../writing/lines.ts';
import {
  completedLine,
  evidenceLine,
  updateLine,
  type SaidEvidence,
  type SaidUpdate,
} from '../../writing/records.ts';
import { cellText } from './layout.ts';

/** What an answer becomes in the plan: lines, in words, and whether the plan has them already. */

type Action = Entity<'action'>;

/** A line that an answer adds to an action. */
export interface Recorded extends NewLine {
  readonly kind: 'update' | 'evidence' | 'completed' | 'proposed';
  /** What it adds, in words for people. */
  readonly words: string;
  /** Whether the plan says just this already. */
  readonly isThere: boolean;
}

/** The SRO’s word. */
export function updateRecord(
  { item }: Action,
  said: SaidUpdate & { readonly on: IsoDate; readonly label: string },
): Recorded {
  const { on, level, label, text } = said;
  const behind = text === '' ? '' : `: ${inQuotes(text)}`;
  return {
    kind: 'update',
    line: updateLine(said),
    below: item.updates,
    words: `update of ${dayInWords(on)}, ${label}${behind}`,
    isThere: item.updates.some(
      (update) =>
        isDay(update.on, on) &&
        (update.level.value?.word ?? update.level.missing) === level &&
        isText(update.text, text),
    ),
  };
}

/** What shows that it is done; an empty date is not said. */
export function evidenceRecord({ item }: Action, said: SaidEvidence): Recorded {
  const { what, where, on } = said;
  return {
    kind: 'evidence',
    line: evidenceLine(said),
    below: item.evidence,
    words:
      `evidence ${inQuotes(what)}` +
      (where === '' ? '' : ` in ${inQuotes(where)}`) +
      (on === '' ? ', not dated' : ` of ${dayInWords(on)}`),
    isThere: item.evidence.some(
      (one) =>
        isText(one.text, what) &&
        isText(one.in, where) &&
        (on === '' ? one.on === undefined : isDay(one.on, on)),
    ),
  };
}

/** The SRO says that it is complete: a committee closes it later, or does not. */
export const completedRecord = ({ item }: Action, on: IsoDate, by: string): Recorded => ({
  kind: 'completed',
  line: completedLine(on, by),
  below: item.completed,
  words: `complete since ${dayInWords(on)}, says ${by}`,
  isThere: item.completed.some((one) => isDay(one.on, on)),
});

/** A deadline that an SRO asks for. */
export interface Proposal {
  /** In words: “31 March 2027”. */
  readonly date: string;
  readonly because: string;
  readonly on: IsoDate;
  readonly by: string;
}

/**
 * A proposed deadline. It is a note: `due-revised` would be in force at once, whoever set it, and the action
 * would no longer be overdue before a committee had agreed to anything.
 */
export function proposedRecord({ item }: Action, { date, because, on, by }: Proposal): Recorded {
  const why = because === '' ? 'No reason is given' : cellText(because).replace(/\.$/, '');
  const text = `Proposed deadline: ${date}. ${why}. (${by}, ${dayInWords(on)})`;
  return {
    kind: 'proposed',
    line: `note ${quoted(text)}`,
    below: item.note,
    words: `a proposal, not yet a deadline: ${date}${because === '' ? ', without a reason' : `, because ${inQuotes(because)}`}`,
    isThere: item.note.some((note) => isText(note.text, text)),
  };
}

const inQuotes = (text: string): string => `“${cellText(text, 200)}”`;

const isDay = (date: Value<PlanDate> | undefined, day: string): boolean =>
  date?.value?.form === 'day' && date.value.first === day;

const isText = (value: Value<string> | undefined, text: string): boolean =>
  cellText(value?.value ?? '') === cellText(text);
