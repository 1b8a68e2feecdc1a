import type { IsoDate } from '../../language/dates.ts';
import type { Place } from '../../plan/flag.ts';
import type { Tone } from '../../plan/vocabularies.ts';

/**
 * A table as data: what every format renders, be it a page, a document, a spreadsheet or plain text.
 * Nothing in it is markup; texts from a plan are carried as they are.
 */
export interface Table {
  readonly id: string;
  readonly title: string;
  /** A sentence that says what the table shows. */
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** A sentence that stands in the place of rows when there are none. */
  readonly whenEmpty: string;
  /** Sentences that explain it, such as what its short names stand for. */
  readonly notes: readonly string[];
  /** What its rows look like drawn, for those who would rather look than read. */
  readonly chart?: Chart | undefined;
}

export interface Column {
  readonly id: string;
  readonly heading: string;
  /** Numbers line up at their end. */
  readonly numeric?: true;
  /** Holds sentences: it takes the room that the others leave. */
  readonly prose?: true;
}

export interface Row {
  /** Unique in its table, and the same for the same item at every as-at date. */
  readonly key: string;
  /** Where the item that the row is about stands in the plan's text. */
  readonly place?: Place | undefined;
  /** The item whose own row this is: what refers to it leads here. One row of all tables at most. */
  readonly anchor?: ItemKey | undefined;
  /** Whether it adds up the rows above it. */
  readonly total?: true;
  /** By which words it can be picked out, a list a facet; several where it has to do with several. */
  readonly facets?: Facets | undefined;
  /** Whether its figures hold those of other rows, as a year does its quarters, and are in no drawing. */
  readonly undrawn?: true;
  /** Whether it stands for a run of months in which there is nothing. */
  readonly gap?: true;
  /** Days of its deadline, where the table’s chart is a timeline. */
  readonly timeline?: Timeline | undefined;
  /** What its figure means, where the table’s chart is a control chart and it is more than chance. */
  readonly signal?: Signal | undefined;
  /** One a column; the first is the row's header. */
  readonly cells: readonly Cell[];
}

/** Which item of a plan: `action F`, `requirement CQC-2017:SUPERVISION`. */
export interface ItemKey {
  readonly kind: string;
  readonly id: string;
}

/** What rows can be picked out by. */
export const facets = [
  { id: 'directorate', title: 'Directorate' },
  { id: 'service', title: 'Service' },
  { id: 'sro', title: 'SRO' },
  { id: 'committee', title: 'Committee' },
  { id: 'source', title: 'Source' },
  { id: 'strength', title: 'Strength' },
  { id: 'status', title: 'Status' },
] as const;

export type FacetId = (typeof facets)[number]['id'];
export type Facets = Readonly<Partial<Record<FacetId, readonly string[] | undefined>>>;

/** How a deadline came to be where it is. */
export interface Timeline {
  /** What was first planned, each day it was moved to, and the one in force at the end. */
  readonly days: readonly IsoDate[];
  /** Where it stands, in words: “13 days late”. */
  readonly words: string;
  readonly tone: Tone;
}

/** What a figure means that is more than chance; only its side where nobody says what is better. */
export type Signal = 'improvement' | 'concern' | 'high' | 'low';

/** A line across a drawing: what is to be reached. */
export interface Goal {
  readonly value: number;
  readonly words: string;
}

/** One thing that a chart draws for each row: what a column holds. */
export interface Series {
  /** The column that its numbers stand in. */
  readonly column: string;
  readonly title: string;
  readonly role: Role;
}

/** How a series is drawn: what was meant to be, what came to be, what is wrong about it, what may come. */
export type Role = 'planned' | 'actual' | 'late' | 'forecast';

/** A drawing of a table’s rows. It says nothing that the table does not say. */
export type Chart = { readonly title: string } & (
  | {
      /** A group of columns a row; the row’s header stands below. */
      readonly type: 'columns';
      readonly series: readonly Series[];
    }
  | {
      /** A line a series over the rows, whose key ends with the day that each is for. */
      readonly type: 'lines';
      readonly series: readonly Series[];
      /** What is to be reached. */
      readonly goals: readonly Goal[];
    }
  | {
      /**
       * A line of figures over time, broken where a row has none, between limits; each is the id of a column.
       * A row’s signal marks its figure.
       */
      readonly type: 'control';
      readonly value: string;
      readonly mean: string;
      readonly lower: string;
      readonly upper: string;
      /** What is to be reached. */
      readonly goals: readonly Goal[];
    }
  | {
      /** A line a row, from the first deadline to the one in force. */
      readonly type: 'timeline';
      readonly asAt: IsoDate;
    }
);

export type Cell = TextCell | NumberCell | AbsentCell | TagCell | DateCell | ItemCell | ManyCell;

/** Words; line ends in them count. */
export interface TextCell {
  readonly type: 'text';
  readonly text: string;
}

export interface NumberCell {
  readonly type: 'number';
  readonly value: number;
  /** How it is written where that is more than its digits: “67 %”. */
  readonly words?: string | undefined;
}

/** Nothing to show, and why, in words: “Not rated”, “To be confirmed: capital”. */
export interface AbsentCell {
  readonly type: 'absent';
  readonly words: string;
  readonly given?: string | undefined;
}

/** A status: its words say all, its tone only supports them. */
export interface TagCell {
  readonly type: 'tag';
  readonly words: string;
  readonly tone: Tone;
  /** What belongs to it and is no status itself: its date. */
  readonly detail?: string | undefined;
}

export interface DateCell {
  readonly type: 'date';
  /** In words: “31 October 2018”, “on request”. */
  readonly words: string;
  /** The one day it means, for formats that can calculate with it. */
  readonly day?: IsoDate | undefined;
  /** What the plan or its paper says in other words: “Oct-18”. */
  readonly given?: string | undefined;
}

/** A reference to an item; it leads to the item's own row where there is one. */
export interface ItemCell extends ItemKey {
  readonly type: 'item';
  readonly label: string;
  /** What the label is short for. */
  readonly name?: string | undefined;
  readonly given?: string | undefined;
}

/** Several on one line with commas between them, or each on a line of its own. */
export interface ManyCell {
  readonly type: 'list' | 'lines';
  readonly cells: readonly Cell[];
}

export const text = (words: string): TextCell => ({ type: 'text', text: words });

export const number = (value: number, words?: string): NumberCell => ({
  type: 'number',
  value,
  words,
});

export const absent = (words: string, given?: string): AbsentCell => ({
  type: 'absent',
  words,
  given,
});

export const tag = (words: string, tone: Tone, detail?: string): TagCell => ({
  type: 'tag',
  words,
  tone,
  detail,
});

/** Cells in a list or on lines; one cell stays alone, and in place of none stands `otherwise`. */
export function many(type: ManyCell['type'], cells: readonly Cell[], otherwise: Cell): Cell {
  const [first] = cells;
  if (first === undefined) return otherwise;
  return cells.length === 1 ? first : { type, cells };
}

/** A number, or its digits, as people write it: with commas over 999. */
export const inDigits = (value: number | string): string =>
  String(value).replace(/^-?\d+/, (whole) => whole.replaceAll(/\B(?=(\d{3})+$)/g, ','));

/** A number as its cell shows it. */
export const numberInWords = ({ value, words }: NumberCell): string => words ?? inDigits(value);

/** What stands in brackets behind words that the paper says otherwise; nothing where it does not. */
export const givenInWords = (given: string | undefined): string =>
  given === undefined ? '' : ` (given as ${given})`;

/** A cell as plain text: what a format without tags, links and emphasis shows. */
export function textOf(cell: Cell): string {
  switch (cell.type) {
    case 'text':
      return cell.text;
    case 'number':
      return numberInWords(cell);
    case 'absent':
    case 'date':
      return cell.words + givenInWords(cell.given);
    case 'tag':
      return cell.detail === undefined ? cell.words : `${cell.words}, ${cell.detail}`;
    case 'item':
      return cell.label + givenInWords(cell.given);
    case 'list':
      return cell.cells.map(textOf).join(', ');
    case 'lines':
      return cell.cells.map(textOf).join('\n');
  }
}
