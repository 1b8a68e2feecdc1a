import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { formIds } from '../../../server/src/editor/forms/index.ts';
import { treeIds } from '../../../server/src/editor/trees/index.ts';
import manifest from '../../../package.json' with { type: 'json' };
import words from '../../../package.nls.json' with { type: 'json' };

// The extension's manifest holds together: its words, its commands, and what the server has.

const { contributes } = manifest;
const commands = contributes.commands.map(({ command }) => command);

/** Everything under a key, wherever it stands. */
function valuesOf(key: string, within: unknown): unknown[] {
  if (typeof within !== 'object' || within === null) return [];
  const entries: [string, unknown][] = Object.entries(within);
  return entries.flatMap(([name, value]) => [
    ...(name === key ? [value] : []),
    ...valuesOf(key, value),
  ]);
}

describe('the manifest of the extension', () => {
  it('has words for every key, and no others', () => {
    const keys = JSON.stringify(manifest).matchAll(/"%([^%"]+)%"/g);
    const used = new Set([...keys].map(([, key = '']) => key));
    assert.ok(used.size > 40);
    assert.deepEqual([...used].sort(), Object.keys(words).sort());
  });

  it('has what people read of it in that file', () => {
    const read = [
      ...contributes.commands.map(({ title }) => title),
      ...Object.values(contributes.views)
        .flat()
        .map(({ name }) => name),
      ...contributes.viewsWelcome.map(({ contents }) => contents),
      ...valuesOf('description', contributes.configuration),
    ];
    for (const text of read) assert.match(String(text), /^%.+%$/);
  });

  it('offers only commands that there are, in menus, welcomes and the walkthrough', () => {
    const named = [
      ...valuesOf('command', contributes.menus).map(String),
      ...valuesOf('command', contributes.keybindings).map(String),
      ...Object.values(words).flatMap((text) =>
        [...text.matchAll(/\(command:([\w.]+)\)/g)].map(([, command = '']) => command),
      ),
    ];
    const ofVSCode = ['mustdo.attention.focus'];
    assert.ok(named.length > 20);
    for (const command of named) assert.ok([...commands, ...ofVSCode].includes(command), command);
  });

  it('has a command for every form and a view for every tree of the server', () => {
    for (const form of formIds) assert.ok(commands.includes(`mustdo.${form}`), form);
    assert.deepEqual(
      contributes.views.mustdo.map(({ id }) => id).sort(),
      treeIds.map((tree) => `mustdo.${tree}`).sort(),
    );
  });

  it('says something in every view that is empty', () => {
    for (const { id } of contributes.views.mustdo) {
      const when = contributes.viewsWelcome
        .filter(({ view }) => view === id)
        .map((one) => one.when);
      assert.deepEqual(when.sort(), ['!mustdo.hasPlan', 'mustdo.hasPlan'], id);
    }
  });

  it('has a picture for each step of the walkthrough in every theme, and words for those who do not see it', () => {
    const steps = contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps);
    assert.equal(steps.length, 5);
    for (const { media } of steps) {
      for (const theme of ['light', 'dark', 'hc', 'hcLight'] as const) {
        const bytes = readFileSync(new URL(`../../../${media.image[theme]}`, import.meta.url));
        assert.match(bytes.subarray(0, 12).toString('latin1'), /^RIFF[^]{4}WEBP$/);
      }
      assert.match(media.altText, /^%.+%$/);
    }
  });
});
