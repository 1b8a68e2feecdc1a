import { LevelFormat, type INumberingOptions, type IStylesOptions } from 'docx';
import { colours, font } from '../office/tones.ts';
import { partOfText, textOfPart, type Parts } from '../office/zip.ts';

/** The paragraph styles of our own; a trust’s template may define them under the same names. */
export const styleIds = {
  facts: 'MustdoFacts',
  summary: 'MustdoSummary',
  warning: 'MustdoWarning',
  caption: 'MustdoTableCaption',
  cell: 'MustdoCell',
  note: 'MustdoNote',
  footer: 'MustdoFooter',
} as const;

export type StyleName = keyof typeof styleIds;

/** Sizes of letters in half points, as Word counts them. */
/** How far from the margin the words of facts stand, beside names of the usual length. */
export const besideFacts = 2400;

const size = { title: 40, section: 28, table: 22, body: 20, cell: 16, small: 16 };

const spacing = (before: number, after: number): { before: number; after: number } => ({
  before,
  after,
});

/** The style of every table: a trust’s template may have another under the name “Mustdo Table”. */
export const tableStyle = 'MustdoTable';

const edge = (name: string, color: string, eighths: number): string =>
  `<w:${name} w:val="single" w:sz="${String(eighths)}" w:space="0" w:color="${color}"/>`;

/** Rules above, below and between rows, and a head that is told from them. */
const tableLook = [
  `<w:style w:type="table" w:customStyle="1" w:styleId="${tableStyle}">`,
  '<w:name w:val="Mustdo Table"/><w:basedOn w:val="TableNormal"/><w:qFormat/>',
  `<w:tblPr><w:tblBorders>${edge('top', colours.rule, 8)}${edge('bottom', colours.rule, 4)}`,
  `${edge('insideH', colours.line, 4)}</w:tblBorders></w:tblPr>`,
  `<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr><w:tcBorders>`,
  `${edge('bottom', colours.rule, 8)}</w:tcBorders>`,
  `<w:shd w:val="clear" w:color="auto" w:fill="${colours.band}"/></w:tcPr></w:tblStylePr>`,
  '</w:style>',
].join('');

/** The parts of a document with the style of its tables, of which the library writes none. */
export function withTableStyle(parts: Parts): Parts {
  const path = 'word/styles.xml';
  const part = parts[path];
  if (part === undefined) return parts;
  const text = textOfPart(part).replace('</w:styles>', () => `${tableLook}</w:styles>`);
  return { ...parts, [path]: partOfText(text) };
}

/** The look of a paper for those who bring no template: plain, dark on white, Arial. */
export const styles: IStylesOptions = {
  default: {
    document: {
      run: { font, size: size.body, color: colours.ink, language: { value: 'en-GB' } },
      paragraph: { spacing: spacing(0, 80) },
    },
    heading1: {
      run: { font, size: size.title, bold: true, color: colours.ink },
      paragraph: { spacing: spacing(0, 80), keepNext: true },
    },
    heading2: {
      run: { font, size: size.section, bold: true, color: colours.accent },
      paragraph: { spacing: spacing(320, 80), keepNext: true },
    },
    heading3: {
      run: { font, size: size.table, bold: true, color: colours.ink },
      paragraph: { spacing: spacing(240, 60), keepNext: true },
    },
    listParagraph: { run: { font }, paragraph: { spacing: spacing(0, 60) } },
  },
  paragraphStyles: [
    {
      id: styleIds.facts,
      name: 'Mustdo Facts',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: {
        spacing: spacing(0, 20),
        indent: { left: besideFacts, hanging: besideFacts },
      },
    },
    {
      id: styleIds.summary,
      name: 'Mustdo Summary',
      basedOn: 'Normal',
      quickFormat: true,
      run: { size: size.table },
      paragraph: { spacing: spacing(120, 160) },
    },
    {
      id: styleIds.warning,
      name: 'Mustdo Warning',
      basedOn: 'Normal',
      quickFormat: true,
      run: { bold: true },
      paragraph: { spacing: spacing(120, 120) },
    },
    {
      id: styleIds.caption,
      name: 'Mustdo Table Caption',
      basedOn: 'Normal',
      quickFormat: true,
      run: { color: colours.muted },
      paragraph: { spacing: spacing(0, 100), keepNext: true },
    },
    {
      id: styleIds.cell,
      name: 'Mustdo Cell',
      basedOn: 'Normal',
      quickFormat: true,
      run: { size: size.cell },
      paragraph: { spacing: spacing(0, 0) },
    },
    {
      id: styleIds.note,
      name: 'Mustdo Note',
      basedOn: 'Normal',
      quickFormat: true,
      run: { size: size.small, color: colours.muted },
      paragraph: { spacing: spacing(60, 60) },
    },
    {
      id: styleIds.footer,
      name: 'Mustdo Footer',
      basedOn: 'Normal',
      quickFormat: true,
      run: { size: size.small, color: colours.muted },
      paragraph: { spacing: spacing(0, 0) },
    },
  ],
};

/** The list that points are in. */
export const points = 'points';

export const numbering: INumberingOptions = {
  config: [
    {
      reference: points,
      levels: [
        {
          level: 0,
          format: LevelFormat.BULLET,
          text: '•',
          style: { paragraph: { indent: { left: 420, hanging: 280 } } },
        },
      ],
    },
  ],
};
