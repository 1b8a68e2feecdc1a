import type { NamedPaper } from '../papers/index.ts';
import type { PaperFile, PaperFormat } from './format.ts';

/**
 * Papers as files, each in every format.
 * @param onPaper told of each paper before it is written
 */
export async function filesOf(
  papers: readonly NamedPaper[],
  formats: readonly PaperFormat[],
  onPaper?: (paper: NamedPaper, index: number) => void,
): Promise<PaperFile[]> {
  const files: PaperFile[] = [];
  for (const [index, named] of papers.entries()) {
    onPaper?.(named, index);
    for (const format of formats) files.push(...(await format.write(named.paper, named.id)));
  }
  return files;
}
