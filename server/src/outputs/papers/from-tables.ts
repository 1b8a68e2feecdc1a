import { sectionsOf, type SectionId } from '../tables/index.ts';
import type { Papers, PaperSpec } from './paper-spec.ts';

/** The parts of a paper that the preview shows as well. */
export const fromTables =
  (...ids: readonly SectionId[]): PaperSpec['build'] =>
  ({ plan, asAt }: Papers) =>
    sectionsOf(plan, asAt, ids);
