import { partOfText, textOfPart, type Parts } from '../office/zip.ts';

/** Ids that the library makes up for relations: 21 letters and digits, new each time. */
const madeUp = /"(rId[a-z0-9_-]{21})"/g;
/** Drawings are counted over all documents that a program writes. */
const drawingId = /(<wp:docPr\b[^>]*?\bid=")\d+"/g;
/** The library writes the language of charts for others. */
const chartLanguage = /(<c:lang val="|\blang=")en-US"/g;

/** What may hold such ids: the text with its drawings, the charts, and where either says what belongs to it. */
const holdsIds = /^word\/(?:_rels\/)?document\.xml(?:\.rels)?$|^word\/charts\/.*\.(?:xml|rels)$/;

/** The parts of a document with ids that depend on nothing but what is in it; its charts in British English. */
export function withSameIds(parts: Parts): Parts {
  const ids = new Map<string, string>();
  for (const [path, part] of Object.entries(parts)) {
    if (!path.endsWith('.rels')) continue;
    for (const [, id = ''] of textOfPart(part).matchAll(madeUp)) {
      if (!ids.has(id)) ids.set(id, `rIdDrawing${String(ids.size + 1)}`);
    }
  }
  if (ids.size === 0) return parts;
  const changed: Record<string, Uint8Array> = { ...parts };
  for (const [path, part] of Object.entries(parts)) {
    if (!holdsIds.test(path)) continue;
    let drawings = 0;
    const text = textOfPart(part)
      .replaceAll(madeUp, (whole, id: string) => {
        const name = ids.get(id);
        return name === undefined ? whole : `"${name}"`;
      })
      .replaceAll(drawingId, (_, before: string) => {
        drawings += 1;
        return `${before}${String(drawings)}"`;
      });
    const isChart = path.startsWith('word/charts/');
    changed[path] = partOfText(isChart ? text.replaceAll(chartLanguage, '$1en-GB"') : text);
  }
  return changed;
}
