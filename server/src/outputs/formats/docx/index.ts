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
import { coreProperties, corePath } from '../office/core.ts';
import { partOfText, textOfPart, timeless } from '../office/zip.ts';
import { contentOf } from './content.ts';
import { PutIn } from './put-in.ts';
import { withSameIds } from './same-ids.ts';
import { numbering, styleIds, styles } from './styles.ts';

/** A4 in twentieths of a point, lying on its side, with margins of 14 and 18 mm as the printed page has them. */
const page = { width: 11_906, height: 16_838, side: 794, top: 794, bottom: 1021 };
const between = page.height - page.side * 2;

/** Where a document of Word has its text. */
const textPath = 'word/document.xml';

/** A paper as a Word document; the same paper gives the same bytes. */
export async function paperAsDocx(paper: Paper): Promise<Uint8Array> {
  const { heading } = paper;
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
        footers: { default: footerOf(heading.footer) },
        children: contentOf(paper, between, putIn),
      },
    ],
  });
  const file = new Uint8Array(await Packer.toArrayBuffer(document));
  return timeless(file, (parts) => {
    const same = withSameIds(parts);
    const text = textOfPart(same[textPath] ?? new Uint8Array());
    return {
      ...same,
      [textPath]: putIn.filled(text),
      [corePath]: partOfText(coreProperties(heading.title)),
    };
  });
}

const footerOf = (words: string): Footer =>
  new Footer({
    children: [
      new Paragraph({
        style: styleIds.footer,
        alignment: AlignmentType.LEFT,
        tabStops: [{ type: TabStopType.RIGHT, position: between }],
        children: [
          new TextRun(oneLine(words)),
          new TextRun({
            children: [new Tab(), 'Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES],
          }),
        ],
      }),
    ],
  });
