import { textOfBytes } from './separated.ts';
import { Packed } from './packed.ts';

/** What a file says beside its tables: at the foot of its pages, or anywhere on a web page; marked up as the file has it. */
export async function wordsBeside(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return textOfBytes(bytes).text;
  const zip = Packed.open(bytes);
  if (!(zip instanceof Packed)) return '';
  const feet = zip.names.filter((name) =>
    /^(?:xl\/worksheets\/sheet|word\/footer)\d+\.xml$/.test(name),
  );
  for (const name of feet) {
    const text = await zip.text(name);
    if (typeof text !== 'string') return '';
    const foot = name.startsWith('xl/') ? /<oddFooter>[^<]*/.exec(text)?.[0] : text;
    if (foot !== undefined) return foot;
  }
  return '';
}
