import { whereIs, type Flag } from '../../plan/flag.ts';
import {
  flagsByFile,
  pathOf,
  severityWords,
  summaryInWords,
  type CheckedProject,
  type FlagRun,
} from './flag-report.ts';
import { itemPath } from '../../plan/flagged-item.ts';
import { oneLine } from './plain.ts';

/** JUnit's XML, which nearly every build server shows as tests: a suite a file, a case a check of an item. */

/** The flags of one check on one item. */
interface Case {
  readonly name: string;
  readonly flags: readonly Flag[];
}

interface Suite {
  readonly name: string;
  readonly project: CheckedProject;
  readonly cases: readonly Case[];
}

const needsAttention = ({ flags }: Case): boolean =>
  flags.some(({ severity }) => severity === 'error');
const isExplained = ({ flags }: Case): boolean =>
  flags.length > 0 && flags.every(({ explained }) => explained !== undefined);

/** A run as JUnit XML. What needs attention fails, what is explained is skipped, all else passes with a word. */
export function runAsJunit({ projects }: FlagRun): string {
  const suites = projects.flatMap((project) =>
    Array.from(flagsByFile(project), ([file, own]) => suiteOf(project, file, own)),
  );
  const cases = suites.flatMap((suite) => suite.cases);
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${attributes({ name: 'Mustdo', ...amounts(cases) })}>`,
    ...suites.flatMap(suiteLines),
    '</testsuites>',
  ];
  return `${lines.join('\n')}\n`;
}

function suiteOf(project: CheckedProject, file: string, own: readonly Flag[]): Suite {
  const byCase = Map.groupBy(own, (flag) => `${flag.check}: ${itemPath(project.plan, flag)}`);
  const cases = Array.from(byCase, ([name, flags]) => ({ name, flags }));
  return {
    name: pathOf(project, file),
    project,
    // Readers take a suite without cases for one that never ran.
    cases: cases.length > 0 ? cases : [{ name: 'nothing is flagged', flags: [] }],
  };
}

function suiteLines({ name, project, cases }: Suite): string[] {
  return [
    `  <testsuite ${attributes({ name, ...amounts(cases), ...skipped(cases) })}>`,
    '    <properties>',
    `      <property ${attributes({ name: 'asAt', value: project.asAt })}/>`,
    `      <property ${attributes({ name: 'summary', value: summaryInWords(project) })}/>`,
    '    </properties>',
    ...cases.flatMap((one) => caseLines(one, name)),
    '  </testsuite>',
  ];
}

function caseLines(one: Case, classname: string): string[] {
  const head = attributes({ name: one.name, classname, time: '0' });
  const inner = outcome(one);
  return inner === ''
    ? [`    <testcase ${head}/>`]
    : [`    <testcase ${head}>`, `      ${inner}`, '    </testcase>'];
}

function outcome(one: Case): string {
  const [first] = one.flags;
  if (first === undefined) return '';
  const body = escape(one.flags.map(flagLines).join('\n'));
  const { message, check } = first;
  if (needsAttention(one))
    return `<failure ${attributes({ message, type: check })}>${body}</failure>`;
  if (isExplained(one))
    return `<skipped ${attributes({ message: `Explained: ${first.explained ?? ''}` })}/>`;
  return `<system-out>${body}</system-out>`;
}

function flagLines(flag: Flag): string {
  const { line, column } = whereIs(flag.place).range.start;
  const place = `${String(line)}:${String(column)} ${severityWords[flag.severity]}`;
  const advice = flag.explained === undefined ? flag.todo : `Explained: ${flag.explained}`;
  return `${place}: ${oneLine(flag.message)} ${oneLine(advice)}`;
}

const amounts = (cases: readonly Case[]): Readonly<Record<string, string>> => ({
  tests: String(cases.length),
  failures: String(cases.filter(needsAttention).length),
  errors: '0',
});

/** A suite counts these too; the whole has no place for them in the forms that are strictest. */
const skipped = (cases: readonly Case[]): Readonly<Record<string, string>> => ({
  skipped: String(cases.filter((one) => !needsAttention(one) && isExplained(one)).length),
});

const attributes = (values: Readonly<Record<string, string>>): string =>
  Object.entries(values)
    .map(([name, value]) => `${name}="${escape(oneLine(value))}"`)
    .join(' ');

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Text for XML; what XML has no way to write, `oneLine` has named before. */
const escape = (text: string): string =>
  text.replaceAll(/[&<>"]/g, (character) => entities[character] ?? character);
