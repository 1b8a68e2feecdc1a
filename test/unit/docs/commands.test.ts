import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { changeFormats } from '../../../server/src/outputs/changes/index.ts';
import { flagFormats } from '../../../server/src/outputs/flags/index.ts';
import { paperFormats } from '../../../server/src/outputs/formats/index.ts';
import { papers } from '../../../server/src/outputs/papers/index.ts';
import { severities } from '../../../server/src/plan/flag.ts';
import { checks } from '../../../server/src/checks/index.ts';
import { settingsJsonSchema } from '../../../server/src/checks/settings-schema.ts';
import { readSettings } from '../../../server/src/plan/settings.ts';

// docs/commands.md has every command, every option and every setting, and none besides.

const repository = new URL('../../../', import.meta.url);

const commandNames = readdirSync(new URL('server/src/cli/commands/', repository))
  .map((file) => file.replace(/\.ts$/, ''))
  .sort();

const page = readFileSync(new URL('docs/commands.md', repository), 'utf8');

const sections = new Map(
  page
    .split(/^## /m)
    .slice(1)
    .map((section): [string, string] => [section.slice(0, section.indexOf('\n')), section]),
);

const source = (path: string): string =>
  readFileSync(new URL(`server/src/cli/${path}`, repository), 'utf8');

/** The source of a command, with that of its options where they have a file of their own. */
const sourceOf = (name: string): string => {
  const options = `${name}/options.ts`;
  const isApart = existsSync(new URL(`server/src/cli/${options}`, repository));
  return source(`commands/${name}.ts`) + (isApart ? source(options) : '');
};

const longOptions = (text: string): string[] =>
  [...new Set([...text.matchAll(/(?<=[\s'`(])--[a-z][a-z-]+/g)].map(([option]) => option))].sort();

describe('docs/commands.md', () => {
  it('has a section for every command', () => {
    const named = [...sections.keys()].filter((title) => /^mustdo [a-z]+$/.test(title));
    assert.deepEqual(
      named.sort(),
      commandNames.map((name) => `mustdo ${name}`),
    );
  });

  for (const name of commandNames) {
    it(`lists the options of mustdo ${name}`, () => {
      const code = sourceOf(name);
      const shared = code.includes('asAtOption()') ? longOptions(source('options.ts')) : [];
      const expected = [...new Set([...longOptions(code), ...shared])].sort();
      const rows = (sections.get(`mustdo ${name}`) ?? '').match(/^\| `-.*$/gm) ?? [];
      const listed = rows.flatMap((row) => longOptions(row.split('|')[1] ?? ''));
      assert.deepEqual(listed.sort(), expected);
    });
  }

  it('lists every format of flags, as the table of formats has them', () => {
    const rows = flagFormats.map(
      ({ id, extension, use }) => `| \`${id}\` | \`.${extension}\` | ${use} |`,
    );
    const listed = /^\| Format \| File \|.*\n.*\n((?:\|.*\n)+)/m.exec(page)?.[1] ?? '';
    assert.equal(listed, `${rows.join('\n')}\n`);
  });

  it('lists every paper and every format of papers, as their tables have them', () => {
    const section = sections.get('mustdo papers') ?? '';
    const rowsUnder = (heading: string): string =>
      new RegExp(`^\\| ${heading} \\|.*\\n.*\\n((?:\\|.*\\n)+)`, 'm').exec(section)?.[1] ?? '';
    const rowsOf = (things: readonly { readonly id: string; readonly use: string }[]): string =>
      things.map(({ id, use }) => `| \`${id}\` | ${use} |\n`).join('');
    assert.equal(rowsUnder('Paper'), rowsOf(papers));
    assert.equal(rowsUnder('Format'), rowsOf(paperFormats));
  });

  it('lists every format of changes, as their table has them', () => {
    const section = sections.get('mustdo diff') ?? '';
    const listed = /^\| Format \|.*\n.*\n((?:\|.*\n)+)/m.exec(section)?.[1];
    assert.equal(listed, changeFormats.map(({ id, use }) => `| \`${id}\` | ${use} |\n`).join(''));
  });

  it('lists every key of mustdo.json, with an example that can be read', () => {
    const section = sections.get('mustdo.json') ?? '';
    const { properties } = settingsJsonSchema(checks) as { properties: object };
    const listed = [...section.matchAll(/^\| `([^`]+)` \|/gm)].map(([, key]) => key);
    assert.deepEqual(listed, Object.keys(properties));
    const example = /^```json\n([\s\S]*?)^```$/m.exec(section)?.[1] ?? '';
    assert.deepEqual(readSettings(example).faults, []);
    for (const severity of severities) assert.ok(section.includes(`\`${severity}\``), severity);
  });
});
