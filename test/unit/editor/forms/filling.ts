import assert from 'node:assert/strict';
import { workspaceEditOf } from '../../../../server/src/editor/changes.ts';
import { nextOf, type Question } from '../../../../server/src/editor/forms/fill.ts';
import type { FormId } from '../../../../server/src/editor/forms/index.ts';
import { PlanFile } from '../../../../server/src/plan/file.ts';
import { able, pointed } from '../choosing.ts';
import { changed } from '../cursor.ts';

/** Filling in a form as somebody does who is asked one question after the other. */

type Said = Readonly<Record<string, string>>;

const plainly = { ...able, documentChanges: false };

/** What comes when the answers are given at the mark ┆ of the text. */
function next(form: FormId, text: string, answers: Said = {}, given?: Said) {
  const { ask, range } = pointed([text]);
  return nextOf(ask, { form, position: range.start, answers, given });
}

/** The question that is asked next. */
export function question(form: FormId, text: string, answers: Said = {}, given?: Said): Question {
  const result = next(form, text, answers, given);
  assert.ok('question' in result, JSON.stringify(result));
  return result.question;
}

/** Why an answer will not do. */
export function wrong(form: FormId, text: string, answers: Said): string {
  const result = next(form, text, answers);
  assert.ok(
    'wrong' in result,
    'question' in result ? `asks for ${result.question.step}` : 'all right',
  );
  return result.wrong;
}

/** The steps in the order in which they are asked, each answered by its proposal, first choice or nothing. */
export function stepsOf(form: FormId, text: string): string[] {
  const answers: Record<string, string> = {};
  const asked: string[] = [];
  for (;;) {
    const result = next(form, text, answers);
    if ('change' in result) return asked;
    if ('wrong' in result) throw new Error(result.wrong);
    const { step, proposal, choices, leftOut, number, of } = result.question;
    asked.push(`${String(number)}/${String(of)} ${step}`);
    answers[step] = proposal ?? (leftOut === undefined ? (choices?.[0]?.value ?? 'words') : '');
  }
}

/** The text after a form; it can be read as well as before. */
export function filled(form: FormId, text: string, answers: Said, given?: Said): string {
  const { ask, range } = pointed([text]);
  const result = nextOf(ask, { form, position: range.start, answers, given });
  assert.ok('change' in result, JSON.stringify(result));
  const [after = ''] = changed(ask, workspaceEditOf(ask, result.change, plainly));
  assert.deepEqual(problemsIn(after), problemsIn(ask.file.text), after);
  return after;
}

/** The lines that a form adds. */
export function added(form: FormId, text: string, answers: Said, given?: Said): string {
  const before = text.replace('┆', '').split('\n');
  return filled(form, text, answers, given)
    .split('\n')
    .filter((line) => !before.includes(line))
    .join('\n');
}

const problemsIn = (text: string): string[] =>
  new PlanFile('a.plan', text).units.flatMap(({ reading }) =>
    reading.problems.map(({ message }) => message),
  );

/** The values and labels of what can be chosen. */
export const choicesIn = ({ choices }: Question): string[] =>
  (choices ?? []).map(({ value, label, description }) =>
    [value, label, description].filter((part) => part !== undefined).join(' | '),
  );
