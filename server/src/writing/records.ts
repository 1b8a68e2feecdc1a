import { dateOf, longTextOf, qualifier, saying, textOf } from './answers.ts';

/** The records of an action as lines of a plan: what a form, a return or whoever else asks was told. */

/** The SRO's word on progress. */
export interface SaidUpdate {
  /** A date, as a person or a plan writes it. */
  readonly on: string;
  /** A word of the plan's scale, or one of the words for missing. */
  readonly level: string;
  /** What is behind the word; left out where it is empty. */
  readonly text: string;
  /** Who says so, as the plan refers to them; left out where it is empty. */
  readonly by?: string | undefined;
}

export function updateLine({ on, level, text, by = '' }: SaidUpdate): string {
  const begun = `update ${dateOf(on)} ${level}`;
  const said = qualifier('by', by);
  if (text === '') return begun + said;
  const long = longTextOf(text);
  // A long text ends its line, so who says it comes before it.
  return long === undefined ? `${begun} ${textOf(text)}${said}` : `${begun}${said} ${long}`;
}

/** What shows that something is done. */
export interface SaidEvidence {
  readonly what: string;
  /** Where it is kept; left out where it is empty, as are the others. */
  readonly where: string;
  readonly on: string;
  /** Its line of defence. */
  readonly line?: string | undefined;
}

export const evidenceLine = ({ what, where, on, line = '' }: SaidEvidence): string =>
  `evidence ${textOf(what)}${saying('in', where)}` +
  qualifier('on', on === '' ? '' : dateOf(on)) +
  qualifier('line', line);

/** The SRO's word that it is done. */
export const completedLine = (on: string, by: string): string =>
  `completed ${dateOf(on)}${qualifier('by', by)}`;
