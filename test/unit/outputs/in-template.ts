import { docxLike } from '../../../server/src/outputs/formats/docx.ts';
import type { Paper } from '../../../server/src/outputs/tables/paper.ts';
import { textsIn } from '../../support/templates.ts';

/** A paper in templates of Word, for the tests of them. */

export const footer = 'A plan. As at 30 June 2018. Draft.';
export const paper: Paper = {
  heading: {
    title: 'What is late',
    trust: 'Valley Trust',
    asAt: 'As at 30 June 2018',
    facts: [{ term: 'Plan', words: 'A plan' }],
    summary: 'Nothing is late.',
    warning: undefined,
    footer,
  },
  sections: [
    {
      id: 'late',
      title: 'Late',
      points: ['One point'],
      tables: [
        {
          id: 'late',
          title: 'Late actions',
          caption: 'Every action that is late.',
          columns: [
            { id: 'action', heading: 'Action' },
            { id: 'due', heading: 'Due' },
          ],
          rows: [
            {
              key: 'A',
              cells: [
                { type: 'text', text: 'A' },
                { type: 'text', text: 'May' },
              ],
            },
          ],
          whenEmpty: 'None.',
          notes: [],
        },
      ],
    },
  ],
};

/** The paper in a template, or another one. */
export async function written(template: Uint8Array, one = paper): Promise<Uint8Array> {
  const format = await docxLike(template);
  if ('wrong' in format) throw new Error(format.wrong);
  const [file] = await format.write(one, 'late');
  if (file === undefined || typeof file.content === 'string') throw new Error('no file');
  return file.content;
}

/** Its parts. */
export const inTemplate = async (template: Uint8Array): Promise<Record<string, string>> =>
  textsIn(await written(template));

/** Why a file is no template. */
export const refusal = async (template: Uint8Array): Promise<string> => {
  const format = await docxLike(template);
  return 'wrong' in format ? format.wrong : 'it was taken';
};

export const body = (parts: Readonly<Record<string, string>>): string =>
  parts['word/document.xml'] ?? '';
export const wordsOf = (xml: string): string =>
  xml.replaceAll(/<\/w:p>/g, '\n').replaceAll(/<[^>]*>/g, '');
/** The text of the parts that stand at the head or the foot of pages, by the kind of page. */
export function atEdges(parts: Readonly<Record<string, string>>, edge: 'header' | 'footer') {
  const relations = parts['word/_rels/document.xml.rels'] ?? '';
  return [...body(parts).matchAll(new RegExp(`<w:${edge}Reference ([^>]*)/>`, 'g'))].map(
    ([, attributes = '']) => {
      const id = /r:id="([^"]*)"/.exec(attributes)?.[1] ?? '';
      const target = new RegExp(`Id="${id}"[^>]*Target="/([^"]*)"`).exec(relations)?.[1] ?? '';
      const kind = /w:type="([^"]*)"/.exec(attributes)?.[1];
      return { kind, words: wordsOf(parts[target] ?? '').trim() };
    },
  );
}
