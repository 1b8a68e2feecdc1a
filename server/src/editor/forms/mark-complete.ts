import { addLine } from '../../checks/shared/fixes.ts';
import { isDelivered } from '../../plan/facts/progress.ts';
import { positionOf } from '../../plan/facts/position.ts';
import { inFile } from '../../writing/tidy.ts';
import { actionOf, type Form } from './form.ts';
import { dayStep, partyStep, textStep } from './steps.ts';
import { partyOf } from '../../writing/answers.ts';
import { completedLine, evidenceLine } from '../../writing/records.ts';

const parties = ['sro', 'committee', 'body', 'trust'];

/** The SRO says that an action is complete, and what shows it. */
export const markComplete: Form = {
  title: 'Mark Complete',
  about: ['action'],
  whichItem: 'Which action is complete?',
  fits: ({ plan, asAt }, entity) =>
    entity.kind === 'action' && !isDelivered(positionOf(plan, entity, asAt).state),
  noItem: 'The plan has no action that is still to be done.',
  steps: [
    dayStep('on', 'On which day was it completed?'),
    partyStep('by', 'Who says so?', parties, {
      first: (filled) => filled.ask.plan.find('sro', actionOf(filled).item.sro?.owner.value),
    }),
    textStep('evidence', 'What shows that it is done?', { example: 'Drill record, six wards' }),
    textStep('in', 'Where is that kept?', {
      example: 'Quality shared drive',
      leftOut: 'Not said',
    }),
    dayStep('dated', 'What day is the evidence of?', {
      proposal: ({ answer }) => answer('on'),
    }),
    {
      id: 'line',
      kind: 'choice',
      question: 'Who has looked at the evidence: which line of defence is it?',
      leftOut: 'Not said',
      choices: () => [
        { value: '1', label: 'First line', description: 'those who do the work' },
        { value: '2', label: 'Second line', description: 'somebody else in the trust' },
        { value: '3', label: 'Third line', description: 'somebody independent of the trust' },
      ],
    },
  ],
  change(filled) {
    const { ask, answer } = filled;
    const action = actionOf(filled);
    const by = partyOf(ask.plan, parties, answer('by'));
    const completed = completedLine(answer('on'), by);
    const evidence = evidenceLine({
      what: answer('evidence'),
      where: answer('in'),
      on: answer('dated'),
      line: answer('line'),
    });
    return { edits: [inFile(addLine(action, completed, evidence))] };
  },
};
