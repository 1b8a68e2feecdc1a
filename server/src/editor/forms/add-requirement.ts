import { requirementKeywords, type RequirementKeyword } from '../../language/keywords/sources.ts';
import { readUnit } from '../../language/read.ts';
import type { Entity } from '../../plan/plan.ts';
import { terms } from '../../plan/vocabularies.ts';
import { sentence } from '../../plan/words.ts';
import { indented } from '../../writing/blocks.ts';
import { inFile } from '../../writing/tidy.ts';
import { requirementsIn } from '../uses.ts';
import type { Choice, Filled, Form } from './form.ts';
import { textStep } from './steps.ts';
import { nextId, notAnId, textOf } from '../../writing/answers.ts';

/** Something that a source asks for, with what it stands on. */
export const addRequirement: Form = {
  title: 'Add Requirement',
  about: ['source'],
  whichItem: 'Which inspection, notice or other source asks for it?',
  noItem:
    'The plan has no source yet. Write an inspection, a notice or undertakings first: requirements stand inside them.',
  steps: [
    {
      id: 'keyword',
      kind: 'choice',
      question: 'What does the source call it?',
      choices: keywordChoices,
    },
    textStep('title', 'What does it ask for?', {
      example: 'Record every member of staff’s supervision',
    }),
    textStep('id', 'By which reference?', {
      example: 'M3',
      proposal: (filled) => {
        const ids = siblings(filled).map(({ id }) => id);
        return nextId(ids, filled.answer('keyword').charAt(0).toUpperCase());
      },
      wrong: (answer, filled) =>
        siblings(filled).some(({ id }) => id === answer)
          ? `${answer} is another requirement of this source already.`
          : notAnId(answer),
    }),
    textStep('regulation', 'Which regulations does it fall under?', {
      example: '18(2)(a)',
      leftOut: 'None named',
      wrong: (answer) =>
        reads(`regulation ${answer}`)
          ? undefined
          : 'Write a regulation such as 17 or 17(2)(a), several with commas between them.',
    }),
    {
      id: 'question',
      kind: 'choice',
      question: 'Which key question does it belong to?',
      leftOut: 'None named',
      choices: () =>
        [...(terms.get('key-questions') ?? [])].map(([value, { title }]) => ({
          value,
          label: title,
        })),
    },
  ],
  change(filled) {
    const { target, answer } = filled;
    if (target === undefined) return { edits: [] };
    const lines = ['regulation', 'question']
      .filter((keyword) => answer(keyword) !== '')
      .map((keyword) => `${keyword} ${answer(keyword)}`);
    const header = `${answer('keyword')} ${answer('id')} ${textOf(answer('title'))}`;
    return { edits: [inFile(indented(target, { header, lines }))] };
  },
};

const siblings = ({ ask, target }: Filled): readonly Entity[] =>
  target?.kind === 'source' ? requirementsIn(ask.plan, target) : [];

/** What sources of a kind usually ask for comes first; what this one asks for already, before that. */
function keywordChoices(filled: Filled): Choice[] {
  const { target } = filled;
  const own = siblings(filled).at(-1)?.item.keyword ?? usual[target?.item.keyword ?? ''] ?? 'must';
  const words = Object.keys(requirementKeywords) as RequirementKeyword[];
  const inOrder = [
    ...words.filter((word) => word === own),
    ...words.filter((word) => word !== own),
  ];
  return inOrder.map((value) => {
    const { name, doc } = requirementKeywords[value];
    return { value, label: sentence(name), description: doc };
  });
}

const usual: Readonly<Record<string, string>> = {
  undertakings: 'undertaking',
  notice: 'breach',
  audit: 'recommendation',
  visit: 'area',
  'quality-account': 'priority',
};

/** Whether a line of a requirement can be read. */
const reads = (line: string): boolean =>
  !/[\r\n"{}]/.test(line) &&
  readUnit(`inspection S "s" {\n  must M "m" {\n    ${line}\n  }\n}\n`).problems.length === 0;
