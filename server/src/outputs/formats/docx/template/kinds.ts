/** What is known of the parts of a document: what is taken over of a template, and what the rest is called. */

const office = 'application/vnd.openxmlformats-officedocument.';
const word = `${office}wordprocessingml.`;

/** Where a part stands, and what it is. */
export interface OnlyOne {
  readonly path: string;
  readonly type: string;
}

/** Parts of which a document has one each, by the kind of their relation. */
export const onlyOnes = {
  styles: { path: 'word/styles.xml', type: `${word}styles+xml` },
  numbering: { path: 'word/numbering.xml', type: `${word}numbering+xml` },
  settings: { path: 'word/settings.xml', type: `${word}settings+xml` },
  fontTable: { path: 'word/fontTable.xml', type: `${word}fontTable+xml` },
  footnotes: { path: 'word/footnotes.xml', type: `${word}footnotes+xml` },
  endnotes: { path: 'word/endnotes.xml', type: `${word}endnotes+xml` },
  theme: { path: 'word/theme/theme1.xml', type: `${office}theme+xml` },
} as const satisfies Readonly<Record<string, OnlyOne>>;
export type OnlyKind = keyof typeof onlyOnes;

/** Parts that others refer to by an id, with text of their own. */
export const referred: Readonly<Record<string, string>> = {
  header: `${word}header+xml`,
  footer: `${word}footer+xml`,
};

export const pictures: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  bmp: 'image/bmp',
  tif: 'image/tiff',
  tiff: 'image/tiff',
  emf: 'image/x-emf',
  wmf: 'image/x-wmf',
};

/** What a paper cannot take over, in words. */
export const inWords: Readonly<Record<string, string>> = {
  aFChunk: 'a file that Word is to put in',
  chart: 'a chart: put it in as a picture',
  control: 'a control of ActiveX',
  diagramData: 'SmartArt: put it in as a picture',
  oleObject: 'an embedded object',
  package: 'an embedded file',
  subDocument: 'a subdocument',
};
