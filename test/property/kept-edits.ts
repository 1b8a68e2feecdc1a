import type { Edit } from './edits.ts';

/**
 * What was once not as it should have been, as fast-check shrank it: texts and edits, tried again with
 * every run. Seeds would mean something else after every change of what is generated.
 */
export const keptEdits: readonly {
  readonly what: string;
  readonly texts: readonly string[];
  readonly edits: readonly Edit[];
}[] = [
  {
    what: 'a file that is edited and then goes, before anybody looks',
    texts: ['action A "Act"\n', 'action B "Act"\n'],
    edits: [
      {
        file: 1,
        at: 7,
        length: 1,
        put: '"',
        from: 0,
        taken: 0,
        how: 'edit',
        look: false,
      },
      { file: 0, at: 0, length: 0, put: 'x', from: 0, taken: 0, how: 'other file', look: true },
      {
        file: 2,
        at: 0,
        length: 1,
        put: '"',
        from: 0,
        taken: 0,
        how: 'edit',
        look: false,
      },
      { file: 0, at: 0, length: 0, put: '', from: 0, taken: 0, how: 'other file', look: true },
    ],
  },
];
