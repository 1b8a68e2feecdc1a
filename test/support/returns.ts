import assert from 'node:assert/strict';
import JSZip from 'jszip';
import { askedColumns, givenColumns } from '../../server/src/imports/returns/layout.ts';
import { returnsOf } from '../../server/src/outputs/returns/sro-returns.ts';
import { returnFile } from '../../server/src/outputs/returns/workbook.ts';
import { positionsOf } from '../../server/src/plan/facts/position.ts';
import type { Plan } from '../../server/src/plan/plan.ts';

/** Returns as an SRO gets them, and as they come back. */

/** The bytes of each return of a plan, by its file’s name. */
export async function returnBytes(plan: Plan, asAt: string): Promise<Map<string, Uint8Array>> {
  const from = { plan, asAt, positions: positionsOf(plan, asAt), meeting: undefined };
  const files = await Promise.all(returnsOf(from).map(returnFile));
  return new Map(files.map(({ name, content }) => [name, bytesOf(content)]));
}

const bytesOf = (content: string | Uint8Array): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content;

/** What is typed into a cell: a text, a day, or the inside of a `<c>` with its attributes. */
export type Typed =
  string | { readonly day: string } | { readonly xml: string; readonly t?: string };

const columns = [...givenColumns, ...askedColumns];

/** The address of a column’s cell in the nth row of actions, counted from 1; `filledIn` stands above them. */
function cellOf(column: string, nth: number): string {
  if (column === 'filledIn') return 'B4';
  const index = columns.findIndex(({ id }) => id === column);
  assert.ok(index >= 0, column);
  return `${String.fromCharCode(65 + index)}${String(nth + 5)}`;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A return with answers typed into it: each row’s by column. */
export async function filled(
  bytes: Uint8Array,
  rows: readonly Readonly<Record<string, Typed>>[],
): Promise<Uint8Array> {
  return changed(bytes, 'xl/worksheets/sheet1.xml', (sheet) => {
    let xml = sheet;
    for (const [index, answers] of rows.entries()) {
      for (const [column, typed] of Object.entries(answers)) {
        const address = cellOf(column, index + 1);
        const cell = new RegExp(`<c r="${address}" s="(\\d+)"[^>]*?(?:/>|>.*?</c>)`);
        assert.match(xml, cell);
        xml = xml.replace(cell, (_, style: string) => asCell(address, style, typed));
      }
    }
    return xml;
  });
}

function asCell(address: string, style: string, typed: Typed): string {
  const begun = `<c r="${address}" s="${style}"`;
  if (typeof typed === 'string') {
    return `${begun} t="inlineStr"><is><t xml:space="preserve">${escaped(typed)}</t></is></c>`;
  }
  if ('day' in typed) {
    const days = Date.parse(typed.day) / 86_400_000 + 25_569;
    return `${begun}><v>${String(days)}</v></c>`;
  }
  return `${begun}${typed.t === undefined ? '' : ` t="${typed.t}"`}>${typed.xml}</c>`;
}

/** A workbook with one of its parts changed. */
export async function changed(
  bytes: Uint8Array,
  part: string,
  change: (xml: string) => string,
): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(bytes);
  const before = (await zip.file(part)?.async('string')) ?? '';
  zip.file(part, change(before));
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}
