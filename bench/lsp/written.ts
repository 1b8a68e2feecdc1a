import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Content } from '../content/content.ts';
import { writers, type Language } from '../content/index.ts';
import { planOf } from '../content/plan.ts';
import type { Scene } from './scenes.ts';

/** Content on disk. */
export interface Written {
  readonly content: Content;
  readonly folder: string;
  readonly uriOf: (path: string) => string;
  /** The addresses of the chapters, where each is a file. */
  readonly chapters: readonly string[];
}

/** Where all that the benchmark writes goes. */
export const outputFolder = fileURLToPath(new URL('../../output/bench', import.meta.url));

/** Writes the content of a scene in a language. */
export function writeContent(language: Language, { id, size, many }: Scene): Written {
  const content = writers[language](planOf(size), many);
  const folder = join(outputFolder, 'content', language, id);
  rmSync(folder, { recursive: true, force: true });
  for (const [path, text] of content.files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const uriOf = (path: string): string => pathToFileURL(join(folder, path)).toString();
  return { content, folder, uriOf, chapters: content.chapters.map(uriOf) };
}
