// Writes the page of every check, and the catalogue, from the checks themselves. With --check it only
// says whether they are fresh.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkGroups, checks } from '../server/src/checks/index.ts';
import { catalogue, checkPage } from '../server/src/checks/page.ts';

const folder = fileURLToPath(new URL('../docs/checks/', import.meta.url));

/** The pages as they should be, by file name. */
export const pages = () =>
  new Map([
    ['README.md', catalogue(checkGroups)],
    ...checks.map(
      (check) => /** @type {[string, string]} */ ([`${check.id}.md`, checkPage(check)]),
    ),
  ]);

/** Names of pages that are missing, stale, or of a check that is gone. */
export function stalePages() {
  const expected = pages();
  const present = readdirSync(folder).filter((name) => name.endsWith('.md'));
  const stale = [...expected].filter(
    ([name, text]) => !present.includes(name) || readFileSync(join(folder, name), 'utf8') !== text,
  );
  return [...stale.map(([name]) => name), ...present.filter((name) => !expected.has(name))];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  mkdirSync(folder, { recursive: true });
  const stale = stalePages();
  if (process.argv.includes('--check')) {
    if (stale.length > 0) console.error(`Run node scripts/pages.mjs: ${stale.join(', ')}`);
    process.exitCode = stale.length > 0 ? 1 : 0;
  } else {
    const expected = pages();
    for (const name of stale) {
      const text = expected.get(name);
      if (text === undefined) rmSync(join(folder, name));
      else writeFileSync(join(folder, name), text);
    }
  }
}
