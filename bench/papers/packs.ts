import { asAt } from '../content/plan.ts';

/** What papers are asked for, as arguments. */
export interface Pack {
  readonly id: string;
  /** What stands in the table for it. */
  readonly title: string;
  readonly args: readonly string[];
}

/** The same text at an earlier day, with which it is compared. */
const monthBefore = '2026-05-31';

/** PDF is left out: what it takes is what the browser takes that prints it. */
const formats = ['docx', 'html', 'xlsx', 'csv', 'markdown', 'json'] as const;

const papers = (...more: readonly string[]): readonly string[] => [
  ...['papers', '.', '--as-at', asAt],
  ...more,
];

/** The whole pack as it is without options, then in each format alone, and what else leaves a trust by the folder. */
export const packs: readonly Pack[] = [
  { id: 'pack', title: '`papers`, which is `--format docx,html`', args: papers() },
  ...formats.map((format) => ({
    id: format,
    title: `\`papers --format ${format}\``,
    args: papers('--format', format),
  })),
  {
    id: 'since',
    title: `\`papers --since ${monthBefore}\``,
    args: papers('--since', monthBefore),
  },
  { id: 'returns', title: '`returns write`', args: ['returns', 'write', '.', '--as-at', asAt] },
];
