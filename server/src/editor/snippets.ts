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
  const body = lines[spec.kind];
  if (body === undefined) return `${header}$0`;
  const child = children[keyword] ?? 'must';
  const inside = body.map((line) => (line === '' ? '' : `  ${line.replace('${child}', child)}`));
  return `${header} {\n${inside.join('\n')}\n}$0`;
}

/** A snippet as plain text, with what it proposes in its places. */
export const withoutPlaces = (snippet: string): string =>
  snippet.replaceAll(/\$\{\d+:([^}]*)\}|\$\d+/g, '$1');
