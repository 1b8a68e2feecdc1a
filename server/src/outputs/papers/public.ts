import { dayInWords } from '../../plan/calendar.ts';
import { roleOnly, withoutTitledNames } from '../../plan/facts/people.ts';
import type { Position } from '../../plan/facts/position.ts';
import { isDelivered, states, type State } from '../../plan/facts/progress.ts';
import { requirementName, strengthOfRequirement } from '../../plan/facts/strength.ts';
import type { Entity, Plan } from '../../plan/plan.ts';
import type { Tone } from '../../plan/vocabularies.ts';
import { count, listed, sentence } from '../../plan/words.ts';
import { answersTo, isAnswered, type Answers } from '../tables/answers.ts';
import { namedCell, nameOf, rowAbout } from '../tables/items.ts';
import type { Heading, Section } from '../tables/paper.ts';
import { absent, inDigits, many, tag, text, textOf, type Cell } from '../tables/table.ts';
import { dateCell, missingInWords } from '../tables/values.ts';
import { isOverdue } from '../tables/judgements.ts';
import { tableOf, type CellColumn } from './columns.ts';
import { paperHeading } from './paper-heading.ts';
import type { Papers } from './paper-spec.ts';
import { requirementCells } from './register-cells.ts';

/** A must-do or a should-do, and what answers it. */
interface Asked {
  readonly requirement: Entity<'requirement'>;
  readonly answers: Answers;
}

/** A state in words for somebody who does not know the trust’s. */
const inPlainWords: Readonly<Record<State, string>> = {
  open: 'Under way',
  complete: 'Done, evidence still to come',
  evidenced: 'Done, with evidence; not signed off yet',
  closed: 'Done, and signed off',
  sustained: 'Done, signed off, and checked again',
  withdrawn: 'No longer planned',
};

/**
 * What the trust was told to do, what it does and how far that is, for anybody to read: roles and no
 * names, and nothing of notes, updates, evidence or what committees think. None without requirements.
 */
export function publicSections({ plan, asAt }: Papers): Section[] {
  const sections = [
    { id: 'must', title: 'What we must do or put right', strength: 'must' },
    { id: 'should', title: 'What we should do', strength: 'should' },
  ] as const;
  return sections.flatMap(({ id, title, strength }): Section[] => {
    const asked = plan
      .all('requirement')
      .filter((requirement) => strengthOfRequirement(requirement) === strength)
      .map((requirement) => ({ requirement, answers: answersTo(plan, requirement, asAt) }));
    if (asked.length === 0) return [];
    const table = tableOf(
      {
        id: `public-${id}`,
        title,
        caption: `What was asked of us, what we do about it, by when, and how far that was at ${dayInWords(asAt)}.`,
        whenEmpty: 'Nothing was asked of us.',
      },
      columns(plan),
      asked,
      ({ requirement }) => rowAbout(plan, requirement),
    );
    return [{ id, title, tables: [table] }];
  });
}

/** A heading that says nothing of meetings, minutes or who approved the plan. */
export function publicHeading(papers: Papers, title: string): Heading {
  const { trust, asAt, warning, facts } = paperHeading(papers, title);
  const status = papers.plan.heading?.item.status?.status.value;
  const planTitle = facts.find(({ term }) => term === 'Plan');
  const standing = sentence(status ?? 'Not recorded as approved');
  return {
    title,
    trust,
    asAt,
    summary: summaryOf(papers),
    warning,
    facts: [
      ...(planTitle === undefined
        ? []
        : [{ ...planTitle, words: withoutTitledNames(planTitle.words) }]),
      { term: 'Status', words: standing },
    ],
    footer: `${title}. ${asAt}. ${standing}.`,
  };
}

/** How much of what was asked is done, in a sentence. */
function summaryOf({ plan, asAt }: Papers): string {
  const counts = { done: 0, underWay: 0, late: 0, nothing: 0 };
  const asked = plan
    .all('requirement')
    .filter((requirement) => strengthOfRequirement(requirement) !== 'other');
  for (const requirement of asked) {
    const answers = answersTo(plan, requirement, asAt);
    if (!isAnswered(answers)) counts.nothing++;
    else if (answers.live.every(({ state }) => isDelivered(state))) counts.done++;
    else {
      counts.underWay++;
      if (answers.live.some(isOverdue)) counts.late++;
    }
  }
  if (asked.length === 0) return 'Nothing was asked of us.';
  const parts = [
    [counts.done, 'done or decided'],
    [
      counts.underWay,
      counts.late === 0 ? 'under way' : `under way (${inDigits(counts.late)} late)`,
    ],
    [counts.nothing, 'not planned yet'],
  ] as const;
  const said = parts.filter(([amount]) => amount > 0);
  return `${count(asked.length, 'thing was', 'things were')} asked of us: ${listed(said.map(([amount, words]) => `${inDigits(amount)} ${words}`))}.`;
}

const columns = (plan: Plan): readonly CellColumn<Asked>[] => [
  {
    id: 'asked',
    heading: 'What was asked',
    prose: true,
    cellOf: ({ requirement }) =>
      many('lines', requirementCells(requirement).map(withoutNames), absent('Not given')),
  },
  {
    id: 'kind',
    heading: 'Kind',
    cellOf: ({ requirement }) => text(sentence(requirementName(requirement))),
  },
  {
    id: 'source',
    heading: 'Asked in',
    cellOf: ({ requirement: { parent } }) =>
      parent === undefined ? absent('Not given') : withoutNames(namedCell(plan, parent)),
  },
  {
    id: 'done',
    heading: 'What we do about it',
    prose: true,
    cellOf: eachAction(({ action }) => {
      const { title } = action.item;
      return text(withoutTitledNames(title.value ?? missingInWords(title)));
    }, 'No action yet'),
  },
  {
    id: 'who',
    heading: 'Who leads it',
    cellOf: eachAction((position) => text(leaderOf(plan, position)), 'Nobody yet'),
  },
  {
    id: 'when',
    heading: 'By when',
    cellOf: eachAction(({ deadline: { inForce, day } }) => {
      const cell = dateCell(inForce, day, 'No date yet');
      if (cell.type === 'date') return { ...cell, given: undefined };
      return inForce === undefined ? cell : unknown(inForce.missing);
    }, 'No date yet'),
  },
  {
    id: 'status',
    heading: 'How far it is',
    cellOf: ({ answers, requirement }) =>
      answers.live.length > 0
        ? eachAction(standing, '')({ answers, requirement })
        : recordedStanding(answers),
  },
];

/** A line an action; numbered where there are several, so that the columns can be read across. */
function eachAction(
  cellOf: (position: Position) => Cell,
  otherwise: string,
): (asked: Asked) => Cell {
  return ({ answers: { live } }) =>
    many(
      'lines',
      live.map((position, index): Cell => {
        const cell = cellOf(position);
        if (live.length === 1) return cell;
        const nth = `${String(index + 1)}. `;
        return cell.type === 'tag'
          ? { ...cell, words: nth + cell.words }
          : text(nth + textOf(cell));
      }),
      absent(otherwise),
    );
}

/** What is missing, without the reason that the trust keeps for itself. */
const unknown = (missing: string | undefined): Cell =>
  absent(missing === 'tbc' ? 'To be confirmed' : 'Not known');

/** The role that answers for an action; a name is withheld. */
function leaderOf(plan: Plan, { action }: Position): string {
  const owner = action.item.sro?.owner;
  if (owner === undefined) return 'Nobody yet';
  if (owner.value === undefined) return textOf(unknown(owner.missing));
  return sentence(roleOnly(nameOf(plan, owner.value)));
}

function standing({ state, late }: Position): Cell {
  return late === undefined
    ? tag(inPlainWords[state], states[state].tone)
    : tag('Under way, and late', 'bad');
}

/** How far something is that no action answers: what is recorded of itself, without who said so. */
function recordedStanding({ recorded }: Answers): Cell {
  const words = new Map<string, Tone>();
  for (const cell of recorded) {
    if (cell.type === 'tag') words.set(cell.words, cell.tone);
    else words.set('Decided not to act', 'none');
  }
  return many(
    'lines',
    [...words].map(([said, tone]) => tag(said, tone)),
    tag('Nothing planned yet', 'caution'),
  );
}

const withoutNames = (cell: Cell): Cell =>
  cell.type === 'absent' ? cell : text(withoutTitledNames(textOf(cell)));
