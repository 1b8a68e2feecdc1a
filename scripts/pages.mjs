// Writes the page of every check, the catalogue, and the schema of mustdo.json, from the checks themselves.
// With --check it only says whether they are fresh.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkGroups, checks } from '../server/src/checks/index.ts';
import { catalogue, checkPage } from '../server/src/checks/page.ts';
import { settingsJsonSchema } from '../server/src/checks/settings-schema.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = 'docs/checks';
const schema = 'syntaxes/mustdo.schema.json';

/** The files as they should be, by path. */
export const pages = () =>
  new Map([
    [`${folder}/README.md`, catalogue(checkGroups)],
    [schema, `${JSON.stringify(settingsJsonSchema(checks), null, 2)}\n`],
    ...checks.map(
      (check) => /** @type {[string, string]} */ ([`${folder}/${check.id}.md`, checkPage(check)]),
    ),
  ]);

/** Paths of files that are missing, stale, or of a check that is gone. */
export function stalePages() {
  const expected = pages();
  const present = readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${folder}/${name}`);
  const stale = [...expected].filter(
    ([name, text]) =>
      !existsSync(join(root, name)) || readFileSync(join(root, name), 'utf8') !== text,
  );
  return [...stale.map(([name]) => name), ...present.filter((name) => !expected.has(name))];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  mkdirSync(join(root, folder), { recursive: true });
  const stale = stalePages();
  if (process.argv.includes('--check')) {
    if (stale.length > 0) console.error(`Run node scripts/pages.mjs: ${stale.join(', ')}`);
    process.exitCode = stale.length > 0 ? 1 : 0;
  } else {
    const expected = pages();
    for (const name of stale) {
      const text = expected.get(name);
      if (text === undefined) rmSync(join(root, name));
      else writeFileSync(join(root, name), text);
    }
  }
}
