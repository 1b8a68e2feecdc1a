import type { IsoDate } from '../../language/dates.ts';
import type { RegulationReference } from '../../language/slots.ts';
import { dateInWords } from '../../plan/calendar.ts';
import { latestKnown } from '../../plan/facts/history.ts';
import { isPersonsName } from '../../plan/facts/people.ts';
import type { Position } from '../../plan/facts/position.ts';
import { strengthOfRequirement } from '../../plan/facts/strength.ts';
import type { Entity, Plan } from '../../plan/plan.ts';
import { findRegulation, instruments, regulationNumber } from '../../plan/vocabularies.ts';
import { listed, naturalOrder } from '../../plan/words.ts';
import { committeeCell, ownerCell } from '../tables/action-cells.ts';
import { answersTo } from '../tables/answers.ts';
import { itemCell, rowAbout } from '../tables/items.ts';
import { stateCell } from '../tables/judgements.ts';
import type { Fact, Section } from '../tables/paper.ts';
import { absent, many, text, textOf, type Cell, type Table } from '../tables/table.ts';
import { dateCell, textCell } from '../tables/values.ts';
import { tableOf, type CellColumn } from './columns.ts';
import type { Papers } from './paper-spec.ts';
import {
  measureCells,
  outcomeLines,
  requirementCells,
  resourcesCell,
  whatIsDoneCells,
} from './register-cells.ts';

type Requirement = Entity<'requirement'>;

/** A regulation that was found to be breached, and the must-dos that say so; none where they name none. */
interface Breach {
  readonly regulation: { readonly instrument: string; readonly number: string } | undefined;
  readonly paragraphs: Set<string>;
  readonly requirements: Requirement[];
}

/**
 * A report to the Care Quality Commission on the actions to be taken: for each regulation what will be
 * done, by whom and when, how it will be measured and kept up, what it needs, and how people are affected
 * until then. These are what its form for a report under regulation 17(3) asks.
 */
export function cqcSections({ plan, asAt }: Papers): Section[] {
  const breaches = breachesIn(plan);
  if (breaches.length === 0) return [];
  return [
    ...breaches.map((breach, index) => regulationSection(plan, asAt, breach, index)),
    {
      id: 'completed-by',
      title: 'Completed by',
      facts: ['Completed by', 'Position', 'Date'].map(toFillIn),
      tables: [],
    },
  ];
}

const toFillIn = (term: string): Fact => ({ term, words: 'To be filled in' });

/** The must-dos of the regulator, under each regulation that they cite: one may stand under several. */
function breachesIn(plan: Plan): Breach[] {
  const breaches = new Map<string, Breach>();
  const add = (cited: RegulationReference | undefined, requirement: Requirement): void => {
    const number = cited === undefined ? '' : regulationNumber(cited.paragraph);
    const key = cited === undefined ? '' : `${cited.instrument}:${number}`;
    const breach = breaches.get(key) ?? {
      regulation: cited && { instrument: cited.instrument, number },
      paragraphs: new Set<string>(),
      requirements: [],
    };
    breaches.set(key, breach);
    if (cited !== undefined) breach.paragraphs.add(cited.paragraph);
    if (!breach.requirements.includes(requirement)) breach.requirements.push(requirement);
  };
  for (const requirement of plan.all('requirement')) {
    if (!isBreach(plan, requirement)) continue;
    const cited = requirement.item.regulations?.paragraphs.value ?? [];
    if (cited.length === 0) add(undefined, requirement);
    for (const each of cited) add(each, requirement);
  }
  return [...breaches]
    .sort(([a], [b]) => (a === '' ? 1 : b === '' ? -1 : naturalOrder(a, b)))
    .map(([, breach]) => breach);
}

/** What the regulator of care found; a source that names no body is taken for one of its. */
function isBreach(plan: Plan, requirement: Requirement): boolean {
  const { parent } = requirement;
  if (strengthOfRequirement(requirement) !== 'must' || parent?.kind !== 'source') return false;
  const body = parent.item.body?.body.value;
  if (body === undefined) return parent.item.keyword === 'inspection';
  const resolution = plan.resolve(body);
  return resolution.state === 'body' && resolution.body.id === 'CQC';
}

function regulationSection(plan: Plan, asAt: IsoDate, breach: Breach, index: number): Section {
  const { regulation, paragraphs, requirements } = breach;
  const title =
    regulation === undefined
      ? 'Regulation not recorded'
      : regulationTitle(regulation.instrument, regulation.number);
  const positions = requirements.flatMap((requirement) => answersTo(plan, requirement, asAt).live);
  const unanswered = requirements.filter(
    (requirement) => answersTo(plan, requirement, asAt).live.length === 0,
  );
  const instrument = instruments.get(regulation?.instrument ?? '')?.title;
  const cited = [...paragraphs].sort(naturalOrder);
  return {
    id: `regulation-${String(index + 1)}`,
    title,
    facts: [
      toFillIn('Regulated activity'),
      ...(instrument === undefined ? [] : [{ term: 'Regulations', words: instrument }]),
      ...(cited.length === 0 ? [] : [{ term: 'Paragraphs', words: listed(cited) }]),
    ],
    paragraphs: ['What must be put right:'],
    points: requirements.map((requirement) => {
      const words = requirementCells(requirement).map(textOf).join(': ');
      const from = requirement.parent?.item.title.value;
      return from === undefined ? words : `${words} (${from})`;
    }),
    tables: [
      {
        ...actionsTable(plan, asAt, [...new Set(positions)], unanswered),
        id: `actions-under-${String(index + 1)}`,
        title: `Actions: ${title}`,
      },
    ],
  };
}

function regulationTitle(instrument: string, number: string): string {
  const title = findRegulation(instrument, number)?.title;
  const year = instrument === '2014' ? '' : ` of the ${instrument} Regulations`;
  return title === undefined
    ? `Regulation ${number}${year}`
    : `Regulation ${number}${year}: ${title}`;
}

/** The role that answers for an action; a person’s name is no role. */
function roleCell(plan: Plan, action: Entity<'action'>): Cell {
  const cell = ownerCell(plan, action);
  return isPersonsName(textOf(cell)) ? absent('Role not recorded') : cell;
}

/** When it is to be checked that it holds, where that was said when it was signed off. */
function recheckCells({ item }: Entity<'action'>, asAt: IsoDate): Cell[] {
  const recheck = latestKnown(item.closed, ({ on }) => on, asAt)?.recheck?.value;
  return recheck === undefined ? [] : [text(`To be checked again: ${dateInWords(recheck)}`)];
}

function actionsTable(
  plan: Plan,
  asAt: IsoDate,
  positions: readonly Position[],
  unanswered: readonly Requirement[],
): Table {
  const columns: readonly CellColumn<Position>[] = [
    { id: 'ref', heading: 'Ref', cellOf: ({ action }) => itemCell(plan, action) },
    {
      id: 'action',
      heading: 'What will be done, and what it is to achieve',
      prose: true,
      cellOf: ({ action }) =>
        many(
          'lines',
          [...whatIsDoneCells(action, asAt), ...outcomeLines(action)],
          absent('Not given'),
        ),
    },
    { id: 'who', heading: 'Who is responsible', cellOf: ({ action }) => roleCell(plan, action) },
    {
      id: 'measures',
      heading: 'How it will be measured and sustained',
      prose: true,
      cellOf: ({ action }) =>
        many(
          'lines',
          [...measureCells(plan, action), ...recheckCells(action, asAt)],
          absent('Not given'),
        ),
    },
    {
      id: 'watched',
      heading: 'Who makes sure of that',
      cellOf: ({ action }) => {
        const cell = committeeCell(plan, action);
        return cell.type === 'item' ? { ...cell, label: cell.name ?? cell.label } : cell;
      },
    },
    {
      id: 'resources',
      heading: 'What it needs that is not there',
      cellOf: ({ action }) => resourcesCell(plan, action),
    },
    {
      id: 'due',
      heading: 'Done by',
      cellOf: ({ deadline }) => dateCell(deadline.inForce, deadline.day, 'No date given'),
    },
    {
      id: 'impact',
      heading: 'How people are affected until then',
      prose: true,
      cellOf: ({ action }) => textCell(action.item.impact?.text, 'Not given'),
    },
    { id: 'state', heading: 'State', cellOf: stateCell },
  ];
  const gaps = unanswered.map(({ id, item }) => item.title.value ?? id);
  return tableOf(
    {
      id: 'actions-under',
      title: 'Actions',
      caption: 'What the trust does about it.',
      whenEmpty: 'No action is recorded.',
      notes:
        positions.length > 0 && gaps.length > 0
          ? [`No action is recorded for: ${gaps.join('; ')}.`]
          : [],
    },
    columns,
    positions,
    ({ action }) => rowAbout(plan, action),
  );
}
