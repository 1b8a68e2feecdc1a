import { assuranceOf } from '../../plan/facts/assurance.ts';
import { knownAt } from '../../plan/facts/history.ts';
import { always, check } from '../check.ts';
import { addLine, fixToLookAt } from '../shared/fixes.ts';
import { isGap } from '../shared/gaps.ts';
import { dated } from '../shared/phrases.ts';

export const assuranceFirstLineOnly = check({
  id: 'assurance-first-line-only',
  title: 'Full assurance on first-line evidence',
  what: 'A committee’s latest judgement is full assurance, and all evidence on record is of the first line: those who do the work say so themselves. Evidence without a line could be of any.',
  why: 'What a team says of itself is reassurance. Full assurance needs somebody who looked and did not do the work.',
  source:
    'Practice: the three lines: those who run a service, oversight apart from them, and independent assurance such as internal audit (Good Governance Institute).',
  falsePositives:
    'Evidence of the second line that the committee saw and nobody listed here: add it with line 2.',
  severity: always('info'),
  // How far a committee relies on a line is its own judgement.
  preset: 'strict',
  over: 'action',
  appliesTo: ({ item }) => item.evidence.length > 0 && item.assurances.length > 0,
  *run(action, { plan, asAt }) {
    const assurance = assuranceOf(plan, action, asAt);
    if (assurance?.level?.meaning?.id !== 'full') return;
    const evidence = action.item.evidence.filter(
      ({ text, on }) => !isGap(text) && knownAt(on, asAt),
    );
    if (evidence.length === 0) return;
    if (!evidence.every(({ line }) => line?.value?.amount === 1)) return;
    const { record, level } = assurance;
    const { unit } = action;
    yield {
      at: record.level.span,
      message: `The latest assurance of action ${action.id} is “${level.label}”${dated(record.on)}, and all its evidence on record is of the first line.`,
      todo: 'Add evidence from somebody who did not do the work: an audit, a visit by peers, a sample of records, with line 2 or 3.',
      fixes: () => [
        fixToLookAt(
          'Add evidence of the second line, to be filled in',
          addLine(action, 'evidence tbc "what somebody found who did not do the work" line 2'),
        ),
      ],
      related: evidence.map(({ text }) => ({
        place: { unit, span: text.span },
        message: 'Evidence of the first line',
      })),
    };
  },
  examples: {
    flagged: [
      {
        plan: `
committee CEG "Clinical Effectiveness Group"
action F "Revise the cleaning schedules" {
  completed 2018-06-20
  evidence  "The matrons' own checklist" on 2018-06-19 line 1
  evidence  "E-mail of the ward managers" line 1
  evidence  "Audit by infection control" on 2018-07-09 line 2
  assurance full by CEG on 2018-06-27
            ^^^^ The latest assurance of action F is “Full” (27 June 2018), and all its evidence on record is of the first line.
}
action G "Roll out the tool" {
  evidence  "The team's own count" line 1
  assurance full by CEG
            ^^^^ The latest assurance of action G is “Full”, and all its evidence on record is of the first line.
}
`,
      },
    ],
    clean: [
      {
        plan: `
committee CEG "Clinical Effectiveness Group"
action F "Revise the cleaning schedules" {
  evidence  "The matrons' own checklist" line 1
  evidence  "Audit by infection control" on 2018-06-25 line 2
  assurance full by CEG on 2018-06-27
}
action G "Roll out the tool" {
  evidence  "The team's own count" line 1
  assurance significant by CEG on 2018-06-27
}
action H "Strengthen safe medicines" {
  evidence  "Ten charts, looked at"
  assurance full by CEG on 2018-06-27
}
action I "Control ligature risks at team bases" {
  evidence  "The bases' own list" line 1
  assurance full by CEG on 2018-05-09
  assurance partial by CEG on 2018-06-13
}
`,
      },
    ],
  },
});
