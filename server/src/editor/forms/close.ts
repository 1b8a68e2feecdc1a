import { positionOf } from '../../plan/facts/position.ts';
import { addLine } from '../../checks/shared/fixes.ts';
import { inFile } from '../../writing/tidy.ts';
import { actionOf, type Filled, type Form } from './form.ts';
import { dayStep, deadlineStep, partyStep, textStep } from './steps.ts';
import { dateOf, itemNamed, notADay, partyOf, qualifier, saying } from '../../writing/answers.ts';

const parties = ['committee', 'sro', 'body'];

/** Somebody other than the SRO signs an action off. */
export const close: Form = {
  title: 'Close with Sign-off',
  about: ['action'],
  whichItem: 'Which action is signed off?',
  fits: ({ plan, asAt }, entity) =>
    entity.kind === 'action' &&
    !['closed', 'sustained', 'withdrawn'].includes(positionOf(plan, entity, asAt).state),
  noItem: 'The plan has no action that is not closed yet.',
  steps: [
    partyStep('by', 'Who signs it off? Not the SRO who answers for it.', parties, {
      first: (filled) =>
        filled.ask.plan.find('committee', actionOf(filled).item.committee?.committee.value),
      wrong: ownSro,
    }),
    dayStep('on', 'On which day?'),
    textStep('minute', 'Where is it minuted?', { example: '26/58', leftOut: 'Not minuted' }),
    textStep('different', 'What is different now for people who use the service?', {
      example: 'Any shift can reach a cutter in time.',
      leftOut: 'Not said',
    }),
    deadlineStep('recheck', 'When will somebody check that it holds?', {
      leftOut: 'Not planned',
      wrong: notADay,
    }),
  ],
  change(filled) {
    const { ask, answer } = filled;
    const recheck = answer('recheck');
    const line =
      `closed ${dateOf(answer('on'))} by ${partyOf(ask.plan, parties, answer('by'))}` +
      saying('minute', answer('minute')) +
      saying('different', answer('different')) +
      qualifier('recheck', recheck === '' ? '' : dateOf(recheck));
    return { edits: [inFile(addLine(actionOf(filled), line))] };
  },
};

/** To close is to sign off what somebody else has done. */
function ownSro(answer: string, filled: Filled): string | undefined {
  const { plan } = filled.ask;
  const sro = plan.find('sro', actionOf(filled).item.sro?.owner.value);
  const named = itemNamed(plan, parties, answer);
  return sro !== undefined && named === sro
    ? `${sro.item.title.value ?? sro.id} answers for this action; somebody else has to sign it off.`
    : undefined;
}
