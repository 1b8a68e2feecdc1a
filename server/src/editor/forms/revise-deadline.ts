import { dayInWords } from '../../plan/calendar.ts';
import { deadlineDay, deadlineOf, monthMeansIn } from '../../plan/facts/deadline.ts';
import { isDelivered } from '../../plan/facts/progress.ts';
import { positionOf } from '../../plan/facts/position.ts';
import { readDate } from '../../language/dates.ts';
import { inFile } from '../../writing/tidy.ts';
import { addAfter } from '../../writing/lines.ts';
import { actionOf, type Filled, type Form } from './form.ts';
import { dayStep, deadlineStep, partyStep, textStep } from './steps.ts';
import { dateOf, notADate, partyOf, saying } from '../../writing/answers.ts';

const parties = ['committee', 'sro', 'body', 'trust'];

/** A new deadline with its reason; the old one stays. */
export const reviseDeadline: Form = {
  title: 'Revise Deadline',
  about: ['action'],
  whichItem: 'Which action gets a new deadline?',
  fits: ({ plan, asAt }, entity) =>
    entity.kind === 'action' && !isDelivered(positionOf(plan, entity, asAt).state),
  noItem: 'The plan has no action that is still to be done.',
  steps: [
    deadlineStep('due', 'By when is it to be complete now?', { wrong: noNewDeadline }),
    textStep('because', 'Why does the deadline move? The reason stays in the plan.', {
      example: 'Two matrons’ posts were empty all summer.',
    }),
    partyStep('by', 'Who agreed to the new deadline?', parties, {
      first: (filled) =>
        filled.ask.plan.find('committee', actionOf(filled).item.committee?.committee.value),
    }),
    dayStep('on', 'On which day was that agreed?'),
  ],
  change(filled) {
    const { ask, answer } = filled;
    const action = actionOf(filled);
    const { due, dueRevised } = action.item;
    const line =
      `due-revised ${dateOf(answer('due'))} on ${dateOf(answer('on'))}` +
      ` by ${partyOf(ask.plan, parties, answer('by'))}` +
      saying('because', answer('because'));
    const before = dueRevised.length > 0 || due === undefined ? dueRevised : [due];
    return { edits: [inFile(addAfter(action, before, line))] };
  },
};

function noNewDeadline(answer: string, filled: Filled): string | undefined {
  const wrong = notADate(answer);
  if (wrong !== undefined) return wrong;
  const { plan, asAt } = filled.ask;
  const reading = readDate(dateOf(answer).split(' '));
  if (reading === undefined || 'impossible' in reading) return undefined;
  const day = deadlineDay(reading.date, monthMeansIn(plan));
  const { day: inForce } = deadlineOf(plan, actionOf(filled), asAt);
  return day !== undefined && day === inForce
    ? `${dayInWords(day)} is the deadline already.`
    : undefined;
}
