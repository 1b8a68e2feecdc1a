import type { Papers } from '../papers/paper-spec.ts';
import { meetingFact } from '../papers/paper-heading.ts';
import { headingOf } from '../tables/heading.ts';
import { askedSros } from '../../imports/returns/asked.ts';
import { givenCells, statusChoices } from '../../imports/returns/given.ts';
import {
  cellAsText,
  cellText,
  markOf,
  type GivenCells,
  type GivenColumn,
  type Identity,
} from '../../imports/returns/layout.ts';
import { revisionOf } from '../../plan/facts/revision.ts';

/** What an SRO is asked to fill in. */
export interface SroReturn {
  /** Its file’s name. */
  readonly file: string;
  readonly identity: Identity;
  readonly title: string;
  /** Of which plan it is, as at which day, for which meeting. */
  readonly about: string;
  readonly footer: string;
  /** The words to choose from for how an action is going. */
  readonly choices: readonly string[];
  readonly rows: readonly { readonly given: GivenCells; readonly mark: string }[];
}

/** A return for every SRO who has open actions at the as-at date; none where nothing is open. */
export function returnsOf({ plan, asAt, meeting }: Papers): SroReturn[] {
  const heading = headingOf(plan, asAt);
  const revision = revisionOf(plan);
  const choices = statusChoices(plan).map(({ shown }) => shown);
  const asked = askedSros(plan, asAt);
  const files = fileNames(asked.map(({ sro }) => sro));
  const where = [
    heading.trust === undefined ? heading.title : `${heading.title}, ${heading.trust}`,
    heading.asAt,
    ...meetingFact(meeting).map(({ term, words }) => `${term} ${words}`),
    `Revision ${revision}`,
  ];
  return asked.map(({ sro, name, actions }, index) => {
    const identity = { plan: plan.heading?.id ?? '', revision, asAt, sro };
    return {
      file: files[index] ?? '',
      identity,
      title: cellText(`Return of ${name}`),
      about: cellText(`${where.join('. ')}.`),
      footer: cellText(`${heading.footer} Revision ${revision}.`),
      choices,
      rows: actions.map((action) => {
        const given = givenCells(plan, action, asAt);
        return { given, mark: markOf(identity, textsOf(given)) };
      }),
    };
  });
}

const textsOf = (given: GivenCells): Record<GivenColumn, string> =>
  Object.fromEntries(
    Object.entries(given).map(([column, cell]) => [column, cellAsText(cell)]),
  ) as Record<GivenColumn, string>;

/**
 * A file name for each SRO: letters and digits that every system takes, none of them twice, capitals or
 * not.
 */
export function fileNames(sros: readonly string[]): string[] {
  const taken = new Set<string>();
  return sros.map((sro) => {
    const safe = sro
      .normalize('NFKD')
      .replaceAll(/\p{M}/gu, '')
      .replaceAll(/[^\w.-]+/g, '-')
      .replaceAll(/^[-.]+|[-.]+$/g, '')
      .slice(0, 60);
    const stem = safe === '' ? 'return' : `return-${safe}`;
    let name = stem;
    for (let next = 2; taken.has(name.toLowerCase()); next++) name = `${stem}-${String(next)}`;
    taken.add(name.toLowerCase());
    return `${name}.xlsx`;
  });
}
