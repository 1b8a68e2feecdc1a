import { action } from './actions.ts';
import { indicator, ratings } from './measures.ts';
import {
  committeeBlock,
  directorateBlock,
  meeting,
  plan,
  risk,
  scale,
  service,
  sro,
  termBlock,
  trust,
} from './registries.ts';
import { requirement, source } from './sources.ts';
import type { BlockSpec, Kind } from './spec.ts';

/** The keyword table: every kind of block there is. Adding a keyword is adding a row here or in a block. */
export const blocks = {
  plan,
  trust,
  directorate: directorateBlock,
  service,
  committee: committeeBlock,
  sro,
  risk,
  scale,
  term: termBlock,
  source,
  requirement,
  action,
  indicator,
  ratings,
  meeting,
} as const satisfies Record<Kind, BlockSpec>;

export type Blocks = typeof blocks;

const specs: readonly BlockSpec[] = Object.values(blocks);

const nested = new Set(specs.map((spec) => spec.children));

/** The block that a keyword begins, wherever it may stand. */
export const blockOfKeyword: ReadonlyMap<string, BlockSpec> = new Map(
  specs.flatMap((spec) =>
    Object.keys(spec.keywords).map((keyword): [string, BlockSpec] => [keyword, spec]),
  ),
);

/** Kinds that stand inside another block and never at the margin. */
export const isNested = (spec: BlockSpec): boolean => nested.has(spec.kind);

/** The keywords that begin a block at the margin. */
export const topLevelKeywords: readonly string[] = [...blockOfKeyword]
  .filter(([, spec]) => !isNested(spec))
  .map(([keyword]) => keyword);

export * from './spec.ts';
