import type { NamedPaper } from '../papers/index.ts';
import type { PaperFile, PaperFormat } from './format.ts';

/**
 * Papers as files, each in every format, as they are made: nobody has to hold all of them.
 * @param onPaper told of each paper before it is written
 */
export async function* filesOf(
  papers: Iterable<NamedPaper>,
  formats: readonly PaperFormat[],
  onPaper?: (paper: NamedPaper) => void,
): AsyncGenerator<PaperFile> {
  for (const named of papers) {
    onPaper?.(named);
    for (const format of formats) yield* await format.write(named.paper, named.id);
  }
}
