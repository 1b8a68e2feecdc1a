import type { Finding } from '../../imports/findings.ts';
import type { Imported } from '../../imports/written/import.ts';
import { fieldById } from '../../imports/recognise/fields.ts';
import { count, listed } from '../../plan/words.ts';
import type { CheckedProject } from '../flags/flag-report.ts';
import { inMarkdown, runAsMarkdown, table } from '../flags/markdown.ts';

/** What an import understood, what it guessed, and what it could not: for people to look through. */

/** An import in a few lines: what was made, and how much there is to look at. */
export function importInWords(imported: Imported): string[] {
  const { amounts, guesses, notUnderstood, leftOut, alike, colours, remarks } = imported;
  const { actions, requirements, sources } = amounts;
  return [
    `${count(actions, 'action')}, ${count(requirements, 'requirement')} and ${count(sources, 'source')} were made.`,
    `${count(guesses.length, 'thing')} guessed, ${count(notUnderstood.length, 'cell')} not understood and kept as printed, ${count(leftOut.length, 'cell')} left out.`,
    ...(alike.length === 0
      ? []
      : [`${count(alike.length, 'pair')} of names may mean the same; both are there.`]),
    ...(colours.length === 0
      ? []
      : [
          `Nobody has said what ${listed(colours)} mean${colours.length === 1 ? 's' : ''}; say it with --colours, or in the plan’s scale.`,
        ]),
    ...remarks,
  ];
}

/** The same before anything is made: for somebody who can still say what is to be taken for what. */
export function importToComeInWords(imported: Imported): string[] {
  const { amounts, guesses, notUnderstood, leftOut, remarks } = imported;
  const { actions, requirements, sources } = amounts;
  return [
    `It makes ${count(actions, 'action')}, ${count(requirements, 'requirement')} and ${count(sources, 'source')}.`,
    `${count(guesses.length, 'thing')} guessed, ${count(notUnderstood.length, 'cell')} not understood and ${count(leftOut.length, 'cell')} left out: the report will list each.`,
    ...remarks,
  ];
}

/**
 * The whole report as Markdown, with the flags of the first check at its end.
 * @param origin what the file is called
 */
export function importReport(
  imported: Imported,
  origin: string,
  checked: CheckedProject,
  version: string,
): string {
  const { tables, guesses, notUnderstood, leftOut } = imported;
  const flags = runAsMarkdown({
    projects: [checked],
    version,
    stats: true,
    paint: (_, text) => text,
  });
  return [
    `# What became of ${inMarkdown(origin)}`,
    '',
    ...importInWords(imported).map((line) => `- ${inMarkdown(line)}`),
    '',
    'Every cell with something in it is in the plan, or is listed here under what was left out.',
    '',
    '## What was understood',
    '',
    ...tables.flatMap(tableLines),
    ...namesLines(imported),
    ...findings(
      'What was guessed',
      'Look at each: it stands in the plan.',
      guesses,
      'How it was taken',
    ),
    ...findings(
      'What was not understood',
      'The words are in the plan as they were printed, beside what was understood.',
      notUnderstood,
      'Why',
    ),
    ...findings('What was left out', 'These cells are in no file but this one.', leftOut, 'Why'),
    flags.replaceAll(/^#/gm, '##'),
  ].join('\n');
}

function tableLines({
  sheet,
  headingRows,
  columns,
  rows,
  guess,
}: Imported['tables'][number]): string[] {
  const where = sheet === '' ? 'The table' : `Sheet “${sheet}”`;
  const heads =
    headingRows.length === 0
      ? 'no row of headings'
      : `headings in ${headingRows.length === 1 ? 'row' : 'rows'} ${listed(headingRows.map(String))}`;
  return [
    `### ${inMarkdown(where)}: ${heads}, ${count(rows, 'row')}`,
    '',
    ...(guess === undefined ? [] : [inMarkdown(guess), '']),
    ...table(
      ['Column', 'Heading', 'Taken for', 'Fit'],
      columns.map(({ at, heading, field, score }) => [
        inMarkdown(at),
        inMarkdown(heading),
        field === undefined ? 'a note' : (fieldById.get(field)?.title ?? field),
        field === undefined ? '' : `${String(Math.round(score * 100))} %`,
      ]),
    ),
  ];
}

function namesLines({ alike, joined }: Imported): string[] {
  if (alike.length + joined.length === 0) return [];
  return [
    '### Names',
    '',
    ...joined.map(
      ({ title, also }) =>
        `- ${inMarkdown(`“${title}” is also printed as ${listed(also.map((name) => `“${name}”`))}; they differ in no word, so they are one.`)}`,
    ),
    ...alike.map(
      ({ kind, ids, names }) =>
        `- ${inMarkdown(`${kind} “${names[0]}” (${ids[0]}) and “${names[1]}” (${ids[1]}) may be the same. If so, put one of them into the other as also "…", and use its id.`)}`,
    ),
    '',
  ];
}

function findings(
  title: string,
  words: string,
  list: readonly Finding[],
  heading: string,
): string[] {
  if (list.length === 0) return [`## ${title}`, '', 'Nothing.', ''];
  return [
    `## ${title}`,
    '',
    words,
    '',
    ...table(
      ['Cell', 'What it says', heading],
      [...Map.groupBy(list, ({ text, words: why }) => `${text}\n${why}`).values()].map((same) => [
        inMarkdown(same.map(({ at }) => at).join(', ')),
        inMarkdown(same[0]?.text ?? ''),
        inMarkdown(same[0]?.words ?? ''),
      ]),
    ),
  ];
}
