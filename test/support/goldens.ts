import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { paperAsMarkdown } from '../../server/src/outputs/formats/markdown.ts';
import { papersOf } from '../../server/src/outputs/papers/index.ts';
import { positionsOf } from '../../server/src/plan/facts/position.ts';
import { openSample, sampleNames } from './samples.ts';

/** The papers of all samples as Markdown, as they are kept in test/golden to be read and compared. */

export const goldenFolder = fileURLToPath(new URL('../golden/', import.meta.url));

/**
 * Every paper of every sample at the sample’s as-at date, by its path in test/golden:
 * `exemplar/overdue.md`. A sample with a meeting to come has its papers made for it.
 */
export async function goldens(): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  for (const name of sampleNames) {
    const { plan, asAt } = await openSample(name);
    const meeting = plan
      .all('meeting')
      .find(({ item }) => (item.on?.on.value?.first ?? '') >= asAt);
    const from = { plan, asAt, positions: positionsOf(plan, asAt), meeting };
    for (const { id, paper } of papersOf(from)) {
      files.set(`${name}/${id}.md`, paperAsMarkdown(paper));
    }
  }
  return files;
}

/** What is kept in test/golden, by its path there. */
export const keptGoldens = (): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(goldenFolder, { recursive: true, encoding: 'utf8' })
      .map((path) => path.replaceAll('\\', '/'))
      .filter((path) => path.endsWith('.md'))
      .sort()
      .map((path): [string, string] => [path, readFileSync(join(goldenFolder, path), 'utf8')]),
  );
