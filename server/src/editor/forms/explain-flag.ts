import { checks } from '../../checks/index.ts';
import { addLine, replace } from '../../checks/shared/fixes.ts';
import { dayInWords } from '../../plan/calendar.ts';
import type { Flag } from '../../plan/flag.ts';
import { flaggedItem } from '../../plan/flagged-item.ts';
import type { Entity } from '../../plan/plan.ts';
import { kinds } from '../../language/keywords/index.ts';
import type { Ask } from '../ask.ts';
import { inFile } from '../../writing/tidy.ts';
import { nextMonthEnd } from '../rewrites/explain.ts';
import type { Form } from './form.ts';
import { deadlineStep, partyStep, textStep } from './steps.ts';
import { dateOf, notADay, partyOf, textOf } from '../../writing/answers.ts';

const parties = ['committee', 'sro', 'body', 'trust'];

/** Somebody answers for a flag: why it may stand, until when, and who says so. */
export const explainFlag: Form = {
  title: 'Explain a Flag',
  about: kinds,
  whichItem: 'What is flagged?',
  fits: (ask, entity) => flagsToExplain(ask, entity).length > 0,
  noItem: 'Nothing in the plan is flagged that could be explained.',
  steps: [
    {
      id: 'flag',
      kind: 'choice',
      question: 'Which flag?',
      choices: ({ ask, target }) =>
        target === undefined
          ? []
          : flagsToExplain(ask, target).map(({ check, message }) => ({
              value: check,
              label: message,
            })),
    },
    textStep('because', 'Why may it stand? The reason is printed with the flag.', {
      example: 'The second assessor starts on 12 October.',
    }),
    deadlineStep('until', 'Until when? After that day it is flagged again.', {
      wrong: notADay,
      proposal: ({ ask }) => dayInWords(nextMonthEnd(ask.asAt)),
    }),
    partyStep('by', 'Who says so?', parties),
  ],
  change(filled) {
    const { ask, target, answer } = filled;
    if (target === undefined) return { edits: [] };
    const check = answer('flag');
    const line =
      `explained ${check} until ${dateOf(answer('until'))}` +
      ` because ${textOf(answer('because'))} by ${partyOf(ask.plan, parties, answer('by'))}`;
    // A line that waits for its reason has it now.
    const begun = target.item.explained.find(
      (said) => said.check.value === check && said.because?.value === undefined,
    );
    const edit =
      begun === undefined ? addLine(target, line) : replace(target.unit, begun.span, line);
    return { edits: [inFile(edit)] };
  },
};

/** The flags of an item that a line in its block can explain, each check once. */
function flagsToExplain(ask: Ask, entity: Entity): Flag[] {
  const found = new Map<string, Flag>();
  for (const flag of ask.flagsIn(entity.unit)) {
    const { check, explained, subject } = flag;
    if (explained !== undefined || found.has(check)) continue;
    // An id is quickly compared; whether it is this very item costs more.
    if (subject.id !== entity.id || !explainable.has(check)) continue;
    if (flaggedItem(ask.plan, flag) === entity) found.set(check, flag);
  }
  return [...found.values()];
}

/** Checks of text and files have no item whose block could hold the line. */
const explainable: ReadonlySet<string> = new Set(
  checks.filter(({ over }) => over !== 'unit').map(({ id }) => id),
);
