import { inFile } from '../../writing/tidy.ts';
import { addAfter } from '../../writing/lines.ts';
import { actionOf, type Form } from './form.ts';
import { dayStep, levelStep, textStep } from './steps.ts';
import { updateLine } from '../../writing/records.ts';

/** The SRO's word on an action: when, which word, and what is behind it. */
export const addUpdate: Form = {
  title: 'Add Update',
  about: ['action'],
  whichItem: 'Which action is it about?',
  noItem: 'The plan has no action that an update could be about.',
  steps: [
    levelStep('level', 'How does the SRO say that it is going?', 'progress'),
    textStep('text', 'What is behind that word?', {
      example: 'Two wards are late: their matrons’ posts are empty.',
      leftOut: 'Say nothing more',
    }),
    dayStep('on', 'On which day was that said?'),
  ],
  change(filled) {
    const action = actionOf(filled);
    const { answer } = filled;
    const line = updateLine({ on: answer('on'), level: answer('level'), text: answer('text') });
    return { edits: [inFile(addAfter(action, action.item.updates, line))] };
  },
};
