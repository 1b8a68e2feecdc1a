import { dateInWords } from '../../plan/calendar.ts';
import { ratingTable, type RatingCell } from '../../plan/facts/ratings.ts';
import type { Entity, Plan } from '../../plan/plan.ts';
import { keyQuestions } from '../../plan/vocabularies.ts';
import { sentence } from '../../plan/words.ts';
import { nameOf, placeOf } from './items.ts';
import { missingWordInWords } from './values.ts';
import { absent, tag, text, type Cell, type Table } from './table.ts';

/** The regulator's ratings, a table for each grid of the plan. */
export const ratingsTables = (plan: Plan): Table[] =>
  plan.all('ratings').map((block) => gridTable(plan, block));

function gridTable(plan: Plan, block: Entity<'ratings'>): Table {
  const { columns, rows } = ratingTable(plan, block);
  const { item, id, unit } = block;
  const source = item.source?.source.value;
  const from = source === undefined ? '' : `, from ${nameOf(plan, source)}`;
  const nth = plan.withId('ratings', id).indexOf(block);
  return {
    id: `ratings-${id}${nth > 0 ? `:${String(nth + 1)}` : ''}`,
    title: item.title.value ?? id,
    caption: `Ratings of each service by key question, with their change and their date${from}.`,
    columns: [
      { id: 'service', heading: 'Service' },
      ...columns.map((question, index) => ({
        id: `${String(index)} ${question}`,
        heading: keyQuestions.get(question)?.title ?? sentence(question),
      })),
    ],
    rows: rows.map(({ service, name, cells }, index) => ({
      key: `${service}-${String(index)}`,
      place: { unit, span: item.rows[index + 1]?.span ?? placeOf(block).span },
      cells: [text(name), ...columns.map((_, column) => ratingCell(cells[column]))],
    })),
    whenEmpty: 'No service is rated here.',
    notes: item.note.map(({ text: note }) => note.value).filter((note) => note !== undefined),
  };
}

/** A rating with its change and its date, as its own words have them. */
export function ratingCell(cell: RatingCell | undefined): Cell {
  if (cell === undefined) return absent('Blank');
  const { words, rating, change, date } = cell;
  const missing = missingWordInWords(words);
  if (rating === undefined && missing !== undefined) return absent(missing);
  const details = [change?.words, date === undefined ? undefined : dateInWords(date)];
  const detail = details.filter((part) => part !== undefined).join(', ');
  return tag(sentence(rating?.words ?? words), rating?.tone ?? 'none', detail || undefined);
}
