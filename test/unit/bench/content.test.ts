import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import type { Content, Place } from '../../../bench/content/content.ts';
import { writers, type Language } from '../../../bench/content/index.ts';
import { asAt, planOf, type Size } from '../../../bench/content/plan.ts';
import { checks } from '../../../server/src/checks/index.ts';
import { checkProject } from '../../../server/src/checks/project.ts';
import { MemoryHost } from '../../../server/src/plan/host.ts';
import { Plan } from '../../../server/src/plan/plan.ts';
import { loadProject } from '../../../server/src/plan/project.ts';

// What the benchmark measures with: plans of any size, in our language and in those of others.

const languages = Object.keys(writers) as Language[];

const sizes: Record<string, { size: Size; many: boolean }> = {
  'one file': { size: { actions: 300, perChapter: 100, flags: 0 }, many: false },
  'many files': { size: { actions: 300, perChapter: 50, flags: 0 }, many: true },
};

const bytesOf = ({ files }: Content): string => {
  const hash = createHash('sha256');
  for (const [path, text] of files) hash.update(`${path}\0${text}\0`);
  return hash.digest('hex');
};

/** What stands at a place of one of its files. */
const textAt = ({ files }: Content, file: string, { line, character, length }: Place): string =>
  (files.get(file) ?? '').split('\n')[line]?.slice(character, character + length) ?? '';

for (const [name, { size, many }] of Object.entries(sizes)) {
  describe(`The benchmark’s content in ${name}`, () => {
    for (const language of languages) {
      it(`is the same bytes every time: ${language}`, () => {
        assert.equal(
          bytesOf(writers[language](planOf(size), many)),
          bytesOf(writers[language](planOf(size), many)),
        );
      });

      it(`knows where its middle and its most used id stand: ${language}`, () => {
        const plan = planOf(size);
        const content = writers[language](plan, many);
        assert.equal(textAt(content, content.opened, content.reference), plan.middle.sro);
        assert.equal(textAt(content, content.declared.file, content.declared), plan.sros[0]?.id);
      });
    }

    it('has no flag in our language', async () => {
      assert.deepEqual(await flagsOf(size, many), []);
    });

    it('has as many flags as were asked for, and none in the middle', async () => {
      const flags = await flagsOf({ ...size, flags: 60 }, many);
      assert.deepEqual(new Set(flags.map(({ check }) => check)), new Set(['unknown-reference']));
      assert.equal(flags.length, 60);
      const { middle } = planOf({ ...size, flags: 60 });
      assert.ok(!flags.some(({ message }) => message.includes(`Action ${middle.id} `)));
    });
  });
}

it('The ids of SROs are longer than a burst of twenty keys', () => {
  const { sros } = planOf({ actions: 10_000, perChapter: 100, flags: 0 });
  assert.deepEqual(
    sros.filter(({ id }) => id.length <= 20),
    [],
  );
});

/** The flags of the content as the command line gives them, with the settings that come with it. */
async function flagsOf(size: Size, many: boolean) {
  const { files } = writers.mustdo(planOf(size), many);
  const project = await loadProject(new MemoryHost(Object.fromEntries(files)));
  assert.deepEqual(project.unreadable, []);
  assert.equal(project.settings.asAt, asAt);
  return checkProject(checks, project, new Plan(project.files), asAt);
}
