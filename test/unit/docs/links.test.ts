import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import manifest from '../../../package.json' with { type: 'json' };

// What the documents point to is there: files, headings, scripts and commands.

interface Document {
  /** Relative to the repository, with `/` between its parts. */
  readonly path: string;
  readonly text: string;
}

const repository = new URL('../../../', import.meta.url);

const read = (path: string): string => readFileSync(new URL(path, repository), 'utf8');

const notOurs = /(^|[\\/])(node_modules|dist|output|coverage|\.[^\\/]+)([\\/]|$)/;

const documents: readonly Document[] = globSync('**/*.md', {
  cwd: repository,
  exclude: (path) => notOurs.test(path),
})
  .map((path) => path.replaceAll('\\', '/'))
  .sort()
  .map((path) => ({ path, text: read(path) }));

const scripts: readonly string[] = Object.keys(manifest.scripts);

/** The commands that the command line lists: `[addCheck, addPreview, …]`. */
const commands: readonly string[] = [
  ...(/^const commands = \[([^\]]*)\];/m.exec(read('server/src/cli/main.ts'))?.[1] ?? '').matchAll(
    /\badd([A-Z]\w*)/g,
  ),
].map(([, name = '']) => name.toLowerCase());

const fences = /^(?: {0,3})(```+|~~~+)[^\n]*\n[\s\S]*?^(?: {0,3})\1[ \t]*$/gm;
const codeSpans = /(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g;

/** The text without its code, in which brackets are no links. */
const prose = ({ text }: Document): string => text.replaceAll(fences, '').replaceAll(codeSpans, '');

/** Only what stands in code: there a command is meant as one. */
const code = ({ text }: Document): string => {
  const blocks = [...text.matchAll(fences)].map(([block]) => block);
  const spans = [...text.replaceAll(fences, '').matchAll(codeSpans)].map(([span]) => span);
  return [...blocks, ...spans].join('\n');
};

/** Files and folders named in code; those of server/src also from there, as in `plan/file.ts`. */
const pathsIn = (document: Document): string[] =>
  [...document.text.replaceAll(fences, '').matchAll(/`((?:[\w.-]+\/)+[\w.-]*)`/g)]
    .map(([, path = '']) => path)
    .filter((path) => /^(?:server|scripts|docs|samples|test)\/|\.(?:tsx?|mjs)$/.test(path))
    .filter((path) => !toBeMade.has(path));

/** What a reader is asked to write, and what a build writes. */
const toBeMade: ReadonlySet<string> = new Set([
  'server/src/checks/status/closed-by-sro.ts',
  'server/dist/mustdo.js',
  'tools/mustdo.mjs',
]);

/** Where the links and images of a document lead. */
const targetsIn = (document: Document): string[] =>
  [...prose(document).matchAll(/\]\(\s*<?([^()\s<>]+(?:\([^()\s]*\)[^()\s<>]*)*)>?[^()]*\)/g)].map(
    ([, target = '']) => target,
  );

/** The names that GitHub gives to the headings of a document. */
function anchorsOf(text: string): Set<string> {
  const seen = new Map<string, number>();
  const headings = text.replaceAll(fences, '').matchAll(/^ {0,3}#{1,6}[ \t]+(.*?)[ \t]*#*$/gm);
  return new Set(
    [...headings].map(([, heading = '']) => {
      const words = heading.replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, '$1').replaceAll('`', '');
      const name = words
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}\p{M}\p{Pc} -]/gu, '')
        .replaceAll(' ', '-');
      const times = seen.get(name) ?? 0;
      seen.set(name, times + 1);
      return times === 0 ? name : `${name}-${String(times)}`;
    }),
  );
}

/** What is wrong with a link, if anything. */
function brokenLink({ path }: Document, target: string): string | undefined {
  if (/^[a-z][a-z+.-]*:/i.test(target)) return undefined;
  const [file = '', anchor] = target.split('#');
  const address = new URL(file, new URL(path, repository));
  if (!address.href.startsWith(repository.href)) return `${target} leads out of the repository`;
  if (!existsSync(address)) return `${target} is not there`;
  if (anchor === undefined || !address.pathname.endsWith('.md')) return undefined;
  const anchors = anchorsOf(readFileSync(address, 'utf8'));
  return anchors.has(decodeURIComponent(anchor)) ? undefined : `${target} has no such heading`;
}

const missing = (text: string, pattern: RegExp, known: (name: string) => boolean): string[] =>
  [...text.matchAll(pattern)].map(([, name = '']) => name).filter((name) => !known(name));

describe('the documents', () => {
  it('are found', () => {
    const paths = documents.map(({ path }) => path);
    for (const path of ['README.md', 'docs/language.md', 'server/data/README.md'])
      assert.ok(paths.includes(path), path);
    assert.ok(commands.includes('check'));
  });

  for (const document of documents) {
    describe(document.path, () => {
      it('links to what is there', () => {
        const broken = targetsIn(document).map((target) => brokenLink(document, target));
        assert.deepEqual(
          broken.filter((words) => words !== undefined),
          [],
        );
      });

      it('names files that there are', () => {
        const places = [repository, new URL('server/src/', repository)];
        const gone = pathsIn(document).filter(
          (path) => !places.some((place) => existsSync(new URL(path, place))),
        );
        assert.deepEqual(gone, []);
      });

      it('names scripts and commands that there are', () => {
        const { text } = document;
        const npm = /\bnpm (?:run (?:--silent )?)?(?!run\b|ci\b)([a-z][\w:-]*)/g;
        assert.deepEqual(
          missing(code(document), npm, (name) => scripts.includes(name)),
          [],
        );
        assert.deepEqual(
          missing(code(document), /(?<![\w./-])mustdo ([a-z]+)\b/g, (name) =>
            commands.includes(name),
          ),
          [],
        );
        assert.deepEqual(
          missing(text, /\bnode (scripts\/[\w.-]+)/g, (path) =>
            existsSync(new URL(path.replace(/\.$/, ''), repository)),
          ),
          [],
        );
      });
    });
  }
});
