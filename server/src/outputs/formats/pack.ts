import type { NamedPaper } from '../papers/index.ts';
import type { PaperFile, PaperFormat } from './format.ts';

/**
 * Papers as files, each in every format.
 * @param onPaper told of each paper before it is written
 */
export async function filesOf(
  papers: Iterable<NamedPaper>,
  formats: readonly PaperFormat[],
  onPaper?: (paper: NamedPaper) => void,
): Promise<PaperFile[]> {
  const files: PaperFile[] = [];
  for (const named of papers) {
    onPaper?.(named);
    for (const format of formats) files.push(...(await format.write(named.paper, named.id)));
  }
  return files;
}
