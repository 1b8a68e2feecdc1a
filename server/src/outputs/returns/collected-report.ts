import type { IsoDate } from '../../language/dates.ts';
import { actionsOfNobody } from '../../imports/returns/asked.ts';
import type { Collected } from '../../imports/returns/collect.ts';
import { dayInWords } from '../../plan/calendar.ts';
import type { Plan } from '../../plan/plan.ts';
import { count, listed } from '../../plan/words.ts';
import { oneLine } from '../flags/plain.ts';
import { hunksInText } from './text-diff.ts';

/**
 * What returns say, for whoever is to agree to it: each change in words, what is left out and why, who has
 * said nothing, and the lines of the plan that would change.
 * @param files the returns that were read, in their order
 * @param folder the project's folder as people see it, with a `/` at its end
 */
export function collectedReport(
  plan: Plan,
  asAt: IsoDate,
  { changes, remarks, silent }: Collected,
  files: readonly string[],
  folder: string,
): string {
  const lines = [`As at ${dayInWords(asAt)}: ${count(files.length, 'return')}.`];
  for (const file of files) {
    const said = changes.filter((change) => change.file === file);
    const words = [
      ...said.flatMap((change) => change.words.map((each) => `${change.action.id}: ${each}`)),
      ...remarks
        .filter((remark) => remark.file === file)
        .map((remark) => `${remark.isLeftOut ? 'Left out' : 'Note'}: ${remark.words}.`),
    ];
    lines.push('', oneLine(file), ...words.map((each) => `  ${oneLine(each)}`));
  }
  if (silent.length > 0) {
    const sros = silent.map(
      ({ name, actions }) => `${name} (${count(actions.length, 'open action')})`,
    );
    lines.push('', oneLine(`Nothing came from ${listed(sros)}.`));
  }
  const nobody = actionsOfNobody(plan, asAt).map(({ id }) => id);
  if (nobody.length > 0) {
    lines.push('', oneLine(`No SRO is named for ${listed(nobody)}, so nobody was asked.`));
  }
  const edits = changes.flatMap((change) => change.edits);
  lines.push(...hunksInText(edits, folder));
  return `${lines.join('\n')}\n`;
}
