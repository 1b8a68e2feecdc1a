import { addressOf, sheetOf, tidyText, type Refusal, type Sheet, type Sheets } from '../cells.ts';
import { gridOf, textSheet, type Spanning } from './grid.ts';
import type { Packed } from './packed.ts';

/** Tables of Word documents. Mammoth reads the document; what it makes of it for the web is thrown away. */

/** A piece of a document, as far as it is looked at. */
interface Piece {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly Piece[];
  readonly colSpan?: number;
  readonly rowSpan?: number;
  readonly numbering?: { readonly isOrdered: boolean; readonly level: string } | null;
}

const notes = /<w:(?:comment|footnote|endnote)Reference\b/;

const damaged: Refusal = { wrong: 'is damaged: open it in Word and save it again' };

/** Reads every table of a document, and the paragraphs between them. */
export async function readDocx(zip: Packed, bytes: Uint8Array): Promise<Sheets | Refusal> {
  const wrong = await zip.wrongIn((name) => /\.(?:xml|rels)$/i.test(name));
  if (wrong !== undefined) return wrong;
  const { default: mammoth } = await import('mammoth');
  const documents: Piece[] = [];
  try {
    // Mammoth's types ask for Node's own kind of bytes; it hands them to JSZip, which takes any. In a browser it
    // wants them by another name.
    const input = { buffer: bytes, arrayBuffer: bytes } as unknown as Parameters<
      typeof mammoth.convertToHtml
    >[0];
    await mammoth.convertToHtml(input, {
      convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
      externalFileAccess: false,
      transformDocument: (document: Piece) => {
        documents.push(document);
        return { ...document, children: [] };
      },
    });
  } catch {
    return damaged;
  }
  const [document] = documents;
  if (document === undefined) return damaged;
  const sheets = sheetsIn(document);
  if ('wrong' in sheets) return sheets;
  if (!sheets.some(({ name }) => name.startsWith('Table'))) return { wrong: 'has no table' };
  const main = await zip.text('word/document.xml');
  const any = (pattern: RegExp): boolean => zip.names.some((name) => pattern.test(name));
  const remarks = [
    ...(any(/vbaProject/i) ? ['Its macros were left alone.'] : []),
    ...(any(/^word\/(?:media|embeddings)\//) ? ['Pictures and embedded files were not read.'] : []),
    ...(notes.test(typeof main === 'string' ? main : '')
      ? ['Comments, footnotes and endnotes were not read.']
      : []),
    'Page headings and footers were not read.',
  ];
  return { sheets, remarks };
}

function sheetsIn({ children = [] }: Piece): Sheet[] | Refusal {
  const tables: Sheet[] = [];
  const between: string[] = [];
  let before = 0;
  for (const piece of children) {
    if (piece.type !== 'table') {
      between.push(...linesOf([piece]).filter((line) => line.trim() !== ''));
      continue;
    }
    const above = between.length > before ? between.at(-1) : undefined;
    before = between.length;
    const rows = (piece.children ?? []).map((row) =>
      (row.children ?? []).map((cell): Spanning => ({
        text: linesOf(cell.children ?? []).join('\n'),
        columns: cell.colSpan ?? 1,
        rows: cell.rowSpan ?? 1,
      })),
    );
    const made = gridOf(`Table ${String(tables.length + 1)}`, rows);
    if ('wrong' in made) return made;
    const at = addressOf(textSheet, between.length, 0);
    tables.push(above === undefined ? made : { ...made, above: { text: tidyText(above), at } });
  }
  return [
    sheetOf(
      textSheet,
      between.map((line) => [line]),
    ),
    ...tables,
  ];
}

/** Paragraphs as lines; those of a list with its numbers or dashes, which Word does not keep as text. */
function linesOf(pieces: readonly Piece[]): string[] {
  const numbers: number[] = [];
  return pieces.flatMap((piece) => {
    if (piece.type === 'table') {
      return (piece.children ?? []).map((row) =>
        (row.children ?? []).map((cell) => linesOf(cell.children ?? []).join(' ')).join(' | '),
      );
    }
    const text = textOf(piece);
    if (piece.type !== 'paragraph' || piece.numbering === undefined || piece.numbering === null) {
      if (text.trim() !== '') numbers.length = 0;
      return [text];
    }
    const level = Number(piece.numbering.level) || 0;
    numbers.length = level + 1;
    const number = (numbers[level] ?? 0) + 1;
    numbers[level] = number;
    const mark = piece.numbering.isOrdered ? `${String(number)}.` : '-';
    return [`${'  '.repeat(level)}${mark} ${text}`];
  });
}

function textOf({ type, value, children = [] }: Piece): string {
  if (type === 'text') return value ?? '';
  if (type === 'tab') return ' ';
  if (type === 'break') return '\n';
  return children.map(textOf).join('');
}
