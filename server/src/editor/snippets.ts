import type { BlockSpec, Kind } from '../language/keywords/index.ts';

/**
 * Whole blocks to begin with. Each reads as it stands, `tbc` wherever something is still to be said, so
 * that a block put in and left alone harms nothing.
 */

/** The lines of a block of each kind, for the kinds that are nothing without them. */
const lines: Partial<Readonly<Record<Kind, readonly string[]>>> = {
  plan: ['trust  ${3:tbc}', 'status draft'],
  committee: ['meets ${3:monthly}'],
  scale: ['${3:on-track} "${4:On track}" means ${5:on-track}'],
  source: [
    'body      ${3:tbc}',
    'published ${4:tbc}',
    '',
    '${child} ${5:1} "${6:What it asks for}"',
  ],
  action: [
    'for       ${3:tbc}',
    'sro       ${4:tbc}',
    'committee ${5:tbc}',
    'due       ${6:tbc}',
    'measure   ${7:tbc}',
  ],
  indicator: ['unit   ${3:%}', 'better ${4:higher}', 'target at-least ${5:tbc} by ${6:tbc}'],
  ratings: [
    'source    ${3:tbc}',
    'published ${4:tbc}',
    '|     | safe | effective | caring | responsive | well-led | overall |',
    '| ${5:tbc} |      |           |        |            |          |         |',
  ],
  meeting: ['committee ${3:tbc}', 'on        ${4:tbc}'],
};

/** What a requirement of a report says; of those of other sources there is less to say. */
const mustLines: readonly string[] = ['regulation ${3:tbc}', 'question   ${4:tbc}'];

/** What the sources of each kind ask for. */
const children: Readonly<Record<string, string>> = {
  undertakings: 'undertaking',
  notice: 'breach',
  audit: 'recommendation',
  visit: 'area',
  'quality-account': 'priority',
};

/** A block as a snippet; its id and its title come first. */
export function blockSnippet(spec: BlockSpec, keyword: string): string {
  const id = spec.kind === 'scale' ? 'progress' : 'ID';
  const header = `${keyword} \${1:${id}} "\${2:${spec.kind === 'sro' ? 'Role' : 'Title'}}"`;
  const body = keyword === 'must' ? mustLines : lines[spec.kind];
  if (body === undefined) return `${header}$0`;
  const child = children[keyword] ?? 'must';
  const inside = body.map((line) => (line === '' ? '' : `  ${line.replace('${child}', child)}`));
  return `${header} {\n${inside.join('\n')}\n}$0`;
}

/** The keys that trusts print most often: words, what they are called, what they mean. */
const usualScales: Readonly<Record<string, readonly (readonly [string, string, string])[]>> = {
  progress: [
    ['red', 'Off track', 'off-track colour red'],
    ['amber', 'At risk', 'at-risk colour amber'],
    ['green', 'On track', 'on-track colour green'],
    ['blue', 'Complete', 'complete colour blue'],
  ],
  assurance: [
    ['full', 'Fully assured', 'full colour green'],
    ['partial', 'Partially assured', 'partial colour amber'],
    ['not', 'Not assured', 'no-assurance colour red'],
  ],
};

/** Whole scales to begin with, by name. */
export const scaleSnippets: readonly { readonly name: string; readonly snippet: string }[] =
  Object.entries(usualScales).map(([name, levels]) => {
    const longest = Math.max(...levels.map(([word]) => word.length));
    const body = levels.map(
      ([word, label, means], index) =>
        `  ${word.padEnd(longest)} "\${${index + 2}:${label}}" means ${means}\n`,
    );
    return { name, snippet: `scale ${name} "\${1:Title}" {\n${body.join('')}}$0` };
  });

/** A snippet as plain text, with what it proposes in its places. */
export const withoutPlaces = (snippet: string): string =>
  snippet.replaceAll(/\$\{\d+(?::([^}]*)|\|([^,|]*)[^}]*)\}|\$\d+/g, '$1$2');
