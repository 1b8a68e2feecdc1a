import type { ItemOf, Value } from '../../language/items.ts';
import { dateInWords } from '../../plan/calendar.ts';
import { knownAt } from '../../plan/facts/history.ts';
import { stateOf } from '../../plan/facts/progress.ts';
import type { Edit } from '../../plan/flag.ts';
import type { Entity } from '../../plan/plan.ts';
import { listed } from '../../plan/words.ts';
import { check } from '../check.ts';
import { fixToLookAt, replace } from '../shared/fixes.ts';
import { textAt } from '../shared/phrases.ts';

export const slippageUnexplained = check({
  id: 'slippage-unexplained',
  title: 'Deadline that moved without a word',
  what: 'A due-revised that does not say why the deadline moved (because) or who agreed to it (by), or says none, n/a, unknown, unreadable or withheld there. tbc is an answer for now. For actions that are not withdrawn.',
  why: 'A deadline that its owner can move alone is none. The reason is what a committee can do something about.',
  source:
    'Practice: change control. NHS Improvement’s undertakings let timescales change only where it agrees, and committees approve new dates in their minutes.',
  falsePositives:
    'A date that only corrects a slip of the pen: write because "the first date was a slip".',
  severity: { notice: 'error', must: 'warning', should: 'warning', other: 'info' },
  preset: 'recommended',
  over: 'action',
  appliesTo: (action, { plan, asAt }) =>
    action.item.dueRevised.length > 0 && stateOf(plan, action, asAt) !== 'withdrawn',
  *run(action, { asAt }) {
    for (const revision of action.item.dueRevised) {
      if (!knownAt(revision.on, asAt)) continue;
      const gaps = gapsOf(action, revision);
      if (gaps.length === 0) continue;
      const to = revision.due.value;
      const moved =
        to === undefined
          ? `The deadline of action ${action.id} moved`
          : `The deadline of action ${action.id} moved to ${dateInWords(to)}`;
      yield {
        at: revision.due.span,
        message: `${moved}, and nothing says ${listed(gaps.map(({ fact }) => fact))}.`,
        todo: 'Add to the line because "why it moved" and by the committee that agreed to it.',
        fixes: () => {
          const edits = gaps.flatMap(({ fill }) => fill);
          return edits.length < gaps.length
            ? []
            : [fixToLookAt('Say that it is to be confirmed', ...joined(edits))];
        },
      };
    }
  },
  examples: {
    flagged: [
      {
        plan: `
action C "Bring recorded supervision to 85 %" {
  due         2018-03
  due-revised 2018-05 on 2018-03-14
              ^^^^^^^ The deadline of action C moved to May 2018, and nothing says why and who agreed to it.
  due-revised 2018-09 given "Sept" on 2018-05-09 by "Quality Assurance Committee"  // third date
              ^^^^^^^ The deadline of action C moved to September 2018, and nothing says why.
}
action D "Write guidance on safe medicines" {
  due         2018-03
  due-revised 2018-08 on 2018-05-09 because unknown
              ^^^^^^^ The deadline of action D moved to August 2018, and nothing says why and who agreed to it.
  due-revised tbc "the new date" on 2018-06-09 because """
              ^^^^^^^^^^^^^^^^^^ The deadline of action D moved, and nothing says who agreed to it.
    The pharmacist is away.
  """
}
`,
      },
    ],
    clean: [
      {
        plan: `
action C "Bring recorded supervision to 85 %" {
  due         2018-03
  due-revised 2018-05 on 2018-03-14 by "Quality Assurance Committee" because "Devices are late"
  due-revised 2018-09 on 2018-06-13 by tbc because tbc "to be minuted"
  due-revised 2018-12 on 2018-09-12
}
action D "Write guidance on safe medicines" {
  due         2018-03
  due-revised 2018-08
  withdrawn   2018-05-01 because "The service moved"
}
`,
      },
    ],
  },
});

type Revision = ItemOf<'action'>['dueRevised'][number];

interface Gap {
  readonly fact: string;
  /** The edit that puts tbc there; none where the line has a long text that leaves no room. */
  readonly fill: readonly Edit[];
}

function gapsOf({ unit }: Entity<'action'>, revision: Revision): Gap[] {
  const { because, by, span } = revision;
  const gaps: Gap[] = [];
  const place = roomFor(textAt(unit, span));
  const stub = (value: Value<unknown> | undefined, keyword: string, text: string): Edit[] => {
    if (value !== undefined) return [replace(unit, value.span, text)];
    const at = place === undefined ? undefined : span.start + place.offset;
    if (at === undefined) return [];
    const added = place?.atEnd === true ? ` ${keyword} ${text}` : `${keyword} ${text} `;
    return [replace(unit, { start: at, end: at }, added)];
  };
  if (isGap(because))
    gaps.push({ fact: 'why', fill: stub(because, 'because', 'tbc "why it moved"') });
  if (isGap(by)) gaps.push({ fact: 'who agreed to it', fill: stub(by, 'by', 'tbc "who agreed"') });
  return gaps;
}

const isGap = (value: Value<unknown> | undefined): boolean =>
  value === undefined || (value.missing !== undefined && value.missing !== 'tbc');

/** Where a qualifier can be added to a line: at its end, or before the reason where that is a long text. */
function roomFor(line: string): { offset: number; atEnd: boolean } | undefined {
  if (!line.includes('\n')) return { offset: line.length, atEnd: true };
  const reason = /\bbecause[ \t]+"""/.exec(line);
  return reason === null ? undefined : { offset: reason.index, atEnd: false };
}

/** Edits at one place as one edit: two could be made in either order. */
function joined(edits: readonly Edit[]): Edit[] {
  const byPlace = Map.groupBy(edits, ({ span }) => `${String(span.start)}-${String(span.end)}`);
  return [...byPlace.values()].flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [{ ...first, text: group.map(({ text }) => text).join('') }];
  });
}
