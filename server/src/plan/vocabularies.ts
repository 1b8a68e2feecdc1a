import acronymData from '../../data/acronyms.json' with { type: 'json' };
import assuranceData from '../../data/assurance.json' with { type: 'json' };
import bankHolidayData from '../../data/bank-holidays.json' with { type: 'json' };
import bodyData from '../../data/bodies.json' with { type: 'json' };
import confusableData from '../../data/confusables.json' with { type: 'json' };
import frameworkData from '../../data/frameworks.json' with { type: 'json' };
import instrumentData from '../../data/instruments.json' with { type: 'json' };
import keyQuestionData from '../../data/key-questions.json' with { type: 'json' };
import noticeData from '../../data/notices.json' with { type: 'json' };
import outcomeData from '../../data/outcomes.json' with { type: 'json' };
import progressData from '../../data/progress.json' with { type: 'json' };
import ratingData from '../../data/ratings.json' with { type: 'json' };
import regulationData from '../../data/regulations.json' with { type: 'json' };
import roleWordData from '../../data/role-words.json' with { type: 'json' };
import type { IsoDate } from '../language/dates.ts';

/** The dated vocabularies of server/data, typed. Their files name their sources. */

/** How a status is toned where it is shown; its words always stand beside the tone. */
export type Tone = 'good' | 'info' | 'caution' | 'bad' | 'none';

/** When an entry is in force; null is before, or after, any plan likely to be read. */
interface Dated {
  readonly validFrom: IsoDate | null;
  readonly validTo: IsoDate | null;
}

export interface Regulation extends Dated {
  readonly id: string;
  readonly title: string;
  readonly instrument: string;
  readonly paragraphs: readonly string[];
  readonly paragraphsComplete: boolean;
  /** Spans of time in which the text had paragraphs that are not listed. */
  readonly incompleteBetween?: readonly { readonly from: IsoDate; readonly to: IsoDate }[];
}

export interface Body extends Dated {
  readonly id: string;
  readonly title: string;
  readonly also: readonly string[];
}

type DayKind = 'calendar' | 'working';

/** A kind of notice or request, and how long the trust has to answer it. */
export interface Notice extends Dated {
  readonly id: string;
  readonly title: string;
  /** Null where the document itself sets the time, or no answer is due. */
  readonly responseDays: number | null;
  readonly responseDayKind: DayKind | null;
  /** The time to dispute it. */
  readonly representationDays?: number;
  readonly representationDayKind?: DayKind;
  /** False where what is said of it was not read in the law or the regulator’s own words. */
  readonly confirmed?: boolean;
  /** The types of trust that it is not for; from when not; and what is served on them instead. */
  readonly notFor?: readonly string[];
  readonly notForFrom?: IsoDate;
  readonly instead?: string;
}

/** What an SRO's word on progress means, on the ladder from not started to sustained. */
export interface ProgressMeaning {
  readonly id: string;
  readonly title: string;
  readonly rank: number | null;
  /** Whether the work is said to be done. */
  readonly delivered: boolean;
  readonly tone: Tone;
}

/** What a committee's judgement means; a higher rank is more assured, null is not yet rated. */
export interface AssuranceMeaning {
  readonly id: string;
  readonly title: string;
  readonly rank: number | null;
  readonly tone: Tone;
}

export interface Rating {
  readonly id: string;
  readonly words: string;
  readonly rank: number | null;
  readonly tone: Tone;
}

export interface RatingChange {
  readonly id: string;
  readonly words: string;
  readonly glyph: string;
}

export interface Confusable {
  readonly character: string;
  readonly codePoint: string;
  readonly name: string;
  /** What it looks like; empty for a character that cannot be seen. */
  readonly latin: string;
  readonly upper?: string | undefined;
}

const byId = <T extends { readonly id: string }>(entries: readonly T[]): ReadonlyMap<string, T> =>
  new Map(entries.map((entry) => [entry.id, entry]));

const allRegulations: readonly Regulation[] = [
  ...regulationData.entries,
  ...regulationData.otherInstruments,
];

/** The regulation of an instrument (`2014` or `2009`) by its number. */
export const findRegulation = (instrument: string, id: string): Regulation | undefined =>
  allRegulations.find((regulation) => regulation.instrument === instrument && regulation.id === id);

/** The number of the regulation that a paragraph stands in: 18 for 18(2)(a). */
export const regulationNumber = (paragraph: string): string =>
  /^\d+[A-Z]*/.exec(paragraph)?.[0] ?? paragraph;

/** The numbers of an instrument's regulations. */
export const regulationNumbers = (instrument: string): string[] =>
  allRegulations.filter((regulation) => regulation.instrument === instrument).map(({ id }) => id);

export const instruments = byId(regulationData.instruments);

export const bodies: ReadonlyMap<string, Body> = byId(bodyData.entries);
export const keyQuestions = byId(keyQuestionData.entries);

/** The kinds of notice by their ids. */
export const notices: ReadonlyMap<string, Notice> = byId(noticeData.entries as Notice[]);

/** An edition of what the regulator assesses by: key lines of enquiry, quality statements. */
export interface FrameworkEdition extends Dated {
  readonly id: string;
  readonly title: string;
  /** From when there were drafts of it, where nobody knows yet when it begins. */
  readonly draftFrom?: IsoDate;
}

export interface FrameworkEntry {
  readonly id: string;
  readonly edition: string;
  readonly question: string;
  readonly title: string;
}

export const frameworkEditions: ReadonlyMap<string, FrameworkEdition> = byId<FrameworkEdition>(
  frameworkData.editions,
);

const ofEdition = (edition: string): ReadonlyMap<string, FrameworkEntry> =>
  byId(frameworkData.entries.filter((entry) => entry.edition === edition));

/** What common acronyms stand for. */
export const acronyms: ReadonlyMap<string, { readonly title: string }> = byId(acronymData.entries);

/** An Act or a statutory instrument, and the years in the short titles that begin with its name. */
export interface Instrument {
  readonly title: string;
  readonly years: readonly number[];
}

export const legalInstruments: readonly Instrument[] = instrumentData.entries;

const roleWords = (is: string): ReadonlySet<string> =>
  new Set(roleWordData.entries.filter((entry) => entry.is === is).map(({ id }) => id));

/** Words of roles, in lower case, and the titles that stand before the names of people. */
export const wordsOfRoles = roleWords('role');
export const titlesOfPeople = roleWords('title');

export const progressMeanings: ReadonlyMap<string, ProgressMeaning> = byId(
  progressData.entries as ProgressMeaning[],
);

export const assuranceMeanings: ReadonlyMap<string, AssuranceMeaning> = byId(
  assuranceData.entries as AssuranceMeaning[],
);

/** What the outcome of a priority means. */
export const outcomeMeanings = byId(outcomeData.entries);

export const ratings = ratingData.entries as readonly Rating[];
export const ratingChanges: readonly RatingChange[] = ratingData.changes;

export const confusables: ReadonlyMap<string, Confusable> = new Map(
  (confusableData.entries as Confusable[]).map((entry) => [entry.character, entry]),
);

/** England's bank holidays by date, from `firstYear` to `lastYear`. */
export const bankHolidays: ReadonlyMap<IsoDate, string> = new Map(
  bankHolidayData.entries.map(({ date, title }) => [date, title]),
);

/** The vocabularies that a word of the language can be checked against, by the slot's name for them. */
type Terms = ReadonlyMap<string, { readonly title: string }>;

export const terms: ReadonlyMap<string, Terms> = new Map<string, Terms>([
  ['key-questions', keyQuestions],
  ['notices', notices],
  ['kloes', ofEdition('key-lines-of-enquiry')],
  ['quality-statements', ofEdition('single-assessment-framework')],
]);
