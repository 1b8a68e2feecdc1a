import type { Tone } from '../../../plan/vocabularies.ts';
import { givenInWords, numberInWords, type Cell, type TagCell } from '../../tables/table.ts';
import { colours, shades } from '../office/tones.ts';
import { linesOf } from '../office/texts.ts';
import { styleIds } from './styles.ts';
import { paragraph, run, shading, type RunLook } from './xml.ts';

/** How the text of a cell is to look, whatever it says. */
export type Look = Pick<RunLook, 'bold' | 'colour'>;

/** A text as runs, with its line ends. */
const runsOf = (text: string, look: RunLook): string => {
  const [first = '', ...more] = linesOf(text);
  return run(first, look) + more.map((line) => run(line, look, '<w:br/>')).join('');
};

export const shadingOf = (tone: Tone): string => shading(shades[tone].back);

const muted = { colour: colours.muted };
const atEndOfLine = '<w:jc w:val="right"/>';

/** What a cell says, a paragraph a line, as XML. */
export function paragraphsOf(cell: Cell, look: Look, atEnd: boolean): string {
  const lines = cell.type === 'lines' ? cell.cells : [cell];
  return lines
    .map((line) =>
      paragraph(
        styleIds.cell,
        contentOf(line, look, false),
        // A tag on a line of several shades it from side to side, as one alone shades its cell.
        (line !== cell && line.type === 'tag' ? shadingOf(line.tone) : '') +
          (atEnd ? atEndOfLine : ''),
      ),
    )
    .join('');
}

/** @param shaded whether a tag is shaded by itself; else its line or its cell is */
function contentOf(cell: Cell, look: Look, shaded: boolean): string {
  switch (cell.type) {
    case 'text':
      return runsOf(cell.text, look);
    case 'number':
      return runsOf(numberInWords(cell), cell.value === 0 ? { ...look, ...muted } : look);
    case 'absent':
      return runsOf(cell.words + givenInWords(cell.given), { ...look, ...muted });
    case 'date':
      return runsOf(cell.words, look) + givenRuns(cell.given, look);
    case 'item':
      return runsOf(cell.label, look) + givenRuns(cell.given, look);
    case 'tag':
      return tagRuns(cell, look, shaded);
    case 'list':
    case 'lines':
      return cell.cells
        .map((one, index) => (index > 0 ? run(', ', look) : '') + contentOf(one, look, true))
        .join('');
  }
}

const givenRuns = (given: string | undefined, look: Look): string =>
  given === undefined ? '' : run(' ', {}) + runsOf(givenInWords(given), { ...look, ...muted });

function tagRuns({ words, tone, detail }: TagCell, look: Look, shaded: boolean): string {
  const { back, ink } = shades[tone];
  const own = { ...look, bold: true, colour: ink, ...(shaded ? { back } : {}) };
  const rest = detail === undefined ? '' : run(', ', muted) + runsOf(detail, { ...look, ...muted });
  return runsOf(words, own) + rest;
}
