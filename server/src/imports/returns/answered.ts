import { readDate, type IsoDate } from '../../language/dates.ts';
import { dateInWords, dayInWords, isIsoDate } from '../../plan/calendar.ts';
import { deadlineDay, deadlineOf, monthMeansIn } from '../../plan/facts/deadline.ts';
import type { Entity, Plan } from '../../plan/plan.ts';
import { dateOf, notADate, notADay } from '../../writing/answers.ts';
import { statusChoices } from './given.ts';
import { askedColumns, cellText, typedText, type AskedColumn } from './layout.ts';
import { answerInWords, type Answer, type FilledRow } from './read-return.ts';
import {
  completedRecord,
  evidenceRecord,
  proposedRecord,
  updateRecord,
  type Recorded,
} from './records.ts';

/** The answers of a row as records, and in words what of them cannot be taken. */
export interface Answered {
  readonly records: readonly Recorded[];
  readonly refused: readonly string[];
  readonly notes: readonly string[];
}

/** When and by whom a row was filled in. */
export interface Said {
  readonly on: IsoDate;
  /** The SRO as the plan refers to them. */
  readonly by: string;
  readonly asAt: IsoDate;
}

/** Works out what the answers of a row add to an action. */
export function answeredIn(
  plan: Plan,
  action: Entity<'action'>,
  { answers }: FilledRow,
  said: Said,
): Answered {
  const refused: string[] = [];
  const fit = (column: AskedColumn, wrong: string | undefined): boolean => {
    if (wrong !== undefined) refused.push(`${headingOf(column)} ${wrong}`);
    return wrong === undefined;
  };
  const text = (column: AskedColumn): string => typedText(answers.get(column)?.said ?? '');
  const records: Recorded[] = [];
  const isRight = (...columns: AskedColumn[]): boolean =>
    columns
      .map((column) => fit(column, whatIsWrong(plan, column, answers.get(column), said)))
      .every(Boolean);
  const isSaid = (...columns: AskedColumn[]): boolean =>
    columns.some((column) => answers.has(column));

  if (isSaid('status', 'update') && isRight('status', 'update')) {
    const status = answers.get('status');
    const choice = status && chosen(plan, status.said);
    records.push(
      updateRecord(action, {
        on: said.on,
        // A text without a word is kept; that the word is missing is said.
        level: choice?.word ?? 'unknown',
        label: choice?.shown ?? 'without a word for how it is going',
        text: text('update'),
        by: said.by,
      }),
    );
  }
  if (isSaid('evidence', 'where', 'evidenceOn') && isRight('evidence', 'where', 'evidenceOn')) {
    if (
      fit(
        'evidence',
        answers.has('evidence') ? undefined : 'does not say what it is; where and when are said',
      )
    ) {
      const on = answers.get('evidenceOn');
      records.push(
        evidenceRecord(action, {
          what: text('evidence'),
          where: text('where'),
          on: on === undefined ? '' : dateOf(on.said),
        }),
      );
    }
  }
  const completed = answers.get('completedOn');
  if (completed !== undefined && isRight('completedOn')) {
    records.push(completedRecord(action, dateOf(completed.said), said.by));
  }
  const proposed = answers.get('proposed');
  if (isSaid('proposed', 'because') && isRight('proposed', 'because')) {
    const wrong =
      proposed === undefined ? 'is not said, only why' : noProposal(plan, action, proposed, said);
    if (fit('proposed', wrong) && proposed !== undefined) {
      const date = proposalInWords(proposed);
      records.push(
        proposedRecord(action, { date, because: text('because'), on: said.on, by: said.by }),
      );
    }
  }
  const notes = [...answers].flatMap(([column, { isWorkedOut, type }]) =>
    isWorkedOut && type !== 'error'
      ? [`${headingOf(column)} is worked out by a formula; its last result counts`]
      : [],
  );
  return { records, refused, notes };
}

const headingOf = (column: AskedColumn): string =>
  `“${askedColumns.find(({ id }) => id === column)?.heading ?? column}”`;

/** Why an answer cannot be taken: what follows the name of its column. */
function whatIsWrong(
  plan: Plan,
  column: AskedColumn,
  answer: Answer | undefined,
  { asAt }: Said,
): string | undefined {
  if (answer === undefined) return undefined;
  if (answer.type === 'error') return 'holds an error of the spreadsheet';
  const takes = askedColumns.find(({ id }) => id === column)?.takes ?? 'text';
  const words = answerInWords(answer);
  if (takes === 'text') return undefined;
  if (takes === 'status') {
    return chosen(plan, answer.said) === undefined
      ? `is “${words}”, which is none of the plan’s words`
      : undefined;
  }
  if (answer.type === 'number') return `is the number ${words}, not a date`;
  const wrong = takes === 'day' ? notADay(answer.said) : notADate(answer.said);
  if (wrong !== undefined) return `is “${words}”, and that is no date. ${wrong}`;
  const day = dateOf(answer.said);
  if (!isIsoDate(day)) return undefined;
  if (day < '2000-01-01' || day > '2099-12-31')
    return `is ${dayInWords(day)}, which cannot be meant`;
  return takes === 'day' && day > asAt ? `is ${words}, after ${dayInWords(asAt)}` : undefined;
}

/** The word of the scale that an answer chooses: as the drop-down has it, or by its word or its name. */
function chosen(
  plan: Plan,
  said: string,
): { readonly word: string; readonly shown: string } | undefined {
  const wanted = cellText(said).toLowerCase();
  const names = ({ word, shown }: { word: string; shown: string }): string[] => [
    shown.toLowerCase(),
    word.toLowerCase(),
    shown.replace(/^[^\s:]+: /, '').toLowerCase(),
  ];
  const fitting = statusChoices(plan).filter((choice) => names(choice).includes(wanted));
  const [first] = fitting.filter(({ shown }) => shown.toLowerCase() === wanted);
  return first ?? (fitting.length === 1 ? fitting[0] : undefined);
}

/** Why a date is nothing to propose. */
function noProposal(
  plan: Plan,
  action: Entity<'action'>,
  answer: Answer,
  { asAt }: Said,
): string | undefined {
  const reading = readDate(dateOf(answer.said).split(/\s+/));
  if (reading === undefined || 'impossible' in reading) return 'is no date';
  const day = deadlineDay(reading.date, monthMeansIn(plan));
  if (day === undefined) return `is “${answerInWords(answer)}”, which names no day`;
  if (day === deadlineOf(plan, action, asAt).day)
    return `is ${dayInWords(day)}, which is the deadline already`;
  return day <= asAt ? `is ${dayInWords(day)}, which is past` : undefined;
}

function proposalInWords({ said }: Answer): string {
  const reading = readDate(dateOf(said).split(/\s+/));
  return reading === undefined || 'impossible' in reading ? said : dateInWords(reading.date);
}
