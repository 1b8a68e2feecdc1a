import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { outputFolder } from '../lsp/written.ts';

const readme = fileURLToPath(new URL('../README.md', import.meta.url));

/**
 * Writes what a run found as a page and as data, and prints the page.
 * @param name of the files, and of the place in the page that tells of the benchmark
 * @param inReadme whether it goes into that page too
 */
export function writeReport(name: string, markdown: string, data: object, inReadme: boolean): void {
  mkdirSync(outputFolder, { recursive: true });
  writeFileSync(join(outputFolder, `${name}.md`), markdown);
  writeFileSync(join(outputFolder, `${name}.json`), `${JSON.stringify(data, undefined, 2)}\n`);
  if (inReadme) {
    const text = readFileSync(readme, 'utf8');
    const between = new RegExp(`(<!-- ${name} -->\\n)[\\s\\S]*(\\n<!-- end of ${name} -->)`);
    writeFileSync(
      readme,
      text.replace(between, (_, start: string, end: string) => start + markdown + end),
    );
  }
  console.log(markdown);
  console.error(`Also in ${outputFolder}: ${name}.md and ${name}.json.`);
}
