import type { IsoDate } from '../../language/dates.ts';
import { dateInWords, dayInWords } from '../../plan/calendar.ts';
import { requirementsOf } from '../../plan/facts/coverage.ts';
import { latestKnown } from '../../plan/facts/history.ts';
import type { Position } from '../../plan/facts/position.ts';
import { regulatorDateOf } from '../../plan/facts/regulator-dates.ts';
import type { Plan } from '../../plan/plan.ts';
import { inNaturalOrder } from '../../plan/words.ts';
import { directorateCell, ownerCell } from '../tables/action-cells.ts';
import { facetsOfAction } from '../tables/facets.ts';
import {
  itemCell,
  namedCell,
  nameOf,
  referenceCell,
  rowAbout,
  shortNamesNote,
} from '../tables/items.ts';
import { assuranceCell, progressCell } from '../tables/judgements.ts';
import type { Section } from '../tables/paper.ts';
import { absent, many, text, textOf, type Cell } from '../tables/table.ts';
import { dateCell, missingInWords, textCell } from '../tables/values.ts';
import { tableOf, type CellColumn } from './columns.ts';
import type { Papers } from './paper-spec.ts';
import {
  measureCells,
  outcomeLines,
  resourcesCell,
  requirementCells,
  whatIsDoneCells,
} from './register-cells.ts';

interface Line {
  readonly plan: Plan;
  readonly asAt: IsoDate;
  readonly position: Position;
}

/**
 * The 15 columns of the register that trusts keep, in its order and with its headings, so that nobody
 * loses the view they know. Source: Leicestershire Partnership NHS Trust, CQC action plan 2018.
 */
const columns = (plan: Plan): readonly CellColumn<Line>[] => [
  { id: 'code', heading: 'Overarching reference code', cellOf: codeCell },
  {
    id: 'directorate',
    heading: 'Directorate',
    cellOf: ({ position }) => directorateCell(plan, position.action),
  },
  { id: 'ref', heading: 'Action Reference', cellOf: refCell },
  { id: 'source', heading: sourceHeading(plan), cellOf: sourceCell },
  { id: 'requirement', heading: '‘Requirement Action’', prose: true, cellOf: requirementCell },
  {
    id: 'action',
    heading:
      'Please describe clearly the overarching action you are going to take to meet the gap and what you plan to achieve.',
    prose: true,
    cellOf: ({ asAt, position: { action } }) =>
      many(
        'lines',
        [...whatIsDoneCells(action, asAt), ...outcomeLines(action)],
        absent('Not given'),
      ),
  },
  {
    id: 'measures',
    heading:
      'How will you demonstrate that you have met your action? What measures are going to be put in place to check this?',
    prose: true,
    cellOf: ({ position }) =>
      many('lines', measureCells(plan, position.action), absent('Not given')),
  },
  {
    id: 'resources',
    heading:
      'What resources are required which are NOT available and how will you escalate this risk?',
    prose: true,
    cellOf: ({ position }) => resourcesCell(plan, position.action),
  },
  {
    id: 'due',
    heading:
      'What date will your overarching actions be complete? (where this exceeds the re-inspection timeframe how will you escalate this?)',
    cellOf: dueCell,
  },
  {
    id: 'impact',
    heading:
      'How will people who use the service(s) be affected by you not meeting this regulation until this date?',
    prose: true,
    cellOf: ({ position }) => textCell(position.action.item.impact?.text, 'Not given'),
  },
  {
    id: 'sro',
    heading: 'Senior Responsible Owner (SRO)',
    cellOf: ({ position }) => ownerCell(plan, position.action),
  },
  { id: 'comments', heading: 'SRO Comments/ Remedial Actions', prose: true, cellOf: commentsCell },
  {
    id: 'progress',
    heading: 'SRO Progress RAG Rating',
    cellOf: ({ position }) => progressCell(position),
  },
  {
    id: 'group',
    heading: 'Committee/Group responsible for delivering the actions',
    cellOf: groupCell,
  },
  {
    id: 'assurance',
    heading: 'Committee Assurance Rating',
    cellOf: ({ position }) => assuranceCell(position),
  },
];

/** The trust’s own register: a row an action; none without actions. */
export function registerSections({ plan, asAt, positions }: Papers): Section[] {
  if (positions.length === 0) return [];
  const title = 'Action plan register';
  const table = tableOf(
    {
      id: 'register',
      title,
      caption: `Every action in the columns of the trust’s register, with the latest word on it at ${dayInWords(asAt)}.`,
      whenEmpty: 'The plan has no actions.',
      notes: shortNamesNote(
        positions.map(({ action }) =>
          plan.find('directorate', action.item.directorate?.directorate.value),
        ),
      ),
    },
    columns(plan),
    inNaturalOrder(positions, ({ action }) => action.id).map((position) => ({
      plan,
      asAt,
      position,
    })),
    ({ position }) => ({
      ...rowAbout(plan, position.action),
      facets: facetsOfAction(plan, position),
    }),
  );
  return [{ id: 'register', title, tables: [table] }];
}

/** The register’s fourth heading names the years of its inspections: those that this plan’s own were in. */
function sourceHeading(plan: Plan): string {
  const years = plan
    .all('source')
    .filter(({ item }) => item.keyword === 'inspection')
    .map(({ item }) => item.inspected[0]?.on.value ?? item.reported?.on.value)
    .flatMap((date) => date?.first?.slice(0, 4) ?? []);
  const latestFirst = [...new Set(years)].sort().reverse();
  return ['Core Service Report', ...(latestFirst.length > 0 ? [latestFirst.join('/')] : ['/'])]
    .concat('Comprehensive inspection')
    .join(' ');
}

/** The code that the paper prints over its requirements, or else the action’s own reference. */
function codeCell({ plan, position: { action } }: Line): Cell {
  const codes = requirementsOf(plan, action).map(({ item }) => item.ref?.printed.value);
  const printed = [...new Set(codes.filter((code) => code !== undefined))];
  const own = action.item.ref?.printed.value ?? action.id;
  return many('list', printed.map(text), text(own));
}

function refCell({ plan, position: { action } }: Line): Cell {
  const printed = action.item.ref?.printed.value;
  const cell = itemCell(plan, action);
  return printed === undefined ? cell : { ...cell, given: printed };
}

/** The source it names, or those of what it answers, by their names. */
function sourceCell({ plan, position: { action } }: Line): Cell {
  const own = action.item.source?.source;
  if (own !== undefined) {
    const cell = referenceCell(plan, 'source', own, namedCell, 'Not given');
    return cell.type === 'item' ? { ...cell, given: own.given } : cell;
  }
  const parents = requirementsOf(plan, action).flatMap(({ parent }) => parent ?? []);
  const cells = [...new Set(parents)].map((parent) => namedCell(plan, parent));
  return many('lines', cells, absent('Not given'));
}

/** The words of what it answers; the references that the plan does not list stand as they are written. */
function requirementCell({ plan, position: { action } }: Line): Cell {
  const value = action.item.requirements?.requirements;
  if (value === undefined) return absent('No requirement');
  if (value.value === undefined) return absent(missingInWords(value), value.given);
  const cells = value.value.map((reference): Cell => {
    const requirement = plan.find('requirement', reference);
    return requirement === undefined
      ? text(nameOf(plan, reference))
      : many('lines', requirementCells(requirement), absent('Not given'));
  });
  return many('lines', cells, absent('No requirement'));
}

/** The deadline in force; the first one where it has moved; and whether a regulator expects it sooner. */
function dueCell({ plan, position: { action, deadline } }: Line): Cell {
  const { inForce, day, original, originalDay, revisions } = deadline;
  const lines = [dateCell(inForce, day, 'No deadline')];
  if (revisions.length > 0 && original !== undefined) {
    lines.push(text(`First planned for ${textOf(dateCell(original, originalDay, 'no day'))}`));
  }
  const expected = regulatorDateOf(plan, action);
  if (expected !== undefined && day !== undefined && day > expected.day) {
    lines.push(text(`After ${expectedBy[expected.of]}: ${dateInWords(expected.date)}`));
  }
  return many('lines', lines, absent('No deadline'));
}

const expectedBy = {
  requirement: 'the date that the requirement sets',
  notice: 'the date that the notice sets',
  inspection: 'the next inspection is expected',
} as const;

/** The latest word of the SRO’s that has more to it than a rating. */
function commentsCell({ asAt, position: { action } }: Line): Cell {
  const told = action.item.updates.filter(({ text: words }) => words.value !== undefined);
  const update = latestKnown(told, (record) => record.on, asAt);
  const words = update?.text.value;
  if (update === undefined || words === undefined) return absent('No comment');
  const on = update.on.value;
  return text(on === undefined ? words : `${dateInWords(on)}: ${words}`);
}

/** The groups that deliver it; where none is said, the committee that oversees it. */
function groupCell({ plan, position: { action } }: Line): Cell {
  const { deliveredBy, committee } = action.item;
  const groups = deliveredBy?.committees;
  if (groups === undefined) {
    return referenceCell(plan, 'committee', committee?.committee, namedCell, 'None named');
  }
  if (groups.value === undefined) return absent(missingInWords(groups), groups.given);
  const cells = groups.value.map((reference): Cell => {
    const found = plan.find('committee', reference);
    return found === undefined ? text(nameOf(plan, reference)) : namedCell(plan, found);
  });
  return many('lines', cells, absent('None named'));
}
