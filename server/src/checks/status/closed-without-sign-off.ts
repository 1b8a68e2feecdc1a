import { latestKnown } from '../../plan/facts/history.ts';
import { stateOf } from '../../plan/facts/progress.ts';
import type { Edit } from '../../plan/flag.ts';
import { listed } from '../../plan/words.ts';
import { always, check } from '../check.ts';
import { addQualifier, fixToLookAt, replace } from '../shared/fixes.ts';
import { isGap } from '../shared/gaps.ts';

export const closedWithoutSignOff = check({
  id: 'closed-without-sign-off',
  title: 'Closed without sign-off',
  what: 'The record by which an action is closed or sustained does not name who signed it off, or has no date. Tbc is an answer for now, and withheld is one.',
  why: 'Closed means that somebody other than the SRO has looked. A closure that nobody signed on no day is a claim like any other.',
  source:
    'Practice: at one trust an action is closed after an inspection by peers, at another a group reviews the closure and an executive group ratifies it.',
  falsePositives:
    'A closure that is minuted elsewhere: name the committee, the date and the minute.',
  severity: always('warning'),
  preset: 'recommended',
  over: 'action',
  *run(action, { plan, asAt }) {
    const state = stateOf(plan, action, asAt);
    if (state !== 'closed' && state !== 'sustained') return;
    const record = latestKnown(action.item[state], ({ on }) => on, asAt);
    if (record === undefined) return;
    const noName = isGap(record.by) && record.by?.missing !== 'withheld';
    const noDate = isGap(record.on);
    if (!noName && !noDate) return;
    const missing = [
      ...(noName ? [state === 'closed' ? 'who signed it off' : 'who checked it again'] : []),
      ...(noDate ? ['when'] : []),
    ];
    yield {
      at: record.keywordSpan,
      message: `Action ${action.id} is ${state}, and nothing says ${listed(missing)}.`,
      todo: 'Name the committee, or whoever looked apart from the SRO, with by, and give the date. If nobody has looked yet, say reopened.',
      fixes() {
        const edits: Edit[] = [];
        if (noDate) edits.push(replace(action.unit, record.on.span, 'tbc "when"'));
        if (noName && record.by !== undefined) {
          edits.push(replace(action.unit, record.by.span, 'tbc "who"'));
        } else if (noName) {
          edits.push(addQualifier(action, record, 'by tbc "who"'));
        }
        return [fixToLookAt(`Say that ${listed(missing)} is to be confirmed`, ...edits)];
      },
    };
  },
  examples: {
    flagged: [
      {
        plan: `
committee CEG "Clinical Effectiveness Group"
action F "Revise the cleaning schedules" {
  closed 2018-06-14
  ^^^^^^ Action F is closed, and nothing says who signed it off.
}
action G "Roll out the tool" {
  closed unknown by CEG
  ^^^^^^ Action G is closed, and nothing says when.
}
action H "Strengthen safe medicines" {
  closed    2018-02-14 by CEG
  sustained none by unknown because """
  ^^^^^^^^^ Action H is sustained, and nothing says who checked it again and when.
    Pharmacy looked at ten charts.
  """
}
action I "Control ligature risks at team bases" {
  closed 2018-06-14 because """
  ^^^^^^ Action I is closed, and nothing says who signed it off.
    All bases were seen.
  """
}
`,
      },
    ],
    clean: [
      {
        plan: `
committee CEG "Clinical Effectiveness Group"
action F "Revise the cleaning schedules" {
  closed 2018-06-14 by CEG
}
action G "Roll out the tool" {
  closed 2018-06-14 by tbc "the group meets on 11 July"
}
action H "Strengthen safe medicines" {
  closed 2018-06-14 by withheld "names a person"
}
action I "Control ligature risks at team bases" {
  closed   2018-03-14
  reopened 2018-05-09 because "Nobody had looked"
}
action J "Embed standards for care plans" {
  closed    2018-02
  sustained 2018-06-13 by CEG
}
`,
      },
    ],
  },
});
