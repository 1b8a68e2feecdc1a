import {
  Document,
  Footer,
  Header,
  ImageRun,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
  type FileChild,
} from 'docx';
import JSZip from 'jszip';

/** Templates of Word as a trust might have them: written by a library, then changed where it writes no such thing. */

/** A picture of one colour, 12 by 4 pixels, as PNG. */
export const logo = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAwAAAAECAIAAAA1REndAAAAEUlEQVR4nGNYoJBAEDHQVxEAqXU2Aao5KAkAAAAASUVORK5CYII=',
    'base64',
  ),
);

export const letterhead = 'Valley Trust letterhead';
export const registered = 'Registered office: Valley House';

/** The page of the templates: upright A4 with margins of 30, 25 and 20 mm, in twentieths of a point. */
export const page = { width: 11_906, height: 16_838, left: 1701, right: 1417, top: 1985 };
export const textWidth = page.width - page.left - page.right;

export interface TemplateForm {
  /** What stands in its body. */
  readonly body?: readonly FileChild[];
  /** Whether its first page has no heading or footer of its own. */
  readonly otherFirst?: boolean;
  /** Whether its footer numbers the pages. */
  readonly numbered?: boolean;
  readonly noFooter?: boolean;
}

/** The bytes of a template with a letterhead, a footer, and headings in a colour of its own. */
export async function templateOf(form: TemplateForm = {}): Promise<Uint8Array> {
  const { body = [new Paragraph('Words of the template')], otherFirst = false } = form;
  const document = new Document({
    styles: {
      default: {
        document: { run: { font: 'Georgia', size: 22 } },
        heading1: { run: { color: 'A02060', size: 48, font: 'Georgia' } },
      },
    },
    sections: [
      {
        properties: {
          titlePage: otherFirst,
          page: {
            size: { width: page.width, height: page.height },
            margin: { left: page.left, right: page.right, top: page.top },
          },
        },
        headers: { default: new Header({ children: [heading()] }) },
        ...(form.noFooter === true
          ? {}
          : { footers: { default: new Footer({ children: [foot(form.numbered === true)] }) } }),
        children: [...body],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

const heading = (): Paragraph =>
  new Paragraph({
    children: [
      new ImageRun({ type: 'png', data: logo, transformation: { width: 120, height: 40 } }),
      new TextRun(` ${letterhead}`),
    ],
  });

const foot = (isNumbered: boolean): Paragraph =>
  new Paragraph({
    children: [
      new TextRun(registered),
      ...(isNumbered ? [new TextRun({ children: [' Sheet ', PageNumber.CURRENT] })] : []),
    ],
  });

/** The texts of the parts of a packed file, by their paths. */
export async function textsIn(file: Uint8Array): Promise<Record<string, string>> {
  const zip = await JSZip.loadAsync(file);
  const texts = await Promise.all(
    Object.keys(zip.files).map(async (path): Promise<[string, string]> => [
      path,
      (await zip.file(path)?.async('string')) ?? '',
    ]),
  );
  return Object.fromEntries(texts);
}

/** A packed file in which some parts are others, are more, or (undefined) are gone. */
export async function withParts(
  file: Uint8Array,
  change: (
    texts: Readonly<Record<string, string>>,
  ) => Readonly<Record<string, string | Uint8Array | undefined>>,
): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(file);
  for (const [path, content] of Object.entries(change(await textsIn(file)))) {
    if (content === undefined) zip.remove(path);
    else zip.file(path, content);
  }
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

/** A part with one text in the place of another. */
export const replacing =
  (path: string, from: string, to: string) =>
  (texts: Readonly<Record<string, string>>): Record<string, string> => ({
    [path]: (texts[path] ?? '').replace(from, () => to),
  });

/** What a part refers to, with one thing more. */
export const relating =
  (path: string, id: string, kind: string, target: string, mode = '') =>
  (texts: Readonly<Record<string, string>>): Record<string, string> => {
    const type = `http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}`;
    const outside = mode === '' ? '' : ` TargetMode="${mode}"`;
    const one = `<Relationship Id="${id}" Type="${type}" Target="${target}"${outside}/>`;
    const open =
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">';
    const own = texts[path] ?? `${open}</Relationships>`;
    return {
      [path]: own.replace(/<\/Relationships>|\/>$/, (end) =>
        end === '/>' ? `>${one}</Relationships>` : one + end,
      ),
    };
  };
