import type { Entity } from '../../plan/plan.ts';
import { sentence, listed } from '../../plan/words.ts';
import { always, check } from '../check.ts';
import { fixToLookAt, replace } from '../shared/fixes.ts';
import { nameOf } from '../shared/names.ts';

type Explained = Entity['item']['explained'][number];

/** What an explanation needs, in the order of its line; only without a reason it counts for nothing. */
const needs = [
  { keyword: 'until', name: 'a last day', stub: 'tbc' },
  { keyword: 'because', name: 'a reason', stub: 'tbc "why it may stand"' },
  { keyword: 'by', name: 'a name of who says so', stub: 'tbc' },
] as const satisfies readonly { keyword: keyof Explained; name: string; stub: string }[];

export const explanationIncomplete = check({
  id: 'explanation-incomplete',
  title: 'Explanation without a reason, a day or a name',
  what: 'An item says `explained` of a check, but not why, until when or who says so. Without a reason it counts for nothing.',
  why: 'A flag that may stand is a decision: somebody takes it, for a reason, until a day. What has none of these is a flag switched off.',
  source: 'Practice: registers of exceptions name the reason, who granted it and the day it ends.',
  falsePositives:
    'An explanation that holds for good: say so with a day far ahead, on which somebody looks again.',
  severity: always('warning'),
  preset: 'recommended',
  over: 'item',
  appliesTo: ({ item }) => item.explained.length > 0,
  *run(entity) {
    for (const line of entity.item.explained) {
      const missing = needs.filter(({ keyword }) => line[keyword] === undefined);
      const hasReason = line.because?.value !== undefined;
      if (missing.length === 0 && (hasReason || line.because?.missing === 'tbc')) continue;
      const named = missing.length === 0 ? [{ name: 'a reason' }] : missing;
      const effect = hasReason ? '' : ' Without a reason it counts for nothing.';
      yield {
        at: line.check.span,
        severity: hasReason ? 'info' : 'warning',
        message: `${sentence(nameOf(entity))} explains ${line.check.value ?? 'a flag'} without ${listed(named.map(({ name }) => name))}.${effect}`,
        todo: 'Say why it may stand, until which day, and who says so: explained … until … because "…" by ….',
        fixes: () => (missing.length === 0 ? [] : [complete(entity, line)]),
      };
    }
  },
  examples: {
    flagged: [
      {
        plan: `
action F "Revise the cleaning schedules" {
  due       2018-05
  explained overdue
            ^^^^^^^ Action F explains overdue without a last day, a reason and a name of who says so. Without a reason it counts for nothing.
  explained missing-sro because "The post is new"
            ^^^^^^^^^^^ Action F explains missing-sro without a last day and a name of who says so.
  explained missing-committee until 2018-12-31 because none by QAC
            ^^^^^^^^^^^^^^^^^ Action F explains missing-committee without a reason. Without a reason it counts for nothing.
}
`,
      },
    ],
    clean: [
      {
        plan: `
action F "Revise the cleaning schedules" {
  due       2018-05
  explained overdue     until 2018-12-31 because "The supplier is late" by QAC
  explained missing-sro until tbc because tbc "after the board" by tbc
}
`,
      },
    ],
  },
});

/** Puts what is missing into an explanation, in the order of its line. */
function complete({ unit }: Entity, line: Explained) {
  const parts = needs.map(({ keyword, stub }) => {
    const value = line[keyword];
    const said = value === undefined ? stub : unit.text.slice(value.span.start, value.span.end);
    return `${keyword} ${said}`;
  });
  const span = { start: line.check.span.end, end: line.span.end };
  return fixToLookAt(
    'Add what is missing, to be filled in',
    replace(unit, span, ` ${parts.join(' ')}`),
  );
}
