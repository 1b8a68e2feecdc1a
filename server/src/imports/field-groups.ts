import type { FieldId } from './recognise/fields.ts';

/** The fields as somebody looks for one: what is asked first, then what is done, by whom, by when, and how it stands. */
export const fieldGroups: Readonly<Record<string, readonly FieldId[]>> = {
  'What was asked': [
    'requirement-ref',
    'requirement',
    'strength',
    'regulation',
    'question',
    'source',
  ],
  'What is done': ['ref', 'action', 'outcome', 'measure', 'resources', 'impact'],
  'Who answers for it': ['sro', 'lead', 'committee', 'directorate', 'service'],
  'By when': ['due', 'due-revised', 'completed'],
  'How it stands': ['status', 'update', 'assurance', 'evidence-location', 'closure'],
  Besides: ['risk', 'dependency', 'notes'],
};
