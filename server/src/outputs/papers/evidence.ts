import type { IsoDate } from '../../language/dates.ts';
import type { ItemOf } from '../../language/items.ts';
import { dateInWords, dayInWords } from '../../plan/calendar.ts';
import { requirementsOf } from '../../plan/facts/coverage.ts';
import { latestKnown } from '../../plan/facts/history.ts';
import type { Position } from '../../plan/facts/position.ts';
import { evidenceOf, isDelivered } from '../../plan/facts/progress.ts';
import type { Plan } from '../../plan/plan.ts';
import { count, inNaturalOrder, listed, sentence } from '../../plan/words.ts';
import { facetsOfAction } from '../tables/facets.ts';
import { itemCell, nameOf, rowAbout, titleCell } from '../tables/items.ts';
import { stateCell } from '../tables/judgements.ts';
import type { Section } from '../tables/paper.ts';
import { absent, many, number, tag, text, type Cell } from '../tables/table.ts';
import { dateCell, known, missingInWords, recordDate, textCell } from '../tables/values.ts';
import { tableOf, type CellColumn } from './columns.ts';
import type { Papers } from './paper-spec.ts';

/** An action with one thing that shows it is done, or with none; and what closed it. */
interface Shown {
  readonly position: Position;
  readonly nth: number;
  readonly evidence: ItemOf<'action'>['evidence'][number] | undefined;
  readonly closed: ItemOf<'action'>['closed'][number] | undefined;
  readonly sustained: ItemOf<'action'>['sustained'][number] | undefined;
}

const noEvidence = 'No evidence';

const columns = (plan: Plan, asAt: IsoDate): readonly CellColumn<Shown>[] => [
  { id: 'ref', heading: 'Ref', cellOf: ({ position }) => itemCell(plan, position.action) },
  {
    id: 'action',
    heading: 'Action',
    prose: true,
    cellOf: ({ position }) => titleCell(position.action),
  },
  { id: 'state', heading: 'State', cellOf: ({ position }) => stateCell(position) },
  {
    id: 'evidence',
    heading: 'Evidence',
    prose: true,
    cellOf: ({ evidence, position }) =>
      evidence === undefined && isDelivered(position.state)
        ? tag('None recorded', 'caution')
        : textCell(evidence?.text, 'None recorded'),
  },
  {
    id: 'line',
    heading: 'Line of defence',
    numeric: true,
    cellOf: ({ evidence }) => {
      if (evidence === undefined) return absent(noEvidence);
      const amount = evidence.line?.value?.amount;
      return amount === undefined ? absent('Not given') : number(amount);
    },
  },
  {
    id: 'on',
    heading: 'Date',
    cellOf: ({ evidence }) =>
      evidence === undefined
        ? absent(noEvidence)
        : dateCell(evidence.on, evidence.on?.value?.last, 'Not dated'),
  },
  {
    id: 'where',
    heading: 'Where it is kept',
    cellOf: ({ evidence }) =>
      evidence === undefined ? absent(noEvidence) : textCell(evidence.in, 'Not given'),
  },
  {
    id: 'by',
    heading: 'Given by',
    cellOf: ({ evidence }) =>
      evidence === undefined ? absent(noEvidence) : partyCell(plan, evidence.by, 'Not given'),
  },
  {
    id: 'verified',
    heading: 'Verified by',
    cellOf: ({ position: { action } }) =>
      many(
        'lines',
        requirementsOf(plan, action).flatMap(({ item }) => {
          const verified = known(item.verified, asAt);
          if (verified === undefined) return [];
          const by = verified.by?.value && nameOf(plan, verified.by.value);
          return [text(`${sentence(by ?? 'Nobody named')}, ${recordDate(verified.on)}`)];
        }),
        absent('Not verified'),
      ),
  },
  {
    id: 'group',
    heading: 'Signed off by',
    cellOf: ({ closed }) =>
      closed === undefined ? absent('Not signed off') : partyCell(plan, closed.by, 'Nobody named'),
  },
  {
    id: 'closed',
    heading: 'Signed off on',
    cellOf: ({ closed }) => dateCell(closed?.on, closed?.on.value?.last, 'Not signed off'),
  },
  {
    id: 'recheck',
    heading: 'Check again',
    cellOf: ({ closed, sustained }) => {
      if (closed === undefined) return absent('Not signed off');
      const day = closed.recheck?.value?.last;
      if (day !== undefined && day < asAt && sustained === undefined) {
        return tag('Check is due', 'caution', dayInWords(day));
      }
      return dateCell(closed.recheck, day, 'No day set');
    },
  },
  {
    id: 'sustained',
    heading: 'Sustained?',
    cellOf: ({ closed, sustained }) => {
      if (sustained !== undefined) {
        const on = sustained.on.value;
        return tag('Sustained', 'good', on === undefined ? undefined : dateInWords(on));
      }
      return absent(closed === undefined ? 'Not signed off' : 'Not checked again yet');
    },
  },
];

/** What shows that actions are done, who signed them off, and whether it held. None where nothing is done or shown. */
export function evidenceSections({ plan, asAt, positions }: Papers): Section[] {
  const shown = inNaturalOrder(positions, ({ action }) => action.id)
    .filter(({ state }) => state !== 'withdrawn')
    .flatMap((position) => shownOf(position, asAt));
  if (shown.length === 0) return [];
  const title = 'Evidence and closure register';
  const bare = shown.filter(({ evidence }) => evidence === undefined);
  const table = tableOf(
    {
      id: 'evidence',
      title,
      caption: `Each item of evidence by ${dayInWords(asAt)}, and who signed its action off. An action that is complete or further without evidence has a row too.`,
      whenEmpty: 'No evidence is recorded.',
      notes: [
        'Lines of defence: 1, the team that does the work; 2, others in the trust; 3, somebody from outside.',
      ],
    },
    columns(plan, asAt),
    shown,
    ({ position, nth }) => {
      const about = rowAbout(plan, position.action);
      return {
        ...about,
        key: nth === 0 ? about.key : `${about.key}-evidence-${String(nth + 1)}`,
        facets: facetsOfAction(plan, position),
      };
    },
  );
  return [
    {
      id: 'evidence',
      title,
      ...(bare.length === 0
        ? {}
        : {
            paragraphs: [
              `${count(bare.length, 'action')} said to be complete, or signed off, without evidence on record: ${listed(bare.map(({ position }) => position.action.id))}.`,
            ],
          }),
      tables: [table],
    },
  ];
}

function shownOf(position: Position, asAt: IsoDate): Shown[] {
  const { action, state } = position;
  const { item } = action;
  const isClosed = state === 'closed' || state === 'sustained';
  const closed = isClosed ? latestKnown(item.closed, ({ on }) => on, asAt) : undefined;
  const sustained =
    state === 'sustained' ? latestKnown(item.sustained, ({ on }) => on, asAt) : undefined;
  const all = evidenceOf(action, asAt);
  const shown: readonly Shown['evidence'][] =
    all.length === 0 && isDelivered(state) ? [undefined] : all;
  return shown.map((evidence, nth) => ({ position, nth, evidence, closed, sustained }));
}

function partyCell(
  plan: Plan,
  by: ItemOf<'action'>['closed'][number]['by'],
  otherwise: string,
): Cell {
  if (by === undefined) return absent(otherwise);
  if (by.value === undefined) return absent(missingInWords(by), by.given);
  return text(sentence(nameOf(plan, by.value)));
}
