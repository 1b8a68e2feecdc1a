import { inFile } from '../../writing/tidy.ts';
import { addAfter } from '../../writing/lines.ts';
import { actionOf, type Form } from './form.ts';
import { dayStep, levelStep, partyStep, textStep } from './steps.ts';
import { dateOf, partyOf, saying } from '../../writing/answers.ts';

/** A committee's judgement on an action. */
export const recordAssurance: Form = {
  title: 'Record Assurance',
  about: ['action'],
  whichItem: 'Which action did the committee look at?',
  noItem: 'The plan has no action that a committee could have looked at.',
  steps: [
    levelStep('level', 'How assured is the committee?', 'assurance'),
    partyStep('by', 'Which committee?', ['committee'], {
      first: (filled) =>
        filled.ask.plan.find('committee', actionOf(filled).item.committee?.committee.value),
    }),
    dayStep('on', 'On which day?'),
    textStep('minute', 'Where is it minuted?', { example: '26/58', leftOut: 'Not minuted' }),
    textStep('because', 'What does the committee say?', {
      example: 'Two of six wards have shown no record.',
      leftOut: 'Say nothing more',
    }),
  ],
  change(filled) {
    const { ask, answer } = filled;
    const action = actionOf(filled);
    const by = partyOf(ask.plan, ['committee'], answer('by'));
    const line =
      `assurance ${answer('level')} by ${by} on ${dateOf(answer('on'))}` +
      saying('minute', answer('minute')) +
      saying('because', answer('because'));
    return { edits: [inFile(addAfter(action, action.item.assurances, line))] };
  },
};
