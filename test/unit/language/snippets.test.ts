import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { formatPlan } from '../../../server/src/language/printer.ts';
import { topLevelKeywords } from '../../../server/src/language/keywords/index.ts';
import { PlanFile } from '../../../server/src/plan/file.ts';

/** Every snippet, with its placeholders as they come, is text that can be read and is laid out tidily. */

interface Snippet {
  readonly body: string | readonly string[];
}

const snippets = JSON.parse(readFileSync('syntaxes/snippets.json', 'utf8')) as Record<
  string,
  Snippet
>;

const filledIn = (body: string): string =>
  body
    .replaceAll('$CURRENT_YEAR', '2026')
    .replaceAll(/\$CURRENT_(MONTH|DATE)/g, '11')
    .replaceAll(/\$\{\d+\|([^,|]*)[^}]*\}/g, '$1')
    .replaceAll(/\$\{\d+:([^}]*)\}/g, '$1')
    .replaceAll(/[ \t]*\$0/g, '');

/** The snippet where it may stand: at the margin, in an inspection, or in an action. */
function inPlace(body: string): string {
  const keyword = body.split(' ')[0] ?? '';
  if (topLevelKeywords.includes(keyword)) return body;
  const lines = body.replaceAll(/^(?=.)/gm, '  ');
  const around = ['must', 'should'].includes(keyword)
    ? 'inspection I "Inspection"'
    : 'action A "Act"';
  return `${around} {\n${lines}\n}\n`;
}

for (const [name, { body }] of Object.entries(snippets)) {
  it(`snippet ${name} can be read and is tidy`, () => {
    const text = `${inPlace(filledIn([body].flat().join('\n'))).trimEnd()}\n`;
    const problems = new PlanFile('a.plan', text).units.flatMap(({ reading }) => reading.problems);
    assert.deepEqual(
      problems.map(({ message }) => message),
      [],
      text,
    );
    // What is typed into a table's cells decides how wide they are.
    const tidy = (lines: string): string =>
      lines.replaceAll(/ +(?=\|)/g, ' ').replaceAll(/\n\s*\n/g, '\n');
    assert.equal(tidy(formatPlan(text)), tidy(text));
  });
}
