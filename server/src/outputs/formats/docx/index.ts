import {
  AlignmentType,
  Document,
  Footer,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
} from 'docx';
import type { Paper } from '../../tables/paper.ts';
import { oneLine } from '../../flags/plain.ts';
import { PutIn } from '../../put-in.ts';
import { coreProperties, corePath } from '../office/core.ts';
import { partOfText, textOfPart, timeless, type Parts } from '../office/zip.ts';
import { contentOf } from './content.ts';
import { withSameIds } from './same-ids.ts';
import { numbering, styleIds, styles, withTableStyle } from './styles.ts';
import { intoTemplate } from './template/into-template.ts';
import type { Template } from './template/template.ts';

export { readTemplate } from './template/template.ts';

/** A4 in twentieths of a point, lying on its side, with margins of 14 and 18 mm as the printed page has them. */
const page = { width: 11_906, height: 16_838, side: 794, top: 794, bottom: 1021 };
const between = page.height - page.side * 2;

/** Where a document of Word has its text. */
const textPath = 'word/document.xml';

/**
 * A paper as a Word document; the same paper and template give the same bytes.
 * @param template whose page, styles, headings and footers it gets; left out, a plain page of A4
 */
export async function paperAsDocx(paper: Paper, template?: Template): Promise<Uint8Array> {
  const { heading } = paper;
  const width = template?.width ?? between;
  const putIn = new PutIn();
  const document = new Document({
    title: oneLine(heading.title),
    creator: 'Mustdo',
    styles,
    numbering,
    sections: [
      {
        properties: {
          page: {
            size: {
              orientation: PageOrientation.LANDSCAPE,
              width: page.width,
              height: page.height,
            },
            margin: {
              left: page.side,
              right: page.side,
              top: page.top,
              bottom: page.bottom,
              footer: 454,
            },
          },
        },
        footers: { default: footerOf(heading.footer, width, template?.numbersPages !== true) },
        children: contentOf(paper, width, putIn),
      },
    ],
  });
  const file = new Uint8Array(await Packer.toArrayBuffer(document));
  return timeless(file, (parts) => {
    const own: Parts = {
      ...withTableStyle(withSameIds(parts)),
      [corePath]: partOfText(coreProperties(heading.title)),
    };
    const { parts: all, restyled } =
      template === undefined ? { parts: own, restyled: undefined } : intoTemplate(own, template);
    const text = textOfPart(all[textPath] ?? new Uint8Array());
    return { ...all, [textPath]: putIn.filled(text, restyled) };
  });
}

const footerOf = (words: string, width: number, isNumbered: boolean): Footer =>
  new Footer({
    children: [
      new Paragraph({
        style: styleIds.footer,
        alignment: AlignmentType.LEFT,
        tabStops: [{ type: TabStopType.RIGHT, position: width }],
        children: [new TextRun(oneLine(words)), ...(isNumbered ? [pageNumber()] : [])],
      }),
    ],
  });

const pageNumber = (): TextRun =>
  new TextRun({
    children: [new Tab(), 'Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES],
  });
