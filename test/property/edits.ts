import fc from 'fast-check';

/** Edits of a project, for plans that follow them. */

/** One edit, in fractions of what there is to edit. */
export interface Edit {
  readonly file: number;
  readonly at: number;
  readonly length: number;
  readonly put: string;
  /** Where in the project a stretch is taken from that is put as well; it moves names about. */
  readonly from: number;
  readonly taken: number;
  readonly how: 'edit' | 'whole text' | 'other file' | 'other day';
  /** Whether the plan is looked at before the next edit. */
  readonly look: boolean;
}

const pieces = [
  '',
  'x',
  '\n',
  '\r',
  '\r\n',
  '"',
  '{',
  '}',
  '"""\n',
  'action A "Act" {\n',
  '\naction A',
  '\nsro HON "Head of Nursing"\n',
  'plan P "Plan" {\n  month-means first-day\n}\n',
  'scale progress "Progress" {\n  green "On track" means on-track\n}\n',
  '  for M1\n',
  '  continues A\n',
  '  update 2018-05-02 green "So far"\n',
  '  completed 2018-05-02\n',
  'tbc',
  '//',
  '/*',
  ' ',
];

export const edits: fc.Arbitrary<readonly Edit[]> = fc.array(
  fc.record({
    file: fc.nat({ max: 2 }),
    at: fc.nat(),
    length: fc.oneof(fc.constant(0), fc.nat({ max: 3 }), fc.nat({ max: 400 })),
    put: fc.constantFrom(...pieces),
    from: fc.nat(),
    taken: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat({ max: 300 })),
    how: fc.oneof(
      { weight: 12, arbitrary: fc.constant('edit' as const) },
      fc.constantFrom('whole text' as const, 'other file' as const, 'other day' as const),
    ),
    look: fc.boolean(),
  }),
  { minLength: 1, maxLength: 10 },
);
