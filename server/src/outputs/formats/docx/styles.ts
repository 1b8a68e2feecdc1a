import { LevelFormat, type INumberingOptions, type IStylesOptions } from 'docx';
import { colours, font } from '../office/tones.ts';

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
