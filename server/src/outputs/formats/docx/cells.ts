import {
  AlignmentType,
  Paragraph,
  ShadingType,
  TextRun,
  type IRunOptions,
  type IShadingAttributesProperties,
} from 'docx';
import type { Tone } from '../../../plan/vocabularies.ts';
import { givenInWords, numberInWords, type Cell, type TagCell } from '../../tables/table.ts';
import { colours, shades } from '../office/tones.ts';
import { linesOf } from '../office/texts.ts';
import { styleIds } from './styles.ts';

/** How the text of a cell is to look, whatever it says. */
export type Look = Pick<IRunOptions, 'bold' | 'color'>;

/** A run with a look of its own. */
export const run = (options: IRunOptions): TextRun => new TextRun(options);

/** A text as runs, with its line ends. */
export const runsOf = (text: string, look: IRunOptions = {}): TextRun[] =>
  linesOf(text).map(
    (line, index) => new TextRun({ ...look, text: line, ...(index > 0 ? { break: 1 } : {}) }),
  );

export const shadingOf = (tone: Tone): IShadingAttributesProperties => ({
  type: ShadingType.CLEAR,
  fill: shades[tone].back,
});

const muted = { color: colours.muted };

/** What a cell says, a paragraph a line. */
export function paragraphsOf(cell: Cell, look: Look, atEnd: boolean): Paragraph[] {
  const lines = cell.type === 'lines' ? cell.cells : [cell];
  return lines.map(
    (line) =>
      new Paragraph({
        style: styleIds.cell,
        children: contentOf(line, look, false),
        // A tag on a line of several shades it from side to side, as one alone shades its cell.
        ...(line !== cell && line.type === 'tag' ? { shading: shadingOf(line.tone) } : {}),
        ...(atEnd ? { alignment: AlignmentType.RIGHT } : {}),
      }),
  );
}

/** @param shaded whether a tag is shaded by itself; else its line or its cell is */
function contentOf(cell: Cell, look: Look, shaded: boolean): TextRun[] {
  switch (cell.type) {
    case 'text':
      return runsOf(cell.text, look);
    case 'number':
      return runsOf(numberInWords(cell), cell.value === 0 ? { ...look, ...muted } : look);
    case 'absent':
      return runsOf(cell.words + givenInWords(cell.given), { ...look, ...muted });
    case 'date':
      return [...runsOf(cell.words, look), ...givenRuns(cell.given, look)];
    case 'item':
      return [...runsOf(cell.label, look), ...givenRuns(cell.given, look)];
    case 'tag':
      return tagRuns(cell, look, shaded);
    case 'list':
    case 'lines':
      return cell.cells.flatMap((one, index) => [
        ...(index > 0 ? [new TextRun({ ...look, text: ', ' })] : []),
        ...contentOf(one, look, true),
      ]);
  }
}

const givenRuns = (given: string | undefined, look: Look): TextRun[] =>
  given === undefined ? [] : [space(), ...runsOf(givenInWords(given), { ...look, ...muted })];

const space = (): TextRun => new TextRun(' ');

function tagRuns({ words, tone, detail }: TagCell, look: Look, shaded: boolean): TextRun[] {
  const fill = shaded ? { shading: shadingOf(tone) } : {};
  const rest =
    detail === undefined
      ? []
      : [new TextRun({ text: ', ', ...muted }), ...runsOf(detail, { ...look, ...muted })];
  return [...runsOf(words, { ...look, bold: true, color: shades[tone].ink, ...fill }), ...rest];
}
