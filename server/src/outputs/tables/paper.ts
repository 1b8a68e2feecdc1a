import type { Table } from './table.ts';

/** A paper as data: what the preview shows, or a committee reads, whatever the format. */
export interface Paper {
  readonly heading: Heading;
  readonly sections: readonly Section[];
}

/** What stands above the sections. */
export interface Heading {
  readonly title: string;
  readonly trust: string | undefined;
  /** “As at 1 July 2018”. */
  readonly asAt: string;
  /** Whether the plan is a draft or approved, as recorded; when the regulator is expected. */
  readonly facts: readonly Fact[];
  /** Where the plan stands, in a sentence or two. */
  readonly summary: string;
  /** What the tables leave out because it cannot be read. */
  readonly warning: string | undefined;
  /** What stands at the foot of each sheet: plan, as-at date, draft or approved. */
  readonly footer: string;
}

/** A name and what there is to say of it. */
export interface Fact {
  readonly term: string;
  readonly words: string;
}

/** A part of a paper under a title of its own: what it says in words comes before its tables. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly facts?: readonly Fact[] | undefined;
  readonly paragraphs?: readonly string[] | undefined;
  /** Sentences of equal weight, as a list. */
  readonly points?: readonly string[] | undefined;
  readonly tables: readonly Table[];
}

/** Whether the tables of a section need titles of their own beside the section’s. */
export const tablesHaveTitles = ({ title, tables }: Section): boolean =>
  tables.length > 1 || (tables[0] !== undefined && tables[0].title !== title);

/** Whether a section’s title would only say again what the paper’s has said. */
export const repeatsTitle = (section: Section, { heading, sections }: Paper): boolean =>
  sections.length === 1 && section.title === heading.title && !tablesHaveTitles(section);
