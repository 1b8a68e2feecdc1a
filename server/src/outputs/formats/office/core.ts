import { oneLine } from '../../flags/plain.ts';

/** Where a document of Office says what it is called. */
export const corePath = 'docProps/core.xml';

/**
 * Title and language of a document, without the times at which it was written: those would differ each time.
 * @param title as a list of documents shows it
 */
export const coreProperties = (title: string): string =>
  [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${inXml(title)}</dc:title>`,
    '<dc:creator>Mustdo</dc:creator>',
    '<dc:language>en-GB</dc:language>',
    '</cp:coreProperties>',
  ].join('');

/** A text between tags or in an attribute of XML. */
export const inXml = (text: string): string => escaped(oneLine(text));

/** What may have a meaning in XML. */
const special = /[&<>"]/;

/** A text that is one line already, without controls, between tags or in an attribute of XML. */
export const escaped = (line: string): string =>
  special.test(line)
    ? line
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;')
    : line;
