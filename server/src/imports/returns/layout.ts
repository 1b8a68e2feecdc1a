import type { IsoDate } from '../../language/dates.ts';
import { hash } from '../../plan/hash.ts';

/** How an SRO’s return is laid out: what is written into it, and where its answers are found again. */

/** The sheet that people fill in. */
export const returnSheet = 'Return';

/** The sheet that nobody sees: what the return is of, its rows and the words to choose from. */
export const identitySheet = 'Mustdo';

/** The number of this layout; a return of another one is not read. */
export const layoutVersion = 1;

/** Beside it stands the day on which the return was filled in. */
export const filledInLabel = 'Filled in on';

/** What a cell takes: a word of the plan’s scale, a text, a day, or a date such as March 2027. */
export type Takes = 'status' | 'text' | 'day' | 'date';

/** What the plan says of an action; locked. */
export const givenColumns = [
  { id: 'action', heading: 'Reference', width: 12 },
  { id: 'title', heading: 'Action', width: 32 },
  { id: 'answers', heading: 'What it answers', width: 30 },
  { id: 'due', heading: 'Deadline in force', width: 18 },
  { id: 'word', heading: 'Your last word', width: 30 },
  { id: 'updated', heading: 'Said on', width: 18 },
] as const;

/** What the SRO is asked for. */
export const askedColumns = [
  { id: 'status', heading: 'How is it going?', width: 20, takes: 'status' },
  { id: 'update', heading: 'What is behind that word?', width: 44, takes: 'text' },
  { id: 'evidence', heading: 'Evidence: what is it?', width: 30, takes: 'text' },
  { id: 'where', heading: 'Evidence: where is it kept?', width: 26, takes: 'text' },
  { id: 'evidenceOn', heading: 'Date of the evidence', width: 18, takes: 'day' },
  { id: 'completedOn', heading: 'Complete since', width: 18, takes: 'day' },
  { id: 'proposed', heading: 'New deadline you propose', width: 18, takes: 'date' },
  { id: 'because', heading: 'Why must it move?', width: 30, takes: 'text' },
] as const satisfies readonly {
  readonly id: string;
  readonly heading: string;
  readonly width: number;
  readonly takes: Takes;
}[];

/** The hidden column with each row’s mark. */
export const markHeading = 'Mark';

export type GivenColumn = (typeof givenColumns)[number]['id'];
export type AskedColumn = (typeof askedColumns)[number]['id'];

/** What a plan says in a cell: a day, where it names one, else words. */
export type GivenCell = { readonly day: IsoDate } | { readonly words: string };

export type GivenCells = Readonly<Record<GivenColumn, GivenCell>>;

/** What a return is of. */
export interface Identity {
  /** The id of the plan; empty where it has no heading. */
  readonly plan: string;
  readonly revision: string;
  readonly asAt: IsoDate;
  /** The SRO as the plan refers to them: an id, or a name in quotation marks. */
  readonly sro: string;
}

export const identityFields = ['plan', 'revision', 'asAt', 'sro'] as const;

/** The longest text that a cell of a spreadsheet holds, in UTF-16 units. */
const cellLimit = 32_767;

const goesOn = '… (it goes on in the plan)';
/** With fewer characters than these, those words would be most of what is said. */
const roomForWords = 500;

/**
 * A text as a cell has it: on one line, without what XML forbids, what turns letters round, or
 * what stands for nothing.
 * @param limit the most characters; a longer text ends with an ellipsis, and where there is room, with where the rest is
 */
export function cellText(text: string, limit = cellLimit): string {
  const plain = spaced(text.toWellFormed().replaceAll(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' '));
  const allowed = spaced(plain.replaceAll(/[\p{Cc}\p{Bidi_Control}\p{NChar}\ufffd]/gu, ''));
  if (allowed.length <= limit) return allowed;
  const end = limit < roomForWords ? '…' : goesOn;
  const kept = allowed.slice(0, limit - end.length).toWellFormed();
  return kept.replace(/\ufffd$/, '').trimEnd() + end;
}

/** A text that somebody typed, line by line, without what stands for nothing. */
export const typedText = (text: string): string =>
  text
    .split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/)
    .map((line) => cellText(line))
    .join('\n')
    .trim();

const spaced = (text: string): string => text.replaceAll(/ {2,}/g, ' ').trim();

/** What a cell says, to compare: a day as 2018-06-30. */
export const cellAsText = (cell: GivenCell): string =>
  'day' in cell ? cell.day : cellText(cell.words);

/**
 * The mark of a row: 16 digits that are others as soon as what the row says of the plan, or the return it
 * stands in, is changed. It shows what was changed by mistake; it is no signature.
 * @param given what its locked cells say, each as `cellAsText` has it
 */
export const markOf = (
  { plan, revision, asAt, sro }: Identity,
  given: Readonly<Record<GivenColumn, string>>,
): string =>
  hash(
    JSON.stringify([
      ...[layoutVersion, plan, revision, asAt, sro],
      ...givenColumns.map(({ id }) => given[id]),
    ]),
  );
