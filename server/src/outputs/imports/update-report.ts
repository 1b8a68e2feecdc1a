import type { Difference, Update } from '../../imports/update/update.ts';
import { count } from '../../plan/words.ts';
import { oneLine } from '../flags/plain.ts';
import { inMarkdown, table } from '../flags/markdown.ts';
import { hunksInText } from '../returns/text-diff.ts';

/** What a later state of a spreadsheet changes in a plan, and what it does not: for people to look through. */

interface Part {
  readonly title: string;
  readonly types: readonly Difference['type'][];
  /** What there is to do about it. */
  readonly advice: string;
}

/** What needs attention first. */
const parts: readonly Part[] = [
  {
    title: 'Changed in the file and in the plan, to different things',
    types: ['conflict'],
    advice:
      'The plan stays as it is. Make both say the same, or say --keep-plan, and this is settled as the plan has it.',
  },
  {
    title: 'Left out',
    types: ['left-out'],
    advice: 'Mend what stands in the way and say --update again, or write it by hand.',
  },
  {
    title: 'No longer in the file',
    types: ['gone'],
    advice:
      'Nothing was taken out of the plan. If it is not to be done any more, write “withdrawn” with its day, or delete its block; say --keep-plan if it is to stay.',
  },
  {
    title: 'Taken from the file',
    types: ['taken', 'added'],
    advice: 'Only the file had changed it.',
  },
];

/** What was found in one line. */
function updateInWords({ differences }: Pick<Update, 'differences'>): string {
  if (differences.length === 0) return 'The file has nothing that the plan does not have.';
  const amounts = parts.map(({ types }) => differences.filter(({ type }) => types.includes(type)));
  const [conflicts = 0, leftOut = 0, gone = 0, taken = 0] = amounts.map(({ length }) => length);
  return `${count(taken, 'change')} to take from the file, ${count(conflicts, 'conflict')}, ${String(leftOut)} left out, ${String(gone)} no longer in the file.`;
}

/**
 * The whole for a terminal: what needs attention, what is taken, and the lines of the plan that would change.
 * @param folder the project’s folder as people see it, with a `/` at its end
 */
export function updateAsText({ differences, edits }: Omit<Update, 'open'>, folder: string): string {
  const lines = [updateInWords({ differences })];
  for (const { title, types, advice } of parts) {
    const own = differences.filter(({ type }) => types.includes(type));
    if (own.length === 0) continue;
    lines.push('', `${title}. ${advice}`);
    for (const one of own) {
      lines.push(`  ${oneLine(headOf(one, folder))}`);
      lines.push(...saidIn(one).map(([who, what]) => `    ${who.padEnd(14)} ${oneLine(what)}`));
    }
  }
  return `${[...lines, ...hunksInText(edits, folder)].join('\n')}\n`;
}

/**
 * The same as Markdown, to be kept with the plan.
 * @param file what the file is called
 */
export function updateReport({ differences }: Pick<Update, 'differences'>, file: string): string {
  const lines = [
    `# What ${inMarkdown(file)} changed`,
    '',
    inMarkdown(updateInWords({ differences })),
    '',
  ];
  for (const { title, types, advice } of parts) {
    const own = differences.filter(({ type }) => types.includes(type));
    if (own.length === 0) continue;
    lines.push(`## ${title}`, '', inMarkdown(advice), '');
    lines.push(
      ...table(
        ['What', 'Where', 'The file said', 'The file says', 'The plan says', 'Why'],
        own.map((one) =>
          [
            nameIn(one),
            [...one.cells, ...placeIn(one, '')].join(', '),
            one.before ?? '',
            one.now ?? '',
            (one.type === 'taken' ? one.now : one.plan) ?? '',
            one.why ?? '',
          ].map(inMarkdown),
        ),
      ),
    );
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

const nameIn = ({ name, what }: Difference): string => (what === '' ? name : `${name}, ${what}`);

const placeIn = ({ place }: Difference, folder: string): string[] =>
  place === undefined ? [] : [`${folder}${place.path}:${String(place.line)}`];

function headOf(one: Difference, folder: string): string {
  const where = [...one.cells, ...placeIn(one, folder)].join(', ');
  const why = one.why === undefined ? '' : `: ${one.why}`;
  return `${nameIn(one)}${where === '' ? '' : ` (${where})`}${why}`;
}

/** Who says what, one under the other. */
function saidIn({ type, before, now, plan, why }: Difference): (readonly [string, string])[] {
  if (type === 'gone' || type === 'added') return now === undefined ? [] : [['the file says', now]];
  const none = '(nothing)';
  const said = [
    ['the file said', before ?? none],
    ['the file says', now ?? none],
  ] as const;
  // Where the plan has changed since a register was written, nobody knows what the file said.
  if (type === 'conflict' && why !== undefined)
    return [
      ['the file says', now ?? none],
      ['the plan says', plan ?? none],
    ];
  return type === 'conflict' ? [...said, ['the plan says', plan ?? none]] : [...said];
}
