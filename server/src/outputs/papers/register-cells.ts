import type { IsoDate } from '../../language/dates.ts';
import { dateInWords } from '../../plan/calendar.ts';
import { knownAt } from '../../plan/facts/history.ts';
import type { Entity, Plan } from '../../plan/plan.ts';
import { sentence } from '../../plan/words.ts';
import { nameOf, riskInWords, titleCell } from '../tables/items.ts';
import { absent, many, text, type Cell } from '../tables/table.ts';
import { missingInWords, textCell } from '../tables/values.ts';

/** What an action says of itself at length: the cells of a register and of a report to the regulator. */

type Action = Entity<'action'>;

/** What a requirement asks: its title, and its own words where the plan has more of them. */
export function requirementCells({ item }: Entity<'requirement'>): Cell[] {
  const words = item.text?.text.value;
  const title = textCell(item.title, 'Not given');
  return words === undefined ? [title] : [title, text(words)];
}

/** Its title, its description and its steps, a line each. */
export function whatIsDoneCells(action: Action, asAt: IsoDate): Cell[] {
  const { description, steps } = action.item;
  return [
    titleCell(action),
    ...(description === undefined ? [] : [textCell(description.text, '')]),
    ...steps.map(({ number, text: words, due, done }) => {
      const said = words.value ?? missingInWords(words);
      const day = knownAt(done, asAt) && done?.value !== undefined ? done.value : undefined;
      const by = due?.value === undefined ? '' : ` (by ${dateInWords(due.value)})`;
      const when = day === undefined ? by : ` (done ${dateInWords(day)})`;
      return text(`${number.value ?? 'Step'}. ${said}${when}`);
    }),
  ];
}

/** What it is meant to achieve, where it says so. */
export function outcomeLines({ item }: Action): Cell[] {
  if (item.outcome === undefined) return [];
  const { value } = item.outcome.text;
  return [text(`To achieve: ${value ?? missingInWords(item.outcome.text).toLowerCase()}`)];
}

/** How one will see that it is done, a cell a measure, with the figure that each is read from. */
export const measureCells = (plan: Plan, { item }: Action): Cell[] =>
  item.measures.map(({ text: words, indicator }) => {
    const figure = indicator?.value === undefined ? undefined : nameOf(plan, indicator.value);
    if (words.value === undefined || figure === undefined) return textCell(words, 'Not given');
    return text(`${words.value} (figure: ${figure})`);
  });

/** What it needs that is not there, and where that is escalated. */
export function resourcesCell(plan: Plan, { item }: Action): Cell {
  const { resources } = item;
  if (resources === undefined) return absent('Not given');
  const { escalate, risk } = resources;
  const lines = [
    escalate?.value === undefined ? undefined : `Escalated to: ${escalate.value}`,
    risk?.value === undefined ? undefined : `Risk: ${riskInWords(plan, risk.value)}`,
  ];
  const more = lines.filter((line) => line !== undefined).map((line) => text(sentence(line)));
  return many('lines', [textCell(resources.text, 'Not given'), ...more], absent('Not given'));
}
