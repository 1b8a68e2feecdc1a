/** What came of measuring one thing. */
export type Outcome =
  | { readonly kind: 'times'; readonly milliseconds: readonly number[]; readonly note?: string }
  | { readonly kind: 'bytes'; readonly bytes: number }
  /** Why there is no number. */
  | { readonly kind: 'words'; readonly words: string };

/** The rows of the tables, in their order. */
export const rows = {
  start: 'Start of the process to first diagnostics',
  all: 'Start of the process to diagnostics of all files',
  typing: 'A key, to its diagnostics',
  burst: 'Last of 20 keys, to its diagnostics',
  completion: 'Completion right behind a key',
  hover: 'Hover',
  definition: 'Definition',
  references: 'References',
  documentSymbol: 'Document symbols',
  tokens: 'Semantic tokens',
  tokensAfter: 'Semantic tokens right behind a key',
  rename: 'Rename',
  asAt: 'Another as-at date, to its diagnostics',
  scale: 'A line of a scale, to its diagnostics',
  wide: 'A key in an id that many name, to the diagnostics of the opened file',
  wideAll: 'A key in an id that many name, to the diagnostics of all files',
  memoryOpen: 'Memory after opening',
  memoryPeak: 'Memory at its peak',
} as const;

export type Row = keyof typeof rows;

/** What a cell says once the run has used up its time. */
export const noTimeLeft = 'no time left';

/** One server with one scene. */
export interface Cell {
  readonly server: string;
  readonly scene: string;
  /** How long its text is, in characters: of the opened file, and of all. Left out where nothing was tried. */
  readonly characters?: { readonly opened: number; readonly all: number };
  readonly outcomes: Partial<Record<Row, Outcome>>;
}

/** The value below which that share of all values lie; the nearest one there is. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** The middle value, or the mean of the middle two. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(half) - 1], sorted[Math.floor(half)]];
  return low === undefined || high === undefined ? Number.NaN : (low + high) / 2;
}
