import { isMissingWord } from '../../language/shapes.ts';
import { referenceTo } from '../../checks/shared/references.ts';
import { actionsFor } from '../../plan/facts/coverage.ts';
import type { Entity } from '../../plan/plan.ts';
import { blockOfItsOwn } from './blocks.ts';
import type { Choice, Filled, Form } from './form.ts';
import { deadlineStep, itemChoices, partyStep, textStep } from './steps.ts';
import { dateOf, nextId, notAnId, partyOf, textOf } from '../../writing/answers.ts';

const later = 'To be confirmed';

/** What the trust will do: a block with all that an action needs, `tbc` where something is still open. */
export const addAction: Form = {
  title: 'Add Action',
  about: ['requirement'],
  steps: [
    textStep('title', 'What will be done?', { example: 'Bring recorded supervision to 85 %' }),
    textStep('id', 'By which reference?', {
      example: 'A4',
      proposal: ({ ask }) =>
        nextId(
          ask.plan.all('action').map(({ id }) => id),
          'A',
        ),
      wrong: (answer, { ask }) =>
        ask.plan.withId('action', answer).length > 0
          ? `${answer} is another action already.`
          : notAnId(answer),
    }),
    {
      id: 'for',
      kind: 'reference',
      question: 'Which requirements does it answer?',
      leftOut: later,
      several: true,
      choices: requirementChoices,
      // From a requirement it is clear.
      isAsked: ({ target }) => target === undefined,
    },
    partyStep('sro', 'Who answers for it?', ['sro'], { leftOut: later }),
    partyStep('committee', 'Which committee oversees it?', ['committee'], { leftOut: later }),
    deadlineStep('due', 'By when is it to be complete?', { leftOut: later }),
    textStep('measure', 'How will one see that it works?', {
      example: 'At least 85 % recorded, in two months running',
      leftOut: later,
    }),
  ],
  change({ ask, target, answer }) {
    const { plan } = ask;
    const orTbc = (step: string, write: (answer: string) => string): string =>
      answer(step) === '' ? 'tbc' : write(answer(step));
    const requirements =
      target === undefined ? orTbc('for', (ids) => ids) : referenceTo(plan, target);
    const lines = [
      `for ${requirements}`,
      `sro ${orTbc('sro', (said) => partyOf(plan, ['sro'], said))}`,
      `committee ${orTbc('committee', (said) => partyOf(plan, ['committee'], said))}`,
      `due ${orTbc('due', dateOf)}`,
      `measure ${orTbc('measure', (said) => (isMissingWord(said) ? said : textOf(said)))}`,
    ];
    const header = `action ${answer('id')} ${textOf(answer('title'))}`;
    return { edits: [blockOfItsOwn(ask, header, lines)] };
  },
};

/** Those that nothing answers first. */
function requirementChoices({ ask: { plan } }: Filled): Choice[] {
  const open = new Set(
    plan
      .all('requirement')
      .filter((requirement) => actionsFor(plan, requirement).length === 0)
      .map((requirement: Entity) => referenceTo(plan, requirement)),
  );
  const all = itemChoices(plan, 'requirement');
  return [
    ...all.filter(({ value }) => open.has(value)),
    ...all.filter(({ value }) => !open.has(value)),
  ];
}
