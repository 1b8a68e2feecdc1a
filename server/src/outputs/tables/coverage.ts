import type { IsoDate } from '../../language/dates.ts';
import type { State } from '../../plan/facts/progress.ts';
import type { Position } from '../../plan/facts/position.ts';
import { requirementName, strengthOfRequirement } from '../../plan/facts/strength.ts';
import { KeptFact } from '../../plan/kept-fact.ts';
import type { Entity, Plan } from '../../plan/plan.ts';
import { count, sentence } from '../../plan/words.ts';
import { answersTo, isAnswered } from './answers.ts';
import { facetsOfRequirement } from './facets.ts';
import { itemCell, rowAbout, shortCell, shortNamesNote, titleCell } from './items.ts';
import { assuranceCell, byLateness, stateCell } from './judgements.ts';
import { absent, many, tag, text, type Cell, type Row, type Table } from './table.ts';

const order = { must: 0, should: 1, other: 2 } as const;
const toneOfGap = { must: 'bad', should: 'caution', other: 'none' } as const;

/** Which actions answer which requirement, must-dos first; what nothing answers is said in words. */
export function coverageTables(plan: Plan, asAt: IsoDate): Table[] {
  const requirements = [...plan.all('requirement')].sort(
    (a, b) => order[strengthOfRequirement(a)] - order[strengthOfRequirement(b)],
  );
  return [
    {
      id: 'coverage',
      title: 'Must-do coverage',
      caption:
        'Every requirement, must-dos first, with the actions that answer it, the worst of their states and the lowest of their assurance.',
      columns: [
        { id: 'requirement', heading: 'Requirement' },
        { id: 'what', heading: 'What it asks', prose: true },
        { id: 'source', heading: 'Source' },
        { id: 'kind', heading: 'Kind' },
        { id: 'actions', heading: 'Answered by' },
        { id: 'state', heading: 'Worst state' },
        { id: 'assurance', heading: 'Assurance' },
      ],
      rows: coverageRows.all(plan, requirements, asAt),
      whenEmpty: 'The plan lists no requirements.',
      notes: shortNamesNote(requirements.map(({ parent }) => parent)),
    },
  ];
}

const coverageRows = new KeptFact<Plan, Entity<'requirement'>, Row>(coverageRow);

function coverageRow(plan: Plan, requirement: Entity<'requirement'>, asAt: IsoDate): Row {
  const answers = answersTo(plan, requirement, asAt);
  return {
    ...rowAbout(plan, requirement, true),
    facets: facetsOfRequirement(plan, requirement, asAt),
    cells: [
      itemCell(plan, requirement),
      titleCell(requirement),
      requirement.parent === undefined ? absent('None') : shortCell(plan, requirement.parent),
      text(sentence(requirementName(requirement))),
      answeredByCell(plan, requirement, asAt),
      worstState(answers.live),
      lowestAssurance(answers.live),
    ],
  };
}

/** The actions and records that answer a requirement, or that nothing does. */
export function answeredByCell(
  plan: Plan,
  requirement: Entity<'requirement'>,
  asAt: IsoDate,
): Cell {
  const answers = answersTo(plan, requirement, asAt);
  const refs = (positions: readonly Position[]): Cell => ({
    type: 'list',
    cells: positions.map(({ action }) => itemCell(plan, action)),
  });
  const { live, recorded, withdrawn } = answers;
  const gap = tag('Nothing answers it', toneOfGap[strengthOfRequirement(requirement)]);
  if (isAnswered(answers)) {
    return many('lines', [...(live.length > 0 ? [refs(live)] : []), ...recorded], gap);
  }
  if (withdrawn.length === 0) return gap;
  return { type: 'lines', cells: [gap, text('Withdrawn:'), refs(withdrawn)] };
}

const ladder: readonly State[] = ['open', 'complete', 'evidenced', 'closed', 'sustained'];

function worstState(positions: readonly Position[]): Cell {
  const [latest] = [...positions].sort(byLateness);
  if (latest?.late !== undefined) return tag(`Open, ${count(latest.late, 'day')} late`, 'bad');
  const [worst] = [...positions].sort((a, b) => ladder.indexOf(a.state) - ladder.indexOf(b.state));
  if (worst === undefined) return absent('No action');
  return stateCell(worst);
}

/** The lowest rank first; a word of unknown meaning might be the lowest. */
function lowestAssurance(positions: readonly Position[]): Cell {
  if (positions.length === 0) return absent('No action');
  const rank = ({ assurance }: Position): number => assurance?.level?.meaning?.rank ?? 0;
  const rated = positions.filter(({ assurance }) => assurance !== undefined);
  const [lowest] = [...rated].sort((a, b) => rank(a) - rank(b));
  if (lowest === undefined) return absent('Not rated');
  const unrated = positions.length - rated.length;
  const cell = assuranceCell(lowest);
  if (unrated === 0) return cell;
  return { type: 'lines', cells: [cell, absent(`${count(unrated, 'action')} not rated`)] };
}
