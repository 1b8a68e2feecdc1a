import { dayInWords } from '../plan/calendar.ts';
import { severities, type Severity } from '../plan/flag.ts';
import { listed } from '../plan/words.ts';
import type { Check, Example } from './check.ts';
import { isIn, presetNames, presets } from './presets.ts';

const weight: Readonly<Record<Severity, string>> = {
  error: 'needs attention (error)',
  warning: 'worth a look (warning)',
  info: 'for information (info)',
};

/** The page of a check in Markdown: docs/checks has it, and `mustdo about` prints it. */
export function checkPage(check: Check): string {
  const { must, should, other, notice = must } = check.severity;
  const same = new Set([notice, must, should, other]).size === 1;
  const onNotice =
    notice === must ? '' : `on what a notice or undertakings ask ${weight[notice]}; `;
  const levels = same
    ? `${weight[must]}.`
    : `${onNotice}on a must-do ${weight[must]}; on a should-do ${weight[should]}; on anything else ${weight[other]}.`;
  const options = Object.entries(check.options ?? {}).map(
    ([name, option]) =>
      `- \`${name}\` (${String(option.default)} unless set; ${String(option.min)} to ${String(option.max)}): ${option.doc}`,
  );
  return [
    `# ${check.title}`,
    `\`${check.id}\``,
    check.what,
    `**Why it matters.** ${check.why}`,
    `**What it rests on.** ${check.source}`,
    `**How much it weighs.** ${levels.charAt(0).toUpperCase()}${levels.slice(1)}`,
    `**Where it is on.** ${presetsOf(check)}`,
    `**When it may be wrong.** ${check.falsePositives}`,
    ...(options.length > 0 ? ['## Options', options.join('\n')] : []),
    '## Flagged',
    ...check.examples.flagged.map(exampleInMarkdown),
    '## Not flagged',
    ...check.examples.clean.map(exampleInMarkdown),
  ]
    .join('\n\n')
    .concat('\n');
}

/** In which presets a check is on, in words. */
function presetsOf(check: Check): string {
  const names = presetNames.filter((name) => isIn(name, check.preset)).map((name) => `\`${name}\``);
  if (names.length === presetNames.length) return 'In every preset.';
  return `In the ${names.length === 1 ? 'preset' : 'presets'} ${listed(names)}; elsewhere when the settings turn it on.`;
}

function exampleInMarkdown({ plan, asAt = '2018-07-01', file, files }: Example): string {
  const beside = Object.keys(files ?? {}).map((name) => `beside \`${name}\``);
  const name = file === undefined ? '' : [`, in \`${file}\``, ...beside].join(', ');
  return `As at ${dayInWords(asAt)}${name}:\n\n\`\`\`plan\n${plan.replace(/^\n/, '').trimEnd()}\n\`\`\``;
}

/** The catalogue: every check with its page, in Markdown. */
export function catalogue(groups: readonly { title: string; checks: readonly Check[] }[]): string {
  return [
    '# Checks',
    '',
    'Each page says what a check flags, why it matters, and what it does not see. They are made from the checks themselves.',
    '',
    'Which are on is a matter of the `preset` in [mustdo.json](../commands.md#mustdojson):',
    '',
    ...presetNames.map((name) => `- \`${name}\`, ${presets[name].doc}.`),
    '',
    ...groups.flatMap(({ title, checks }) => [`## ${title}`, '', ...rowsOf(checks), '']),
  ].join('\n');
}

function rowsOf(checks: readonly Check[]): string[] {
  const rows = checks.map((check) => {
    const levels = Object.values(check.severity);
    const shown = severities.filter((severity) => levels.includes(severity)).join(', ');
    return `| [${check.id}](${check.id}.md) | ${check.title} | ${shown} | ${check.preset} |`;
  });
  return ['| Check | What it flags | Severity | Preset |', '| --- | --- | --- | --- |', ...rows];
}
